using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Writing;
using ReviewPortal.Infrastructure.Pdf;

namespace ReviewPortal.Web.Tests.Pdf;

/// <summary>How a published letter can be checked: the words, and the square for a camera.</summary>
public sealed class CheckStripTests
{
    private const int Dpi = 288;
    private const double Points = 72.0 / Dpi;

    /// <summary>Printed and looked at again, every field of the square is as dark or as light as the code says.</summary>
    [Fact]
    public void The_square_on_paper_is_the_code_for_the_address_of_this_letter()
    {
        var letter = SampleLetters.Published(LetterKind.Valid, Language.Dutch);
        using var pdf = PrintedPdf.Of(letter);
        var code = DotSquare.Of("https://portal.voorbeeld.example/verify-letter/7KQ29F3MXV0TB6PA");
        var heading = pdf.Words().Last(word => word.Text is "echt?");
        var picture = pdf.Pictures(Dpi)[heading.Page];
        var (left, right) = (25 * 72 / 25.4, (25 * 72 / 25.4) + 62);
        // Below the rule, the first row with something dark in it is the top of the square.
        var top = Enumerable.Range((int)((heading.Top - 5) / Points), 100).First(y => Enumerable.Range((int)(left / Points), (int)(62 / Points)).Any(x => picture.At(x, y) < 128)) * Points;

        for (var row = 0; row < code.Size; row++)
        {
            for (var column = 0; column < code.Size; column++)
            {
                var (x, y) = (left + ((column + 0.5) * (right - left) / code.Size), top + ((row + 0.5) * (right - left) / code.Size));
                Assert.True(code.Rows[row][column] == picture.At((int)(x / Points), (int)(y / Points)) < 128, $"Row {row}, column {column}");
            }
        }
    }

    [Fact]
    public void The_code_stands_on_every_page_and_is_read_out_once()
    {
        using var pdf = PrintedPdf.Of(SampleLetters.Published(LetterKind.FraudSanction, Language.Dutch));
        var pages = pdf.Pages();
        Assert.True(pages.Length > 1);
        Assert.All(pages, page => Assert.Contains("Controlecode 7KQ2-9F3M-XV0T-B6PA · logboek 9f86 d081 884c 7d65", page, StringComparison.Ordinal));
        Assert.Equal(1, pdf.ReadOut().Split("7KQ2-9F3M-XV0T-B6PA").Length - 1);
    }

    /// <summary>A code is typed over from paper: wherever in a line it comes, it stays whole.</summary>
    [Fact]
    public void A_code_is_not_parted_at_the_end_of_a_line()
    {
        const string Code = "NVZY-J3YN-H5DT-A247";
        using var pdf = PrintedPdf.Of(Written.Document([.. Enumerable.Range(1, 60).Select(length => new Paragraph($"{new string('n', length)} en de controlecode is {Code}."))]));
        Assert.Equal(60, pdf.Pages().Sum(page => page.Split(Code).Length - 1));
    }

    [Fact]
    public void Without_an_address_there_are_words_and_no_square()
    {
        var letter = LetterWriter.Write(LetterKind.Valid, SampleCase.Matter(LetterKind.Valid) with { Imprint = SampleLetters.Imprint with { Page = null } }, Language.English);
        using var pdf = PrintedPdf.Of(letter);
        Assert.DoesNotContain("Figure", pdf.Structure());
        Assert.Contains("Check a letter", pdf.ReadOut(), StringComparison.Ordinal);
    }

    [Fact]
    public void It_never_stands_on_a_page_of_its_own()
    {
        foreach (var paragraphs in Enumerable.Range(1, 14))
        {
            using var pdf = PrintedPdf.Of(Written.Document([.. Enumerable.Range(1, paragraphs).Select(number => new Paragraph(Written.Text(number)))]) with { Verification = SampleLetters.Imprint.Verification(Language.Dutch) });
            Assert.Contains("woord", Assert.Single(pdf.Pages(), page => page.Contains("Is deze brief echt?", StringComparison.Ordinal)), StringComparison.Ordinal);
        }
    }
}
