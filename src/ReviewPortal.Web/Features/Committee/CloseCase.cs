using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Committee;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Infrastructure.Pdf;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Web.Features.Committee;

/// <summary>The inquiry found no ground: a member proposes to close, the chair closes, so that two people looked.</summary>
public sealed class CloseCase(CaseFiles files, DocumentPress press)
{
    public Task<Answer> ProposeAsync(CaseAsSeen @case, string reasons, PersonId by, CancellationToken ct) => files.StepAsync(
        @case, CaseAction.ProposeClosing, by,
        async file =>
        {
            file.StateWritten(Requirement.ClosingReasons, reasons);
            if (file.Closing is null)
            {
                file.Closing = new Closing { Case = file.Case.Id };
                file.Db.Add(file.Closing);
            }

            (file.Closing.ProposedBy, file.Closing.ProposedByName, file.Closing.ProposedAt, file.Closing.Reasons) = (file.Actor.Id, file.Actor.Name, file.Now, reasons.Trim());
            // These reasons go to the student when the chair closes.
            await press.StateWordsAsync(file, LetterKind.ClosedWithoutGrounds, ct);
            return new Step(reasons);
        },
        keep: null,
        ct);

    public Task<Answer> CloseAsync(CaseAsSeen @case, PersonId by, CancellationToken ct) => files.StepAsync(
        @case, CaseAction.CloseNoGrounds, by,
        file => Task.FromResult(new Step(file.Closing?.Reasons)),
        file => file.Student is null ? Task.CompletedTask : press.IssueAsync(file, LetterKind.ClosedWithoutGrounds, ct),
        ct);
}
