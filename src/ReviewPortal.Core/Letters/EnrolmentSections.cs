using System.Collections.Immutable;
using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Necessity;
using ReviewPortal.Core.Writing;

namespace ReviewPortal.Core.Letters;

/// <summary>What the executive board decides on an enrolment, and why (L8; WHW 7.12b lid 2, second sentence).</summary>
internal static class EnrolmentSections
{
    public static IEnumerable<Section> Decision(LetterKind kind, LetterMatter matter, Language language) =>
    [
        Section("Heading.OperativePart", language, Text(language, "Operative." + kind, matter.Exam.Title, matter.ExamDate.InWords(language), matter.Date.InWords(language))),
        Section("Heading.WhatItMeans", language, new BulletList(
        [
            .. kind switch
            {
                LetterKind.EnrolmentTerminated => new[] { LetterTexts.Of("Means.Terminated.Enrolment", language, matter.Date.InWords(language)), LetterTexts.Of("Means.Terminated.Definitive", language) },
                LetterKind.EnrolmentUpheld => [LetterTexts.Of("Means.Upheld.Enrolment", language, EndedOn(matter, language)), LetterTexts.Of("Means.Terminated.Definitive", language)],
                LetterKind.EnrolmentRestored => [LetterTexts.Of("Means.Restored.Enrolment", language, EndedOn(matter, language))],
                _ => [LetterTexts.Of("Means.Kept.Enrolment", language)],
            },
            // Of a decision that fell there is nothing that stays in force.
            .. kind is LetterKind.EnrolmentRestored ? [] : new[] { LetterTexts.Of("Means.Enrolment.Decision", language, matter.DecisionPublished?.InWords(language)) },
            .. matter.AppealGoesBeside(kind) ? new[] { LetterTexts.Of("Means.Enrolment.AppealGoesOn", language) } : [],
            LetterTexts.Of("Means.Objection", language, ObjectBy(matter, language)),
        ])),
        new(LetterTexts.Of("Heading.Procedure", language), kind.Reconsiders() ? Reconsidered(kind, matter, language) : Procedure(matter, language)),
        Rules(matter, language),
        new(LetterTexts.Of("Heading.Considerations", language), [Text(language, "Considerations." + kind), .. Blocks.FromFreeText((kind.Reconsiders() ? matter.Termination?.ReconsideredReasons : matter.Termination?.DecisionReasons) ?? "")]),
    ];

    // What the test had to be like is the board's decision; here it is about what serious fraud may lead to.
    private static Section Rules(LetterMatter matter, Language language) => Section("Heading.Rules", language,
        Text(language, "Rules.Intro", matter.ExamDate.InWords(language)),
        new BulletList([LetterTexts.Of("Rules.LawEnrolment", language), .. Regulations.On(matter.ExamDate, RegulationKind.EducationExamRegulations) is { } oer ? ImmutableArray.Create(oer.Name(language)) : []]));

    private static string ObjectBy(LetterMatter matter, Language language) => StatutoryTerms.EnrolmentObjection(matter.Date).LastDay.WithWeekday(language);

    private static string EndedOn(LetterMatter matter, Language language) => matter.Termination?.DecidedAt is { } ended ? Amsterdam.DateOf(ended).InWords(language) : "";

    // What happened to the finding since the enrolment was ended (WHW 7.12b lid 2 asks for one that stands).
    private static ImmutableArray<Block> Reconsidered(LetterKind kind, LetterMatter matter, Language language) =>
    [
        Text(language, "Enrolment.Ended", EndedOn(matter, language), matter.Exam.Title, matter.ExamDate.InWords(language)),
        .. kind is LetterKind.EnrolmentUpheld ? ImmutableArray.Create<Block>(Text(language, "Enrolment.Decision", matter.DecisionPublished?.InWords(language), matter.Exam.Title, matter.ExamDate.InWords(language))) : [],
        .. language is Language.English ? ImmutableArray.Create<Block>(Text(language, "AsWritten")) : [],
    ];

    private static ImmutableArray<Block> Procedure(LetterMatter matter, Language language)
    {
        if (matter.Termination is not { } proposal) return [];

        var blocks = ImmutableArray.CreateBuilder<Block>();
        blocks.Add(Text(language, "Enrolment.Decision", matter.DecisionPublished?.InWords(language), matter.Exam.Title, matter.ExamDate.InWords(language)));
        blocks.Add(Text(language, "Enrolment.Proposal", Amsterdam.DateOf(proposal.ProposedAt).InWords(language)));
        blocks.Add(new Quotation(matter.Quoted(proposal.Reasons)));
        // The executive board hears the student itself (Awb 4:8); what is in the student's favour can be decided without.
        if (proposal.Hearing.Length > 0)
        {
            blocks.Add(Text(language, "Enrolment.Hearing"));
            blocks.AddRange(Blocks.FromFreeText(proposal.Hearing));
        }

        if (language is Language.English) blocks.Add(Text(language, "AsWritten"));
        return blocks.ToImmutable();
    }

    private static Section Section(string heading, Language language, params Block[] blocks) => new(LetterTexts.Of(heading, language), [.. blocks]);

    private static Paragraph Text(Language language, string key, params object?[] fill) => new(LetterTexts.Of(key, language, fill));
}
