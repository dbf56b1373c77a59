using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Writing;

namespace ReviewPortal.Core.Letters;

/// <summary>What the preparatory letters say: that a report was received (L14) and how to give a view (L11).</summary>
internal static class ProcedureSections
{
    public static Section Notice(LetterMatter matter, Language language) => Section("Heading.Notice", language,
        Text(language, "Notice.Received", matter.Exam.Title, matter.ExamDate.InWords(language), SignedOn(matter, language)),
        Text(language, "Notice.NoVerdict"),
        Text(language, "Notice.ResultHeld"));

    public static Section WhatHappensNext(LetterMatter matter, Language language) => Section("Heading.Next", language,
        new BulletList([LetterTexts.Of("Next.Investigate", language), LetterTexts.Of("Next.View", language), LetterTexts.Of("Next.Decide", language)]));

    public static Section Suspicion(LetterMatter matter, Language language) => Section("Heading.Suspicion", language,
    [
        .. Suspected(matter, language),
        Text(language, "Notice.NoVerdict"),
    ]);

    // The examiner reports to the board without a proces-verbaal (UU-EXR-1); then that report is what the view is asked about.
    private static IEnumerable<Block> Suspected(LetterMatter matter, Language language) => matter.Report is { Suspicion: { } suspicion } report
        ? [Text(language, $"Suspicion.{suspicion}", matter.Exam.Title, matter.ExamDate.InWords(language), SignedOn(matter, language)), .. Blocks.FromFreeText(report.Inference)]
        : [Text(language, "Suspicion.Examiner", matter.Exam.Title, matter.ExamDate.InWords(language), matter.ExaminerReport is { At: var at } ? Amsterdam.DateOf(at).InWords(language) : ""), .. Blocks.FromFreeText(matter.ExaminerReport?.Text ?? "")];

    public static Section HowToReact(LetterMatter matter, Language language) => Section("Heading.React", language,
        Text(language, "React.Until", matter.Invitation?.ReactBy.WithWeekday(language)),
        new BulletList(
        [
            LetterTexts.Of("React.Written", language), LetterTexts.Of("React.Oral", language), LetterTexts.Of("React.Help", language),
            LetterTexts.Of("React.NoDuty", language), LetterTexts.Of("React.Silence", language),
        ]),
        Text(language, "React.Outcomes"));

    private static string SignedOn(LetterMatter matter, Language language) =>
        matter.Report?.SignedAt is { } signed ? Amsterdam.DateOf(signed).InWords(language) : "";

    private static Section Section(string heading, Language language, params Block[] blocks) => new(LetterTexts.Of(heading, language), [.. blocks]);

    private static Paragraph Text(Language language, string key, params object?[] fill) => new(LetterTexts.Of(key, language, fill));
}
