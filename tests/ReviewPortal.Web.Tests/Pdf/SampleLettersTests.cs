using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Tests;
using ReviewPortal.Core.Writing;
using ReviewPortal.Infrastructure.Pdf;

namespace ReviewPortal.Web.Tests.Pdf;

/// <summary>samples/letters holds every letter in both languages; whoever changes a letter sees it there.</summary>
public sealed class SampleLettersTests
{
    private const int LargestBytes = 50_000;

    // It shows a still.
    private const int LargestReportBytes = 100_000;

    public static TheoryData<string> All => [.. SampleLetters.Names];

    private static string Folder { get; } = Path.Combine(Repository.Root, "samples", "letters");

    [Theory]
    [MemberData(nameof(All))]
    public void A_letter_looks_and_reads_as_its_approved_sample(string name)
    {
        var bytes = new DocumentPrinter().Print(SampleLetters.Of(name), SampleCase.Moment);
        Assert.Equal(bytes, new DocumentPrinter().Print(SampleLetters.Of(name), SampleCase.Moment));
        Assert.True(bytes.Length < (name.StartsWith("proces-verbaal.", StringComparison.Ordinal) ? LargestReportBytes : LargestBytes), $"{name} has {bytes.Length} bytes");
        var (approved, received) = (Path.Combine(Folder, $"{name}.pdf"), Path.Combine(Folder, $"{name}.received.pdf"));
        var difference = File.Exists(approved) ? Difference(File.ReadAllBytes(approved), bytes) : "there is no sample yet";
        if (difference is null)
        {
            File.Delete(received);
            return;
        }

        File.WriteAllBytes(received, bytes);
        Assert.Fail($"{name}: {difference}. If the change is meant, look at both and approve it: mv {Repository.Relative(received)} {Repository.Relative(approved)}");
    }

    [Fact]
    public void There_is_no_sample_of_a_letter_that_does_not_exist() =>
        Assert.Equal(SampleLetters.Names.Order(StringComparer.Ordinal), Directory.EnumerateFiles(Folder, "*.pdf").Select(file => Path.GetFileNameWithoutExtension(file)).Where(name => !name.EndsWith(".received", StringComparison.Ordinal)).Order(StringComparer.Ordinal));

    /// <summary>UU-R1-4: a request is about a test that is still to come.</summary>
    [Theory]
    [InlineData(LetterKind.FacilityGranted)]
    [InlineData(LetterKind.FacilityRefused)]
    public void The_sample_answers_a_request_before_its_test(LetterKind kind)
    {
        var matter = SampleFacility.Matter(kind, Language.Dutch);
        Assert.InRange(matter.Date, Amsterdam.DateOf(matter.Request.Decision!.At), matter.Request.TestOn.AddDays(-1));
    }

    /// <summary>The comparison itself: another word, and the same words in another place, are both seen.</summary>
    [Fact]
    public void A_planted_difference_is_seen()
    {
        var letter = SampleLetters.Of("valid.nl");
        var printed = new DocumentPrinter().Print(letter, SampleCase.Moment);
        Assert.Null(Difference(printed, new DocumentPrinter().Print(letter, SampleCase.Moment.AddDays(1))));
        Assert.Contains("text", Difference(printed, new DocumentPrinter().Print(letter with { Salutation = "Beste," }, SampleCase.Moment)), StringComparison.Ordinal);
        var elsewhere = letter with { Verification = letter.Verification! with { Link = letter.Verification.Link! with { Address = new("https://elders.example/") } } };
        Assert.Contains("page", Difference(printed, new DocumentPrinter().Print(elsewhere, SampleCase.Moment)), StringComparison.Ordinal);
    }

    private static string? Difference(byte[] approved, byte[] printed)
    {
        using var before = new PrintedPdf(approved);
        using var after = new PrintedPdf(printed);
        return before.Laid() != after.Laid() ? "the text differs" : PagePicture.Difference(before.Pictures(dpi: 50), after.Pictures(dpi: 50));
    }
}
