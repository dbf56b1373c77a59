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

    [Theory]
    [InlineData("فاطمة", "ف (U+0641)")]
    [InlineData("דוד", "ד (U+05D3)")]
    [InlineData("प्रिया", "प (U+092A)")]
    [InlineData("สมชาย", "ส (U+0E2A)")]
    [InlineData("Adébọ\u0300wálé", "◌\u0300 (U+0300)")]
    [InlineData("lachend 😀", "😀 (U+1F600)")]
    [InlineData("eigen \uE000", "\uE000 (U+E000)")]
    public void What_cannot_be_printed_right_is_refused_by_name(string text, string character)
    {
        var refusal = Assert.Throws<UnprintableCharacterException>(() => new DocumentPrinter().Print(Document(new Paragraph(text)), SampleCase.Moment));
        Assert.Equal(character, refusal.CharacterName);
        Assert.Contains(character, refusal.Message, StringComparison.Ordinal);
        Assert.Contains(character, new DocumentPrinter().Unprintable(Document(new Paragraph(text))), StringComparer.Ordinal);
    }

    [Theory]
    [InlineData('\uD83D')]
    [InlineData('\uDC00')]
    [InlineData('\uFFFD')]
    [InlineData('\uFFFE')]
    [InlineData('\uFFFF')]
    public void Damaged_text_is_refused(char damage) =>
        Assert.Throws<UnprintableCharacterException>(() => new DocumentPrinter().Print(Document(new Paragraph($"half {damage} paar")), SampleCase.Moment));

    [Fact]
    public void A_character_is_refused_wherever_it_stands()
    {
        const string Name = "علي";
        Document[] documents =
        [
            Document(new BulletList([Name])), Document(new FactList([new("Naam", Name)])), Document(new Quotation(Name)),
            Document(new Table(["Naam"], [1], [[Name]])), Document(new Signatures([new("lid", Name, "")])),
            Document() with { Footer = Name }, Document() with { Watermark = Name }, Document() with { Heading = Name }, Document() with { Summary = Name },
            Document() with { Head = new([Name], [], []) }, Document() with { Head = new([], [Name], []) },
        ];
        Assert.All(documents, document => Assert.Throws<UnprintableCharacterException>(() => new DocumentPrinter().Print(document, SampleCase.Moment)));
        Assert.All(documents, document => Assert.Equal(["ع (U+0639)", "ل (U+0644)", "ي (U+064A)"], new DocumentPrinter().Unprintable(document)));
    }

    [Fact]
    public void A_letter_that_can_be_printed_has_nothing_to_refuse() =>
        Assert.All(Enum.GetValues<LetterKind>(), kind => Assert.Empty(new DocumentPrinter().Unprintable(SampleCase.Letter(kind, Language.Dutch))));

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
