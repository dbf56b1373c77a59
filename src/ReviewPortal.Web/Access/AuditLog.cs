using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Infrastructure.Accounts;
using ReviewPortal.Infrastructure.Audit;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Web.Access;

/// <summary>What somebody looks for in the audit log.</summary>
/// <param name="Words">The number of a case, a name, or words of the particulars.</param>
/// <param name="Action">As it stands in the log; null for all.</param>
/// <param name="From">The first day, by the clock in Amsterdam.</param>
/// <param name="To">The last day, itself included.</param>
public sealed record AuditQuestion(string? Words = null, string? Action = null, DateOnly? From = null, DateOnly? To = null);

/// <summary>One line of the audit log as somebody may read it.</summary>
/// <param name="Who">Null when the person was erased.</param>
/// <param name="Hidden">What was done in a case, for somebody who has no task there: only that it was.</param>
public sealed record AuditLine(long Seq, DateTimeOffset At, string Action, string Subject, string? Who, CaseNumber? Case, string? Detail, string Hash, bool Hidden);

/// <summary>
/// Reads the audit log. Who keeps the portal running has no task in a case: that something was done in one is theirs to see, what and by whom is not
/// (AP-POL-3), and nor does a search tell.
/// </summary>
public sealed class AuditLog(PortalDbs dbs)
{
    private static readonly string[] OfACase = ["case/", "sitting/", "facility/"];

    /// <summary>Newest first.</summary>
    public async Task<(IReadOnlyList<AuditLine> Lines, int Total)> ReadAsync(PersonId by, AuditQuestion asked, int skip, int take, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(asked);
        await using var db = await dbs.LookAsync(ct);
        if (await db.PersonAsync(by, ct) is not { } actor) return ([], 0);

        var seesCases = actor.Is(Role.DataProtectionOfficer);
        var found = await FoundAsync(db, asked, seesCases, ct);
        var total = await found.CountAsync(ct);
        var rows = await found.OrderByDescending(row => row.Seq).Skip(skip).Take(take)
            .Select(row => new { Row = row, Detail = db.AuditDetails.FirstOrDefault(detail => detail.Seq == row.Seq) })
            .ToListAsync(ct);
        var numbers = await NumbersAsync(db, rows.Select(pair => pair.Row.Subject), ct);
        return ([.. rows.Select(pair => !seesCases && IsOfACase(pair.Row)
            ? new AuditLine(pair.Row.Seq, AuditTime.Of(pair.Row.AtMicros), pair.Row.Subject[..pair.Row.Subject.IndexOf('/', StringComparison.Ordinal)], "", null, null, null, pair.Row.Hash, Hidden: true)
            : new AuditLine(pair.Row.Seq, AuditTime.Of(pair.Row.AtMicros), pair.Row.Action, pair.Row.Subject, pair.Detail?.ActorName, numbers.TryGetValue(pair.Row.Subject, out var number) ? number : null, pair.Detail?.Text, pair.Row.Hash, Hidden: false))], total);
    }

    /// <summary>The actions that stand in the log, as far as this person may read them.</summary>
    public async Task<IReadOnlyList<string>> ActionsAsync(PersonId by, CancellationToken ct)
    {
        await using var db = await dbs.LookAsync(ct);
        if (await db.PersonAsync(by, ct) is not { } actor) return [];
        return await Readable(db.AuditRows, actor.Is(Role.DataProtectionOfficer)).Select(row => row.Action).Distinct().ToListAsync(ct);
    }

    private static async Task<IQueryable<AuditRow>> FoundAsync(PortalDb db, AuditQuestion asked, bool seesCases, CancellationToken ct)
    {
        var rows = db.AuditRows.AsNoTracking();
        if (asked.From is { } from) rows = rows.Where(row => row.AtMicros >= MicrosAt(from));
        if (asked.To is { } to) rows = rows.Where(row => row.AtMicros < MicrosAt(to.AddDays(1)));
        if (asked.Action is { Length: > 0 } action) rows = Readable(rows, seesCases).Where(row => row.Action == action);
        if (asked.Words?.Trim() is not { Length: > 0 } words) return rows;
        if (seesCases && CaseNumber.Parse(words) is { } number) return rows.Where(InCase(await SubjectsAsync(db, number, ct)));
        var like = LikePattern.Containing(words);
        return Readable(rows, seesCases).Where(row => db.AuditDetails.Any(detail => detail.Seq == row.Seq && (EF.Functions.Like(detail.ActorName, like, LikePattern.Escape) || EF.Functions.Like(detail.Text, like, LikePattern.Escape))));

        static System.Linq.Expressions.Expression<Func<AuditRow, bool>> InCase(string[] subjects) => row => subjects.Contains(row.Subject);
    }

    private static IQueryable<AuditRow> Readable(IQueryable<AuditRow> rows, bool seesCases) =>
        seesCases ? rows : rows.Where(row => !row.Subject.StartsWith("case/") && !row.Subject.StartsWith("sitting/") && !row.Subject.StartsWith("facility/"));

    private static bool IsOfACase(AuditRow row) => OfACase.Any(kind => row.Subject.StartsWith(kind, StringComparison.Ordinal));

    private static long MicrosAt(DateOnly day) => AuditTime.Micros(Amsterdam.At(day, TimeOnly.MinValue));

    private static async Task<string[]> SubjectsAsync(PortalDb db, CaseNumber number, CancellationToken ct) =>
        await db.Cases.Where(item => item.Number == number).Select(item => new { item.Id, item.Sitting }).FirstOrDefaultAsync(ct) is { } @case ? [$"case/{@case.Id}", $"sitting/{@case.Sitting}"] : [];

    private static async Task<Dictionary<string, CaseNumber>> NumbersAsync(PortalDb db, IEnumerable<string> subjects, CancellationToken ct)
    {
        var ids = subjects.Select(subject => subject.Split('/')).Where(parts => parts is ["case" or "sitting", _]).Select(parts => Guid.Parse(parts[1])).ToHashSet();
        var (cases, sittings) = (ids.Select(id => new CaseId(id)).ToArray(), ids.Select(id => new SittingId(id)).ToArray());
        var found = await db.Cases.Where(item => cases.Contains(item.Id) || sittings.Contains(item.Sitting)).Select(item => new { item.Id, item.Sitting, item.Number }).ToListAsync(ct);
        return found.SelectMany(item => new[] { ($"case/{item.Id}", item.Number), ($"sitting/{item.Sitting}", item.Number) }).ToDictionary(pair => pair.Item1, pair => pair.Number, StringComparer.Ordinal);
    }
}
