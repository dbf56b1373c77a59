using System.Text.RegularExpressions;
using ReviewPortal.Core.Decisions;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Writing;

namespace ReviewPortal.Core.Tests.Letters;

/// <summary>AP-INF-1 ("begrijpelijke taal"): what was decided, what it means and what to do stand at the top of every letter, in plain words.</summary>
public sealed partial class SummaryTests
{
    private const int LongestSentence = 22;

    // What a letter must say and a student need not know: articles, statutes, terms of lawyers.
    private static readonly string[] Jargon =
    [
        "artikel", "article", " lid ", "paragraph", "WHW", "Awb", "OER", "op grond van", "pursuant", "ingevolge", "krachtens", "jegens", "dientengevolge", "voorlopige voorziening", "interim",
        "ontvankelijk", "admissible", "toerekening", "attribution", "overmacht", "force majeure", "vernietigd", "annulled", "zienswijze", "beroepschrift", "rechtsmiddel", "remedies",
    ];

    [Theory]
    [MemberData(nameof(Written.EveryLetter), MemberType = typeof(Written))]
    public void Every_letter_answers_three_questions_at_the_top(LetterKind kind, Language language)
    {
        var summary = Written.Letter(kind, language).Summary;
        Assert.NotNull(summary);
        Assert.Equal(3, summary.Answers.Length);
        Assert.All(summary.Answers, answer => Assert.EndsWith("?", answer.Label, StringComparison.Ordinal));
        Assert.All(summary.Answers, answer => Assert.EndsWith(".", answer.Value, StringComparison.Ordinal));
        Assert.Contains(new DateOnly(2026, 11, 2).InWords(language), string.Join(' ', summary.Answers.Select(answer => answer.Value)), StringComparison.Ordinal);
    }

    /// <summary>Awb 3:45: whoever reads only the box still knows until when.</summary>
    [Theory]
    [MemberData(nameof(Written.EveryLetter), MemberType = typeof(Written))]
    public void The_last_day_in_it_is_the_one_in_the_clause_on_remedies(LetterKind kind, Language language)
    {
        var (matter, letter) = (Written.Matter(kind), Written.Letter(kind, language));
        var what = letter.Summary!.Answers[2].Value;
        if (matter.RemedyTerm(kind) is { } term)
        {
            Assert.Contains(term.LastDay.WithWeekday(language), what, StringComparison.Ordinal);
            Assert.Contains(term.LastDay.WithWeekday(language), Written.Of(Written.Section(letter, "Heading.Remedies")), StringComparison.Ordinal);
            Assert.Contains(kind.Remedy() is Remedy.Objection ? language is Language.English ? "object" : "bezwaar" : language is Language.English ? "appeal" : "beroep", what, StringComparison.Ordinal);
        }
        else
        {
            Assert.DoesNotMatch("beroep|bezwaar|appeal|object ", what);
        }
    }

    [Theory]
    [InlineData(LetterKind.InvitationForView, "8 december 2026")]
    [InlineData(LetterKind.NewTestPlanned, "maandag 18 januari 2027")]
    [InlineData(LetterKind.FraudSanction, "tot en met")]
    public void The_other_days_that_matter_stand_in_it_too(LetterKind kind, string says)
    {
        var summary = string.Join(' ', Written.Letter(kind, Language.Dutch).Summary!.Answers.Select(answer => answer.Value));
        var day = kind is LetterKind.InvitationForView ? Written.Matter(kind).Invitation!.ReactBy.WithWeekday(Language.Dutch) : says;
        Assert.Contains(day, summary, StringComparison.Ordinal);
    }

    /// <summary>WHW 7.12b lid 2: an exclusion is from designated exams, and may reach further than this test.</summary>
    [Theory]
    [InlineData(LetterKind.FraudSanction, Language.Dutch, "Het gaat om: Statistiek II en Methoden III.")]
    [InlineData(LetterKind.FraudSanction, Language.English, "These are: Statistiek II and Methoden III.")]
    [InlineData(LetterKind.FraudProposal, Language.Dutch, "Het gaat om: Statistiek II en Methoden III.")]
    [InlineData(LetterKind.InterimMeasureOrdered, Language.Dutch, "Het gaat om: Statistiek II en Methoden III.")]
    [InlineData(LetterKind.InterimMeasureEnded, Language.English, "These are: Statistiek II and Methoden III.")]
    public void The_exams_from_which_a_student_is_excluded_stand_in_it(LetterKind kind, Language language, string says)
    {
        var sanction = A.Exclusion(new DateOnly(2026, 12, 1), new DateOnly(2027, 5, 31), "Statistiek II ", " ", "Methoden III");
        var matter = Written.Matter(kind);
        matter = matter.Measure is { } measure ? matter with { Measure = measure with { Sanction = sanction } } : matter with { Decision = Decided(sanction) };
        Assert.Contains(says, LetterWriter.Write(kind, matter, language).Summary!.Answers[1].Value, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(LetterKind.FraudSanction, Language.Dutch, "U krijgt deze sanctie: berisping.")]
    [InlineData(LetterKind.FraudProposal, Language.English, "You are given this sanction: reprimand.")]
    public void Any_other_sanction_is_called_by_its_name_in_it(LetterKind kind, Language language, string says)
    {
        var matter = Written.Matter(kind) with { Decision = Decided(new("REPRIMAND", [], null, null)) };
        Assert.Contains(says, LetterWriter.Write(kind, matter, language).Summary!.Answers[1].Value, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Written.EveryLetter), MemberType = typeof(Written))]
    public void It_has_short_sentences_and_no_words_of_lawyers(LetterKind kind, Language language)
    {
        var answers = string.Join(' ', Written.Letter(kind, language).Summary!.Answers.Select(answer => answer.Value));
        Assert.DoesNotContain(Jargon, word => answers.Contains(word, StringComparison.OrdinalIgnoreCase));
        Assert.All(SentenceEnd().Split(answers), sentence => Assert.True(WordsIn(sentence) <= LongestSentence, $"{WordsIn(sentence)} words: {sentence}"));
        Assert.True(WordsIn(answers) <= 95, $"{WordsIn(answers)} words is no summary: {answers}");
    }

    [Fact]
    public void A_summary_that_names_another_day_keeps_the_letter_from_going_out()
    {
        var (matter, letter) = (Written.Matter(LetterKind.Valid), Written.Letter(LetterKind.Valid, Language.Dutch));
        Assert.Empty(LetterLint.Check(LetterKind.Valid, matter, letter));
        var wrong = letter with { Summary = letter.Summary! with { Answers = [.. letter.Summary!.Answers.Select(answer => answer with { Value = answer.Value.Replace("2027", "2028", StringComparison.Ordinal) })] } };
        Assert.Equal(Written.Text("Lint.SummaryDay", Language.Dutch), Assert.Single(LetterLint.Check(LetterKind.Valid, matter, wrong)).Sentence);
        Assert.Single(LetterLint.Check(LetterKind.Valid, matter, letter with { Summary = null }));
    }

    private static Decision Decided(Sanction sanction)
    {
        var decision = Decision.For(A.CaseId);
        decision.Write(Drafts.Fraud with { Sanction = sanction });
        return decision;
    }

    private static int WordsIn(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;

    [GeneratedRegex(@"(?<=[.?])\s", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SentenceEnd();
}
