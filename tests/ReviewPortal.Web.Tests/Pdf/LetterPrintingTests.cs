using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Writing;
using static ReviewPortal.Web.Tests.Pdf.Written;

namespace ReviewPortal.Web.Tests.Pdf;

public sealed class LetterPrintingTests
{
    public static TheoryData<LetterKind, Language> Letters()
    {
        var letters = new TheoryData<LetterKind, Language>();
        foreach (var kind in LetterKinds.OfACase)
            foreach (var language in Enum.GetValues<Language>()) letters.Add(kind, language);
        return letters;
    }

    [Theory]
    [InlineData(LetterKind.IrregularityForceMajeure, Language.Dutch)]
    [InlineData(LetterKind.FraudSanction, Language.English)]
    [InlineData(LetterKind.InvitationForView, Language.Dutch)]
    [InlineData(LetterKind.EnrolmentTerminated, Language.Dutch)]
    [InlineData(LetterKind.NewTestPlanned, Language.English)]
    public void A_letter_is_read_out_in_the_order_in_which_it_was_written(LetterKind kind, Language language)
    {
        var letter = SampleLetters.Published(kind, language);
        using var pdf = PrintedPdf.Of(letter);
        var read = WithoutWhite(pdf.ReadOut());
        var at = 0;
        foreach (var text in Texts(letter))
        {
            var found = read.IndexOf(WithoutWhite(text), at, StringComparison.Ordinal);
            Assert.True(found >= 0, $"Not read out in its place: {text}");
            at = found;
        }
    }

    [Theory]
    [MemberData(nameof(Letters))]
    public void A_letter_is_tagged_and_its_file_is_sound(LetterKind kind, Language language)
    {
        using var pdf = PrintedPdf.Of(SampleCase.Letter(kind, language));
        Assert.Contains("No syntax or stream encoding errors", pdf.Check(), StringComparison.Ordinal);
        Assert.Matches(@"Tagged:\s+yes", pdf.Information());
        Assert.Contains($"/Lang ({language.Culture().Name})", pdf.Unpacked(), StringComparison.Ordinal);
        Assert.All(pdf.Fonts(), font => Assert.Matches("yes +yes +yes", font));
    }

    [Fact]
    public void A_letter_reads_from_top_to_bottom_as_plain_text_too()
    {
        using var pdf = PrintedPdf.Of(SampleCase.Letter(LetterKind.IrregularityForceMajeure, Language.Dutch));
        var text = string.Join('\n', pdf.Pages());
        string[] order = ["Universiteit Voorbeeld", SampleCase.Student, "Datum Utrecht, 7 december 2026", "u kunt een extra kans aanvragen", "Besluit", "Feiten en bevindingen", "Overwegingen", "Ondertekening", "Bijlagen"];
        var places = order.Select(part => text.IndexOf(part, StringComparison.Ordinal)).ToArray();
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
    }

    [Fact]
    public void The_metadata_say_what_it_is_and_from_whom()
    {
        using var pdf = PrintedPdf.Of(SampleCase.Letter(LetterKind.Valid, Language.English));
        var information = pdf.Information();
        Assert.Matches(@"Title:\s+Your test Statistiek II is valid \(2026-0158\)", information);
        Assert.Matches(@"Author:\s+Example University", information);
        Assert.Matches(@"CreationDate:.* 7 \d\d:12:00 2026", information);
        Assert.Contains("<pdfuaid:part>1</pdfuaid:part>", pdf.Raw, StringComparison.Ordinal);
        Assert.Contains("/DisplayDocTitle true", pdf.Unpacked(), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_section_has_a_bookmark()
    {
        var letter = SampleCase.Letter(LetterKind.FraudSanction, Language.Dutch);
        using var pdf = PrintedPdf.Of(letter);
        var outlines = pdf.Outlines();
        Assert.All(letter.Sections, section => Assert.Contains($"\"title\": \"{section.Heading}\"", outlines, StringComparison.Ordinal));
    }

    [Fact]
    public void A_draft_says_so_across_every_page_without_being_read_out()
    {
        using var pdf = PrintedPdf.Of(SampleCase.ProcesVerbaal(Language.Dutch) with { Watermark = "concept" });
        var pages = pdf.Words().GroupBy(word => word.Page, word => word).ToArray();
        Assert.True(pages.Length > 1);
        Assert.All(pages, page => Assert.Equal("concept", string.Concat(page.Where(word => word.Bottom - word.Top > 30).OrderBy(word => word.Left).Select(word => word.Text))));
        Assert.DoesNotContain("concept", pdf.ReadOut(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_foot_of_every_page_counts_the_pages()
    {
        using var pdf = PrintedPdf.Of(SampleCase.Letter(LetterKind.FraudSanction, Language.English));
        var pages = pdf.Pages();
        for (var page = 1; page <= pages.Length; page++)
            Assert.EndsWith($"Board of Examiners Social Sciences · 2026-0158 page {page} of {pages.Length}", pages[page - 1].TrimEnd(), StringComparison.Ordinal);
    }

    private static IEnumerable<string> Texts(Document letter) =>
    [
        .. letter.Head.Sender, .. letter.Head.Addressee, .. letter.Head.Facts.SelectMany(fact => new[] { fact.Label, fact.Value }), letter.Heading,
        .. letter.Summary is { } summary ? summary.Answers.SelectMany(answer => new[] { answer.Label, answer.Value }).Prepend(summary.Heading) : [],
        .. letter.Sections.SelectMany(section => section.Blocks.SelectMany(Texts).Prepend(section.Heading)),
        .. letter.Verification is { } check ? check.Lines.Prepend(check.Heading) : [],
    ];

    private static IEnumerable<string> Texts(Block block) => block switch
    {
        Paragraph paragraph => [paragraph.Text],
        Quotation quotation => [quotation.Text],
        BulletList list => list.Items,
        FactList list => list.Facts.SelectMany(fact => new[] { fact.Label, fact.Value }),
        Table table => [.. table.Header, .. table.Rows.SelectMany(row => row)],
        Signatures signatures => signatures.Lines.SelectMany(line => new[] { line.Name, line.Capacity, line.SignedAt }),
        _ => throw new InvalidOperationException(block.GetType().Name),
    };
}
