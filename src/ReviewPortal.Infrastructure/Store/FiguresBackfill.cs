using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Recordings;

namespace ReviewPortal.Infrastructure.Store;

/// <summary>Sittings that came in before figures were kept get theirs at a start, found by what is missing.</summary>
internal static class FiguresBackfill
{
    private const int AtOnce = 200;

    public const string IsNeeded = """
        SELECT EXISTS (SELECT 1 FROM "Sittings" WHERE NOT EXISTS (SELECT 1 FROM "SittingFigures" WHERE "SittingFigures"."Sitting" = "Sittings"."Id"))
        """;

    public static async Task RunAsync(PortalDb db, CancellationToken ct)
    {
        var without = await db.Sittings.Where(sitting => !db.SittingFigures.Any(figures => figures.Sitting == sitting.Id)).Select(sitting => sitting.Id).ToListAsync(ct);
        foreach (var some in without.Chunk(AtOnce)) await AddAsync(db, some, ct);
    }

    private static async Task AddAsync(PortalDb db, SittingId[] some, CancellationToken ct)
    {
        var sittings = await db.Sittings.AsNoTracking().Where(item => some.Contains(item.Id)).ToListAsync(ct);
        var recordings = (await db.Recordings.AsNoTracking().Where(item => some.Contains(item.Sitting)).ToListAsync(ct)).ToLookup(item => item.Sitting);
        var messages = (await db.Messages.AsNoTracking().Where(item => some.Contains(item.Sitting)).ToListAsync(ct)).ToLookup(item => item.Sitting);
        db.AddRange(sittings.Select(sitting => SittingFigures.Of(sitting, [.. recordings[sitting.Id]], messages[sitting.Id])));
        await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();
    }
}
