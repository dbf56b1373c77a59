using ReviewPortal.Core.Appeals;
using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Web.Features.Appeals;

/// <summary>The attempt to settle, which comes first (WHW 7.61 lid 3), and the withdrawal it may lead to.</summary>
public sealed class Settle(CaseFiles files)
{
    /// <summary>The desk passes the appeal to the board, which has three weeks.</summary>
    public Task<Answer> OpenAsync(CaseAsSeen @case, PersonId by, CancellationToken ct) => files.StepAsync(
        @case, CaseAction.OpenSettlement, by,
        file =>
        {
            var appeal = file.After.Appeal!;
            appeal.SettleBy = StatutoryTerms.Settlement(Amsterdam.DateOf(file.Now)).LastDay;
            return new Step(Due: appeal.SettleBy);
        },
        ct);

    public Task<Answer> EndAsync(CaseAsSeen @case, string report, PersonId by, CancellationToken ct) => files.StepAsync(
        @case, CaseAction.EndSettlement, by,
        file =>
        {
            file.StateLength(report, StaffWords.Longest);
            file.After.Appeal!.SettlementReport = report.Trim();
            return new Step(report, RulingDue(file));
        },
        ct);

    /// <summary>Agreed: the board decides again, of its own motion and not more heavily; the appeal stays open until the student withdraws it (Awb 6:19).</summary>
    public Task<Answer> ByDecisionAsync(CaseAsSeen @case, DateOnly on, string agreed, PersonId by, CancellationToken ct) => files.StepAsync(
        @case, CaseAction.SettleByDecision, by,
        file =>
        {
            Agree(file, on, agreed);
            return Task.FromResult(new Step(agreed));
        },
        file =>
        {
            file.CloseRound(agreed, new RoundEnd(Annulled: false, InFavour: true));
            return Task.CompletedTask;
        },
        ct);

    /// <summary>Agreed, and the student withdraws the appeal because of it (Awb 6:21): the decision stands.</summary>
    public Task<Answer> ByWithdrawalAsync(CaseAsSeen @case, DateOnly on, string agreed, PersonId by, CancellationToken ct) => files.StepAsync(
        @case, CaseAction.SettleByWithdrawal, by,
        file =>
        {
            Agree(file, on, agreed);
            if (file.After.Appeal is { } appeal)
            {
                appeal.WithdrawnOn = on;
                appeal.EndMeasures(on);
                // About a refused chance there is one thing to agree on: that the board answers the request again.
                if (file.After.IsOnRefusal(appeal)) file.After.Retake?.Reopen(ProtocolTerms.ChanceAnswer(Amsterdam.DateOf(file.Now)).LastDay);
            }

            return new Step(agreed, file.After.LastDay);
        },
        ct);

    private static void Agree(CaseFile file, DateOnly on, string agreed)
    {
        if (file.After.Appeal is not { IsOpen: true } appeal) return;
        file.StateWritten(Requirement.AgreementRecorded, agreed, on >= appeal.ReceivedOn && on <= Amsterdam.DateOf(file.Now));
        (appeal.AgreedOn, appeal.Agreement) = (on, agreed.Trim());
    }

    /// <summary>The student withdraws the appeal (Awb 6:21); what stood before it stands again.</summary>
    public Task<Answer> WithdrawAsync(CaseAsSeen @case, DateOnly on, string how, PersonId by, CancellationToken ct) => files.StepAsync(
        @case, CaseAction.WithdrawAppeal, by,
        file =>
        {
            if (file.After.Appeal is not { IsOpen: true } appeal) return new Step();
            file.State(Requirement.AppealStillOpen, true);
            file.StateWritten(Requirement.WithdrawalRecorded, how, on >= appeal.ReceivedOn && on <= Amsterdam.DateOf(file.Now));
            appeal.WithdrawnOn = on;
            // A measure for the time of the appeal ends with it.
            appeal.EndMeasures(on);
            // While the board decides again, its own term goes on.
            if (file.Case.State is CaseState.Annulled || CaseStates.Deciding.Contains(file.Case.State)) return new Step(how);
            return new Step(how, file.After.LastDay);
        },
        ct);

    /// <summary>The appeal goes on, against the decision that was taken meanwhile (Awb 6:19), where it was: at the appeals board, at the Council, or still to be settled.</summary>
    public Task<Answer> ResumeAsync(CaseAsSeen @case, PersonId by, CancellationToken ct) => files.StepAsync(@case, CaseAction.ResumeAppeal, by,
        file => new Step(Due: file.After.Appeal is { Body: AppealBody.ExamAppealsBoard, SettleBy: not null } ? RulingDue(file) : null), ct);

    // A decision taken meanwhile gives the appeals board no more time. Of an appeal that came before the decision was sent no term runs while no sending of that counts (Awb 6:8, 6:10);
    // the one before it has nothing to do with it.
    private static DateOnly? RulingDue(CaseFile file) => file.After.Appeal?.RuleBy
        ?? (file.After is { HasGoneOut: true, SentAt: { } sent } ? StatutoryTerms.AppealsBoardDecision(StatutoryTerms.Appeal(Amsterdam.DateOf(sent)).LastDay).LastDay : null);
}
