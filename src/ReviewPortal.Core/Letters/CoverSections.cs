using ReviewPortal.Core.Writing;

namespace ReviewPortal.Core.Letters;

/// <summary>
/// The letter that goes with a decision that is sent again. The decision's own bytes stay as they are (Awb 2:12) and name the old last day; this one says
/// which day holds since the new sending (Awb 2:11, 3:45, 6:8).
/// </summary>
internal static class CoverSections
{
    public static IEnumerable<Section> All(LetterMatter matter, Language language) =>
    [
        new(LetterTexts.Of(matter.DecisionSent is null ? "Heading.SentAgain.NeverSent" : "Heading.SentAgain", language),
        [
            new Paragraph(matter.DecisionSent is { } sent ? LetterTexts.Of("SentAgain.Why", language, sent.InWords(language)) : LetterTexts.Of("SentAgain.Why.NeverSent", language, First(matter, language))),
            new Paragraph(LetterTexts.Of(matter.KeepsLastDay ? "SentAgain.LastDay.Same" : "SentAgain.LastDay", language, matter.AppealTerm.LastDay.WithWeekday(language))),
        ]),
        ClosingSections.Privacy(matter, language),
        ClosingSections.Remedies(LetterKind.SentAgain, matter, language),
        ClosingSections.Support(matter, language),
        ClosingSections.Signature(LetterKind.SentAgain, matter, language),
        new(LetterTexts.Of("Heading.Annexes", language), [new BulletList([LetterTexts.Of("Annex.Decision", language, First(matter, language))])]),
    ];

    private static string First(LetterMatter matter, Language language) => (matter.DecisionPublished ?? matter.Date).InWords(language);
}
