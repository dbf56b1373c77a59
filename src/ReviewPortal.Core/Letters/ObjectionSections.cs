using System.Collections.Immutable;
using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Decisions;
using ReviewPortal.Core.Necessity;
using ReviewPortal.Core.Writing;

namespace ReviewPortal.Core.Letters;

/// <summary>What the executive board decides on an objection, and why (L10; WHW 7.63b, Awb 7:11 and 7:12).</summary>
internal static class ObjectionSections
{
    public static IEnumerable<Section> All(LetterKind kind, LetterMatter matter, Language language) => matter.Objection is not { } objection ? [] :
    [
        new(LetterTexts.Of("Heading.OperativePart", language), [Text(language, $"Operative.{kind}", Contested(matter, language))]),
        new(LetterTexts.Of("Heading.WhatItMeans", language),
        [
            new BulletList(
            [
                kind is LetterKind.ObjectionFounded ? LetterTexts.Of("Means.Restored.Enrolment", language, Contested(matter, language)) : LetterTexts.Of("Means.Objection.Stays", language, Contested(matter, language)),
                LetterTexts.Of("Means.CourtAppeal", language, matter.RemedyTerm(kind)?.LastDay.WithWeekday(language)),
            ]),
        ]),
        new(LetterTexts.Of("Heading.Procedure", language), [.. Procedure(kind, objection, matter, language)]),
        new(LetterTexts.Of("Heading.Rules", language), [Text(language, "Rules.Objection"), new BulletList([LetterTexts.Of("Rules.LawObjection", language), LetterTexts.Of("Rules.AwbObjection", language), LetterTexts.Of("Rules.LawEnrolment", language)])]),
        new(LetterTexts.Of("Heading.Considerations", language), [Text(language, $"Considerations.{kind}"), .. Blocks.FromFreeText(objection.Reasons)]),
    ];

    private static IEnumerable<Block> Procedure(LetterKind kind, Objection objection, LetterMatter matter, Language language)
    {
        yield return Text(language, "Objected.Decision", Contested(matter, language), matter.Exam.Title, matter.ExamDate.InWords(language));
        yield return Text(language, objection.WasLate ? "Objected.Late" : "Objected.InTime", objection.ReceivedOn.InWords(language), objection.FileBy.InWords(language));
        if (objection.WasLate && objection.LateReason.Length > 0)
        {
            yield return Text(language, "Objected.LateReason");
            yield return new Quotation(matter.Quoted(objection.LateReason));
        }

        yield return Text(language, "Objected.Grounds");
        yield return new Quotation(matter.Quoted(objection.Grounds));
        foreach (var block in Heard(kind, objection, matter, language)) yield return block;

        if (language is Language.English) yield return Text(language, "AsWritten");
    }

    // How the student was heard, or why not (Awb 7:2, 7:3).
    private static IEnumerable<Block> Heard(LetterKind kind, Objection objection, LetterMatter matter, Language language) => objection switch
    {
        { Hearing.Length: 0 } => [Text(language, kind is LetterKind.ObjectionFounded ? "Objected.MetInFull" : "Objected.NotHeard")],
        { NotHeard: NoHearing.Declared } => [Text(language, "Objected.Declared", objection.NotHeardOn?.InWords(language)), new Quotation(matter.Quoted(objection.Hearing))],
        { NotHeard: NoHearing.NotAsked } => [Text(language, "Objected.NotAsked", objection.NotHeardOn?.InWords(language)), .. Blocks.FromFreeText(objection.Hearing)],
        _ => [Text(language, "Objected.Heard"), .. Blocks.FromFreeText(objection.Hearing)],
    };

    // The last time the executive board decided on the enrolment; an objection is against that.
    private static string Contested(LetterMatter matter, Language language) =>
        (matter.Termination?.ReconsideredAt ?? matter.Termination?.DecidedAt) is { } at ? Amsterdam.DateOf(at).InWords(language) : "";

    private static Paragraph Text(Language language, string key, params object?[] fill) => new(LetterTexts.Of(key, language, fill));
}
