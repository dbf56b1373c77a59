using System.Collections.Immutable;
using ReviewPortal.Core.Writing;

namespace ReviewPortal.Core.Letters;

/// <summary>Writes the letter on a request for a special facility (L9). It looks like every letter and shares their closing sections; what it is about is no case.</summary>
public static class FacilityLetterWriter
{
    /// <exception cref="InvalidOperationException">Nothing has been decided.</exception>
    public static Document Write(FacilityMatter matter, Language language)
    {
        ArgumentNullException.ThrowIfNull(matter);
        var kind = matter.Kind ?? throw new InvalidOperationException($"{matter.Request.Number} has not been decided");
        var subject = Text($"Subject.{kind}", matter.Request.Test);
        return new Document(
            Title: $"{subject} ({matter.Request.Number})",
            language,
            Head(kind, matter, language),
            Summary(kind, matter, language),
            [.. Sections(kind, matter, language).Where(section => !section.Blocks.IsEmpty)],
            Footer: $"{matter.Institution.Board.In(language)} · {matter.Request.Number}{(matter.Imprint is { } known ? "\n" + known.Foot(language) : "")}")
        {
            Heading = subject,
            Salutation = LetterTexts.Of("Salutation", language, matter.Addressee.Name),
            Verification = matter.Imprint?.Verification(language),
        };

        string Text(string key, params object?[] fill) => FacilityLetterTexts.Of(key, language, fill);
    }

    private static IEnumerable<Section> Sections(LetterKind kind, FacilityMatter matter, Language language) =>
    [
        FacilitySections.OperativePart(kind, matter, language),
        FacilitySections.WhatItMeans(kind, matter, language),
        FacilitySections.Procedure(matter, language),
        FacilitySections.View(matter, language),
        FacilitySections.Rules(matter, language),
        FacilitySections.Considerations(matter, language),
        FacilitySections.Proportionality(kind, matter, language),
        FacilitySections.Privacy(kind, matter, language),
        ClosingSections.Remedies(kind, matter.Institution, matter.Date, language, matter.Channel),
        ClosingSections.Support(matter.Institution, language),
        FacilitySections.Signature(matter, language),
    ];

    // The same three questions as above every letter, and the same words for the way to appeal.
    private static Summary Summary(LetterKind kind, FacilityMatter matter, Language language) => new(SummaryTexts.Of("Heading", language),
    [
        new(SummaryTexts.Of("Decided.Label", language), FacilityLetterTexts.Of($"Decided.{kind}", language, matter.Request.Test, matter.Request.TestOn.InWords(language))),
        new(SummaryTexts.Of("Means.Label", language), FacilityLetterTexts.Of($"Means.{kind}", language, matter.Request.TestOn.WithWeekday(language))),
        new(SummaryTexts.Of("Can.Label", language),
            FacilityLetterTexts.Of($"Can.{kind}", language) + " " + SummaryTexts.Of("Can.Appeal", language, null, null, matter.AppealTerm.LastDay.WithWeekday(language))),
    ]);

    private static DocumentHead Head(LetterKind kind, FacilityMatter matter, Language language)
    {
        var request = matter.Request;
        var exam = LetterTexts.Of("Head.ExamValue", language, request.Test, request.Course, request.TestOn.InWords(language));
        return LetterWriter.Head(kind, matter.Institution, matter.Addressee, new(matter.Date, request.Number.ToString(), matter.Channel, exam), representative: null, language);
    }
}
