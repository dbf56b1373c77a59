using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Infrastructure.Audit;

/// <summary>The first row at which the chain does not hold, and why.</summary>
public sealed record AuditBreak(long Seq, AuditBreakKind Kind);

public enum AuditBreakKind
{
    Gap,
    WrongPredecessor,
    RowChanged,
    DetailChanged,
    DetailMissing,
}

/// <summary>Reads the whole chain and recomputes every hash. It only reads.</summary>
public static class AuditVerifier
{
    /// <returns>The number of rows, the last hash, and the first break; null when the chain holds.</returns>
    public static async Task<(long Rows, string Head, AuditBreak? Break)> VerifyAuditAsync(this PortalDb db, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        long rows = 0;
        var head = AuditHash.Genesis;
        await foreach (var (row, detail) in ReadAsync(db, ct))
        {
            if (Check(row, detail, rows + 1, head) is { } kind) return (rows, head, new AuditBreak(rows + 1, kind));
            rows++;
            head = row.Hash;
        }

        return (rows, head, null);
    }

    private static AuditBreakKind? Check(AuditRow row, AuditDetail? detail, long expected, string head)
    {
        if (row.Seq != expected) return AuditBreakKind.Gap;
        if (row.PrevHash != head) return AuditBreakKind.WrongPredecessor;
        if (row.Hash != AuditHash.OfRow(row.Seq, row.AtMicros, row.Action, row.Subject, row.Commitment, row.PrevHash)) return AuditBreakKind.RowChanged;

        // Nothing in the portal erases a detail yet; when something does, it will leave a row that says so.
        if (detail is null) return AuditBreakKind.DetailMissing;
        return row.Commitment != AuditHash.OfDetail(detail.Salt, detail.Actor, detail.ActorName, detail.Text)
            ? AuditBreakKind.DetailChanged
            : null;
    }

    private static async IAsyncEnumerable<(AuditRow Row, AuditDetail? Detail)> ReadAsync(PortalDb db, [EnumeratorCancellation] CancellationToken ct)
    {
        var rows = db.AuditRows.AsNoTracking()
            .OrderBy(row => row.Seq)
            .Select(row => new { Row = row, Detail = db.AuditDetails.FirstOrDefault(detail => detail.Seq == row.Seq) });
        await foreach (var pair in rows.AsAsyncEnumerable().WithCancellation(ct)) yield return (pair.Row, pair.Detail);
    }
}
