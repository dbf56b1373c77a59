using System.Xml.Linq;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Writing;
using ReviewPortal.Infrastructure.Pdf;
using static ReviewPortal.Web.Tests.Pdf.Written;

namespace ReviewPortal.Web.Tests.Pdf;

public sealed class CharactersTests
{
    [Theory]
    [InlineData("Þrúður Ævarsdóttir-van den Bøgelscheidt")]
    [InlineData("Mërgim Lukáš Żółkiewska Kőszegi Şahin Yağız Līga Ņikita Ŵyn Œdipe ẞ")]
    [InlineData("Nguyễn Thị Ánh Tuyết")]
    [InlineData("Αλέξανδρος Παπαδόπουλος, Юлія Їжакевич")]
    [InlineData("“aanhaling” – ‘enkel’ … § 4 € 12,50 × 3 ½ → • « »")]
    public void Names_and_signs_of_Europe_are_printed(string text)
    {
        using var pdf = PrintedPdf.Of(Document(new Paragraph(text)));
        Assert.EndsWith(text, pdf.ReadOut(), StringComparison.Ordinal);
        Assert.DoesNotContain(pdf.Fonts(), font => font.Contains("Droid", StringComparison.Ordinal));
    }

    [Fact]
    public void More_than_a_hundred_characters_of_one_font_are_copied_as_they_were_written()
    {
        var alphabet = string.Concat(Enumerable.Range(0x0100, 0x7F).Select(character => (char)character));
        using var pdf = PrintedPdf.Of(Document(new Paragraph(alphabet)));
        Assert.EndsWith(alphabet, WithoutWhite(pdf.ReadOut()), StringComparison.Ordinal);
        Assert.All(pdf.LinesPerBlockOfCharacters(), lines => Assert.InRange(lines, 1, 100));
    }

    [Theory]
    [InlineData("孝慈")]
    [InlineData("Wong 孝慈 (Xiàocí)")]
    [InlineData("田中さくら")]
    [InlineData("김민준")]
    public void A_name_in_another_script_is_printed_with_the_fallback_font(string name)
    {
        using var pdf = PrintedPdf.Of(Document(new FactList([new(name, name)])) with { Title = name });
        Assert.Equal(2, pdf.ReadOut().Split('\n').Count(line => line == name));
        Assert.Contains(pdf.Fonts(), font => font.Contains("DroidSansFallback", StringComparison.Ordinal));
        Assert.Matches($@"Title:\s+{System.Text.RegularExpressions.Regex.Escape(name)}", pdf.Information());
    }

    [Fact]
    public void A_letter_and_its_accent_become_one_character()
    {
        using var pdf = PrintedPdf.Of(Document(new Paragraph("Rene\u0301 en Zoe\u0308")));
        Assert.EndsWith("René en Zoë", pdf.ReadOut(), StringComparison.Ordinal);
    }

    [Fact]
    public void Hints_without_ink_are_dropped()
    {
        using var pdf = PrintedPdf.Of(Document(new Paragraph("\uFEFFexamen\u00ADcommissie\u200B\u200E\u0007 en\tverder\v\u2003nog")));
        Assert.EndsWith("examencommissie en verder  nog", pdf.ReadOut(), StringComparison.Ordinal);
    }

    /// <summary>Words of a candidate or a student must not stop a case, and must not vanish: they are spelled.</summary>
    [Theory]
    [InlineData("فاطمة", "[U+0641 U+0627 U+0637 U+0645 U+0629]", "ف (U+0641)")]
    [InlineData("דוד", "[U+05D3 U+05D5 U+05D3]", "ד (U+05D3)")]
    [InlineData("Ik heet प्रिया.", "Ik heet [U+092A U+094D U+0930 U+093F U+092F U+093E].", "प (U+092A)")]
    [InlineData("สมชาย", "[U+0E2A U+0E21 U+0E0A U+0E32 U+0E22]", "ส (U+0E2A)")]
    [InlineData("Adébọ\u0300wálé", "Adébọ[U+0300]wálé", "◌\u0300 (U+0300)")]
    [InlineData("lachend 😀 en 😅😢", "lachend [U+1F600] en [U+1F605 U+1F622]", "😀 (U+1F600)")]
    [InlineData("eigen \uE000", "eigen [U+E000]", "\uE000 (U+E000)")]
    public void What_cannot_be_printed_right_is_spelled_and_named(string text, string printed, string character)
    {
        using var pdf = PrintedPdf.Of(Document(new Paragraph(text)));
        Assert.EndsWith(printed, pdf.ReadOut(), StringComparison.Ordinal);
        Assert.Contains(character, DocumentPrinter.Unprintable(text), StringComparer.Ordinal);
    }

    [Theory]
    [InlineData('\uD83D')]
    [InlineData('\uDC00')]
    [InlineData('\uFFFD')]
    [InlineData('\uFFFE')]
    [InlineData('\uFFFF')]
    public void Damage_in_a_text_is_shown_as_damage(char damage)
    {
        using var pdf = PrintedPdf.Of(Document(new Paragraph($"half {damage} paar")));
        Assert.EndsWith("half [U+FFFD] paar", pdf.ReadOut(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_character_is_spelled_wherever_it_stands()
    {
        const string Name = "علي";
        Document[] documents =
        [
            Document(new BulletList([Name])), Document(new FactList([new("Naam", Name)])), Document(new Quotation(Name)),
            Document(new Table(["Naam"], [1], [[Name]])), Document(new Signatures([new("lid", Name, "")])),
            Document() with { Footer = Name }, Document() with { Watermark = Name }, Document() with { Heading = Name }, Document() with { Summary = new(Name, [new(Name, Name)]) },
            Document() with { Head = new([Name], [], []) }, Document() with { Head = new([], [Name], []) },
        ];
        Assert.All(documents, document =>
        {
            using var pdf = PrintedPdf.Of(document);
            Assert.NotEmpty(pdf.Raw);
        });
    }

    [Fact]
    public void A_letter_that_can_be_printed_has_nothing_to_spell() =>
        Assert.All(LetterKinds.OfACase, kind => Assert.Empty(DocumentPrinter.Unprintable(SampleCase.Letter(kind, Language.Dutch).PlainText())));

    [Fact]
    public void Signs_of_XML_in_a_title_stay_text()
    {
        const string Title = "Recht & Economie <II>";
        using var pdf = PrintedPdf.Of(Document() with { Title = Title });
        var packet = pdf.Raw[pdf.Raw.IndexOf("<x:xmpmeta", StringComparison.Ordinal)..(pdf.Raw.IndexOf("</x:xmpmeta>", StringComparison.Ordinal) + "</x:xmpmeta>".Length)];
        Assert.Contains(XDocument.Parse(packet).Descendants(), element => element.Value == Title);
        Assert.Contains(Title, pdf.Information(), StringComparison.Ordinal);
    }
}
