using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Cases;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Infrastructure.Audit;

/// <summary>The first openings of letters as the audit log tells of them: the proof that a decision was taken note of (Awb 2:22, 2:25).</summary>
internal static class Openings
{
    public const string Action = "letter.open";

    public static async Task<ILookup<CaseId, (Guid Letter, long AtMicros)>> OfAsync(PortalDb db, Case[] some, CancellationToken ct)
    {
        var told = await db.LettersToldAsync(Action, [.. some.Select(item => $"case/{item.Id}")], ct);
        return some.SelectMany(item => told[$"case/{item.Id}"], (item, row) => (item.Id, row)).ToLookup(pair => pair.Id, pair => pair.row);
    }

    /// <summary>Every letter that was opened has its row of that moment, and every row its letter.</summary>
    public static bool Agree(IEnumerable<(Guid Id, DateTimeOffset? FirstOpenedAt)> letters, IEnumerable<(Guid Letter, long AtMicros)> told) =>
        letters.Where(letter => letter.FirstOpenedAt is not null).Select(letter => (letter.Id, AuditTime.Micros(letter.FirstOpenedAt!.Value))).ToHashSet().SetEquals(told);
}

/// <summary>What the audit log tells of letters.</summary>
public static class ToldLetters
{
    /// <summary>Of each of these subjects (<see cref="Core.Letters.Letter.Subject"/>) the letters with which this was done, and when; an empty identity where the row no longer says which.</summary>
    public static async Task<ILookup<string, (Guid Letter, long AtMicros)>> LettersToldAsync(this PortalDb db, string action, IReadOnlyCollection<string> subjects, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        var rows = await db.AuditRows.AsNoTracking().Where(row => row.Action == action && subjects.Contains(row.Subject))
            .Select(row => new { row.Subject, row.AtMicros, Text = db.AuditDetails.Where(detail => detail.Seq == row.Seq).Select(detail => detail.Text).FirstOrDefault() })
            .ToListAsync(ct);
        return rows.ToLookup(row => row.Subject, row => (LetterIn(row.Text), row.AtMicros), StringComparer.Ordinal);
    }

    private static Guid LetterIn(string? text) => DetailOf(text).TryGetProperty("letter", out var letter) && letter.TryGetGuid(out var id) ? id : Guid.Empty;

    /// <summary>A detail of the log as it was written. One that is no JSON any more breaks the chain and is named there; here it says nothing.</summary>
    internal static JsonElement DetailOf(string? text)
    {
        try
        {
            return JsonDocument.Parse(text ?? "{}").RootElement;
        }
        catch (JsonException)
        {
            return JsonDocument.Parse("{}").RootElement;
        }
    }
}
