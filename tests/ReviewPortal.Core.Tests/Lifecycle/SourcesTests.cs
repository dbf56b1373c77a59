using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Writing;

namespace ReviewPortal.Core.Tests.Lifecycle;

/// <summary>A source is shown as people cite it; the number of our own list stays behind.</summary>
public sealed class SourcesTests
{
    [Fact]
    public void Every_requirement_rests_on_something_that_can_be_cited_without_our_own_numbers() => Assert.All(Enum.GetValues<Requirement>(), need =>
    {
        foreach (var language in Enum.GetValues<Language>())
        {
            var words = Sources.InWords(need, language);
            Assert.NotEqual("", words);
            Assert.DoesNotMatch(@"(UU|AP)-[A-Z]+-\d|\bI\d|law\.md", words);
        }
    });

    [Fact]
    public void Our_own_numbers_are_what_is_left() => Assert.Equal(("UU-GOV-1; I7", ""), (Sources.OwnNumbers(Requirement.RuleVersion), Sources.OwnNumbers(Requirement.AddendumWritten)));

    [Theory]
    [InlineData(Requirement.RuleVersion, Language.Dutch, "Protocol, vaststelling en wijziging")]
    [InlineData(Requirement.NoticeTerm, Language.Dutch, "Awb 4:8; huisregel")]
    [InlineData(Requirement.NoticeTerm, Language.English, "Awb 4:8; house rule")]
    [InlineData(Requirement.RetakeOwed, Language.English, "Rules of the Board of Examiners art. 4.3a para. 2, third sentence")]
    public void It_speaks_the_language_of_the_page(Requirement need, Language language, string expected) => Assert.Equal(expected, Sources.InWords(need, language));
}
