using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Committee;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Web.Access;

namespace ReviewPortal.Web.Features.Committee;

/// <summary>What the board keeps about a case beside the steps: who stepped back, what was asked, what it has in common with others, and when the board hears whom.</summary>
public sealed record BoardRecords(
    ImmutableArray<DeclaredConflict> Declarations,
    bool YouHaveConflict,
    ImmutableArray<AskedInformation> Requests,
    ImmutableArray<LinkedIncident> Incidents,
    ImmutableArray<PlannedHearing> OtherHearings)
{
    public static async Task<BoardRecords> OfAsync(CaseFile file, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(file);
        var (id, db) = (file.Case.Id, file.Db);
        var requests = await db.InformationRequests.Where(item => item.Case == id).OrderBy(item => item.AskedAt).ToListAsync(ct);
        var incidents = await db.IncidentCases.Where(link => link.Case == id).Join(db.Incidents, link => link.Incident, incident => incident.Id, (_, incident) => incident).OrderBy(item => item.NamedAt).ToListAsync(ct);
        var mayPlan = file.Case.State is CaseState.HearingScheduled;
        var hearings = !mayPlan ? [] : await db.Hearings.Where(item => item.Case != id && item.PlannedAt >= file.Now)
            .Join(db.CasesFor(file.Actor).Where(item => item.State == CaseState.HearingScheduled), hearing => hearing.Case, item => item.Id, (hearing, item) => new { hearing.PlannedAt, hearing.Place, item.Number })
            .OrderBy(row => row.PlannedAt).ToListAsync(ct);
        return new BoardRecords(
            [.. file.Declarations.Select(item => new DeclaredConflict(item.Name, item.Reason, item.At))],
            file.Conflict.WithBoard(file.Actor),
            [.. requests.Select(AskedInformation.Of)],
            [.. incidents.Select(item => new LinkedIncident(item.Title, item.Description, item.ReportedBy))],
            [.. hearings.Select(row => new PlannedHearing(row.Number, row.PlannedAt!.Value, row.Place))]);
    }

    /// <summary>The other hearings in the week of this day, Monday to Sunday.</summary>
    public IEnumerable<PlannedHearing> HearingsInWeekOf(DateOnly day)
    {
        var monday = day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
        return OtherHearings.Where(hearing => Core.Calendar.Amsterdam.DateOf(hearing.At) is var date && date >= monday && date < monday.AddDays(7));
    }
}

public sealed record DeclaredConflict(string Name, string Reason, DateTimeOffset At);

public sealed record LinkedIncident(string Title, string Description, string ReportedBy)
{
    /// <summary>How the findings of each case may begin; what follows is about this case alone.</summary>
    public string AsFindings => $"{Title}. {Description}\n\n";
}

public sealed record PlannedHearing(CaseNumber Number, DateTimeOffset At, string Place);

public sealed record AskedInformation(
    Guid Id, InformationSource Source, string Purpose, DateOnly Due, string AskedBy, DateTimeOffset AskedAt, string Answer, string? AnsweredBy, DateTimeOffset? AnsweredAt)
{
    public bool IsOpen => AnsweredAt is null;

    public static AskedInformation Of(InformationRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return new(request.Id, request.Source, request.Purpose, request.Due, request.AskedByName, request.AskedAt, request.Answer, request.AnsweredByName, request.AnsweredAt);
    }
}
