using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Writing;

namespace ReviewPortal.Core.Tests.Calendar;

public sealed class TermTextsTests
{
    private static IEnumerable<Term> Terms => StatutoryTerms.All.Concat(ProtocolTerms.All);

    [Theory]
    [InlineData(Language.Dutch)]
    [InlineData(Language.English)]
    public void Every_step_of_every_term_has_a_sentence(Language language)
    {
        // Over a year, so that each kind of step comes up.
        foreach (var (term, day) in Terms.SelectMany(term => Enumerable.Range(0, 500).Select(day => (term, new DateOnly(2028, 1, 1).AddDays(day)))))
        {
            var deadline = term.Unit is TermUnit.Hours ? term.From(Amsterdam.At(day, new TimeOnly(9, 30))) : term.From(day);
            Assert.All(deadline.Explained(language), line => Assert.Matches(@"^[^{}]*\d[^{}]*$", line.Sentence));
        }
    }

    [Fact]
    public void A_computation_reads_like_an_explanation()
    {
        Assert.Equal(
            [
                "Laatste dag om in te dienen: donderdag 25 februari 2027",
                "De termijn begint op vrijdag 26 februari 2027",
                "Tien weken eindigen op donderdag 6 mei 2027",
                "Donderdag 6 mei 2027 is Hemelvaartsdag: een dag later",
                "Vrijdag 7 mei 2027 is met een feestdag gelijkgesteld: een dag later",
                "Zaterdag 8 mei 2027 valt in het weekend: een dag later",
                "Zondag 9 mei 2027 valt in het weekend: een dag later",
                "Laatste dag om te beslissen: maandag 10 mei 2027",
            ],
            StatutoryTerms.AppealsBoardDecision(new(2027, 2, 25)).Explained(Language.Dutch).Select(line => line.Sentence));
        Assert.Equal(
            ["Published on Friday 20 November 2026, 16:00:00", "48 hours later it is Sunday 22 November 2026, 16:00:00", "Sunday 22 November 2026 is no working day, but a term of this kind or length does not move", "Last moment: Sunday 22 November 2026, 16:00:00"],
            StatutoryTerms.PortalNotificationExplained(new(2026, 11, 20, 15, 0, 0, TimeSpan.Zero)).Explained(Language.English).Select(line => line.Sentence));
    }

    [Fact]
    public void A_term_says_how_long_it_is_and_which_way_it_runs()
    {
        Assert.Equal(
            ["zes weken", "drie weken", "tien weken", "zes weken", "zes weken", "tien weken", "tien dagen voor de hoorzitting", "zeven dagen voor de hoorzitting", "48 uur", "tien werkdagen", "drie weken voor de toets", "twee weken voor de toets", "vijf werkdagen voor de toets"],
            Terms.Select(term => TermTexts.Length(term, Language.Dutch)));
        Assert.Equal("five working days before the test", TermTexts.Length(ProtocolTerms.All[^1], Language.English));
        Assert.All(Terms, term => Assert.NotEqual(TermTexts.Of(term.Name, Language.Dutch), TermTexts.Of(term.Name, Language.English)));
    }
}
