using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Writing;
using static ReviewPortal.Web.Tests.Pdf.Written;

namespace ReviewPortal.Web.Tests.Pdf;

/// <summary>What a screen reader is given of every letter in both languages (PDF/UA-1; EN 301 549).</summary>
public sealed class LetterStructureTests
{
    public static TheoryData<string> All => [.. SampleLetters.Names];

    [Theory]
    [MemberData(nameof(All))]
    public void Headings_lists_tables_and_figures_are_what_they_are_called(string name)
    {
        var document = SampleLetters.Of(name);
        using var pdf = PrintedPdf.Of(document);
        StructureElement[] all = [.. pdf.Tree().SelectMany(root => root.All)];

        var headings = all.Select(element => element.Type).Where(type => Regex.IsMatch(type, "^H[0-9]?$", RegexOptions.None, TimeSpan.FromSeconds(1))).ToArray();
        Assert.Equal("H1", headings[0]);
        Assert.All(headings[1..], heading => Assert.Equal("H2", heading));
        Assert.Equal(1 + document.Sections.Length + (document.Summary is null ? 0 : 1) + (document.Verification is null ? 0 : 1), headings.Length);

        Assert.All(all.Where(element => element.Type is "L"), list => Assert.All(list.Children, item => Assert.Equal("LI", item.Type)));
        Assert.All(all.Where(element => element.Type is "LI"), item => Assert.Equal(["Lbl", "LBody"], item.Children.Select(child => child.Type)));
        Assert.All(all.Where(element => element.Type is "Table"), table =>
        {
            Assert.All(table.Children, row => Assert.Equal("TR", row.Type));
            Assert.All(table.Children[0].Children, cell => Assert.Equal("TH", cell.Type));
            Assert.All(table.Children.Skip(1).SelectMany(row => row.Children), cell => Assert.Equal("TD", cell.Type));
            Assert.Single(table.Children.Select(row => row.Children.Count).Distinct());
        });
        Assert.Equal(document.Sections.SelectMany(section => section.Blocks).Count(block => block is Table), all.Count(element => element.Type is "Table"));
        Assert.Contains(all, element => element.Type is "L");

        var figures = all.Count(element => element.Type is "Figure");
        Assert.Equal(document.Sections.SelectMany(section => section.Blocks).Count(block => block is Figure) + (document.Verification is null ? 0 : 1), figures);
        Assert.Equal(figures, Regex.Count(pdf.Unpacked(), @"/Alt [(<]", RegexOptions.None, TimeSpan.FromSeconds(5)));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void The_file_is_sound_embeds_its_fonts_and_says_its_language_and_title(string name)
    {
        var document = SampleLetters.Of(name);
        using var pdf = PrintedPdf.Of(document);
        Assert.Contains("No syntax or stream encoding errors", pdf.Check(), StringComparison.Ordinal);
        Assert.Matches(@"Tagged:\s+yes", pdf.Information());
        Assert.Contains(document.Title, pdf.Information(), StringComparison.Ordinal);
        Assert.Contains($"/Lang ({document.Language.Culture().Name})", pdf.Unpacked(), StringComparison.Ordinal);
        Assert.Contains("/DisplayDocTitle true", pdf.Unpacked(), StringComparison.Ordinal);
        Assert.All(pdf.Fonts(), font => Assert.Matches("yes +yes +yes", font));
        Assert.NotEmpty(pdf.Fonts());
    }

    /// <summary>A heading alone at the foot of a page, a word cut off at the margin: looked for where they would come, with as much text as there may be.</summary>
    [Theory]
    [InlineData(Language.Dutch)]
    [InlineData(Language.English)]
    public void A_letter_with_long_names_forty_paragraphs_and_thirty_findings_stays_in_order(Language language)
    {
        const string LongName = "Þrúður Ævarsdóttir-van den Bøgelscheidt tot Zuylesteyn en Żółkiewska-Kőszegi van Nieuwenhuysen-Nijevelt";
        var letter = SampleLetters.Published(LetterKind.IrregularityForceMajeure, language);
        var table = letter.Sections.SelectMany(section => section.Blocks).OfType<Table>().First();
        Table long30 = table with { Rows = [.. Enumerable.Range(1, 30).Select(row => table.Rows[0].SetItem(0, $"00:{row:D2}:00.0 – 00:{row:D2}:30.0"))] };
        letter = letter with
        {
            Head = letter.Head with { Addressee = [LongName, .. letter.Head.Addressee.Skip(1)] },
            Salutation = $"Geachte {LongName},",
            Sections = [.. letter.Sections.Select((section, at) => section with { Blocks = [.. section.Blocks.Select(block => block == table ? long30 : block), .. at is 6 ? Enumerable.Range(1, 40).Select(number => new Paragraph(Text(number))) : []] })],
        };
        using var pdf = PrintedPdf.Of(letter);

        var pages = pdf.Pages();
        var words = pages.SelectMany(page => page.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries)).ToHashSet(StringComparer.Ordinal);
        Assert.All(Enumerable.Range(1, 40).SelectMany(number => Text(number).Split(' ')), word => Assert.Contains(word, words));
        Assert.All(Enumerable.Range(1, 30), row => Assert.Contains($"00:{row:D2}:30.0", words));
        Assert.All(LongName.Split(' ', '-').Where(part => part.Length > 3), part => Assert.Contains(part, pages[0], StringComparison.Ordinal));
        Assert.True(pages.Length > 8, $"Only {pages.Length} pages");
        ImmutableArray<string> headings = [.. letter.Sections.Select(section => section.Heading), letter.Verification!.Heading];
        Assert.All(pages, page =>
        {
            // The last two or three lines are the foot; above it stand at least two lines of text below any heading.
            var lines = page.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            var foot = Array.FindLastIndex(lines, line => line.Contains("2026-0158", StringComparison.Ordinal));
            Assert.DoesNotContain(lines[Math.Max(0, foot - 2)..foot], headings.Contains);
        });
        Assert.All(pdf.Words(), word => Assert.InRange(word.Right, 0, (180 * 72 / 25.4) + 0.5));
    }
}
