using Microsoft.AspNetCore.Components;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Writing;
using ReviewPortal.Web.Ui;

namespace ReviewPortal.Web.Features.Committee;

/// <summary>Plans the hearing and records it; the minutes of an hour must not hang on one connection.</summary>
public sealed partial class HearingCard(TimeProvider clock, ILogger<Autosave> log) : IAsyncDisposable
{
    private DateOnly _date;
    private TimeOnly _time = new(10, 0);
    private string _place = "";
    private HearingReport _report = new("", "", "", false);
    private Autosave? _autosave;

    [Parameter, EditorRequired]
    public required Dossier Dossier { get; set; }

    [Parameter]
    public EventCallback<(DateTimeOffset At, string Place)> OnPlan { get; set; }

    /// <summary>Keeps what has been written so far.</summary>
    [Parameter, EditorRequired]
    public required Func<HearingReport, Task<Answer>> Keep { get; set; }

    [Parameter]
    public EventCallback<HearingReport> OnRecord { get; set; }

    [Parameter]
    public EventCallback OnNoReaction { get; set; }

    // So that the board is not asked for two places at once.
    private string[] Week => [.. Dossier.Records.HearingsInWeekOf(_date).Select(hearing => $"{hearing.Number}, {hearing.At.InWords(Here.Language)}, {hearing.Place}")];

    // The day, the place and the minutes stand on this page before they are in the file: they are judged here as the action will judge them.
    private Answer ToPlan => Dossier.MayOnce(CaseAction.PlanHearing, (Requirement.HearingPlace, !Inked.IsEmpty(_place)), (Requirement.NoticeTerm, _date >= Dossier.EarliestReactBy), (Requirement.TermNotTooLong, _date <= Dossier.LatestReactBy));

    // The page may stand open while the hearing is held.
    private Answer ToRecord => Dossier.MayOnce(CaseAction.RecordHearing,
        (Requirement.HearingPlanned, Dossier.Hearing?.PlannedAt <= clock.GetUtcNow()),
        (Requirement.HearingMinutes, !Inked.IsEmpty(_report.Attendees) && !Inked.IsEmpty(_report.Minutes) && (_report.CautionGiven || !Dossier.CautionIsGiven)));

    public ValueTask DisposeAsync() => _autosave?.DisposeAsync() ?? ValueTask.CompletedTask;

    protected override void OnInitialized()
    {
        _date = Dossier.EarliestReactBy;
        _report = Dossier.Hearing?.Report ?? _report;
        _autosave = new Autosave(() => Keep(_report), InvokeAsync, StateHasChanged, log);
    }

    private void Write(HearingReport report)
    {
        _report = report;
        _autosave!.Touch();
    }

    private async Task RecordAsync()
    {
        if (await _autosave!.FlushAsync()) await OnRecord.InvokeAsync(_report);
    }
}
