using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Infrastructure.Audit;

/// <summary>What a step states in its audit row about what it left behind. Steps that were taken before this was written down leave it out.</summary>
/// <param name="Content">The fingerprint of every table that holds something of the case.</param>
/// <param name="Strange">The tables that were not what the step before had left: without this, the next step would cover a change up.</param>
/// <param name="Decision">Until the whole file was fingerprinted: the hash of what had been signed.</param>
internal sealed record Stated(string? Letter, Dictionary<string, string>? Content, string[]? Strange, string? Decision, string? Former, string? Appeals, string? Report)
{
    public const string Import = "sitting.import";

    // A detail that is no JSON any more breaks the chain, and is named there.
    public static Stated? Read(string? text)
    {
        try
        {
            return text is null ? null : JsonSerializer.Deserialize<Stated>(text, JsonSerializerOptions.Web);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // Every case has an exam: a step that states none was taken before exams were fingerprinted.
    private bool Covers(string table) => table is not nameof(PortalDb.Exams) || Content!.ContainsKey(table);

    /// <summary>The tables in which something else is found than was stated.</summary>
    public IEnumerable<string> Differs(SortedDictionary<string, string> found) => Content is null ? [] :
        Content.Keys.Union(found.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal).Where(Covers).Where(table => Content.GetValueOrDefault(table) != found.GetValueOrDefault(table));
}

public static class StatedContent
{
    /// <summary>The tables of this case that are not as its last step left them; null when they are, or when that step stated nothing. Asked before a step saves.</summary>
    public static async Task<string[]?> StrangeAsync(this PortalDb db, Case @case, CaseState before, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(@case);
        var (own, sitting) = ($"case/{@case.Id}", $"sitting/{@case.Sitting}");
        var last = await db.AuditRows.Where(row => (row.Subject == own && row.Action.StartsWith("case.")) || (row.Subject == sitting && row.Action == Stated.Import))
            .OrderByDescending(row => row.Seq)
            .Select(row => db.AuditDetails.Where(detail => detail.Seq == row.Seq).Select(detail => detail.Text).FirstOrDefault())
            .FirstOrDefaultAsync(ct);
        if (Stated.Read(last) is not { Content: not null } stated) return null;
        string[] strange = [.. stated.Differs((await db.FingerprintsAsync([new StandingCase(@case.Id, @case.Sitting, before)], ct))[@case.Id])];
        return strange.Length is 0 ? null : strange;
    }
}
