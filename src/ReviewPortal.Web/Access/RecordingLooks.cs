using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Cases;
using ReviewPortal.Infrastructure.Audit;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Web.Access;

/// <summary>Somebody opened the recordings.</summary>
/// <param name="Purpose">"review", "dossier", or "address" of who had nothing but that: as the audit row has it.</param>
public sealed record Opening(DateTimeOffset At, string Who, string Purpose);

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
        return [.. rows.OrderByDescending(row => row.Seq).Select(row => new Opening(AuditTime.Of(row.AtMicros), row.ActorName, PurposeIn(row.Text)))];
    }

    private static string PurposeIn(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            return json.RootElement.TryGetProperty("purpose", out var purpose) && purpose.GetString() is "review" or "dossier" or "address" ? purpose.GetString()! : "";
        }
        catch (JsonException)
        {
            return ""; // The verifier names a row that is none any more.
        }
    }
}
