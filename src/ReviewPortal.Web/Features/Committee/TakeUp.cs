using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Committee;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Infrastructure.Pdf;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Web.Features.Committee;

/// <summary>A text as its writer had it before them, and as it reads now.</summary>
public sealed record Rewritten(string From, string To);

/// <summary>The board takes up a proces-verbaal; the student is told that it exists (L14).</summary>
public sealed class TakeUp(CaseFiles files, DocumentPress press)
{
    public Task<Answer> RunAsync(CaseAsSeen @case, PersonId by, CancellationToken ct) => files.StepAsync(
        @case, CaseAction.TakeUp, by,
        file =>
        {
            file.Investigation = new Investigation { Case = file.Case.Id, TakenUpBy = by, TakenUpByName = file.Actor.Name, TakenUpAt = file.Now };
            file.Db.Add(file.Investigation);
            return Task.FromResult(new Step());
        },
        // An examiner's report has been told to the student already (UU-EXR-1).
        file => file.Student is null || file.ExaminerReport is not null ? Task.CompletedTask : press.IssueAsync(file, LetterKind.NoticeOfReport, ct),
        ct);

    /// <summary>Keeps what the board found out, while it is being written.</summary>
    public Task<Answer> WriteFindingsAsync(CaseId @case, Rewritten findings, PersonId by, CancellationToken ct) => files.PrepareAsync(
        @case, CaseAction.InviteView, by,
        file =>
        {
            // Two people may have the dossier open: nobody's words are written over unseen.
            if (file.Investigation!.Findings != findings.From) return Task.FromResult<Refused?>(new(CaseAction.InviteView, RefusalKind.ChangedMeanwhile));
            file.StateLength(findings.To, StaffWords.Longest);
            file.Investigation.Findings = findings.To;
            return Task.FromResult<Refused?>(null);
        },
        ct);
}
