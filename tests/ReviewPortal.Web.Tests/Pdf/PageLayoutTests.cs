using System.Collections.Immutable;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Writing;
using ReviewPortal.Infrastructure.Pdf;
using static ReviewPortal.Web.Tests.Pdf.Written;

namespace ReviewPortal.Web.Tests.Pdf;

public sealed class PageLayoutTests
{
    private const double Mm = 72 / 25.4;

    [Fact]
    public void Reasons_over_many_pages_lose_no_word_and_keep_headings_with_their_text()
    {
        var sections = Enumerable.Range(1, 10).Select(section => new Section($"Kop{section}", [.. Enumerable.Range(1, 4).Select(part => new Paragraph(Text((section * 10) + part)))])).ToImmutableArray();
        using var pdf = PrintedPdf.Of(Document(sections));
        var pages = pdf.Pages();
        Assert.True(pages.Length > 4);
        Assert.All(sections.SelectMany(section => section.Blocks).Cast<Paragraph>(), paragraph =>
            Assert.All(paragraph.Text.Split(' '), word => Assert.Equal(1, pages.Sum(page => Words(page).Count(printed => printed == word)))));
        Assert.All(pages, page =>
        {
            var lines = page.Split('\n', StringSplitOptions.RemoveEmptyEntries);
            Assert.DoesNotContain(lines[^3..], line => line.StartsWith("Kop", StringComparison.Ordinal));
        });
    }

    [Fact]
    public void No_line_of_a_paragraph_stands_alone_on_a_page()
    {
        using var pdf = PrintedPdf.Of(Document([.. Enumerable.Range(1, 40).Select(number => new Paragraph(Text(number)))]));
        var pages = pdf.Pages();
        var perPage = Enumerable.Range(1, 40).SelectMany(number => pages.Select(page => page.Split('\n').Count(line => line.Contains($"woord{number}x", StringComparison.Ordinal))));
        Assert.DoesNotContain(1, perPage);
    }

    [Fact]
    public void A_paragraph_that_continues_on_the_next_page_stays_one_paragraph()
    {
        using var pdf = PrintedPdf.Of(Document([.. Enumerable.Range(1, 12).Select(number => new Paragraph(Text(number)))]));
        Assert.True(pdf.Pages().Length > 1);
        Assert.Equal(12 + 1, pdf.Structure().Count(element => element is "P"));
        Assert.Contains(string.Concat(Enumerable.Range(1, 12).Select(number => WithoutWhite(Text(number)))), WithoutWhite(pdf.ReadOut()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(LetterKind.FraudSanction)]
    [InlineData(LetterKind.InvitationForView)]
    public void Everything_stands_within_the_margins(LetterKind kind)
    {
        using var pdf = PrintedPdf.Of(SampleCase.Letter(kind, Language.Dutch));
        AssertWithinMargins(pdf);
    }

    [Fact]
    public void A_word_wider_than_the_line_is_broken_and_complete()
    {
        var word = string.Concat(Enumerable.Range(0, 300).Select(at => (char)('a' + (at % 26))));
        using var pdf = PrintedPdf.Of(Document(new Paragraph($"Een woord: {word} en verder."), new BulletList([word]), new Table(["Kort", "Lang"], [1, 1], [["kort", word]])));
        AssertWithinMargins(pdf);
        Assert.Equal(3, WithoutWhite(pdf.ReadOut()).Split(word).Length - 1);
    }

    [Fact]
    public void A_table_repeats_its_head_on_every_page_and_is_read_out_with_one()
    {
        using var pdf = PrintedPdf.Of(Document(LongTable()));
        var pages = pdf.Pages();
        Assert.True(pages.Length > 2);
        Assert.All(pages, page => Assert.Contains("Tijdstip Gezien en gehoord", page, StringComparison.Ordinal));
        Assert.Equal(2, pdf.Structure().Count(element => element is "TH"));
        Assert.Equal(31, pdf.Structure().Count(element => element is "TR"));
        AssertWithinMargins(pdf);
    }

    [Fact]
    public void A_row_of_a_table_is_not_parted_by_the_end_of_a_page()
    {
        using var pdf = PrintedPdf.Of(Document(LongTable()));
        var pages = pdf.Pages();
        Assert.All(Enumerable.Range(1, 30), row =>
            Assert.Single(pages, page => Words(page).Contains($"woord{row}x1") && Words(page).Contains($"woord{row}x50.")));
    }

    [Fact]
    public void A_row_taller_than_a_page_goes_on_without_losing_a_word()
    {
        var text = string.Join(' ', Enumerable.Range(1, 60).Select(Text));
        using var pdf = PrintedPdf.Of(Document(new Table(["Tijdstip", "Gezien en gehoord"], [1, 3], [["00:00:01.0", text]])));
        Assert.True(pdf.Pages().Length > 1);
        Assert.Contains(WithoutWhite(text), WithoutWhite(pdf.ReadOut()), StringComparison.Ordinal);
        AssertWithinMargins(pdf);
    }

    [Fact]
    public void A_table_in_which_a_cell_would_be_lost_is_refused()
    {
        var table = new Table(["Een", "Twee"], [1, 1], [["a", "b", "c"]]);
        Assert.Throws<ArgumentException>(() => new DocumentPrinter().Print(Document(table), SampleCase.Moment));
    }

    [Fact]
    public void Columns_that_all_need_more_than_their_share_stay_within_the_margins()
    {
        var word = new string('m', 30);
        using var pdf = PrintedPdf.Of(Document(new Table([word, word, word, word, word], [1, 2, 3, 4, 5], [[word, word, word, word, word]])));
        AssertWithinMargins(pdf);
    }

    [Fact]
    public void A_column_narrower_than_a_character_loses_none()
    {
        var cells = Enumerable.Repeat("WM", 40).ToImmutableArray();
        using var pdf = PrintedPdf.Of(Document(new Table(cells, [.. cells.Select(_ => 1.0)], [cells])));
        Assert.Contains(string.Concat(cells) + string.Concat(cells), WithoutWhite(pdf.ReadOut()), StringComparison.Ordinal);
    }

    [Fact]
    public void Signatures_stay_together_and_never_stand_on_a_page_of_their_own()
    {
        foreach (var paragraphs in Enumerable.Range(1, 14))
        {
            using var pdf = PrintedPdf.Of(Document(
            [
                new Section("Overwegingen", [.. Enumerable.Range(1, paragraphs).Select(number => new Paragraph(Text(number)))]),
                new Section("Ondertekening", [new Signatures([new("Namens de commissie", "A. Eerste", "4 december"), new("Namens de commissie", "B. Tweede", "5 december")])]),
            ]));
            var page = Assert.Single(pdf.Pages(), page => page.Contains("Ondertekening", StringComparison.Ordinal));
            Assert.Contains("A. Eerste", page, StringComparison.Ordinal);
            Assert.Contains("B. Tweede", page, StringComparison.Ordinal);
            Assert.Contains("woord", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_words_of_a_student_keep_their_lines()
    {
        using var pdf = PrintedPdf.Of(Document(new Quotation("Eerste regel.\nTweede regel.\n\nNa een witregel.")));
        Assert.EndsWith("Eerste regel.\nTweede regel.\nNa een witregel.", pdf.ReadOut(), StringComparison.Ordinal);
        Assert.Single(pdf.Structure(), element => element is "BlockQuote");
    }

    [Fact]
    public void What_is_empty_is_left_out_and_does_no_harm()
    {
        var document = new Document("", Language.English, new DocumentHead([], [], []), new("", []),
            [new Section("", []), new Section("Only a heading", [new Paragraph(""), new BulletList([]), new FactList([]), new Quotation(""), new Signatures([]), new Table([], [], [])])], "");
        using var pdf = PrintedPdf.Of(document with { Watermark = " " });
        Assert.Equal("Only a heading", pdf.ReadOut());
        Assert.Equal("page 1 of 1", pdf.Pages().Single().Trim().Split('\n')[^1]);
    }

    [Fact]
    public void Every_mark_opens_and_closes_on_the_same_side_of_a_text_object()
    {
        using var pdf = PrintedPdf.Of(SampleCase.ProcesVerbaal(Language.Dutch) with { Watermark = "concept" });
        var open = new Stack<string>();
        foreach (var operation in pdf.Instructions().Select(line => line.TrimEnd().Split(' ')[^1]))
        {
            if (operation is "BT" or "BMC" || operation.EndsWith("BDC", StringComparison.Ordinal)) open.Push(operation);
            else if (operation is "ET") Assert.Equal("BT", open.Pop());
            else if (operation is "EMC") Assert.EndsWith("C", open.Pop(), StringComparison.Ordinal);
            else if (operation is "Tj" or "f") Assert.Contains(open, mark => mark.EndsWith('C'));
        }

        Assert.Empty(open);
    }

    private static Table LongTable() =>
        new(["Tijdstip", "Gezien en gehoord"], [1, 3], [.. Enumerable.Range(1, 30).Select(row => ImmutableArray.Create($"00:{row:D2}:00.0", Text(row)))]);

    private static void AssertWithinMargins(PrintedPdf pdf) => Assert.All(pdf.Words(), word =>
    {
        Assert.InRange(word.Left, (25 * Mm) - 0.5, 180 * Mm);
        Assert.InRange(word.Right, 25 * Mm, (180 * Mm) + 0.5);
        Assert.InRange(word.Top, 15 * Mm, 285 * Mm);
        Assert.InRange(word.Bottom, 15 * Mm, 286 * Mm);
    });

    private static string[] Words(string page) => page.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
}
