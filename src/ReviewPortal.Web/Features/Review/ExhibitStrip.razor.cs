using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Components;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Review;
using ReviewPortal.Web.Access;

namespace ReviewPortal.Web.Features.Review;

/// <summary>The frames beside one mark.</summary>
public sealed partial class ExhibitStrip(TakeExhibit take)
{
    private Guid? _open;
    private ExhibitLine? _removed;

    [Parameter, EditorRequired]
    public required CaseHead Head { get; set; }

    [Parameter, EditorRequired]
    public PersonId By { get; set; }

    [Parameter, EditorRequired]
    public ImmutableArray<ExhibitLine> Exhibits { get; set; }

    /// <summary>The mark is open: frames can be added and taken away.</summary>
    [Parameter]
    public bool CanRemove { get; set; }

    [Parameter]
    public bool CanMask { get; set; }

    [Parameter]
    public EventCallback<Answer> OnChange { get; set; }

    private CaseNumber Number => Head.Number;

    private void Toggle(Guid exhibit) => _open = _open == exhibit ? null : exhibit;

    private async Task MaskAsync(ExhibitLine exhibit, ImmutableArray<Mask> masks) =>
        await OnChange.InvokeAsync(await take.MaskAsync(Head.Id, exhibit.Id, masks, By, CancellationToken.None));

    private async Task RemoveAsync(ExhibitLine exhibit)
    {
        var answer = await take.RemoveAsync(Head.Id, exhibit.Id, By, CancellationToken.None);
        if (answer.IsDone) (_removed, _open) = (exhibit, _open == exhibit.Id ? null : _open);
        await OnChange.InvokeAsync(answer);
    }

    private async Task UndoAsync()
    {
        if (_removed is not { } exhibit) return;
        _removed = null;
        await OnChange.InvokeAsync(await take.RestoreAsync(Head.Id, exhibit.Id, By, CancellationToken.None));
    }

    private static string Seconds(double seconds) => seconds.ToString(CultureInfo.InvariantCulture);
}
