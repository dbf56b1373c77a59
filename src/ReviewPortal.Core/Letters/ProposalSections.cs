using System.Collections.Immutable;
using ReviewPortal.Core.Writing;

namespace ReviewPortal.Core.Letters;

/// <summary>That the board proposes to the executive board to end the enrolment, why, and what comes of it (section 15 of law.md 3.1; WHW 7.12b lid 2, second sentence).</summary>
internal static class ProposalSections
{
    /// <summary>In the decision letter when the proposal was made with it (L7), otherwise in a letter of its own. It only prepares, so nothing stands open against it (Awb 6:3).</summary>
    public static Section Proposal(LetterKind kind, LetterMatter matter, Language language)
    {
        var heading = LetterTexts.Of("Heading.Proposal", language);
        if (!kind.Proposes() || matter.Termination is not { } proposal) return new Section(heading, []);

        return new Section(heading,
        [
            kind.IsDecision() ? Text(language, "Proposal.WithDecision") : Text(language, "Proposal.Later", matter.DecisionPublished?.InWords(language), matter.Exam.Title, matter.ExamDate.InWords(language)),
            Text(language, "Proposal.Reasons"),
            .. Blocks.FromFreeText(proposal.Reasons),
            .. language is Language.English && !kind.IsDecision() ? [Text(language, "AsWritten")] : ImmutableArray<Block>.Empty,
            Text(language, "Proposal.Next"),
            new BulletList(
            [
                LetterTexts.Of("Proposal.Decides", language), LetterTexts.Of("Proposal.Heard", language), LetterTexts.Of("Proposal.Enrolled", language),
                LetterTexts.Of(kind.IsDecision() ? "Proposal.NoRemedy.WithDecision" : "Proposal.NoRemedy", language),
            ]),
        ]);
    }

    private static Paragraph Text(Language language, string key, params object?[] fill) => new(LetterTexts.Of(key, language, fill));
}
