using ReviewPortal.Core.Decisions;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.ProcesVerbaal;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Core.Writing;

namespace ReviewPortal.Core.Tests.Writing;

/// <summary>House style 13: Dutch first and English beside it, in every resource file of the product.</summary>
public sealed class ResourceFilesTests
{
    public static TheoryData<string> Files => [.. ResourceFiles.Dutch];

    [Theory]
    [MemberData(nameof(Files))]
    public void Dutch_and_English_say_the_same_things_with_the_same_places_to_fill_in(string dutch) =>
        Assert.Empty(ResourceFiles.Faults(ResourceFiles.Read(dutch), ResourceFiles.Read(ResourceFiles.EnglishOf(dutch))));

    [Fact]
    public void There_is_no_English_without_Dutch_and_all_three_projects_have_texts()
    {
        Assert.Equal(ResourceFiles.Dutch.Select(ResourceFiles.EnglishOf).Order(), Repository.Files("src", ".en.resx").Order());
        Assert.All(["Core", "Infrastructure", "Web"], project => Assert.Contains(ResourceFiles.Dutch, path => path.Contains($"/ReviewPortal.{project}/", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("A", "a {0}", "A", "b", "filled in differently")]
    [InlineData("A", "a {0}", "A", "b {1}", "filled in differently")]
    [InlineData("A", "a", "B", "b", "has no English")]
    [InlineData("A", "a", "B", "b", "has no Dutch")]
    [InlineData("A", " ", "A", "b", "is empty")]
    [InlineData("A", "a", "A", "", "is empty")]
    public void A_planted_fault_is_found(string dutchKey, string dutch, string englishKey, string english, string fault) =>
        Assert.Contains(ResourceFiles.Faults(ResourceFiles.Parse(Resource(dutchKey, dutch)), ResourceFiles.Parse(Resource(englishKey, english))), found => found.Contains(fault, StringComparison.Ordinal));

    [Fact]
    public void Everything_that_is_named_by_an_enumeration_has_words()
    {
        foreach (var language in Enum.GetValues<Language>())
        {
            string[] words =
            [
                .. Enum.GetValues<LetterKind>().Select(kind => LetterTexts.Of(kind, language)), .. Enum.GetValues<Outcome>().Select(outcome => LetterTexts.Of(outcome, language)),
                .. Enum.GetValues<Suspicion>().Select(suspicion => ProcesVerbaalTexts.Of(suspicion, language)), .. Enum.GetValues<IdentityCheck>().Select(identity => ProcesVerbaalTexts.Of(identity, language)),
                .. Enum.GetValues<TrackRole>().Select(role => RecordingTexts.Of(role, language)), .. Enum.GetValues<SignalSource>().Select(source => RecordingTexts.Of(source, language)),
                .. Enum.GetValues<MessageFrom>().Select(from => RecordingTexts.Of(from, language)), LetterTexts.Draft(language), LetterTexts.Translation(language),
            ];
            Assert.DoesNotContain(words, string.IsNullOrWhiteSpace);
        }
    }

    [Fact]
    public void A_key_that_does_not_exist_is_a_fault_that_names_it() =>
        Assert.Contains("'Nowhere'", Assert.Throws<System.Resources.MissingManifestResourceException>(() => new Texts(typeof(LetterTexts))["Nowhere", Language.Dutch]).Message, StringComparison.Ordinal);

    private static string Resource(string key, string value) => $"""<root><data name="{key}"><value>{value}</value></data></root>""";
}
