using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Writing;

namespace ReviewPortal.Core.Tests.Letters;

public sealed class LetterCodeTests
{
    private const string Root = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
    private static readonly LetterCode Code = LetterCode.Parse("7KQ2-9F3M-XV0T-B6PA")!.Value;

    [Fact]
    public void A_code_is_read_as_it_is_printed_and_as_people_type_it()
    {
        Assert.Equal(("7KQ2-9F3M-XV0T-B6PA", "7KQ29F3MXV0TB6PA"), (Code.ToString(), Code.Compact));
        Assert.All((string[])["7kq2 9f3m xv0t b6pa", " 7KQ29F3MXVOTB6PA ", "7KQ2–9F3M–XVoT–B6PA"], typed => Assert.Equal(Code, LetterCode.Parse(typed)));
        Assert.Equal(LetterCode.Parse("1111-0000-0000-0000"), LetterCode.Parse("iIlL-OoOo-0000-0000"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("7KQ2-9F3M-XV0T-B6P")]
    [InlineData("7KQ2-9F3M-XV0T-B6PAA")]
    [InlineData("7KQ2-9F3M-XV0T-B6PU")]
    [InlineData("7KQ2-9F3M-XV0T-B6P!")]
    [InlineData("٧KQ2-9F3M-XV0T-B6PA")]
    public void Anything_else_is_no_code(string? typed) => Assert.Null(LetterCode.Parse(typed));

    /// <summary>Eighty bits: every sign takes part, and no two of many are the same.</summary>
    [Fact]
    public void Codes_are_random()
    {
        var codes = Enumerable.Range(0, 2000).Select(_ => LetterCode.Random()).ToArray();
        Assert.Equal(codes.Length, codes.Distinct().Count());
        Assert.All(codes, code => Assert.Equal(code, LetterCode.Parse(code.ToString())));
        Assert.All(Enumerable.Range(0, LetterCode.Length), place => Assert.Equal(32, codes.Select(code => code.Compact[place]).Distinct().Count()));
    }

    [Theory]
    [InlineData(Language.Dutch, "Examencommissie Sociale Wetenschappen · 2026-0158\nControlecode 7KQ2-9F3M-XV0T-B6PA · logboek 9f86 d081 884c 7d65")]
    [InlineData(Language.English, "2026-0158\nVerification code 7KQ2-9F3M-XV0T-B6PA · audit log 9f86 d081 884c 7d65")]
    public void A_published_letter_names_its_case_its_code_and_the_audit_log_on_every_page(Language language, string foot)
    {
        var letter = LetterWriter.Write(LetterKind.Valid, Written.Matter(LetterKind.Valid) with { Imprint = new(Code, Root, Page: null) }, language);
        Assert.EndsWith(foot.Split('·')[^2].Trim() + " · " + foot.Split('·')[^1].Trim(), letter.Footer, StringComparison.Ordinal);
        Assert.Contains("2026-0158\n", letter.Footer, StringComparison.Ordinal);
    }

    [Fact]
    public void It_says_where_to_enter_the_code_with_or_without_an_address()
    {
        var with = new Imprint(Code, Root, new Uri("https://portal.voorbeeld.example/verify-letter")).Verification(Language.Dutch);
        Assert.Equal("https://portal.voorbeeld.example/verify-letter/7KQ29F3MXV0TB6PA", with.Link!.Address.AbsoluteUri);
        Assert.Contains("portal.voorbeeld.example/verify-letter ", with.Lines[0], StringComparison.Ordinal);
        Assert.Contains("portal.voorbeeld.example/verify-letter/7KQ29F3MXV0TB6PA", with.Link.Alternative, StringComparison.Ordinal);
        var without = new Imprint(Code, Root, Page: null).Verification(Language.English);
        Assert.Null(without.Link);
        Assert.Contains("“Check a letter” of ReviewPortal and enter 7KQ2-9F3M-XV0T-B6PA", without.Lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public void A_draft_and_a_translation_have_no_code()
    {
        var letter = Written.Letter(LetterKind.Valid, Language.English);
        Assert.Null(letter.Verification);
        Assert.Null(LetterWriter.AsTranslation(letter).Verification);
        Assert.DoesNotContain("code", letter.Footer, StringComparison.OrdinalIgnoreCase);
    }
}
