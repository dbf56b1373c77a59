using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Writing;
using ReviewPortal.Infrastructure.Pdf;

namespace ReviewPortal.Web.Tests.Pdf;

public sealed class SameBytesTests
{
    private static readonly Document Letter = SampleCase.Letter(LetterKind.IrregularityOwnRisk, Language.Dutch);

    [Fact]
    public void The_same_letter_and_moment_give_the_same_bytes() =>
        Assert.Equal(new DocumentPrinter().Print(Letter, SampleCase.Moment), new DocumentPrinter().Print(Letter, SampleCase.Moment));

    [Fact]
    public void The_same_moment_in_another_time_zone_gives_the_same_bytes() =>
        Assert.Equal(new DocumentPrinter().Print(Letter, SampleCase.Moment), new DocumentPrinter().Print(Letter, SampleCase.Moment.ToUniversalTime()));

    [Fact]
    public void Another_moment_or_another_word_gives_other_bytes()
    {
        var printed = new DocumentPrinter().Print(Letter, SampleCase.Moment);
        Assert.NotEqual(printed, new DocumentPrinter().Print(Letter, SampleCase.Moment.AddSeconds(1)));
        Assert.NotEqual(printed, new DocumentPrinter().Print(Letter with { Summary = new("In het kort", [new("Wat?", "Iets anders.")]) }, SampleCase.Moment));
    }

    [Fact]
    public async Task Eight_threads_print_the_same_letters_at_once_with_the_same_bytes()
    {
        var printer = new DocumentPrinter();
        var letters = LetterKinds.OfACase.Select(kind => SampleCase.Letter(kind, Language.English)).Append(SampleCase.ProcesVerbaal(Language.Dutch)).ToArray();
        var expected = letters.Select(letter => printer.Print(letter, SampleCase.Moment)).ToArray();
        var threads = Enumerable.Range(0, 8).Select(thread => Task.Factory.StartNew(
            () => Enumerable.Range(0, 20).All(turn => PrintsAsExpected((thread + turn) % letters.Length)),
            TestContext.Current.CancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default));
        Assert.All(await Task.WhenAll(threads), Assert.True);

        bool PrintsAsExpected(int letter) => printer.Print(letters[letter], SampleCase.Moment).SequenceEqual(expected[letter]);
    }
}
