using ReviewPortal.Core.Necessity;
using ReviewPortal.Core.Writing;

namespace ReviewPortal.Core.Tests.Necessity;

/// <summary>UU-GOV-1: a case is bound to the rules of its exam date.</summary>
public sealed class RegulationsTests
{
    [Theory]
    [InlineData("2021-01-17", null)]
    [InlineData("2021-01-18", "Protocol online proctoring van 18 januari 2021")]
    [InlineData("2021-10-25", "Protocol online proctoring van 18 januari 2021")]
    [InlineData("2021-10-26", "Protocol online proctoring van 18 januari 2021, gewijzigd op 26 oktober 2021")]
    [InlineData("2026-11-02", "Protocol online proctoring van 18 januari 2021, gewijzigd op 26 oktober 2021")]
    public void The_protocol_is_that_of_the_day_of_the_exam(string day, string? protocol) => Assert.Equal(
        protocol,
        Regulations.On(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), RegulationKind.Protocol)?.Name(Language.Dutch));

    [Theory]
    [InlineData("2021-01-17", RegulationKind.Protocol, false)]
    [InlineData("2021-10-25", RegulationKind.BoardRules, false)]
    [InlineData("2021-10-26", RegulationKind.BoardRules, true)]
    [InlineData("2021-08-31", RegulationKind.EducationExamRegulations, false)]
    [InlineData("2021-09-01", RegulationKind.EducationExamRegulations, true)]
    [InlineData("2021-10-25", RegulationKind.Instructions, false)]
    [InlineData("2026-11-02", RegulationKind.Instructions, true)]
    public void Each_kind_of_rule_holds_from_its_own_day(string day, RegulationKind kind, bool holds)
    {
        var asked = DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(holds, Regulations.On(asked, kind) is not null);
        Assert.Equal(holds, Regulations.On(asked).Any(regulation => regulation.Kind == kind));
    }

    /// <summary>What is called quoted must stand in the public text to the letter; anything else is marked as our own.</summary>
    [Fact]
    public void Every_passage_has_two_languages_and_a_paraphrase_never_stands_in_a_version_that_is_called_confirmed()
    {
        Assert.All(Regulations.All, regulation => Assert.NotEmpty(regulation.Provisions));
        Assert.All(Regulations.All.SelectMany(regulation => regulation.Provisions), passage =>
        {
            Assert.NotEqual(passage.Text(Language.Dutch), passage.Text(Language.English));
            Assert.NotEqual(passage.Name(Language.Dutch), passage.Name(Language.English));
        });
        Assert.All(Regulations.All.Where(regulation => regulation.Confirmed), regulation => Assert.All(regulation.Provisions, passage => Assert.True(passage.IsQuoted)));
        Assert.StartsWith("De examencommissie kan een online proctored toets", Regulations.On(new(2026, 11, 2), RegulationKind.BoardRules)?.Provision(Provisions.Power)?.DutchText, StringComparison.Ordinal);
        Assert.Null(Regulations.All[0].Provision("nowhere"));
    }

    [Fact]
    public void No_two_versions_of_one_kind_hold_on_the_same_day()
    {
        for (var day = new DateOnly(2020, 1, 1); day.Year < 2028; day = day.AddDays(1))
            Assert.All(Enum.GetValues<RegulationKind>(), kind => Assert.True(Regulations.All.Count(regulation => regulation.Kind == kind && regulation.HoldsOn(day)) <= 1));
    }

    [Fact]
    public void Every_version_names_its_source() => Assert.All(Regulations.All, regulation => Assert.NotEmpty(regulation.Source));

    [Fact]
    public void An_instruction_is_found_by_its_id_and_an_examiner_by_any_spelling_of_the_address()
    {
        Assert.Equal("Show your desk.", A.Exam().Instruction("at-the-start")?.English);
        Assert.Null(A.Exam().Instruction("AT-THE-START"));
        Assert.Null(A.Exam().Instruction(null));
        Assert.True(A.Exam().IsExaminedBy("A.DEVRIES@uni.example"));
        Assert.False(A.Exam().IsExaminedBy("devries@uni.example"));
    }
}
