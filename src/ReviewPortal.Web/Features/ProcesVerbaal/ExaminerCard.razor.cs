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
    private Answer? _refused;

    [Parameter, EditorRequired]
    public required CaseHead Head { get; set; }

    [Parameter, EditorRequired]
    public PersonId By { get; set; }

    [Parameter]
    public EventCallback OnDone { get; set; }

    protected override Task OnParametersSetAsync() => files.LookAsync(
        Head.Id, By,
        file =>
        {
            (_report, _to) = (file.ExaminerReport, file.AskToPrepare(CaseAction.ReportByExaminer));
            return true;
        },
        CancellationToken.None);

    private async Task ReportAsync(StepInput input)
    {
        _refused = await reporting.RunAsync(Head.AsSeen, input.Text, By, CancellationToken.None) as Refused;
        await OnDone.InvokeAsync();
    }
}
