using ReviewPortal.Core.Tests;
using ReviewPortal.Core.Writing;
using ReviewPortal.Infrastructure.Pdf;
using static ReviewPortal.Web.Tests.Pdf.Written;

namespace ReviewPortal.Web.Tests.Pdf;

/// <summary>Awb 2:12: who says that a letter contains a mistake quotes it; the quotation is held against the bytes that went out.</summary>
public sealed class PrintedWordsTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("words");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("fraud-sanction.nl")]
    [InlineData("irregularity-own-risk-after-annulment.en")]
    public void Everything_a_letter_says_is_found_in_it_sealed_or_not(string name)
    {
        var letter = SampleLetters.Of(name);
        var plain = new DocumentPrinter().Print(letter, SampleCase.Moment);
        var seal = new ElectronicSeal(SealCertificate.SelfMade(Path.Combine(_folder.FullName, "seal.pfx"), "Universiteit Voorbeeld"));
        foreach (var pdf in new[] { plain, seal.Seal(plain, SampleCase.Moment) }) AssertFound(letter, pdf);
    }

    /// <summary>Letters that went out before objects were packed stay as they are: they are read, and their seal holds.</summary>
    [Fact]
    public void A_letter_of_before_is_read_and_its_seal_holds()
    {
        using var pdf = new PrintedPdf(File.ReadAllBytes(Path.Combine(Repository.Root, "tests", "ReviewPortal.Web.Tests", "Pdf", "sealed-before-packing.pdf")));
        Assert.DoesNotContain("/ObjStm", pdf.Raw, StringComparison.Ordinal);
        var words = new PrintedWords(pdf.Bytes);
        Assert.All(["Uw toets blijft geldig en uw resultaat telt mee.", "3584 CS Utrecht", "U sprak niet met elkaar"], quoted => Assert.True(words.Have(quoted), quoted));
        Assert.False(words.Have("U sprak met elkaar"));
        Assert.Contains("Signature is Valid", pdf.Signatures(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_in_it_is_not_found_and_the_foot_of_a_page_is_not_read()
    {
        var words = new PrintedWords(new DocumentPrinter().Print(Document([new Section("Een kop", [.. Enumerable.Range(1, 40).Select(number => new Paragraph(Text(number)))])]), SampleCase.Moment));
        Assert.True(words.Have("woord3x49\n woord3x50.  woord4x1"));
        // Across the ends of all pages.
        Assert.True(words.Have(string.Join(' ', Enumerable.Range(1, 40).Select(Text))));
        Assert.False(words.Have("woord3x50 woord4x1"));
        Assert.False(words.Have("Woord3x1"));
        Assert.False(words.Have("Een voet"));
        Assert.False(words.Have("\u200B"));
    }

    [Fact]
    public void Characters_beyond_the_first_plane_and_from_the_fallback_font_are_read()
    {
        var words = new PrintedWords(new DocumentPrinter().Print(Document(new Paragraph("Wong 孝慈 en Þrúður; e\u0301\u00ADé.")), SampleCase.Moment));
        Assert.All(["孝慈", "Þrúður", "éé."], quoted => Assert.True(words.Have(quoted), quoted));
    }

    private static void AssertFound(Document letter, byte[] pdf)
    {
        var words = new PrintedWords(pdf);
        Assert.All(letter.Sections.SelectMany(section => section.Blocks).OfType<Paragraph>(), paragraph => Assert.True(words.Have(paragraph.Text), paragraph.Text));
        Assert.All(letter.Summary!.Answers, answer => Assert.True(words.Have(answer.Value), answer.Value));
        Assert.False(words.Have(letter.Salutation + "!"));
    }
}
