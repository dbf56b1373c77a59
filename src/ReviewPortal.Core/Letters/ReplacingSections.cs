using System.Collections.Immutable;
using ReviewPortal.Core.Necessity;
using ReviewPortal.Core.Writing;

namespace ReviewPortal.Core.Letters;

/// <summary>What a decision says that replaces an earlier one (L12): which one, why, and what becomes of the term and of an appeal that was lodged (Awb 2:12, 6:8, 6:19).</summary>
internal static class ReplacingSections
{
    public static Section Replaces(LetterMatter matter, Language language) => new(LetterTexts.Of("Heading.Replaces", language), matter.Replaces is not { } earlier ? [] :
    [
        Text(language, "Replaces.Which", earlier.Published.InWords(language)),
        .. Why(earlier, matter, language),
        Text(language, "Replaces.Term", matter.AppealTerm.LastDay.WithWeekday(language)),
        .. earlier.AppealGoesOn ? [Text(language, "Replaces.AppealGoesOn")] : ImmutableArray<Block>.Empty,
    ]);

    // A ruling is public in itself; what the board wrote is quoted, because it was written before this letter and cannot be mended any more.
    private static IEnumerable<Block> Why(ReplacedDecision earlier, LetterMatter matter, Language language)
    {
        if (earlier.AnnulledOn is { } ruled) return [Text(language, earlier.ByCouncil ? "Replaces.AnnulledByCouncil" : "Replaces.Annulled", ruled.InWords(language))];
        var said = matter.Quoted(earlier.Why).Trim();
        if (said.Length is 0) return [Text(language, "Replaces.OwnMotion")];
        return [earlier.AgreedOn is { } agreed ? Text(language, "Replaces.Settled", agreed.InWords(language)) : Text(language, "Replaces.Reconsidered"), new Quotation(said)];
    }

    private static Paragraph Text(Language language, string key, params object?[] fill) => new(LetterTexts.Of(key, language, fill));
}
