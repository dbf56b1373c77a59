using Microsoft.AspNetCore.Components;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Recordings;

namespace ReviewPortal.Web.Features.Recordings;

public sealed partial class ReportList(DeliveryReports reports)
{
    private const int PageSize = 25;

    private IReadOnlyList<DeliveryReport>? _rows;
    private int _total;

    [Parameter, EditorRequired]
    public PersonId By { get; set; }

    protected override Task OnParametersSetAsync() => ShowAsync(0);

    private async Task ShowAsync(int skip) => (_rows, _total) = await reports.ListAsync(By, skip, PageSize, CancellationToken.None);
}
