using Microsoft.AspNetCore.Components;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.ProcesVerbaal;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Web.Access;
using ReviewPortal.Web.Ui;

namespace ReviewPortal.Web.Features.ProcesVerbaal;

/// <summary>What the examiner of this exam found and reported, or the place to do so.</summary>
public sealed partial class ExaminerCard(CaseFiles files, ReportByExaminer reporting)
{
    private ExaminerReport? _report;
    private Answer? _to;

    protected override Task OnParametersSetAsync() => files.LookAsync(
        Head.Id, By,
        file =>
        {
            (_report, _to) = (file.ExaminerReport, file.AskToPrepare(CaseAction.ReportByExaminer));
            return true;
        },
        CancellationToken.None);

    private Task ReportAsync(StepInput input) => ActAsync(reporting.RunAsync(Head.AsSeen, input.Text, By, CancellationToken.None));
}
