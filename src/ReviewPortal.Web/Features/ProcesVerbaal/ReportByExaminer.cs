using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Necessity;
using ReviewPortal.Core.ProcesVerbaal;
using ReviewPortal.Infrastructure.Pdf;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Web.Features.ProcesVerbaal;

/// <summary>An examiner who finds something during or after the test reports it to the board and, in the same step, to the student (UU-EXR-1).</summary>
public sealed class ReportByExaminer(CaseFiles files, DocumentPress press)
{
    public Task<Answer> RunAsync(CaseAsSeen @case, string text, PersonId by, CancellationToken ct) => files.StepAsync(
        @case, CaseAction.ReportByExaminer, by,
        file =>
        {
            file.State(Requirement.NoCitizenNumber, !CitizenNumbers.StandIn(file.Exam, text));
            file.StateLength(text, StaffWords.Longest);
            file.ExaminerReport = new ExaminerReport { Case = file.Case.Id, By = file.Actor.Id, ByName = file.Actor.Name, At = file.Now, Text = text.Trim() };
            file.Db.Add(file.ExaminerReport);
            return Task.FromResult(new Step(text));
        },
        file => press.IssueAsync(file, LetterKind.NoticeOfReport, ct),
        ct);
}
