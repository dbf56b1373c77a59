using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Web.Access;

namespace ReviewPortal.Web.Features.Review;

/// <summary>Says on which track and when a citizen service number can be seen.</summary>
public sealed partial class BsnPanel(ReportBsn report)
{
    // How long a card is held up at least, so that a report takes in more than one moment.
    private const double Around = 5;

    private ImmutableArray<BsnLine> _own = [];
    private TrackRole? _track;
    private double _from;
    private double _to;
    private string _note = "";
    private Answer? _refused;

    [Parameter, EditorRequired]
    public required CaseHead Head { get; set; }

    [Parameter, EditorRequired]
    public required ReviewView View { get; set; }

    [Parameter, EditorRequired]
    public PersonId By { get; set; }

    [Parameter, EditorRequired]
    public required Func<Task<double>> Now { get; set; }

    [Parameter]
    public EventCallback<Answer> OnKept { get; set; }

    [Parameter]
    public EventCallback OnClose { get; set; }

    // What is asked for stands in the form itself; only whose review it is decides beforehand.
    private Answer? Ready => View.May[CaseAction.ReportBsn] is Refused { Kind: RefusalKind.Unmet } refused && !refused.Unmet.Contains(Requirement.ReviewOfYours) && _to > _from
        ? new Done(CaseLifecycle.Table.First(row => row.Action is CaseAction.ReportBsn && row.From == Head.State))
        : View.May[CaseAction.ReportBsn];

    protected override async Task OnInitializedAsync()
    {
        _track = View.Watched.IsEmpty ? null : View.Watched[0].Role;
        _own = await report.OwnAsync(Head.Id, By, CancellationToken.None);
        var now = await Now();
        (_from, _to) = (now, Math.Min(View.Seconds, now + Around));
    }

    private async Task SendAsync()
    {
        var answer = await report.RunAsync(Head.AsSeen, new BsnPlace(_track, _from, _to, _note), By, CancellationToken.None);
        _refused = answer as Refused;
        if (answer.IsDone) (_note, _own) = ("", await report.OwnAsync(Head.Id, By, CancellationToken.None));
        else return;
        await OnKept.InvokeAsync(answer);
    }
}
