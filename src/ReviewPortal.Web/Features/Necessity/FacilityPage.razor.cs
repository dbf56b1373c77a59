using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Necessity;
using ReviewPortal.Core.Writing;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Web.Access;
using ReviewPortal.Web.Ui;

namespace ReviewPortal.Web.Features.Necessity;

/// <summary>A question that the board asks.</summary>
public sealed record FacilityQuestion(FacilityAction Action, PersonId Whom, string Text);

/// <summary>An answer to such a question.</summary>
/// <param name="Agrees">What the director says; null for the others.</param>
public sealed record FacilityReply(FacilityAction Action, string Text, bool? Agrees);

/// <summary>A decision that the board takes.</summary>
public sealed record FacilityVerdict(bool Granted, FacilityDecisionDraft Draft);

/// <summary>How the letter goes out.</summary>
public sealed record FacilityWay(SendingChannel Channel, string Address);

/// <summary>That the letter was posted or handed over.</summary>
public sealed record FacilityPosting(Guid Sending, DateOnly On, string Proof);

/// <summary>That the e-mail about the letter came back.</summary>
public sealed record FacilityBounce(Guid Mail, DateOnly On, string Text);

/// <summary>That reports on that e-mail are set aside.</summary>
public sealed record FacilityAside(ImmutableHashSet<Guid> Reports, string Why);

/// <summary>How the letter is made known anew, in the place of an e-mail that did not arrive.</summary>
public sealed record FacilityResending(Guid Mail, FacilityWay Way);

/// <summary>How the letter is made known anew, in the place of one on paper, and what was wrong with that.</summary>
public sealed record FacilityReplacing(Guid Sending, string Why, FacilityWay Way);

/// <summary>One request: what each of its readers may see of it, and do.</summary>
public sealed partial class FacilityPage(FacilityViews views, ConsultOnFacility consult, DecideFacility decide, PublishFacility publish, FacilityDelivery delivery, Me me)
{
    private FacilityShown? _shown;
    private FacilityAnswer? _answer;
    private PersonId _by;
    private bool _read;
    private int _taken;
    private string? _unkept;
    private SigningGate? _gate;

    [Parameter]
    public string Number { get; set; } = "";

    protected override async Task OnParametersSetAsync()
    {
        _by = await me.IdAsync();
        await LoadAsync();
        _read = true;
    }

    private async Task LoadAsync() => _shown = await views.FindAsync(Number, _by, CancellationToken.None);

    private Task AskAsync(FacilityQuestion asked) => StepAsync(request => consult.AskAsync(request, asked.Action, asked.Whom, asked.Text, _by, CancellationToken.None), asked.Text);

    private Task AnswerAsync(FacilityReply reply) => StepAsync(request => consult.AnswerAsync(request, reply.Action, reply.Text, reply.Agrees, _by, CancellationToken.None), reply.Text);

    private Task AssessAsync(FacilityAssessment found) => StepAsync(request => decide.AssessAsync(request, found, _by, CancellationToken.None), found.LateReasons, found.SpecialReasons, found.AlternativeReasons, found.LighterReasons);

    private Task AskViewAsync(FacilityView asked) => StepAsync(request => decide.AskViewAsync(request, asked.Differing, asked.By, _by, CancellationToken.None), asked.Differing);

    private Task DecideAsync(FacilityVerdict verdict) => SignAsync(
        FacilityTexts.Of(verdict.Granted ? FacilityAction.Grant : FacilityAction.Refuse, Here.Language),
        (request, by) => decide.DecideAsync(request, verdict.Granted, verdict.Draft, by, CancellationToken.None), verdict.Draft.Reasons, verdict.Draft.Proportionality, verdict.Draft.ReplyToView);

    private Task ReopenAsync() => StepAsync(request => decide.ReopenAsync(request, _by, CancellationToken.None));

    private Task PublishAsync(FacilityWay way) => SignAsync(
        $"{FacilityTexts.Of(FacilityAction.Publish, Here.Language)} ({string.Join(", ", [Texts["Channel." + way.Channel].Value, .. way.Channel is SendingChannel.Post ? AddressLines.Of(way.Address) : []])})", (request, by) => publish.RunAsync(request, way.Channel, way.Address, by, CancellationToken.None));

    private Task PostAsync(FacilityPosting posting) => StepAsync(request => delivery.RecordPostingAsync(request, posting.Sending, posting.On, posting.Proof, _by, CancellationToken.None), posting.Proof);

    private Task BounceAsync(FacilityBounce bounce) => StepAsync(request => delivery.RecordBounceAsync(request, bounce.Mail, bounce.On, bounce.Text, _by, CancellationToken.None), bounce.Text);

    private Task SetAsideAsync(FacilityAside aside) => StepAsync(request => delivery.SetReportAsideAsync(request, aside.Reports, aside.Why, _by, CancellationToken.None), aside.Why);

    private Task SendAgainAsync(FacilityResending again) =>
        StepAsync(request => delivery.SendAgainAsync(request, again.Mail, again.Way.Channel, again.Way.Address, _by, CancellationToken.None));

    private Task ReplaceAsync(FacilityReplacing other) =>
        StepAsync(request => delivery.ReplaceAsync(request, other.Sending, other.Why, other.Way.Channel, other.Way.Address, _by, CancellationToken.None), other.Why);

    private async Task SignAsync(string what, Func<FacilityAsSeen, Signatory, Task<FacilityAnswer>> step, params string[] words)
    {
        if (_shown is not { } shown) return;
        _answer = null;
        var answer = await _gate!.SignAsync(Texts["Signing", shown.Line.Number, shown.Line.Test, what], [], by => step(shown.AsSeen, by), unsigned => unsigned is FacilityRefused { Unmet: [FacilityNeed.SignedAfresh] });
        if (answer is FacilityRefused { Unmet.Length: > 1 } more) answer = more with { Unmet = more.Unmet.Remove(FacilityNeed.SignedAfresh) };
        if (answer is not null) await AnsweredAsync(answer, words);
    }

    private async Task StepAsync(Func<FacilityAsSeen, Task<FacilityAnswer>> step, params string[] words)
    {
        if (_shown is { } shown) await AnsweredAsync(await step(shown.AsSeen), words);
    }

    // What was refused leaves the page as it is: nobody has to write it again. When somebody else was first, the page shows what they did; the words stay in their form, and are
    // shown on top of it as well, because the form may be closed by now.
    private async Task AnsweredAsync(FacilityAnswer answer, string[] words)
    {
        _answer = answer;
        var overtaken = answer is FacilityRefused { Kind: RefusalKind.ChangedMeanwhile };
        _unkept = overtaken && string.Join("\n\n", words.Where(text => !Inked.IsEmpty(text))) is { Length: > 0 } typed ? typed : null;
        if (answer.IsDone) _taken++;
        if (answer.IsDone || overtaken) await LoadAsync();
    }
}
