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
    private const int AtOnce = 100;

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

        var cases = await db.Cases.AsNoTracking().OrderBy(item => item.Number).ToListAsync(ct);
        var prints = new Dictionary<CaseId, SortedDictionary<string, string>>();
        foreach (var some in cases.Chunk(AtOnce))
        {
            foreach (var (id, print) in await db.FingerprintsAsync([.. some.Select(StandingCase.Of)], ct)) prints[id] = print;
        }

        foreach (var @case in cases)
        {
            var rows = RowsOf(@case, told);
            damage.AddRange(InTimeline(@case, [.. steps[@case.Id]], rows));
            damage.AddRange(InLetters(@case, [.. steps[@case.Id]], rows, [.. letters[@case.Id]]));
            damage.AddRange(rows.SelectMany(row => (row.Stated?.Strange ?? []).Select(table => Damage.Of(DamageKind.Strange, @case.Number, table, row.Seq))));
            if (rows is not [.., { Stated: { } last }]) continue;
            damage.AddRange(last.Content is null
                ? InWhatIsSigned(@case, last, decisions.GetValueOrDefault(@case.Id), [.. former[@case.Id]], [.. appeals[@case.Id]], reports.GetValueOrDefault(@case.Id))
                : last.Differs(prints[@case.Id]).Select(table => InTable(@case, table)));
        }

        return damage;
    }

    /// <summary>The cases whose last step was taken before the whole file was fingerprinted. Nothing is wrong with them; less can be shown.</summary>
    public static async Task<IReadOnlyList<CaseNumber>> WithoutFingerprintAsync(this PortalDb db, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        var told = (await ToldAsync(db, ct)).ToLookup(row => row.Subject, StringComparer.Ordinal);
        var cases = await db.Cases.AsNoTracking().OrderBy(item => item.Number).ToListAsync(ct);
        return [.. cases.Where(@case => RowsOf(@case, told) is not [.., { Stated.Content: not null }]).Select(@case => @case.Number)];
    }

    private static Told[] RowsOf(Case @case, ILookup<string, Told> told) => [.. told[$"sitting/{@case.Sitting}"], .. told[$"case/{@case.Id}"].OrderBy(row => row.Seq)];

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
        var named = rows.Select(row => row.Stated?.Letter).OfType<string>();
        if (named.Except(letters.Select(letter => letter.Sha256), StringComparer.Ordinal).Any()
            || steps.Count(step => step.Action is CaseAction.Publish) > letters.Count(letter => letter.Kind.IsDecision()))
            yield return Damage.Of(DamageKind.Letter, @case.Number);
        if (letters.Any(letter => !letter.HasFile)) yield return Damage.Of(DamageKind.LetterFile, @case.Number);
    }

    // Every step writes it down again, so the last one says what holds now.
    private static Damage InTable(Case @case, string table) => table switch
    {
        nameof(PortalDb.Decisions) => Damage.Of(DamageKind.Decision, @case.Number),
        nameof(PortalDb.ProcessenVerbaal) => Damage.Of(DamageKind.Report, @case.Number),
        _ => Damage.Of(DamageKind.Content, @case.Number, table),
    };

    // Steps that were taken before the whole file was fingerprinted fixed what had been signed, and nothing else.
    private static IEnumerable<Damage> InWhatIsSigned(Case @case, Stated last, Decision? decision, FormerRound[] former, Appeal[] appeals, string? report)
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
            .Where(row => row.Action.StartsWith("case.") || row.Action == Stated.Import)
            .Select(row => new { row.Seq, row.Subject, row.Action, Text = db.AuditDetails.Where(detail => detail.Seq == row.Seq).Select(detail => detail.Text).FirstOrDefault() })
            .ToListAsync(ct);
        return [.. rows.Select(row => new Told(row.Seq, row.Subject, row.Action, Stated.Read(row.Text)))];
    }

    private static string NameOf(CaseAction action) => action is CaseAction.Import ? Stated.Import : $"case.{action}";

    private sealed record Step(CaseId Case, long Version, CaseAction Action, CaseState To);

    private sealed record Sent(CaseId Case, LetterKind Kind, string Sha256, bool HasFile);

    private sealed record Told(long Seq, string Subject, string Action, Stated? Stated);
}
