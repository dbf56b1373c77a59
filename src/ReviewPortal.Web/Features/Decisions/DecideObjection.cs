using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Decisions;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Writing;
using ReviewPortal.Infrastructure.Pdf;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Web.Access;

namespace ReviewPortal.Web.Features.Decisions;

/// <summary>The executive board decides on an objection to its decision on the enrolment, after hearing the student (WHW 7.63b; Awb 7:2, 7:11). Against it one can go to the Council of State.</summary>
public sealed class DecideObjection(CaseFiles files, DocumentPress press)
{
    /// <param name="hearing">How the student was heard on the day of the invitation, or why not (Awb 7:3 onder c en d); may be left out when the objection is inadmissible, or met in full (onder a en e).</param>
    public Task<Answer> RunAsync(CaseAsSeen @case, ObjectionOutcome outcome, HearingRecord hearing, string reasons, Signatory by, CancellationToken ct) => files.StepAsync(
        @case, CaseAction.DecideObjection, by.Person,
        async file =>
        {
            Choices.RefuseUnknown(outcome);
            Choices.RefuseUnknown(hearing.Not ?? default);
            file.Signing = by.Signing;
            var founded = outcome is ObjectionOutcome.Founded;
            file.Pin(Requirement.ObjectionOpen);
            file.State(Requirement.HeardOnObjection, file.After.Objection is not { } heardOn || hearing.Suffices(outcome, heardOn, file.After.Hearing, file.Now));
            if (file.After.NotHeard(file.Now) is { } why) file.Explain(Requirement.HeardOnObjection, why);
            file.State(Requirement.EnrolmentToRestore, !founded || file.Meets(Requirement.EnrolmentToRestore));
            file.StateLength(hearing.Words, HearingRecord.Longest);
            file.StateWritten(Requirement.ObjectionReasons, reasons);
            // Without an objection there is no letter whose words could be wrong.
            file.State(Requirement.WordsFitForLetter, true);
            if (file.After.Objection is not { IsOpen: true } objection) return new Step();

            Decide(file, objection, outcome, hearing, reasons);
            await press.StateWordsAsync(file, LetterKinds.Of(outcome), ct);
            return new Step(reasons);
        },
        // The decision has no effect before it is made known, with its own remedy (Awb 3:40, 3:45, 7:12).
        file => press.IssueAsync(file, LetterKinds.Of(outcome), ct),
        ct);

    /// <summary>The decision as it would read; null when no objection is open, or not for this person.</summary>
    /// <inheritdoc cref="RunAsync" path="/param"/>
    public Task<Document?> DrawAsync(CaseId @case, ObjectionOutcome outcome, HearingRecord hearing, string reasons, PersonId by, CancellationToken ct) => files.LookAsync(
        @case, by,
        async file =>
        {
            if (file.After.Objection is not { IsOpen: true } objection || !file.AskToPrepare(CaseAction.DecideObjection).IsDone) return null;
            Decide(file, objection, outcome, hearing, reasons);
            return await press.DraftAsync(file, LetterKinds.Of(outcome), ct);
        },
        ct);

    private static void Decide(CaseFile file, Objection objection, ObjectionOutcome outcome, HearingRecord hearing, string reasons)
    {
        (objection.Outcome, objection.Reasons, objection.DecidedAt, objection.DecidedByName) = (outcome, reasons.Trim(), file.Now, file.Actor.Name);
        hearing.Keep(objection);
        if (outcome is ObjectionOutcome.Founded && file.After.Termination is { } ended) ended.Restored = true;
    }
}
