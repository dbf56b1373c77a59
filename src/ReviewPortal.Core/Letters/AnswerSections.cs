using System.Collections.Immutable;
using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Necessity;
using ReviewPortal.Core.Writing;

namespace ReviewPortal.Core.Letters;

/// <summary>
/// What the short letters beside the decision say: the answer to a request for an extra chance, the day of a new test, and the closing of a case
/// without grounds (law.md section 4, rows 9, 24 and 25).
/// </summary>
internal static class AnswerSections
{
    public static IEnumerable<Section> Chance(LetterKind kind, LetterMatter matter, Language language) =>
    [
        Section("Heading.OperativePart", language, Text(language, "Operative." + kind, matter.Exam.Title, RequestedOn(matter, language))),
        .. kind is LetterKind.ExtraChanceGranted ? new[] { NewTest(matter, language) } : [],
        Section("Heading.WhatItMeans", language, new BulletList(
        [
            LetterTexts.Of("Means." + kind, language, matter.Exam.Title),
            LetterTexts.Of("Means.InvalidStays", language),
            LetterTexts.Of("Means.Appeal", language, matter.AppealTerm.LastDay.WithWeekday(language)),
        ])),
        Section("Heading.Procedure", language,
        [
            Text(language, "Chance.Decision", matter.DecisionPublished?.InWords(language), matter.Exam.Title, matter.ExamDate.InWords(language)),
            Text(language, "Chance.Request", RequestedOn(matter, language)),
            new Quotation(matter.Quoted(matter.Chance?.Request ?? "")),
            .. AsWritten(language),
        ]),
        new(LetterTexts.Of("Heading.Rules", language), [Text(language, "Rules.Intro", matter.ExamDate.InWords(language)), .. DecisionSections.Quoted(RegulationKind.BoardRules, [Provisions.Account], matter.ExamDate, language)]),
        new(LetterTexts.Of("Heading.Considerations", language), Blocks.FromFreeText(matter.Chance?.AnswerReasons ?? "")),
    ];

    /// <summary>What, when and where; what has not been settled yet says by when it will be.</summary>
    public static Section NewTest(LetterMatter matter, Language language)
    {
        var chance = matter.Chance;
        var when = chance?.On is { } on ? LetterTexts.Of("NewTest.On", language, on.WithWeekday(language)) : LetterTexts.Of("NewTest.NotYet", language, chance?.PlanBy?.WithWeekday(language));
        return Section("Heading.NewTest", language, new FactList(
        [
            new(LetterTexts.Of("NewTest.What.Label", language), LetterTexts.Of("NewTest.What", language, matter.Exam.Title, matter.Exam.Course)),
            new(LetterTexts.Of("NewTest.When.Label", language), when),
            new(LetterTexts.Of("NewTest.Where.Label", language), chance is { On: not null, Place: { Length: > 0 } place } ? place : LetterTexts.Of("NewTest.WhereNotYet", language)),
        ]));
    }

    public static IEnumerable<Section> Planned(LetterMatter matter, Language language) =>
    [
        NewTest(matter, language),
        Section("Heading.WhatItMeans", language, new BulletList(
            [LetterTexts.Of("Means.NewTest.Counts", language, matter.ExamDate.InWords(language)), LetterTexts.Of("Means.NewTest.Report", language), LetterTexts.Of("Means.NewTest.Cannot", language)])),
    ];

    public static IEnumerable<Section> Closed(LetterMatter matter, Language language) =>
    [
        Section("Heading.OperativePart", language, Text(language, "Operative.ClosedWithoutGrounds", matter.Exam.Title, matter.ExamDate.InWords(language))),
        Section("Heading.WhatItMeans", language, new BulletList(
            [LetterTexts.Of("Means.Closed.Result", language), LetterTexts.Of(matter.Text("Means.Closed.Report"), language), LetterTexts.Of("Means.Closed.Nothing", language)])),
        Section("Heading.Procedure", language, Text(language, matter.Text("Closed.Procedure"), ReportedOn(matter, language), matter.Investigation is { } taken ? Amsterdam.DateOf(taken.TakenUpAt).InWords(language) : "")),
        new(LetterTexts.Of("Heading.Considerations", language), [.. Blocks.FromFreeText(matter.Closing?.Reasons ?? ""), .. AsWritten(language)]),
    ];

    public static IEnumerable<Section> ClosedAfterAnnulment(LetterMatter matter, Language language) =>
    [
        Section("Heading.OperativePart", language, Text(language, "Operative.ClosedAfterAnnulment", matter.Exam.Title, matter.ExamDate.InWords(language))),
        Section("Heading.WhatItMeans", language, new BulletList([LetterTexts.Of("Means.ClosedAnnulled.Decision", language), LetterTexts.Of("Means.ClosedAnnulled.Nothing", language)])),
        Section("Heading.Procedure", language, Text(language, "ClosedAnnulled.Procedure")),
        new(LetterTexts.Of("Heading.Considerations", language), [.. Blocks.FromFreeText(matter.Closing?.Reasons ?? ""), .. AsWritten(language)]),
    ];

    /// <summary>What is kept of a closed case and until when (AVG 13; law.md 2.6).</summary>
    public static Section Kept(LetterMatter matter, Language language) => Section("Heading.Privacy", language,
        Text(language, "Privacy.Closed", matter.KeptUntil?.WithWeekday(language)),
        Text(language, matter.Text("Privacy.Closed.File")),
        Text(language, "Privacy.Rights", matter.Institution.PrivacyStatement));

    // The portal works in Dutch; who reads in English is told why parts of the letter are not.
    private static IEnumerable<Block> AsWritten(Language language) => language is Language.English ? [Text(language, "AsWritten")] : [];

    private static string RequestedOn(LetterMatter matter, Language language) =>
        matter.Chance?.RequestedAt is { } asked ? Amsterdam.DateOf(asked).InWords(language) : "";

    private static string ReportedOn(LetterMatter matter, Language language) =>
        (matter.ExaminerReport?.At ?? matter.Report?.SignedAt) is { } at ? Amsterdam.DateOf(at).InWords(language) : "";

    private static Section Section(string heading, Language language, params Block[] blocks) => new(LetterTexts.Of(heading, language), [.. blocks]);

    private static Paragraph Text(Language language, string key, params object?[] fill) => new(LetterTexts.Of(key, language, fill));
}
