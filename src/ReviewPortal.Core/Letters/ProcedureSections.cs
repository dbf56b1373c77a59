using System.Collections.Immutable;
using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Necessity;
using ReviewPortal.Core.Writing;

namespace ReviewPortal.Core.Letters;

/// <summary>What the preparatory letters say: that a report was received (L14) and how to give a view (L11).</summary>
internal static class ProcedureSections
{
    public static Section Notice(LetterMatter matter, Language language) => Section("Heading.Notice", language,
        Text(language, matter.Text("Notice.Received"), matter.Exam.Title, matter.ExamDate.InWords(language), matter.ExaminerReport is { } own ? Amsterdam.DateOf(own.At).InWords(language) : SignedOn(matter, language)),
        Text(language, matter.Text("Notice.NoVerdict")),
        Text(language, "Notice.ResultHeld"));

    public static Section WhatHappensNext(LetterMatter matter, Language language) => Section("Heading.Next", language,
        new BulletList([LetterTexts.Of("Next.Investigate", language), LetterTexts.Of(matter.Text("Next.View"), language), LetterTexts.Of("Next.Decide", language)]));

    public static Section Suspicion(LetterMatter matter, Language language) => Section("Heading.Suspicion", language,
    [
        .. ReportedSuspicion(matter, language),
        Text(language, matter.Text("Notice.NoVerdict")),
    ]);

    private static ImmutableArray<Block> ReportedSuspicion(LetterMatter matter, Language language)
    {
        // What the examiner found, in the examiner's words (UU-EXR-1); otherwise what the reviewer signed.
        if (matter.ExaminerReport is { } own)
            return [Text(language, "Suspicion.Examiner", matter.Exam.Title, matter.ExamDate.InWords(language), Amsterdam.DateOf(own.At).InWords(language)), .. Blocks.FromFreeText(matter.Quoted(own.Text))];
        return matter.Report is { Suspicion: { } suspicion } report
            ? [Text(language, $"Suspicion.{suspicion}", matter.Exam.Title, matter.ExamDate.InWords(language), SignedOn(matter, language)), .. Blocks.FromFreeText(report.Inference)]
            : [];
    }

    /// <summary>The provision that may have been violated, so that a view can be about it (Awb 4:8). What an examiner reported may come to either.</summary>
    public static Section Provision(LetterMatter matter, Language language)
    {
        var (fraud, irregularity) = (matter.ExaminerReport is not null || matter.Report?.Suspicion is ProcesVerbaal.Suspicion.Fraud, matter.Report?.Suspicion is not ProcesVerbaal.Suspicion.Fraud);
        ImmutableArray<Block> quoted =
        [
            .. irregularity ? DecisionSections.Quoted(RegulationKind.BoardRules, [Provisions.Power], matter.ExamDate, language) : [],
            .. fraud ? DecisionSections.Quoted(RegulationKind.EducationExamRegulations, [Provisions.Fraud], matter.ExamDate, language) : [],
        ];
        return DecisionSections.Rules(fraud ? "Rules.LawFraud" : "Rules.Law", fraud, matter, language, quoted.IsEmpty ? [] : [Text(language, "Rules.AtIssue"), .. quoted]);
    }

    public static Section HowToReact(LetterMatter matter, Language language) => Section("Heading.React", language,
        Text(language, "React.Until", matter.Invitation?.ReactBy.WithWeekday(language)),
        new BulletList(
        [
            LetterTexts.Of("React.Written", language), LetterTexts.Of("React.Oral", language), LetterTexts.Of("React.Help", language),
            LetterTexts.Of("React.NoDuty", language), LetterTexts.Of("React.Silence", language),
            .. matter.Spokesperson is { } spokesperson ? [LetterTexts.Of("React.Representative", language, spokesperson)] : Array.Empty<string>(),
        ]),
        Text(language, "React.Outcomes"));

    private static string SignedOn(LetterMatter matter, Language language) =>
        matter.Report?.SignedAt is { } signed ? Amsterdam.DateOf(signed).InWords(language) : "";

    private static Section Section(string heading, Language language, params Block[] blocks) => new(LetterTexts.Of(heading, language), [.. blocks]);

    private static Paragraph Text(Language language, string key, params object?[] fill) => new(LetterTexts.Of(key, language, fill));
}
