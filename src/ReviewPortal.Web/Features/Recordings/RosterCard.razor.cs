using Microsoft.AspNetCore.Components;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Necessity;

namespace ReviewPortal.Web.Features.Recordings;

/// <summary>The candidates of one test.</summary>
public sealed partial class RosterCard(TakeInRoster rosters)
{
    private const int AtFirst = 200;
    private int _most = AtFirst;
    private Shown _shown;
    private bool _asking;

    private enum Shown
    {
        All,
        Missing,
        Allowed,
        NoAccount,
    }

    [Parameter, EditorRequired]
    public required RosterDetails Details { get; set; }

    [Parameter, EditorRequired]
    public PersonId By { get; set; }

    /// <summary>The roster was taken away.</summary>
    [Parameter]
    public EventCallback OnGone { get; set; }

    private IEnumerable<RosterRow> Rows => Details.Rows.Where(row => Is(row, _shown));

    private static bool Is(RosterRow row, Shown shown) => shown switch
    {
        Shown.Missing => row.Case is null && row.Attendance is not Attendance.Absent,
        Shown.Allowed => row.ExtraMinutes > 0 || !row.Allowances.IsEmpty,
        // Only of whom a letter could have to be written.
        Shown.NoAccount => row.Case is not null && !row.HasAccount,
        _ => true,
    };

    private async Task RemoveAsync()
    {
        await rosters.RemoveAsync(Details.Exam.Code, By, CancellationToken.None);
        await OnGone.InvokeAsync();
    }
}
