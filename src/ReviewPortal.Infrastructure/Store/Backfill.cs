using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Decisions;
using ReviewPortal.Core.Letters;

namespace ReviewPortal.Infrastructure.Store;

/// <summary>
/// Decisions that were published before sendings and chances were kept get theirs, as publication would give them now. Both in one transaction, and
/// asked for by what is missing: a start that was cut off does it again.
/// </summary>
internal static class Backfill
{
    // The letters of those days; a kind that came later has its sending from the beginning.
    private static readonly LetterKind[] Then = [LetterKind.Valid, LetterKind.IrregularityUniversity, LetterKind.IrregularityForceMajeure, LetterKind.IrregularityOwnRisk, LetterKind.FraudInvalid, LetterKind.FraudSanction];

    /// <summary>Is there a decision letter without a sending?</summary>
    public static readonly string IsNeeded = $"""
        SELECT EXISTS (SELECT 1 FROM "Letters" WHERE "Kind" IN ('{string.Join("', '", Then)}') AND NOT EXISTS (SELECT 1 FROM "Sendings" WHERE "Sendings"."Letter" = "Letters"."Id"))
        """;

    public static async Task RunAsync(PortalDb db, CancellationToken ct)
    {
        var letters = await db.Letters.Where(letter => Then.Contains(letter.Kind) && !db.Sendings.Any(sending => sending.Letter == letter.Id)).ToListAsync(ct);
        foreach (var letter in letters)
        {
            db.Add(Sending.Of(letter, SendingChannel.Portal, "", letter.PublishedAt));
            var @case = letter.Case!.Value;
            // A decision that was laid aside took its chance with it.
            if (await db.FormerRounds.AnyAsync(round => round.Case == @case, ct) || await db.Retakes.AnyAsync(retake => retake.Case == @case, ct)) continue;
            if (await db.Decisions.FirstOrDefaultAsync(decision => decision.Case == @case && decision.SignedAt != null, ct) is { Retake: RetakeRight.Planned or RetakeRight.OnRequest } decision)
                db.Add(RetakeChance.Of(@case, decision.Retake.Value, letter.PublishedAt));
        }

        await db.SaveChangesAsync(ct);
    }
}
