using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using ReviewPortal.Infrastructure.Audit;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Web.Tests;

/// <summary>Makes of a portal's data what an earlier version would have left.</summary>
internal static class Older
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>The audit log as it was written before fingerprints: the hash of what was signed, and a chain that holds.</summary>
    public static async Task ForgetFingerprintsAsync(APortal portal)
    {
        await Sql.RunAsync(portal.DatabaseFile, "SELECT 1"); // Takes the triggers away.
        await portal.Dbs.ChangeAsync(RewriteAsync, Ct);
    }

    /// <summary>A database file as an earlier version kept it: its schema, with everything of this portal that it has a place for.</summary>
    public static async Task ToSchemaOfAsync(APortal portal, string migration)
    {
        var newer = portal.DatabaseFile + ".newer";
        await Sql.RunAsync(portal.DatabaseFile, "PRAGMA wal_checkpoint(TRUNCATE)");
        SqliteConnection.ClearAllPools();
        File.Move(portal.DatabaseFile, newer);
        await using (var db = await portal.Services.GetRequiredService<IDbContextFactory<SqlitePortalDb>>().CreateDbContextAsync(Ct)) await db.GetService<IMigrator>().MigrateAsync(migration, Ct);
        foreach (var table in (await Sql.AskAsync(portal.DatabaseFile, "SELECT group_concat(name) FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE '__EF%'")).Split(','))
        {
            var columns = await Sql.AskAsync(portal.DatabaseFile, $"SELECT group_concat('\"' || name || '\"') FROM pragma_table_info('{table}')");
            await Sql.RunAsync(portal.DatabaseFile, $"ATTACH '{newer}' AS newer; DELETE FROM \"{table}\"; INSERT INTO \"{table}\" ({columns}) SELECT {columns} FROM newer.\"{table}\"");
        }
    }

    private static async Task<int> RewriteAsync(PortalDb db)
    {
        var signed = SignedContent.HashOf(await db.Decisions.FirstOrDefaultAsync(Ct));
        var details = await db.AuditDetails.ToDictionaryAsync(item => item.Seq, Ct);
        var rows = await db.AuditRows.AsNoTracking().OrderBy(item => item.Seq).ToListAsync(Ct);
        await db.Database.ExecuteSqlRawAsync("DELETE FROM AuditRows; DELETE FROM AuditDetails", Ct);
        db.ChangeTracker.Clear();
        var head = AuditHash.Genesis;
        foreach (var row in rows)
        {
            var detail = details[row.Seq];
            var text = detail.Text;
            if (JsonNode.Parse(text) is JsonObject told && told.Remove("content"))
            {
                if (row == rows[^1]) told["decision"] = signed;
                text = told.ToJsonString();
            }

            var commitment = AuditHash.OfDetail(detail.Salt, detail.Actor, detail.ActorName, text);
            var hash = AuditHash.OfRow(row.Seq, row.AtMicros, row.Action, row.Subject, commitment, head);
            db.Add(new AuditRow { Seq = row.Seq, AtMicros = row.AtMicros, Action = row.Action, Subject = row.Subject, Commitment = commitment, PrevHash = head, Hash = hash });
            db.Add(new AuditDetail { Seq = row.Seq, Salt = detail.Salt, Actor = detail.Actor, ActorName = detail.ActorName, Text = text });
            head = hash;
        }

        return await db.SaveChangesAsync(Ct);
    }
}
