using ReviewPortal.Core.Writing;

namespace ReviewPortal.Core.Tests.Writing;

/// <summary>Two versions of a text, word by word.</summary>
public sealed class WordDiffTests
{
    [Theory]
    [InlineData("De student was niet alleen.", "De student was wel alleen.", "De student was [-niet ][+wel ]alleen.")]
    [InlineData("", "Nieuw.", "[+Nieuw.]")]
    [InlineData("Weg ermee.", "", "[-Weg ermee.]")]
    [InlineData("Gelijk.", "Gelijk.", "Gelijk.")]
    [InlineData("een\n\ntwee", "een\n\ndrie", "een\n\n[-twee][+drie]")]
    public void What_went_and_what_came_is_told(string earlier, string later, string told)
    {
        Assert.Equal(told, Told(earlier, later));
    }

    /// <summary>Whatever two texts are compared, both can be read off what is told, and neighbours are joined.</summary>
    [Fact]
    public void Both_texts_stand_in_the_comparison_whatever_they_are()
    {
        var random = new SmallRandom(20261123);
        for (var round = 0; round < 300; round++)
        {
            var (earlier, later) = (Text(random), Text(random));
            var parts = WordDiff.Between(earlier, later);
            Assert.Equal(earlier, string.Concat(parts.Where(part => part.Change is not Change.Added).Select(part => part.Text)));
            Assert.Equal(later, string.Concat(parts.Where(part => part.Change is not Change.Removed).Select(part => part.Text)));
            Assert.All(parts.Zip(parts.Skip(1)), pair => Assert.NotEqual(pair.First.Change, pair.Second.Change));
        }
    }

    [Fact]
    public void Another_text_of_forty_pages_takes_no_time_to_speak_of()
    {
        var (earlier, later) = (string.Concat(Enumerable.Range(0, 20000).Select(number => $"a{number} ")), string.Concat(Enumerable.Range(0, 20000).Select(number => $"b{number} ")));
        Assert.Equal([Change.Removed, Change.Added], WordDiff.Between(earlier, later).Select(part => part.Change));
    }

    private static string Told(string earlier, string later) => string.Concat(WordDiff.Between(earlier, later).Select(part => part.Change switch
    {
        Change.Removed => $"[-{part.Text}]",
        Change.Added => $"[+{part.Text}]",
        _ => part.Text,
    }));

    private static string Text(SmallRandom random) => string.Concat(Enumerable.Range(0, random.Below(40)).Select(_ => "abc"[random.Below(3)] + (random.Chance(0.25) ? "\n" : " ")));
}
