using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Retention;
using ReviewPortal.Core.Writing;
using ReviewPortal.Infrastructure.Accounts;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Web.Access;
using ReviewPortal.Web.Ui;

namespace ReviewPortal.Web.Features.Retention;

/// <summary>How long the recordings of a case are kept, and why.</summary>
public sealed partial class RetentionPage(PortalDbs dbs, CaseDoor door, Me me)
{
    private sealed record Line(CaseNumber Number, CaseState State, DateTimeOffset Since);

    private const int Shown = 200;

    private List<Line>? _kept;
    private int _more;
    private CaseHead? _head;
    private PersonId _by;
    private bool _loaded;

    [Parameter]
    public string? Number { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        _by = await me.IdAsync();
        await LoadAsync();
    }

    private async Task LoadAsync()
    {
        _head = Number is null ? null : await door.OpenAsync(Number, Room.Retention, _by, CancellationToken.None);
        await using var db = await dbs.LookAsync(CancellationToken.None);
        if (await db.PersonAsync(_by, CancellationToken.None) is { } actor && actor.Roles.Any(role => CaseSight.Table.Any(row => row.Role == role && row.Rooms.Contains(Room.Retention))))
        {
            var cases = db.CasesFor(actor).Where(item => item.State == CaseState.Cleared || CaseStates.WithDecision.Contains(item.State));
            if (_head is not null) cases = cases.Where(item => item.Id == _head.Id);
            _kept = await cases.OrderBy(item => item.Since).Take(Shown).Select(item => new Line(item.Number, item.State, item.Since)).ToListAsync();
            _more = await cases.CountAsync() - _kept.Count;
        }

        _loaded = true;
    }

    private string Until(Line line)
    {
        var rule = RetentionSchedule.Of(line.State is CaseState.Cleared ? RetentionSubject.RecordingWithoutReport : RetentionSubject.RecordingWithReport);
        return line.State is CaseState.Cleared
            ? Texts["NotBefore", Amsterdam.DateOf(line.Since).AddDays(rule.Days).InWords(Here.Language)]
            : Texts["AfterIrrevocable", rule.Days];
    }
}
