using ReviewPortal.Core.Writing;

namespace ReviewPortal.Core.Tests.Writing;

public sealed class WordingsTests
{
    private static readonly DateOnly Day = new(2027, 1, 4);

    [Theory]
    [InlineData(Language.Dutch, "maandag 4 januari 2027", "4 januari 2027", "4 jan 2027")]
    [InlineData(Language.English, "Monday 4 January 2027", "4 January 2027", "4 Jan 2027")]
    public void A_day_is_written_as_people_write_it(Language language, string withWeekday, string inWords, string brief) =>
        Assert.Equal((withWeekday, inWords, brief), (Day.WithWeekday(language), Day.InWords(language), Day.Brief(language)));

    [Fact]
    public void A_moment_is_written_in_the_clock_of_Amsterdam()
    {
        var moment = new DateTimeOffset(2026, 7, 1, 22, 30, 5, TimeSpan.Zero);
        Assert.Equal(("00:30", "00:30:05", "2 juli 2026, 00:30"), (moment.Clock(Language.Dutch), moment.ClockWithSeconds(Language.Dutch), moment.InWords(Language.Dutch)));
    }

    [Theory]
    [InlineData(Language.Dutch, "a, b en c")]
    [InlineData(Language.English, "a, b and c")]
    public void A_list_ends_in_and(Language language, string written)
    {
        Assert.Equal(written, new[] { "a", "b", "c" }.Enumerate(language));
        Assert.Equal("a", new[] { "a" }.Enumerate(language));
        Assert.Equal("", Array.Empty<string>().Enumerate(language));
    }

    [Theory]
    [InlineData(0.614, "61 %")]
    [InlineData(0.999, "99 %")]
    [InlineData(1, "100 %")]
    [InlineData(0, "0 %")]
    public void A_part_never_rounds_up_to_the_whole(double share, string written) => Assert.Equal(written, share.Percent(Language.Dutch));

    [Theory]
    [InlineData("nl", Language.Dutch)]
    [InlineData("en", Language.English)]
    public void A_language_has_a_code(string code, Language language) => Assert.Equal((language, code), (Languages.Parse(code)!.Value, language.Code()));

    [Fact]
    public void What_is_not_English_reads_Dutch()
    {
        Assert.Null(Languages.Parse("de"));
        Assert.Equal(Language.Dutch, Languages.Of(System.Globalization.CultureInfo.GetCultureInfo("de-DE")));
        Assert.Equal(Language.English, Languages.Of(System.Globalization.CultureInfo.GetCultureInfo("en-US")));
    }

    [Fact]
    public void Free_text_becomes_paragraphs_and_lists() => Assert.Collection(
        Blocks.FromFreeText("Eerst dit,\r\nop twee regels.\n\n- een\n- twee\n\n\nDit:\n- een\nen verder.\n\n> Ik was alleen.\n> Echt."),
        first => Assert.Equal("Eerst dit, op twee regels.", Assert.IsType<Paragraph>(first).Text),
        second => Assert.Equal(["een", "twee"], Assert.IsType<BulletList>(second).Items),
        third => Assert.Equal("Dit:", Assert.IsType<Paragraph>(third).Text),
        fourth => Assert.Equal(["een"], Assert.IsType<BulletList>(fourth).Items),
        fifth => Assert.Equal("en verder.", Assert.IsType<Paragraph>(fifth).Text),
        sixth => Assert.Equal("Ik was alleen.\nEcht.", Assert.IsType<Quotation>(sixth).Text));

    [Fact]
    public void Text_of_nothing_is_no_block() => Assert.Empty(Blocks.FromFreeText(" \n\n "));
}
