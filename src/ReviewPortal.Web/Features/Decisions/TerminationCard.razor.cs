using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Components;
using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Decisions;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Writing;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Web.Access;
using ReviewPortal.Web.Ui;

namespace ReviewPortal.Web.Features.Decisions;

/// <summary>The proposal to end an enrolment, and the executive board's decision on it.</summary>
public sealed partial class TerminationCard(CaseFiles files, Termination step, DecideObjection objections, InviteToHearing invite, TimeProvider clock)
{
    private static readonly Considered Untouched = new(ObjectionOutcome.Unfounded, new(""));

    private static readonly Answer Closed = new Refused(CaseAction.ProposeTermination, RefusalKind.NotThisRole);

    private TerminationProposal? _proposal;
    private Answer _propose = Closed;
    private Answer _decide = Closed;
    private Answer _keep = Closed;
    private Answer _coSign = Closed;
    private Answer _withdraw = Closed;
    private Answer _reconsider = Closed;
    private Answer _decideObjection = Closed;
    private Answer _plan = Closed;
    private EnrolmentHearing? _invited;
    private TimeOnly? _hour;
    private ImmutableArray<Objection> _objections = [];
    private ObjectionOutcome _outcome = ObjectionOutcome.Unfounded;
    private bool _fell;
    private bool _told;
    private bool _fraudStands;
    private bool _restored = true;
    private string _heard = "";
    private string _hearing = "";
    private NoHearing? _notHeard;
    private DateOnly? _notHeardOn;
    private SigningGate? _gate;

    // What one member signed is the board's own until another signs it (Awb 3:40).
    private bool IsShown => _proposal is not null && (_told || _propose.IsDone || _withdraw.IsDone);

    // Once somebody else signed first there is something to read before writing something else.
    private bool IsFirst => _proposal is null or { Restored: true };

    private static string Told(LetterKind kind) => LetterTexts.Of(kind, Here.Language);

    private void RestoreHearing(string beside) => _hour = TimeOnly.ParseExact(beside, "HH:mm", CultureInfo.InvariantCulture);

    private void RestoreObjection(string beside)
    {
        var begun = JsonSerializer.Deserialize<Considered>(beside)!;
        (_outcome, _hearing, _notHeard, _notHeardOn) = (begun.Outcome, begun.Hearing.Words, begun.Hearing.Not, begun.Hearing.On);
    }

    private Task SignAsync(SigningMatter matter, string outcome, Func<CaseAsSeen, Signatory, Task<Answer>> act) => SignedAsync(_gate!.SignAsync(matter, Head, outcome, act));

    private bool OnObjection => _objections.LastOrDefault() is { IsOpen: true };

    private DateOnly Earliest => EnrolmentHearing.Earliest(OnObjection, clock.GetUtcNow());

    private EnrolmentHearing? Ahead => _invited?.HasBeen(clock.GetUtcNow()) is false ? _invited : null;

    // Whoever mends the place leaves the day and the hour as they are.
    private DateOnly HearingDay => Ahead is { } ahead ? Amsterdam.DateOf(ahead.PlannedAt) : WorkingDays.OnOrAfter(Earliest);

    private TimeOnly Hour
    {
        get => _hour ?? (Ahead is { } ahead ? TimeOnly.FromDateTime(Amsterdam.Wall(ahead.PlannedAt).DateTime) : new(10, 0));
        set => _hour = value;
    }

    private string BesideHearing => _hour?.ToString("HH:mm", CultureInfo.InvariantCulture) ?? "";

    private HearingRecord Heard => new(_hearing, _notHeard, _notHeardOn);

    // Nothing is kept of what nobody touched.
    private string BesideObjection => new Considered(_outcome, Heard) is var now && now == Untouched ? "" : JsonSerializer.Serialize(now);

    private string HearingLead => string.Join(' ', new[]
    {
        Texts["Hearing.Lead"].Value,
        OnObjection ? Texts["Hearing.Earliest.Objection", Earliest.WithWeekday(Here.Language)] : Texts["Hearing.Earliest.Proposal", Earliest.WithWeekday(Here.Language), HouseTerms.Current.NoticeWorkingDays],
        Ahead is null ? "" : Texts["Hearing.Elsewhere"].Value,
    }).TrimEnd();

    protected override Task OnParametersSetAsync() => files.LookAsync(
        Head.Id, By,
        file =>
        {
            _proposal = file.After.Termination;
            // Only fraud can be serious fraud: otherwise there is nothing to propose, and nothing to show. What a second member has read and signed gets nothing added.
            _propose = file.Decision?.Outcome is Outcome.Fraud && (file.Case.State is not CaseState.Decided || file.Decision.CoSignedBy is null) ? file.AskToPrepare(CaseAction.ProposeTermination) : Closed;
            _decide = file.AskToPrepare(CaseAction.TerminateEnrolment);
            _keep = file.AskToPrepare(CaseAction.KeepEnrolment);
            _coSign = file.Case.State is CaseState.Decided ? Closed : file.AskToPrepare(CaseAction.CoSignTermination);
            _withdraw = file.AskToPrepare(CaseAction.WithdrawTermination);
            _reconsider = file.AskToPrepare(CaseAction.ReconsiderTermination);
            _decideObjection = file.AskToPrepare(CaseAction.DecideObjection);
            _objections = file.After.Objections;
            _plan = file.Meets(Requirement.EnrolmentToDecide) ? file.AskToPrepare(CaseAction.PlanEnrolmentHearing) : Closed;
            _invited = file.After.EnrolmentToDecide ? file.After.Hearing : null;
            // Made with a decision that is not published yet it is the board's own, also when the executive board reads an earlier procedure here.
            _told = _proposal is { IsMade: true } && (CaseSight.MayKnowOutcome(file.Case.State, file.Actor.Roles) || file.After.IsProposalTold(file.Case.State));
            _fell = file.After.ProposalFell(file.Case.State, file.Decision?.Outcome);
            _fraudStands = file.Meets(Requirement.FraudStillStands);
            return true;
        },
        CancellationToken.None);

    private sealed record Considered(ObjectionOutcome Outcome, HearingRecord Hearing);
}
