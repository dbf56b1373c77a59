using System.Collections.Immutable;
using ReviewPortal.Core.Necessity;
using ReviewPortal.Core.Writing;

namespace ReviewPortal.Core.Letters;

/// <summary>What an interim measure orders, or that it ended, and what is left of the sanction (L13; WHW 7.61 lid 6, Awb 6:16).</summary>
internal static class MeasureSections
{
    public static IEnumerable<Section> All(LetterKind kind, LetterMatter matter, Language language) => matter.Measure is not { } measure ? [] :
    [
        // What is just being written is refused with a citizen service number in it; what was written earlier is fixed (UAVG 46).
        new(LetterTexts.Of("Heading.Measure", language),
        [
            Text(language, $"Measure.{kind}{(measure.ByCouncil ? ".Council" : "")}", matter.Exam.Title, matter.ExamDate.InWords(language)),
            new FactList(
            [
                new(LetterTexts.Of("Measure.What.Label", language), kind is LetterKind.InterimMeasureOrdered ? measure.What : matter.Quoted(measure.What)),
                new(LetterTexts.Of("Measure.From.Label", language), measure.From.WithWeekday(language)),
                .. kind is LetterKind.InterimMeasureEnded && measure.Until is { } until ? ImmutableArray.Create(new Fact(LetterTexts.Of("Measure.Until.Label", language), until.WithWeekday(language))) : [],
            ]),
            .. language is Language.English ? [Text(language, "AsWritten")] : ImmutableArray<Block>.Empty,
        ]),
        new(LetterTexts.Of("Heading.WhatItMeans", language), [.. Sanction(kind, measure, language), Text(language, kind is LetterKind.InterimMeasureOrdered || measure.AnotherRuns ? "Measure.Rest" : "Measure.DecisionStands")]),
    ];

    private static IEnumerable<Block> Sanction(LetterKind kind, MeasureTold measure, Language language)
    {
        if (measure.Exclusion is not { From: { } from, Until: { } until } sanction) yield break;
        yield return Text(language, "Measure.Sanction", from.InWords(language), until.InWords(language));
        yield return new BulletList(sanction.Exams);
        if (kind is LetterKind.InterimMeasureOrdered) yield return Text(language, "Measure.Suspends", measure.From.InWords(language), until.InWords(language));
        else yield return Text(language, $"Measure.{measure.Rest}", measure.ResumesOn?.WithWeekday(language), until.WithWeekday(language), measure.DaysLeft);
    }

    private static Paragraph Text(Language language, string key, params object?[] fill) => new(LetterTexts.Of(key, language, fill));
}
