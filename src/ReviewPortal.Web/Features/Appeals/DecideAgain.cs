using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Committee;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Infrastructure.Pdf;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Web.Features.Appeals;

/// <summary>
/// The board takes its decision up again: because it was annulled, to settle, or of its own motion. The old decision is laid aside and stays
/// readable (I10). On the file as it stands only in the student's favour; otherwise the student is heard again (Awb 4:8).
/// </summary>
public sealed class DecideAgain(CaseFiles files, DocumentPress press)
{
    /// <param name="inFavour">The member states that the student can only gain by it; not asked after an annulment.</param>
    public Task<Answer> RedecideAsync(CaseAsSeen @case, string reasons, bool inFavour, PersonId by, CancellationToken ct) => RunAsync(@case, CaseAction.Redecide, reasons, inFavour, by, ct);

    public Task<Answer> HearAgainAsync(CaseAsSeen @case, string reasons, PersonId by, CancellationToken ct) => RunAsync(@case, CaseAction.HearAgain, reasons, inFavour: false, by, ct);

    /// <summary>After an annulment nothing is left to decide; the student reads that, and why (law.md section 4, row 36).</summary>
    public Task<Answer> CloseAsync(CaseAsSeen @case, string reasons, PersonId by, CancellationToken ct)
    {
        Closing? closing = null;
        return files.StepAsync(
        @case, CaseAction.CloseAnnulled, by,
        async file =>
        {
            file.StateWritten(Requirement.ClosingReasons, reasons);
            var before = file.Closing;
            closing = file.Closing = new Closing { Case = file.Case.Id, ProposedBy = file.Actor.Id, ProposedByName = file.Actor.Name, ProposedAt = file.Now, Reasons = reasons.Trim() };
            await press.StateWordsAsync(file, LetterKind.ClosedAfterAnnulment, ct);
            // What an inquiry proposed once goes with the round that is laid aside.
            file.Closing = before;
            return new Step(reasons);
        },
        async file =>
        {
            file.CloseRound(reasons, new RoundEnd(Annulled: true));
            file.Closing = closing;
            file.Db.Add(closing!);
            if (file.Student is not null) await press.IssueAsync(file, LetterKind.ClosedAfterAnnulment, ct);
        },
        ct);
    }

    private Task<Answer> RunAsync(CaseAsSeen @case, CaseAction action, string reasons, bool inFavour, PersonId by, CancellationToken ct)
    {
        var annulled = false;
        return files.StepAsync(
        @case, action, by,
        file =>
        {
            annulled = file.Case.State is CaseState.Annulled;
            file.StateWritten(Requirement.ReconsiderReasons, reasons);
            file.State(Requirement.InFavourOfStudent, inFavour);
            return Task.FromResult(new Step(reasons, annulled ? file.After.LastAnnulment?.DecideBy : null));
        },
        file =>
        {
            file.CloseRound(reasons, new RoundEnd(annulled, InFavour: action is CaseAction.Redecide, HearAgain: action is CaseAction.HearAgain));
            return Task.CompletedTask;
        },
        ct);
    }
}
