using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Infrastructure.Accounts;
using ReviewPortal.Infrastructure.Audit;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Web.Access;

namespace ReviewPortal.Web.Features.Recordings;

/// <summary>Somebody opened the recordings.</summary>
/// <param name="Purpose">"review", "dossier", or "address" of who had nothing but that: as the audit row has it.</param>
public sealed record Opening(DateTimeOffset At, string Who, string Purpose);

/// <summary>
/// Who looked at the recordings of a sitting and why, from the audit log. For secretary and chair, who answer for the case file; the data protection
/// officer has the audit log itself. Others have no task in who their colleagues are (AP-POL-3, AVG 32).
/// </summary>
public sealed class SittingOpenings(PortalDbs dbs, CaseDoor door)
{
    private const int Most = 200;

    /// <returns>Null when it is not for this person.</returns>
    public async Task<ImmutableArray<Opening>?> OfAsync(string number, PersonId by, CancellationToken ct)
    {
        if (await door.OpenAsync(number, Room.Recordings, by, ct) is not { } head) return null;
        await using var db = await dbs.LookAsync(ct);
        if (await db.PersonAsync(by, ct) is not { } actor || !(actor.Is(Role.BoardSecretary) || actor.Is(Role.Chair))) return null;
        return await OfAsync(db, head.Sitting, ct);
    }

    /// <summary>Every opening of a sitting, the latest first; for who has established whom it may be told to.</summary>
    internal static async Task<ImmutableArray<Opening>> OfAsync(PortalDb db, SittingId sitting, CancellationToken ct)
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
