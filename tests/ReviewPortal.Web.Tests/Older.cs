using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Infrastructure.Audit;

namespace ReviewPortal.Web.Tests;

/// <summary>Makes of a portal's data what an earlier version would have left.</summary>
internal static class Older
{
    /// <summary>The audit log as it was written before fingerprints: the hash of what was signed, and a chain that holds.</summary>
    public static Task ForgetFingerprintsAsync(APortal portal) => portal.Dbs.ChangeAsync(
        async db =>
        {
            var signed = SignedContent.HashOf(await db.Decisions.FirstOrDefaultAsync(TestContext.Current.CancellationToken));
            var details = await db.AuditDetails.ToDictionaryAsync(item => item.Seq, TestContext.Current.CancellationToken);
            var rows = await db.AuditRows.AsNoTracking().OrderBy(item => item.Seq).ToListAsync(TestContext.Current.CancellationToken);
            await db.Database.ExecuteSqlRawAsync("DELETE FROM AuditRows; DELETE FROM AuditDetails", TestContext.Current.CancellationToken);
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

            return await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        },
        TestContext.Current.CancellationToken);
}
