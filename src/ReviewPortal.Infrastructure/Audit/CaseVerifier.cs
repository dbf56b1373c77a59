using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Appeals;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Decisions;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Infrastructure.Audit;

/// <summary>Compares every case with what the audit log says became of it. The chain alone does not show that its end was cut off.</summary>
public static class CaseVerifier
{
    private const string Import = "sitting.import";

    /// <returns>Everything that does not agree; empty when the cases are whole. It only reads.</returns>
    public static async Task<IReadOnlyList<Damage>> VerifyCasesAsync(this PortalDb db, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        var damage = new List<Damage>();
        foreach (var reference in await BrokenReferencesAsync(db, ct)) damage.Add(Damage.Of(DamageKind.Reference, reference));

        var steps = (await db.CaseEvents.AsNoTracking().Select(item => new Step(item.Case, item.Version, item.Action, item.To)).ToListAsync(ct)).ToLookup(step => step.Case);
        var told = (await ToldAsync(db, ct)).ToLookup(row => row.Subject, StringComparer.Ordinal);
        var letters = (await db.Letters.AsNoTracking().Select(letter => new Sent(letter.Case, letter.Kind, letter.Sha256, db.Files.Any(file => file.Sha256 == letter.Sha256))).ToListAsync(ct)).ToLookup(letter => letter.Case);
        var decisions = await db.Decisions.AsNoTracking().ToDictionaryAsync(decision => decision.Case, ct);
        var former = (await db.FormerRounds.AsNoTracking().OrderBy(round => round.Number).ToListAsync(ct)).ToLookup(round => round.Case);
        var appeals = (await db.Appeals.AsNoTracking().OrderBy(appeal => appeal.RegisteredAt).ToListAsync(ct)).ToLookup(appeal => appeal.Case);
        var reports = await db.ProcessenVerbaal.AsNoTracking().ToDictionaryAsync(report => report.Case, report => report.Sha256, ct);

        await foreach (var @case in db.Cases.AsNoTracking().OrderBy(item => item.Number).AsAsyncEnumerable().WithCancellation(ct))
        {
            Told[] rows = [.. told[$"sitting/{@case.Sitting}"], .. told[$"case/{@case.Id}"].OrderBy(row => row.Seq)];
            damage.AddRange(InTimeline(@case, [.. steps[@case.Id]], rows));
            damage.AddRange(InLetters(@case, [.. steps[@case.Id]], rows, [.. letters[@case.Id]]));
            if (rows is not [.., { Fixed: { } last }]) continue;
            damage.AddRange(last.Content is { } content
                ? InContent(@case, content, await db.FingerprintAsync(@case, ct))
                : InWhatIsSigned(@case, last, decisions.GetValueOrDefault(@case.Id), [.. former[@case.Id]], [.. appeals[@case.Id]], reports.GetValueOrDefault(@case.Id)));
        }

        return damage;
    }

    private static IEnumerable<Damage> InTimeline(Case @case, Step[] steps, Told[] rows)
    {
        var (taken, told) = (steps.Select(step => NameOf(step.Action)), rows.Select(row => row.Action));
        if (!taken.Order(StringComparer.Ordinal).SequenceEqual(told.Order(StringComparer.Ordinal), StringComparer.Ordinal))
            yield return Damage.Of(DamageKind.Timeline, @case.Number, steps.Length, rows.Length);
        if (steps.MaxBy(step => step.Version) is not { } last || (last.To, last.Version) != (@case.State, @case.Version))
            yield return Damage.Of(DamageKind.State, @case.Number);
    }

    private static IEnumerable<Damage> InLetters(Case @case, Step[] steps, Told[] rows, Sent[] letters)
    {
        var named = rows.Select(row => row.Fixed?.Letter).OfType<string>();
        if (named.Except(letters.Select(letter => letter.Sha256), StringComparer.Ordinal).Any()
            || steps.Count(step => step.Action is CaseAction.Publish) > letters.Count(letter => letter.Kind.HasRemedies()))
            yield return Damage.Of(DamageKind.Letter, @case.Number);
        if (letters.Any(letter => !letter.HasFile)) yield return Damage.Of(DamageKind.LetterFile, @case.Number);
    }

    // Every step writes it down again, so the last one says what holds now: a decision that was returned is no longer signed.
    private static IEnumerable<Damage> InContent(Case @case, Dictionary<string, string> stated, SortedDictionary<string, string> found) =>
        stated.Keys.Union(found.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Where(table => stated.GetValueOrDefault(table) != found.GetValueOrDefault(table))
            .Select(table => KindOf(table) is DamageKind.Content ? Damage.Of(DamageKind.Content, @case.Number, table) : Damage.Of(KindOf(table), @case.Number));

    private static DamageKind KindOf(string table) => table switch
    {
        nameof(PortalDb.Decisions) => DamageKind.Decision,
        nameof(PortalDb.ProcessenVerbaal) => DamageKind.Report,
        _ => DamageKind.Content,
    };

    // Steps that were taken before the whole file was fingerprinted fixed what had been signed, and nothing else.
    private static IEnumerable<Damage> InWhatIsSigned(Case @case, Fixed last, Decision? decision, FormerRound[] former, Appeal[] appeals, string? report)
    {
        if (last.Decision is { } signed && signed != SignedContent.HashOf(decision)) yield return Damage.Of(DamageKind.Decision, @case.Number);
        if (last.Former != SignedContent.HashOf(former)) yield return Damage.Of(DamageKind.Decision, @case.Number);
        if (last.Appeals != SignedContent.HashOf(appeals)) yield return Damage.Of(DamageKind.Decision, @case.Number);
        if (last.Report is { } sealedAs && sealedAs != report) yield return Damage.Of(DamageKind.Report, @case.Number);
    }

    private static async Task<IReadOnlyList<string>> BrokenReferencesAsync(PortalDb db, CancellationToken ct) =>
        await db.Database.SqlQueryRaw<string>("SELECT DISTINCT \"table\" || ' -> ' || \"parent\" AS \"Value\" FROM pragma_foreign_key_check").ToListAsync(ct);

    private static async Task<IReadOnlyList<Told>> ToldAsync(PortalDb db, CancellationToken ct)
    {
        var rows = await db.AuditRows.AsNoTracking()
            .Where(row => row.Action.StartsWith("case.") || row.Action == Import)
            .Select(row => new { row.Seq, row.Subject, row.Action, Text = db.AuditDetails.Where(detail => detail.Seq == row.Seq).Select(detail => detail.Text).FirstOrDefault() })
            .ToListAsync(ct);
        return [.. rows.Select(row => new Told(row.Seq, row.Subject, row.Action, Read(row.Text)))];
    }

    // A detail that is no JSON any more breaks the chain, and is named there.
    private static Fixed? Read(string? text)
    {
        try
        {
            return text is null ? null : JsonSerializer.Deserialize<Fixed>(text, JsonSerializerOptions.Web);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string NameOf(CaseAction action) => action is CaseAction.Import ? Import : $"case.{action}";

    private sealed record Step(CaseId Case, long Version, CaseAction Action, CaseState To);

    private sealed record Sent(CaseId Case, LetterKind Kind, string Sha256, bool HasFile);

    private sealed record Told(long Seq, string Subject, string Action, Fixed? Fixed);

    /// <summary>What a step leaves behind that must never change. Steps that were taken before this was written down leave it out.</summary>
    private sealed record Fixed(string? Letter, Dictionary<string, string>? Content, string? Decision, string? Former, string? Appeals, string? Report);
}
