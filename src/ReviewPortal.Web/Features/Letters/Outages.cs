using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Necessity;
using ReviewPortal.Core.Writing;
using ReviewPortal.Infrastructure.Accounts;
using ReviewPortal.Infrastructure.Audit;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Web.Features.Letters;

/// <param name="From">As the clock in Amsterdam showed it.</param>
/// <param name="Until">Null while it lasts.</param>
public sealed record OutageDraft(DateTime? From, DateTime? Until, string What);

/// <summary>Why an outage was not written down.</summary>
public enum OutageObjection
{
    /// <summary>Only an administrator knows what could not be used.</summary>
    NotYours,
    NoBeginning,

    /// <summary>It ends before it begins.</summary>
    Backwards,

    /// <summary>What has not happened is no outage yet.</summary>
    Ahead,
    NoWords,
    NotThere,
}

/// <summary>A letter whose last day fell in an outage: an appeal that came late because of it may be excused (Awb 2:20, 2:21, 6:11).</summary>
/// <param name="Case">Null for a letter on a request for a special facility.</param>
/// <param name="Request">Null for a letter in a case.</param>
public sealed record TouchedLetter(CaseNumber? Case, FacilityNumber? Request, LetterKind Kind, DateOnly LastDay, Outage Outage);

/// <summary>The times at which the portal could not be used. An administrator enters them; the board's secretary sees whose last day they touch.</summary>
public sealed class Outages(PortalDbs dbs, TimeProvider clock)
{
    private const int LongestText = 2000;

    public Task<OutageObjection?> EnterAsync(OutageDraft draft, PersonId by, CancellationToken ct) => dbs.ChangeAsync(
        async db =>
        {
            ArgumentNullException.ThrowIfNull(draft);
            var now = clock.GetUtcNow();
            if (await WithRoleAsync(db, by, Role.Administrator, ct) is not { } actor) return OutageObjection.NotYours;
            if (Objection(draft, now) is { } objection) return objection;
            var outage = new Outage { Id = Guid.CreateVersion7(now), From = InAmsterdam(draft.From!.Value), What = draft.What.Trim(), EnteredBy = by, EnteredByName = actor.Name, EnteredAt = now };
            if (draft.Until is { } until) outage.End(InAmsterdam(until));
            db.Add(outage);
            await db.AuditAsync(actor, "outage.enter", $"outage/{outage.Id}", new { outage.From, outage.Until, note = outage.What }, now, ct);
            await db.SaveChangesAsync(ct);
            return (OutageObjection?)null;
        },
        ct);

    /// <summary>An outage that was entered while it lasted is over.</summary>
    public Task<OutageObjection?> EndAsync(Guid id, DateTime? until, PersonId by, CancellationToken ct) => dbs.ChangeAsync(
        async db =>
        {
            var now = clock.GetUtcNow();
            if (await WithRoleAsync(db, by, Role.Administrator, ct) is not { } actor) return OutageObjection.NotYours;
            if (await db.Outages.FirstOrDefaultAsync(item => item.Id == id && item.Until == null, ct) is not { } outage) return OutageObjection.NotThere;
            if (until is not { } wall) return OutageObjection.NoBeginning;
            if (InAmsterdam(wall) < outage.From) return OutageObjection.Backwards;
            if (InAmsterdam(wall) > now) return OutageObjection.Ahead;
            outage.End(InAmsterdam(wall));
            await db.AuditAsync(actor, "outage.end", $"outage/{outage.Id}", new { outage.From, outage.Until, note = outage.What }, now, ct);
            await db.SaveChangesAsync(ct);
            return (OutageObjection?)null;
        },
        ct);

    /// <summary>The newest first; for who may open the page.</summary>
    public async Task<ImmutableArray<Outage>> ListAsync(PersonId by, CancellationToken ct)
    {
        await using var db = await dbs.LookAsync(ct);
        if (await WithRoleAsync(db, by, Role.Administrator, ct) is null && await WithRoleAsync(db, by, Role.BoardSecretary, ct) is null) return [];
        return [.. await db.Outages.OrderByDescending(item => item.From).ToListAsync(ct)];
    }

    public async Task<bool> MayEnterAsync(PersonId by, CancellationToken ct)
    {
        await using var db = await dbs.LookAsync(ct);
        return await WithRoleAsync(db, by, Role.Administrator, ct) is not null;
    }

    /// <summary>The letters whose last day an outage touches, for the secretary: an administrator sees no cases.</summary>
    public async Task<ImmutableArray<TouchedLetter>> TouchedAsync(PersonId by, CancellationToken ct)
    {
        await using var db = await dbs.LookAsync(ct);
        if (await WithRoleAsync(db, by, Role.BoardSecretary, ct) is null) return [];
        var (outages, now) = (await db.Outages.ToListAsync(ct), clock.GetUtcNow());
        if (outages.Count is 0) return [];
        var (first, last) = (outages.Min(outage => Amsterdam.DateOf(outage.From)), outages.Max(outage => Amsterdam.DateOf(outage.Until ?? now)));
        // Who declared an interest in a case sees nothing of it (Awb 2:4).
        var letters = await db.Letters.Where(letter => letter.AppealBy <= last && (letter.AppealBy >= first || db.Sendings.Any(sending => sending.Letter == letter.Id && sending.At > letter.PublishedAt)) && !db.ConflictDeclarations.Any(declared => declared.Case == letter.Case && declared.Person == by))
            .Select(letter => new { Number = db.Cases.Where(item => item.Id == letter.Case).Select(item => (CaseNumber?)item.Number).FirstOrDefault(), Request = db.FacilityRequests.Where(item => item.Id == letter.Request).Select(item => (FacilityNumber?)item.Number).FirstOrDefault(), Letter = letter, Ways = db.Sendings.Where(sending => sending.Letter == letter.Id).OrderBy(sending => sending.At).ToList() }).ToListAsync(ct);
        return
        [
            .. letters.Select(row => (row.Number, row.Request, row.Letter.Kind, LastDay: row.Letter.LastDay(row.Ways))).Where(row => row.LastDay is not null)
                .SelectMany(row => outages.Where(outage => outage.Touches(row.LastDay!.Value, now)).Select(outage => new TouchedLetter(row.Number, row.Request, row.Kind, row.LastDay!.Value, outage)))
                .OrderByDescending(touched => touched.LastDay).ThenBy(touched => $"{touched.Case}{touched.Request}", StringComparer.Ordinal),
        ];
    }

    private static OutageObjection? Objection(OutageDraft draft, DateTimeOffset now) =>
        draft.From is not { } from ? OutageObjection.NoBeginning
        : InAmsterdam(from) > now || (draft.Until is { } end && InAmsterdam(end) > now) ? OutageObjection.Ahead
        : draft.Until < from ? OutageObjection.Backwards
        : Inked.IsEmpty(draft.What) || draft.What.Length > LongestText ? OutageObjection.NoWords
        : null;

    private static DateTimeOffset InAmsterdam(DateTime wall) => Amsterdam.At(DateOnly.FromDateTime(wall), TimeOnly.FromDateTime(wall));

    private static async Task<Actor?> WithRoleAsync(PortalDb db, PersonId by, Role role, CancellationToken ct) => await db.PersonAsync(by, ct) is { } actor && actor.Is(role) ? actor : null;
}
