using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Decisions;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Writing;
using ReviewPortal.Infrastructure.Pdf;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Web.Access;

namespace ReviewPortal.Web.Features.Decisions;

/// <summary>On serious fraud the board proposes, and the executive board decides, whether the enrolment ends (WHW 7.12b lid 2).</summary>
public sealed class Termination(CaseFiles files, DocumentPress press)
{
    /// <summary>
    /// A first member writes and signs; in the place of what another wrote and nobody signed after. Before the decision goes out the proposal becomes part of its letter, and the decision's
    /// co-signature is the second.
    /// </summary>
    public Task<Answer> ProposeAsync(CaseAsSeen @case, string reasons, Signatory by, CancellationToken ct) => files.StepAsync(
        @case, CaseAction.ProposeTermination, by.Person,
        async file =>
        {
            file.Signing = by.Signing;
            file.StateWritten(Requirement.TerminationReasons, reasons);
            var serious = file.Pin(Requirement.SeriousFraud);
            file.State(Requirement.NotCoSigned, file.Decision?.CoSignedBy is null);
            if (serious)
            {
                // A proposal that ended in a restored enrolment has had its letters; fraud that was established anew asks for its own.
                if (file.After.Termination is { } earlier) file.Db.Remove(earlier);
                file.After.Termination = TerminationProposal.Of(file.Case.Id, reasons.Trim(), file.Actor, file.Now);
                file.Db.Add(file.After.Termination);
            }

            // Without fraud there is no letter whose words could be wrong.
            file.State(Requirement.WordsFitForLetter, true);
            if (file.Decision is { Outcome: Outcome.Fraud }) await press.StateWordsAsync(file, KindOf(file), ct);
            return new Step(reasons);
        },
        keep: null,
        ct);

    /// <summary>Another member signs the same, and with that it goes to the executive board; the student reads it in a letter.</summary>
    /// <param name="proposedAt">When what this member read was signed; not what somebody wrote in its place meanwhile.</param>
    public Task<Answer> CoSignAsync(CaseAsSeen @case, DateTimeOffset proposedAt, Signatory by, CancellationToken ct) => files.StepAsync(
        @case, CaseAction.CoSignTermination, by.Person,
        async file =>
        {
            file.Signing = by.Signing;
            file.State(Requirement.ProposalByAnother, file.Meets(Requirement.ProposalByAnother) && file.After.Termination?.ProposedAt == proposedAt);
            file.Pin(Requirement.ProposalGroundStands);
            if (file.Meets(Requirement.ProposalByAnother)) file.After.Termination!.CoSign(file.Actor, file.Now);
            await press.StateWordsAsync(file, LetterKind.TerminationProposed, ct);
            return new Step(file.After.Termination?.Reasons);
        },
        file => press.IssueAsync(file, LetterKind.TerminationProposed, ct),
        ct);

    /// <summary>The letter as it would read: with the decision, or of its own; null when there is nothing to propose, or not for this person.</summary>
    /// <param name="reasons">What is being written; null for what a first member signed.</param>
    public Task<Document?> DrawAsync(CaseId @case, string? reasons, PersonId by, CancellationToken ct) => files.LookAsync(
        @case, by,
        async file =>
        {
            if (file.Decision is not { IsSigned: true, Outcome: Outcome.Fraud } || !file.AskToPrepare(reasons is null ? CaseAction.CoSignTermination : CaseAction.ProposeTermination).IsDone) return null;
            if (reasons is not null) file.After.Termination = TerminationProposal.Of(file.Case.Id, reasons.Trim(), file.Actor, file.Now);
            else file.After.Termination?.CoSign(file.Actor, file.Now);
            return file.After.Termination is null ? null : await press.DraftAsync(file, KindOf(file), ct);
        },
        ct);

    /// <param name="hearing">How the executive board heard the student on the day of its invitation; needed to end an enrolment (Awb 4:8).</param>
    public Task<Answer> DecideAsync(CaseAsSeen @case, bool terminate, string hearing, string reasons, Signatory by, CancellationToken ct) => files.StepAsync(
        @case, terminate ? CaseAction.TerminateEnrolment : CaseAction.KeepEnrolment, by.Person,
        async file =>
        {
            file.Signing = by.Signing;
            file.StateWritten(Requirement.TerminationReasons, reasons);
            file.Pin(Requirement.TerminationProposed);
            file.StateLength(hearing, HearingRecord.Longest);
            Decide(file, terminate, hearing, reasons);
            await press.StateWordsAsync(file, KindOf(terminate), ct);
            return new Step(reasons);
        },
        // Its own letter with its own remedy; without it the decision has no effect (Awb 3:40, 3:45; L8).
        file => press.IssueAsync(file, KindOf(terminate), ct),
        ct);

    /// <summary>The letter on the enrolment as it would read; null when there is nothing to decide, or not for this person.</summary>
    /// <inheritdoc cref="DecideAsync" path="/param"/>
    public Task<Document?> DrawDecisionAsync(CaseId @case, bool terminate, string hearing, string reasons, PersonId by, CancellationToken ct) => files.LookAsync(
        @case, by,
        async file =>
        {
            if (!file.Meets(Requirement.TerminationProposed) || !file.AskToPrepare(terminate ? CaseAction.TerminateEnrolment : CaseAction.KeepEnrolment).IsDone) return null;
            Decide(file, terminate, hearing, reasons);
            return await press.DraftAsync(file, KindOf(terminate), ct);
        },
        ct);

    /// <summary>The board takes its proposal back, as it must when the finding on which it rests no longer stands. The reasons stay on the timeline.</summary>
    public Task<Answer> WithdrawAsync(CaseAsSeen @case, string reasons, PersonId by, CancellationToken ct) => files.StepAsync(
        @case, CaseAction.WithdrawTermination, by,
        file =>
        {
            file.StateWritten(Requirement.TerminationReasons, reasons);
            file.Pin(Requirement.ProposalToWithdraw);
            // A proposal that fell with its finding stands in no letter that was signed.
            file.State(Requirement.NotCoSigned, file.Case.State is not CaseState.Decided || file.Decision?.CoSignedBy is null || !file.DecisionKind.Proposes());
            if (file.After.Termination is { } proposal) file.Db.Remove(proposal);
            file.After.Termination = null;
            return new Step(reasons);
        },
        ct);

    /// <summary>The executive board looks again at an enrolment it ended on a finding of fraud that was annulled or replaced.</summary>
    public Task<Answer> ReconsiderAsync(CaseAsSeen @case, bool restored, string reasons, Signatory by, CancellationToken ct) => files.StepAsync(
        @case, CaseAction.ReconsiderTermination, by.Person,
        async file =>
        {
            file.Signing = by.Signing;
            file.StateWritten(Requirement.TerminationReasons, reasons);
            file.Pin(Requirement.TerminationGroundFell);
            // Without fraud that stands an enrolment cannot stay ended.
            file.State(Requirement.FraudStillStands, restored || file.Meets(Requirement.FraudStillStands));
            Reconsider(file, restored, reasons);
            await press.StateWordsAsync(file, Reconsidered(restored), ct);
            return new Step(reasons);
        },
        file => press.IssueAsync(file, Reconsidered(restored), ct),
        ct);

    /// <summary>The letter on the enrolment that was ended as it would read; null when there is nothing to reconsider, or not for this person.</summary>
    public Task<Document?> DrawReconsideredAsync(CaseId @case, bool restored, string reasons, PersonId by, CancellationToken ct) => files.LookAsync(
        @case, by,
        async file =>
        {
            if (!file.Meets(Requirement.TerminationGroundFell) || !file.AskToPrepare(CaseAction.ReconsiderTermination).IsDone) return null;
            Reconsider(file, restored, reasons);
            return await press.DraftAsync(file, Reconsidered(restored), ct);
        },
        ct);

    private static void Decide(CaseFile file, bool terminate, string hearing, string reasons)
    {
        if (file.After.Termination is { } proposal)
            (proposal.Hearing, proposal.Terminated, proposal.DecisionReasons, proposal.DecidedAt, proposal.DecidedByName) = (hearing.Trim(), terminate, reasons.Trim(), file.Now, file.Actor.Name);
    }

    private static void Reconsider(CaseFile file, bool restored, string reasons)
    {
        if (file.After.Termination is { } proposal)
            (proposal.Restored, proposal.ReconsideredReasons, proposal.ReconsideredAt, proposal.ReconsideredByName) = (restored, reasons.Trim(), file.Now, file.Actor.Name);
    }

    private static LetterKind Reconsidered(bool restored) => restored ? LetterKind.EnrolmentRestored : LetterKind.EnrolmentUpheld;

    private static LetterKind KindOf(CaseFile file) => file.Case.State is CaseState.Decided ? LetterKind.FraudProposal : LetterKind.TerminationProposed;

    private static LetterKind KindOf(bool terminate) => terminate ? LetterKind.EnrolmentTerminated : LetterKind.EnrolmentKept;
}
