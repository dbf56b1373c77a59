using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Infrastructure.Accounts;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Web.Access;

namespace ReviewPortal.Web.Features.Committee;

/// <summary>The incidents that were named, and the cases that can still be linked to one. It writes nothing.</summary>
public sealed class IncidentViews(PortalDbs dbs)
{
    private static readonly CaseState[] Linkable = [.. CaseLifecycle.Table.Where(row => row.Action is CaseAction.LinkIncident).Select(row => row.From!.Value)];

    public const int PageSize = 10;

    /// <summary>The latest first, a page at a time; none for whoever is not of the board.</summary>
    public async Task<IncidentLines> ListAsync(PersonId by, int skip, CancellationToken ct)
    {
        await using var db = await dbs.LookAsync(ct);
        if (await db.PersonAsync(by, ct) is not { } actor || !MayLink(actor)) return new IncidentLines([], 0);
        var incidents = await db.Incidents.Join(db.Exams, item => item.Exam, exam => exam.Id, (item, exam) => new { item, exam.Title })
            .OrderByDescending(row => row.item.NamedAt).Skip(skip).Take(PageSize).ToListAsync(ct);
        var ids = incidents.Select(row => row.item.Id).ToArray();
        var links = (await db.IncidentCases.Where(link => ids.Contains(link.Incident)).Join(db.CasesFor(actor), link => link.Case, item => item.Id, (link, item) => new { link.Incident, item.Number }).ToListAsync(ct))
            .ToLookup(link => link.Incident, link => link.Number);
        return new IncidentLines(
            [.. incidents.Select(row => new IncidentLine(row.item.Title, row.item.Description, row.item.ReportedBy, row.item.NamedByName, row.item.NamedAt, row.Title, [.. links[row.item.Id].Order()]))],
            await db.Incidents.CountAsync(ct));
    }

    /// <summary>The tests of which cases can be linked, each with those cases.</summary>
    public async Task<ImmutableArray<ExamWithCases>> ToLinkAsync(PersonId by, CancellationToken ct)
    {
        await using var db = await dbs.LookAsync(ct);
        if (await db.PersonAsync(by, ct) is not { } actor || !MayLink(actor)) return [];
        var found = await db.CasesFor(actor).Where(item => Linkable.Contains(item.State))
            .Join(db.Sittings, item => item.Sitting, sitting => sitting.Id, (item, sitting) => new { item.Id, item.Number, item.State, item.Version, sitting.Pseudonym, sitting.Exam })
            .Join(db.Exams, row => row.Exam, exam => exam.Id, (row, exam) => new { row, exam.Title, exam.Code })
            .OrderBy(pair => pair.row.Number).ToListAsync(ct);
        return [.. found.GroupBy(pair => (pair.row.Exam, pair.Title, pair.Code)).OrderBy(exam => exam.Key.Title, StringComparer.Ordinal)
            .Select(exam => new ExamWithCases(exam.Key.Exam, $"{exam.Key.Title} ({exam.Key.Code})", [.. exam.Select(pair => new LinkableCase(new CaseAsSeen(pair.row.Id, pair.row.Version), pair.row.Number, pair.row.Pseudonym, pair.row.State))]))];
    }

    private static bool MayLink(Actor actor) => Linkable.Any(state => CaseLifecycle.From(state, actor.Roles).Any(row => row.Action is CaseAction.LinkIncident));
}

/// <param name="Total">On all pages together.</param>
public sealed record IncidentLines(ImmutableArray<IncidentLine> Lines, int Total);

public sealed record IncidentLine(
    string Title, string Description, string ReportedBy, string NamedBy, DateTimeOffset NamedAt, string Exam, ImmutableArray<CaseNumber> Cases);

public sealed record ExamWithCases(Guid Exam, string Name, ImmutableArray<LinkableCase> Cases);

public sealed record LinkableCase(CaseAsSeen Case, CaseNumber Number, string Pseudonym, CaseState State);
