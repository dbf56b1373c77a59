using System.Runtime.CompilerServices;
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

        await foreach (var some in ChunksAsync(db, ct)) await AddDamageAsync(db, some, damage, ct);
        damage.AddRange(await DeliveryEvidence.DamageAsync(db, ct));
        damage.AddRange(await db.VerifyFacilitiesAsync(ct));
        return damage;
    }

    /// <summary>The cases whose last step was taken before the whole file was fingerprinted. Nothing is wrong with them; less can be shown.</summary>
    public static async Task<IReadOnlyList<CaseNumber>> WithoutFingerprintAsync(this PortalDb db, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        var without = new List<CaseNumber>();
        await foreach (var some in ChunksAsync(db, ct))
        {
            var told = await ToldAsync(db, some, onlyLast: true, ct);
            without.AddRange(some.Where(@case => RowsOf(@case, told) is not [.., { Stated.Content: not null }]).Select(@case => @case.Number));
        }

        return without;
    }

    // A few at a time: the audit log of a year holds more than belongs in memory at once.
    private static async IAsyncEnumerable<Case[]> ChunksAsync(PortalDb db, [EnumeratorCancellation] CancellationToken ct)
    {
        foreach (var ids in (await db.Cases.OrderBy(item => item.Number).Select(item => item.Id).ToListAsync(ct)).Chunk(AtOnce))
            yield return await db.Cases.AsNoTracking().Where(item => ids.Contains(item.Id)).OrderBy(item => item.Number).ToArrayAsync(ct);
    }

    private static async Task AddDamageAsync(PortalDb db, Case[] some, List<Damage> damage, CancellationToken ct)
    {
        var ids = some.Select(item => item.Id).ToArray();
        var steps = (await db.CaseEvents.AsNoTracking().Where(item => ids.Contains(item.Case)).Select(item => new Step(item.Case, item.Version, item.Action, item.To)).ToListAsync(ct)).ToLookup(step => step.Case);
        var told = await ToldAsync(db, some, onlyLast: false, ct);
        var letters = (await db.Letters.AsNoTracking().Where(letter => letter.Case != null && ids.Contains(letter.Case.Value)).Select(letter => new Sent(letter.Id, letter.Case!.Value, letter.Kind, letter.Sha256, letter.FirstOpenedAt, db.Files.Any(file => file.Sha256 == letter.Sha256))).ToListAsync(ct)).ToLookup(letter => letter.Case);
        var opened = await Openings.OfAsync(db, some, ct);
        var decisions = await db.Decisions.AsNoTracking().Where(item => ids.Contains(item.Case)).ToDictionaryAsync(decision => decision.Case, ct);
        var former = (await db.FormerRounds.AsNoTracking().Where(item => ids.Contains(item.Case)).OrderBy(round => round.Number).ToListAsync(ct)).ToLookup(round => round.Case);
        var appeals = (await db.Appeals.AsNoTracking().Where(item => ids.Contains(item.Case)).OrderBy(appeal => appeal.RegisteredAt).ToListAsync(ct)).ToLookup(appeal => appeal.Case);
        var reports = await db.ProcessenVerbaal.AsNoTracking().Where(item => ids.Contains(item.Case)).ToDictionaryAsync(report => report.Case, report => report.Sha256, ct);
        var prints = await db.FingerprintsAsync([.. some.Select(StandingCase.Of)], ct);

        foreach (var @case in some)
        {
            var rows = RowsOf(@case, told);
            damage.AddRange(InTimeline(@case, [.. steps[@case.Id]], rows));
            damage.AddRange(InLetters(@case, [.. steps[@case.Id]], rows, [.. letters[@case.Id]]));
            if (!OpeningsAgree([.. letters[@case.Id]], rows, [.. opened[@case.Id]])) damage.Add(Damage.Of(DamageKind.Opening, @case.Number));
            damage.AddRange(rows.SelectMany(row => (row.Stated?.Strange ?? []).Select(table => Damage.Of(DamageKind.Strange, @case.Number, table, row.Seq))));
            if (rows is not [.., { Stated: { } last }]) continue;
            damage.AddRange(last.Content is null
                ? InWhatIsSigned(@case, last, decisions.GetValueOrDefault(@case.Id), [.. former[@case.Id]], [.. appeals[@case.Id]], reports.GetValueOrDefault(@case.Id))
                : last.Differs(prints[@case.Id]).Select(table => InTable(@case, table)));
        }
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

    // Letters that went out before openings were written into the log may have been opened before that as well.
    private static bool OpeningsAgree(Sent[] letters, Told[] rows, (Guid Letter, long AtMicros)[] opened)
    {
        var covered = rows.Where(row => row.Stated?.Content is not null).Select(row => row.Stated!.Letter).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var older = letters.Where(letter => !covered.Contains(letter.Sha256)).Select(letter => letter.Id).ToHashSet();
        return Openings.Agree(letters.Where(letter => !older.Contains(letter.Id)).Select(letter => (letter.Id, letter.FirstOpenedAt)), opened.Where(row => !older.Contains(row.Letter)));
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

    /// <param name="onlyLast">What each last step stated, and nothing of the others.</param>
    private static async Task<ILookup<string, Told>> ToldAsync(PortalDb db, Case[] some, bool onlyLast, CancellationToken ct)
    {
        var subjects = some.SelectMany(item => new[] { $"case/{item.Id}", $"sitting/{item.Sitting}" }).ToArray();
        var steps = db.AuditRows.AsNoTracking().Where(row => subjects.Contains(row.Subject) && (row.Action.StartsWith("case.") || row.Action == Stated.Import));
        var of = onlyLast ? steps.Where(row => !steps.Any(later => later.Subject == row.Subject && later.Seq > row.Seq)) : steps;
        var rows = await of.Select(row => new { row.Seq, row.Subject, row.Action, Text = db.AuditDetails.Where(detail => detail.Seq == row.Seq).Select(detail => detail.Text).FirstOrDefault() }).ToListAsync(ct);
        return rows.Select(row => new Told(row.Seq, row.Subject, row.Action, Stated.Read(row.Text))).ToLookup(row => row.Subject, StringComparer.Ordinal);
    }

    private static string NameOf(CaseAction action) => action is CaseAction.Import ? Stated.Import : $"case.{action}";

    private sealed record Step(CaseId Case, long Version, CaseAction Action, CaseState To);

    private sealed record Sent(Guid Id, CaseId Case, LetterKind Kind, string Sha256, DateTimeOffset? FirstOpenedAt, bool HasFile);

    private sealed record Told(long Seq, string Subject, string Action, Stated? Stated);
}
