using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Infrastructure.Audit;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Web.Access;

/// <summary>Somebody opened the recordings.</summary>
/// <param name="As">In which role; null in rows from before it was written down.</param>
/// <param name="Purpose">"review", "dossier", or "address" of who had nothing but that: as the audit row has it.</param>
public sealed record Opening(DateTimeOffset At, string Who, Role? As, string Purpose);

/// <summary>Who opened the recordings of a sitting, as the audit log has it.</summary>
internal static class RecordingLooks
{
    private const int Most = 200;

    /// <summary>Every opening of a sitting, the latest first; for who has established whom it may be told to.</summary>
    public static async Task<ImmutableArray<Opening>> OfAsync(PortalDb db, SittingId sitting, CancellationToken ct)
    {
        var subject = $"sitting/{sitting}";
        var rows = await db.AuditRows.Where(row => row.Subject == subject && (row.Action == OpenRecordings.Opened || row.Action == PlayPermits.Fetched)).OrderByDescending(row => row.Seq).Take(Most)
            .Join(db.AuditDetails, row => row.Seq, detail => detail.Seq, (row, detail) => new { row.Seq, row.AtMicros, detail.ActorName, detail.Text }).ToListAsync(ct);
        return [.. rows.OrderByDescending(row => row.Seq).Select(row => Of(AuditTime.Of(row.AtMicros), row.ActorName, row.Text))];
    }

    private static Opening Of(DateTimeOffset at, string who, string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            return new(at, who, Enum.TryParse<Role>(Word("role"), out var role) ? role : null, Word("purpose") is "review" or "dossier" or "address" ? Word("purpose") : "");

            string Word(string name) => json.RootElement.TryGetProperty(name, out var word) && word.GetString() is { } found ? found : "";
        }
        catch (JsonException)
        {
            return new(at, who, null, ""); // The verifier names a row that is none any more.
        }
    }
}
