using Microsoft.AspNetCore.Components;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Necessity;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Web.Access;
using ReviewPortal.Web.Ui;

namespace ReviewPortal.Web.Features.Review;

/// <summary>The bar of the review: it opens the account of the watching and handing back, and passes the steps on.</summary>
public sealed partial class ReviewBar
{
    private Panel _panel;
    private WatchedPanel? _watched;

    [Parameter, EditorRequired]
    public required CaseHead Head { get; set; }

    [Parameter, EditorRequired]
    public required ReviewView View { get; set; }

    [Parameter, EditorRequired]
    public PersonId By { get; set; }

    /// <summary>What this candidate may beyond what stands on the exam sheet.</summary>
    [Parameter]
    public Allowed Allowed { get; set; } = Allowed.Nothing;

    /// <summary>The moment the player shows; null while there is no player.</summary>
    [Parameter]
    public Func<Task<double>>? Now { get; set; }

    /// <summary>When something of this review was last kept; null when nothing has been since the page was opened.</summary>
    [Parameter]
    public DateTimeOffset? KeptAt { get; set; }

    [Parameter]
    public EventCallback<Answer> OnKept { get; set; }

    [Parameter]
    public EventCallback OnFinish { get; set; }

    [Parameter]
    public EventCallback OnAskSecond { get; set; }

    [Parameter]
    public EventCallback<string> OnHandBack { get; set; }

    private bool CarriesReport => View.Marks.Any(mark => mark.CarriesReport);

    private string Aids => View.Aids.IsEmpty ? Texts["Aids.None"] : Texts["Aids", string.Join(" · ", View.Aids)];

    private string Breaks => string.Join(" · ", View.BreakTimes(Here.Language).Select(pause => Texts["Break", pause.From, pause.To].Value));

    private string? MayAlso => Allowed.IsNothing ? null : EnrolmentTexts.MayAlso(EnrolmentTexts.Of(Allowed.ExtraMinutes, Allowed.Allowances, Here.Language), Here.Language);

    private void Toggle(Panel panel) => _panel = _panel == panel ? Panel.None : panel;

    private void Close() => _panel = Panel.None;

    // The note on what was not watched belongs to the step: first it is kept.
    private async Task SettledAsync(EventCallback step)
    {
        if (_panel is not Panel.Watched || _watched is null || await _watched.SettleAsync()) await step.InvokeAsync();
    }

    // The account of the watching would cover the question; what was typed in it is kept first, and what cannot be kept stays in sight.
    private async Task MakeRoomAsync()
    {
        if (_panel is Panel.Watched && (_watched is null || await _watched.SettleAsync())) Close();
    }

    // Whoever presses an action that waits for the account of the watching, wants to give it.
    private void Explain(CaseAction action)
    {
        if (View.May[action] is Refused refused && (refused.Unmet.Contains(Requirement.ViewingDocumented) || refused.Unmet.Contains(Requirement.MinimumWatched) || refused.Unmet.Contains(Requirement.SecondMinimumWatched))) _panel = Panel.Watched;
    }

    private enum Panel
    {
        None,
        Watched,
        HandBack,
        Bsn,
    }
}
