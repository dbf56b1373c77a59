using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Decisions;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Writing;
using ReviewPortal.Infrastructure.Pdf;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Web.Access;

namespace ReviewPortal.Web.Features.Letters;

/// <summary>
/// The new chance after an irregularity (art. 4.3a lid 2): planned by the education office, or granted or refused by the board on request. Whether it is given the board
/// decides, so two members sign: the letter goes out with the second signature.
/// </summary>
public sealed class AnswerRetake(CaseFiles files, DocumentPress press)
{
    /// <param name="place">Where and at what hour; the student reads it with the day.</param>
    public Task<Answer> PlanAsync(CaseAsSeen @case, DateOnly on, string place, PersonId by, CancellationToken ct) => files.StepAsync(
        @case, CaseAction.PlanRetake, by,
        async file =>
        {
            file.StateLength(place, StaffWords.Line);
            if (file.After.Retake is { } retake) (retake.On, retake.Place, retake.PlannedByName) = (on, place.Trim(), file.Actor.Name);
            await press.StateWordsAsync(file, LetterKind.NewTestPlanned, ct);
            return new Step($"{on:yyyy-MM-dd}");
        },
        file => press.IssueAsync(file, LetterKind.NewTestPlanned, ct),
        ct);

    /// <summary>A first member writes and signs the answer; in the place of one that was written before.</summary>
    public Task<Answer> ProposeAsync(CaseAsSeen @case, bool grant, string reasons, Signatory by, CancellationToken ct) => files.StepAsync(
        @case, CaseAction.ProposeRetakeAnswer, by.Person,
        async file =>
        {
            file.Signing = by.Signing;
            file.Pin(Requirement.RetakeRequested);
            file.StateLength(reasons, StaffWords.Longest);
            file.After.Retake?.Propose(grant, reasons.Trim(), file.Actor, file.Now);
            await press.StateWordsAsync(file, KindOf(grant), ct);
            return new Step(reasons);
        },
        keep: null,
        ct);

    /// <summary>Another member signs the same answer, and it goes out as a letter.</summary>
    /// <param name="granted">What the member read and signs; not what somebody wrote in its place meanwhile.</param>
    public Task<Answer> AnswerAsync(CaseAsSeen @case, bool granted, Signatory by, CancellationToken ct) => files.StepAsync(
        @case, granted ? CaseAction.GrantRetake : CaseAction.RefuseRetake, by.Person,
        async file =>
        {
            file.Signing = by.Signing;
            file.Pin(Requirement.RetakeRequested);
            if (file.After.Retake is { ProposedGrant: { } proposed } retake && proposed == granted) retake.Answer(file.Actor, file.Now);
            else file.State(Requirement.RetakeAnswerByAnother, false);
            await press.StateWordsAsync(file, KindOf(granted), ct);
            return new Step(file.After.Retake?.AnswerReasons);
        },
        file => press.IssueAsync(file, KindOf(granted), ct),
        ct);

    /// <summary>The letter as it would read; null when there is nothing to answer, or not for this person.</summary>
    /// <param name="reasons">What is being written; null for what a first member signed.</param>
    public Task<Document?> DrawAsync(CaseId @case, bool grant, string? reasons, PersonId by, CancellationToken ct) => files.LookAsync(
        @case, by,
        async file =>
        {
            if (file.After.Retake is not { AnsweredAt: null } retake || !file.AskToPrepare(CaseAction.ProposeRetakeAnswer).IsDone) return null;
            if (reasons is not null) retake.Propose(grant, reasons.Trim(), file.Actor, file.Now);
            retake.Answer(file.Actor, file.Now);
            // Who will sign as the second, nobody knows yet.
            if (reasons is not null) retake.AnsweredAt = null;
            return await press.DraftAsync(file, KindOf(grant), ct);
        },
        ct);

    private static LetterKind KindOf(bool granted) => granted ? LetterKind.ExtraChanceGranted : LetterKind.ExtraChanceRefused;
}
