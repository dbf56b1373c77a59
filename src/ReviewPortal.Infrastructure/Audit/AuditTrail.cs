using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Cases;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Infrastructure.Audit;

/// <summary>Adds to the audit chain. Called inside the transaction of the change it tells of, so that neither stands without the other.</summary>
public static class AuditTrail
{
    private const int SaltBytes = 16;

    // Words, not numbers: these lines are read years later.
    private static readonly JsonSerializerOptions Particulars = new(JsonSerializerOptions.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <param name="detail">Particulars as an object; written as JSON beside the chain.</param>
    public static async Task AuditAsync(this PortalDb db, Actor by, string action, string subject, object? detail, DateTimeOffset now, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(by);

        var (lastSeq, lastHash) = await LastAsync(db, ct);
        var salt = RandomNumberGenerator.GetBytes(SaltBytes);
        var text = Written(detail);
        var seq = lastSeq + 1;
        var atMicros = AuditTime.Micros(now);
        var commitment = AuditHash.OfDetail(salt, by.Id.Value, by.Name, text);

        db.AuditRows.Add(new AuditRow
        {
            Seq = seq,
            AtMicros = atMicros,
            Action = action,
            Subject = subject,
            Commitment = commitment,
            PrevHash = lastHash,
            Hash = AuditHash.OfRow(seq, atMicros, action, subject, commitment, lastHash),
        });
        db.AuditDetails.Add(new AuditDetail { Seq = seq, Salt = salt, Actor = by.Id.Value, ActorName = by.Name, Text = text });
    }

    /// <summary>As a detail is written, to hold something against it.</summary>
    internal static string Written(object? detail) => JsonSerializer.Serialize(detail, Particulars);

    /// <summary>What was written so; null when it is no such thing.</summary>
    internal static T? Read<T>(string detail)
        where T : class
    {
        try
        {
            return detail.Length is 0 ? null : JsonSerializer.Deserialize<T>(detail, Particulars);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The hash of the last row, which covers every row before it; 64 zeros while there is none. What it says on paper the log cannot change any more.</summary>
    public static async Task<string> AuditRootAsync(this PortalDb db, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        return (await LastAsync(db, ct)).Hash;
    }

    // Rows added in this operation and not yet saved come before those in the database.
    private static async Task<(long Seq, string Hash)> LastAsync(PortalDb db, CancellationToken ct)
    {
        var last = db.AuditRows.Local.MaxBy(row => row.Seq)
            ?? await db.AuditRows.AsNoTracking().OrderByDescending(row => row.Seq).FirstOrDefaultAsync(ct);
        return last is null ? (0, AuditHash.Genesis) : (last.Seq, last.Hash);
    }
}
