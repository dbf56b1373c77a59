using System.Collections.Immutable;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Decisions;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Infrastructure.Accounts;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Web.Access;

namespace ReviewPortal.Web.Features.Recordings;

/// <summary>One line of the list of sittings.</summary>
/// <param name="Covered">From 0 to 1, of the track that was recorded least.</param>
/// <param name="LongestGap">In seconds.</param>
public sealed record SittingRow(
    CaseNumber Number, CaseId Case, long Version, string Exam, DateTimeOffset Start, double Seconds, string Pseudonym, CaseState State, Outcome? Outcome, string? Reviewer, DateOnly? Due,
    double Covered, double LongestGap, int Signals, int Reports)
{
    /// <summary>The outcome was signed by one member and not yet by another.</summary>
    public bool IsProposed { get; init; }

    /// <summary>The decision was printed and has not been sent yet.</summary>
    public bool IsToPost { get; init; }
}

/// <summary>Between what somebody can choose.</summary>
public sealed record SittingChoices(
    ImmutableArray<(string Code, string Title)> Exams, ImmutableArray<CaseState> States, ImmutableArray<string> Faculties, ImmutableArray<string> Suppliers, ImmutableArray<(string Id, string Name)> Reviewers)
{
    public static readonly SittingChoices None = new([], [], [], [], []);
}

/// <summary>The sittings somebody may see, filtered, sorted and paged by the database.</summary>
public sealed class SittingList(PortalDbs dbs, TimeProvider clock)
{
    public const int PageSize = 25;

    // Less than this of a track, and a person should know before the review begins. A house figure: the protocol gives none (UU-DEF-2).
    private const double LittleShare = 0.9;

    public Task<(ImmutableArray<SittingRow> Rows, int Total)> RowsAsync(PersonId by, SittingFilter filter, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return RowsAsync(by, filter, (filter.Page - 1) * PageSize, PageSize, ct);
    }

    /// <summary>All of them in one piece, as far as a file for a spreadsheet goes.</summary>
    internal Task<(ImmutableArray<SittingRow> Rows, int Total)> RowsAsync(PersonId by, SittingFilter filter, int most, CancellationToken ct) => RowsAsync(by, filter, 0, most, ct);

    private async Task<(ImmutableArray<SittingRow> Rows, int Total)> RowsAsync(PersonId by, SittingFilter filter, int first, int most, CancellationToken ct)
    {
        await using var db = await dbs.LookAsync(ct);
        if (await db.PersonAsync(by, ct) is not { } actor) return ([], 0);

        var found = Narrowed(Lines(db, actor), filter, Amsterdam.DateOf(clock.GetUtcNow()));
        var total = await found.CountAsync(ct);
        var rows = await Sorted(db, found, filter).Skip(first).Take(most)
            .Select(line => new
            {
                line.Case,
                line.Title,
                line.Start,
                line.Pseudonym,
                line.Seconds,
                line.Covered,
                line.LongestGap,
                line.Reports,
                line.ReviewerName,
                Outcome = db.Decisions.Where(decision => decision.Case == line.Case.Id && decision.SignedAt != null).Select(decision => decision.Outcome).FirstOrDefault(),
                IsProposed = db.ProposedDecisions.Any(decision => decision.Case == line.Case.Id),
                IsToPost = db.DecisionsToPost().Any(sending => sending.Case == line.Case.Id),
                Signals = db.Signals.Count(signal => signal.Sitting == line.Case.Sitting),
            })
            .ToListAsync(ct);
        return ([.. rows.Select(row => new SittingRow(
            row.Case.Number, row.Case.Id, row.Case.Version, row.Title, row.Start, row.Seconds, row.Pseudonym, row.Case.State,
            CaseSight.MayKnowOutcome(row.Case.State, actor.Roles) ? row.Outcome : null, row.ReviewerName, row.Case.Due, row.Covered, row.LongestGap, row.Signals, row.Reports) { IsProposed = row.IsProposed, IsToPost = row.IsToPost })], total);
    }

    /// <summary>Only what occurs in sittings this person may see.</summary>
    public async Task<SittingChoices> ChoicesAsync(PersonId by, CancellationToken ct)
    {
        await using var db = await dbs.LookAsync(ct);
        if (await db.PersonAsync(by, ct) is not { } actor) return SittingChoices.None;
        var seen = await Lines(db, actor).Select(line => new { line.Code, line.Title, line.Faculty, line.Supplier, line.Case.State, line.Reviewer, line.ReviewerName }).Distinct().ToListAsync(ct);
        return new SittingChoices(
            [.. seen.Select(line => (line.Code, line.Title)).Distinct().OrderBy(exam => exam.Title, StringComparer.CurrentCulture)],
            [.. seen.Select(line => line.State).Distinct().Order()],
            [.. Names(seen.Select(line => line.Faculty))],
            [.. Names(seen.Select(line => line.Supplier))],
            [.. seen.Where(line => line.ReviewerName is not null).Select(line => (line.Reviewer!.Value.ToString(), line.ReviewerName!)).Distinct().OrderBy(pair => pair.Item2, StringComparer.CurrentCulture)]);
    }

    private static IEnumerable<string> Names(IEnumerable<string> names) => names.Where(name => name.Length > 0).Distinct(StringComparer.Ordinal).Order(StringComparer.CurrentCulture);

    // A reviewer to whom the sitting no longer belongs is none.
    private static IQueryable<Line> Lines(PortalDb db, Actor actor) => db.CasesFor(actor)
        .Join(db.Sittings, item => item.Sitting, sitting => sitting.Id, (item, sitting) => new { item, sitting })
        .Join(db.Exams, pair => pair.sitting.Exam, exam => exam.Id, (pair, exam) => new { pair.item, pair.sitting, exam })
        .Join(db.SittingFigures, row => row.sitting.Id, figures => figures.Sitting, (row, figures) => new { row.item, row.sitting, row.exam, figures })
        .SelectMany(row => db.Assignments.Where(assignment => assignment.Case == row.item.Id).DefaultIfEmpty(), (row, assignment) => new Line
        {
            Case = row.item,
            Title = row.exam.Title,
            Code = row.exam.Code,
            Faculty = row.exam.Faculty,
            Start = row.sitting.Start,
            Pseudonym = row.sitting.Pseudonym,
            Supplier = row.sitting.Supplier,
            Seconds = row.figures.Seconds,
            Covered = row.figures.Covered,
            LongestGap = row.figures.LongestGap,
            Reports = row.figures.Reports,
            Reviewer = assignment == null || row.item.State == CaseState.Imported ? null : assignment.Reviewer,
            ReviewerName = assignment == null || row.item.State == CaseState.Imported ? null : assignment.ReviewerName,
        });

    private static IQueryable<Line> Narrowed(IQueryable<Line> lines, SittingFilter filter, DateOnly today)
    {
        if (filter.Words.Trim() is { Length: > 0 } words) lines = Matching(lines, words);
        if (filter.Exam.Length > 0) lines = lines.Where(line => line.Code == filter.Exam);
        if (filter.State is { } state) lines = lines.Where(line => line.Case.State == state);
        if (filter.Faculty.Length > 0) lines = lines.Where(line => line.Faculty == filter.Faculty);
        if (filter.Supplier.Length > 0) lines = lines.Where(line => line.Supplier == filter.Supplier);
        if (filter.Reviewer is SittingFilter.Nobody) lines = lines.Where(line => line.ReviewerName == null);
        if (filter.ReviewerId is { } reviewer) lines = lines.Where(line => line.Reviewer == reviewer);
        if (filter.From is { } from && Amsterdam.At(from, TimeOnly.MinValue).ToUniversalTime() is var begin) lines = lines.Where(line => line.Start >= begin);
        if (filter.Until is { } until && until < DateOnly.MaxValue && Amsterdam.At(until.AddDays(1), TimeOnly.MinValue).ToUniversalTime() is var end) lines = lines.Where(line => line.Start < end);
        if (filter.Reported is { } reported) lines = lines.Where(line => line.Reports > 0 == reported);
        if (filter.Late) lines = lines.Where(line => line.Case.Due < today);
        return filter.Recorded switch
        {
            Recorded.Whole => lines.Where(line => line.LongestGap == 0),
            Recorded.Holes => lines.Where(line => line.LongestGap > 0),
            Recorded.Little => lines.Where(line => line.Covered < LittleShare),
            _ => lines,
        };
    }

    private static IQueryable<Line> Matching(IQueryable<Line> lines, string words)
    {
        if (CaseNumber.Parse(words) is { } number) return lines.Where(line => line.Case.Number == number);
        var like = LikePattern.Containing(words);
        return lines.Where(line => EF.Functions.Like(line.Pseudonym, like, LikePattern.Escape) || EF.Functions.Like(line.Title, like, LikePattern.Escape) || EF.Functions.Like(line.Code, like, LikePattern.Escape));
    }

    private static IQueryable<Line> Sorted(PortalDb db, IQueryable<Line> lines, SittingFilter filter)
    {
        return Ordered().ThenBy(line => line.Case.Number);

        IOrderedQueryable<Line> By<T>(Expression<Func<Line, T>> what) => filter.Descending ? lines.OrderByDescending(what) : lines.OrderBy(what);

        IOrderedQueryable<Line> Ordered() => filter.Sort switch
        {
            SittingColumn.Case => By(line => line.Case.Number),
            SittingColumn.Exam => By(line => line.Title),
            SittingColumn.Length => By(line => line.Seconds),
            SittingColumn.Candidate => By(line => line.Pseudonym),
            SittingColumn.Covered => By(line => line.Covered),
            SittingColumn.Gap => By(line => line.LongestGap),
            SittingColumn.Signals => By(line => db.Signals.Count(signal => signal.Sitting == line.Case.Sitting)),
            SittingColumn.Reports => By(line => line.Reports),
            SittingColumn.State => By(line => line.Case.State),
            SittingColumn.Reviewer => By(line => line.ReviewerName),
            SittingColumn.Due => By(line => line.Case.Due ?? DateOnly.MaxValue),
            _ => By(line => line.Start),
        };
    }

    private sealed record Line
    {
        public required Case Case { get; init; }

        public required string Title { get; init; }

        public required string Code { get; init; }

        public required string Faculty { get; init; }

        public DateTimeOffset Start { get; init; }

        public required string Pseudonym { get; init; }

        public required string Supplier { get; init; }

        public double Seconds { get; init; }

        public double Covered { get; init; }

        public double LongestGap { get; init; }

        public int Reports { get; init; }

        public PersonId? Reviewer { get; init; }

        public string? ReviewerName { get; init; }
    }
}
