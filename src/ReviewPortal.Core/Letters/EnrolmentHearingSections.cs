using System.Collections.Immutable;
using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Writing;

namespace ReviewPortal.Core.Letters;

/// <summary>The invitation to the hearing of the executive board: what it is about, when and where, what the student may do, and where the file is (Awb 2:1, 4:8, 7:2, 7:4).</summary>
internal static class EnrolmentHearingSections
{
    public static IEnumerable<Section> All(LetterMatter matter, Language language)
    {
        if (matter.Invited is not { } invited) return [];

        var on = invited.About is null ? "Proposal" : "Objection";
        // Where only the place was mended that day can have passed.
        var papers = invited.PapersBy < matter.Date ? $"{on}.Over" : on;
        return
        [
            new(LetterTexts.Of("Heading.EnrolmentHearing", language),
            [
                .. Replaces(matter, language),
                Text(language, $"EnrolmentHearing.{on}", Since(matter, language), matter.Exam.Title, matter.ExamDate.InWords(language)),
                new FactList(
                [
                    new(LetterTexts.Of("EnrolmentHearing.When.Label", language), invited.PlannedAt.InWords(language)),
                    new(LetterTexts.Of("EnrolmentHearing.Where.Label", language), invited.Place),
                    new(LetterTexts.Of("EnrolmentHearing.About.Label", language), LetterTexts.Of($"EnrolmentHearing.About.{on}", language)),
                ]),
            ]),
            new(LetterTexts.Of("Heading.AtTheHearing", language),
            [
                new BulletList(
                [
                    LetterTexts.Of("AtTheHearing.Assisted", language), LetterTexts.Of("AtTheHearing.NoAnswer", language),
                    LetterTexts.Of($"AtTheHearing.Papers.{papers}", language, invited.PapersBy.WithWeekday(language)),
                    LetterTexts.Of($"AtTheHearing.File.{on}", language, invited.FileFrom.WithWeekday(language)),
                    LetterTexts.Of("AtTheHearing.Report", language), LetterTexts.Of("AtTheHearing.Cannot", language), LetterTexts.Of($"AtTheHearing.Next.{on}", language),
                ]),
            ]),
        ];
    }

    private static ImmutableArray<Block> Replaces(LetterMatter matter, Language language) => matter.InvitedBefore is not { } before ? []
        : [Text(language, before.PlannedAt == matter.Invited?.PlannedAt ? "EnrolmentHearing.Elsewhere" : "EnrolmentHearing.Replaces", Amsterdam.DateOf(before.InvitedAt).InWords(language), before.PlannedAt.InWords(language), before.Place)];

    private static string Since(LetterMatter matter, Language language) => matter.Invited?.About is null
        ? matter.Termination is { } proposal ? Amsterdam.DateOf(proposal.CoSignedAt ?? proposal.ProposedAt).InWords(language) : ""
        : matter.Objection?.ReceivedOn.InWords(language) ?? "";

    private static Paragraph Text(Language language, string key, params object?[] fill) => new(LetterTexts.Of(key, language, fill));
}
