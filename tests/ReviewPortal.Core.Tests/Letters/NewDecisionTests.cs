using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Writing;

namespace ReviewPortal.Core.Tests.Letters;

/// <summary>L12 (law.md 3.1; section 4, rows 30, 35 and 41): a decision that replaces another says which one, why, and that the term begins anew (Awb 2:12, 6:8, 6:19).</summary>
public sealed class NewDecisionTests
{
    private static readonly DateOnly Earlier = new(2026, 11, 6);
    private static readonly DateOnly Later = new(2026, 11, 18);

    public static TheoryData<LetterKind, Language> Decisions
    {
        get
        {
            var all = new TheoryData<LetterKind, Language>();
            foreach (var kind in LetterKinds.About(LetterSubject.Decision))
            {
                foreach (var language in Enum.GetValues<Language>()) all.Add(kind, language);
            }

            return all;
        }
    }

    [Theory]
    [MemberData(nameof(Decisions))]
    public void It_says_so_in_its_subject_its_box_and_a_section_of_its_own(LetterKind kind, Language language)
    {
        var letter = Write(kind, language, new(Earlier, "") { AnnulledOn = Later });
        Assert.StartsWith(language is Language.English ? "New decision: your test" : "Nieuw besluit: uw toets", letter.Heading, StringComparison.Ordinal);
        Assert.Contains(Earlier.InWords(language), letter.Summary!.Answers[0].Value, StringComparison.Ordinal);
        var section = Written.Of(Written.Section(letter, "Heading.Replaces"));
        Assert.Contains(Earlier.InWords(language), section, StringComparison.Ordinal);
        Assert.Contains(Later.InWords(language), section, StringComparison.Ordinal);
        Assert.Contains(new DateOnly(2027, 1, 5).WithWeekday(language), section, StringComparison.Ordinal);
        Assert.Empty(LetterLint.Check(kind, Matter(kind, new(Earlier, "") { AnnulledOn = Later }), letter));
    }

    [Theory]
    [MemberData(nameof(Decisions))]
    public void The_first_decision_of_a_case_speaks_of_no_other(LetterKind kind, Language language)
    {
        var letter = Written.Letter(kind, language);
        Assert.Null(Written.Section(letter, "Heading.Replaces"));
        Assert.DoesNotContain(language is Language.English ? "new decision" : "nieuw besluit", letter.PlainText(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Each_way_in_which_a_decision_fell_is_told_as_it_was()
    {
        Assert.Contains("Het College van beroep voor de examens heeft het eerdere besluit op 18 november 2026 vernietigd", Section(new(Earlier, "intern") { AnnulledOn = Later }), StringComparison.Ordinal);
        Assert.Contains("De Afdeling bestuursrechtspraak van de Raad van State heeft het eerdere besluit", Section(new(Earlier, "") { AnnulledOn = Later, ByCouncil = true }), StringComparison.Ordinal);
        Assert.Contains("Op 18 november 2026 is het volgende afgesproken: De uitsluiting vervalt.", Section(new(Earlier, "De uitsluiting vervalt.") { AgreedOn = Later }), StringComparison.Ordinal);
        Assert.Contains("De aanleiding daarvoor was: Er kwam een nieuw bestand.", Section(new(Earlier, "Er kwam een nieuw bestand.")), StringComparison.Ordinal);
        Assert.Contains("zelf opnieuw bekeken.", Section(new(Earlier, " ")), StringComparison.Ordinal);
    }

    /// <summary>What is written for a ruling is the secretary's own note; a citizen service number goes in no letter (UAVG 46).</summary>
    [Fact]
    public void What_was_noted_at_an_annulment_is_not_printed_and_a_citizen_service_number_never_is()
    {
        Assert.DoesNotContain("intern", Section(new(Earlier, "intern") { AnnulledOn = Later }), StringComparison.Ordinal);
        Assert.DoesNotContain("123456782", Section(new(Earlier, "Het ging om 123456782.")), StringComparison.Ordinal);
    }

    /// <summary>Awb 6:19: an appeal that was lodged is about the new decision too.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void An_appeal_that_goes_on_is_told_in_the_box_and_the_section_and_otherwise_nowhere(bool goesOn)
    {
        var letter = Write(LetterKind.Valid, Language.Dutch, new(Earlier, "Er is meer bekend.") { AppealGoesOn = goesOn });
        Assert.Equal(goesOn, letter.Summary!.Answers[2].Value.Contains("loopt vanzelf door", StringComparison.Ordinal));
        Assert.Equal(goesOn, Written.Of(Written.Section(letter, "Heading.Replaces")).Contains("6:19", StringComparison.Ordinal));
    }

    private static string Section(ReplacedDecision earlier) => string.Join(' ', Written.Of(Written.Section(Write(LetterKind.IrregularityUniversity, Language.Dutch, earlier), "Heading.Replaces")).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static Document Write(LetterKind kind, Language language, ReplacedDecision earlier) => LetterWriter.Write(kind, Matter(kind, earlier), language);

    private static LetterMatter Matter(LetterKind kind, ReplacedDecision earlier) => Written.Matter(kind) with { Replaces = earlier };
}
