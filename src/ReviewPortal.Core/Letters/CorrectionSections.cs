using System.Collections.Immutable;
using ReviewPortal.Core.Writing;

namespace ReviewPortal.Core.Letters;

/// <summary>Which letter had a mistake, what it said and what it must read, and what that means for the term (Awb 2:12, 3:45, 6:8).</summary>
internal static class CorrectionSections
{
    public static Section Corrects(LetterKind kind, LetterMatter matter, Language language) => new(LetterTexts.Of("Heading.Correction", language), matter.Corrected is not { } corrected ? [] :
    [
        Text(language, "Correction.Which", corrected.Published.InWords(language), LetterTexts.Of(corrected.Kind, language)),
        new FactList([new(LetterTexts.Of("Correction.Wrong.Label", language), $"“{corrected.Wrong}”"), new(LetterTexts.Of("Correction.Right.Label", language), $"“{corrected.Right}”")]),
        Text(language, "Correction.Unchanged"),
        .. Term(kind, corrected, matter, language),
    ]);

    private static ImmutableArray<Block> Term(LetterKind kind, CorrectedLetter corrected, LetterMatter matter, Language language) =>
        kind is LetterKind.CorrectionNewTerm ? [Text(language, "Correction.NewTerm", matter.AppealTerm.LastDay.WithWeekday(language))]
        : corrected.AppealBy is { } last ? [Text(language, "Correction.TermStays", last.WithWeekday(language))]
        : [];

    private static Paragraph Text(Language language, string key, params object?[] fill) => new(LetterTexts.Of(key, language, fill));
}
