using System.Collections.Immutable;
using ReviewPortal.Core.ProcesVerbaal;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Core.Review;
using ReviewPortal.Core.Writing;

namespace ReviewPortal.Core.Tests.ProcesVerbaal;

/// <summary>Pictures and links: where a moment comes from, and what it shows.</summary>
public sealed class AnnexTests
{
    private static readonly string Original = new('c', 64);
    private static readonly string Copy = new('d', 64);

    private readonly CaseInTheRooms _case = A.Case().With(A.Mark("OTHER_PERSON")).With(A.Mark("EXCULPATORY", 2680, 2700, "De student laat de hele kamer zien.")).With(A.Mark("TECHNICAL_FAILURE", 3000, 3010, "Het beeld valt weg.")).Reported();

    [Fact]
    public void A_picture_is_a_figure_with_all_that_is_needed_to_find_it_again()
    {
        var document = Written([Shown(1, _case.Marks[0], 2500.4, [1, 2, 3])]);
        var figure = Assert.Single(Annexes(document).Blocks.OfType<Figure>());
        Assert.Equal((1920, 1080), (figure.Width, figure.Height));
        Assert.Equal(ImmutableArray.Create<byte>(1, 2, 3), figure.Png);
        Assert.Contains("De deur gaat open", figure.Alternative, StringComparison.Ordinal);
        Assert.Equal("Bijlage 1. Laptopcamera, 00:41:40.4 in de toets (09:41:40 uur)", figure.Caption[0]);
        Assert.Contains("Webcam-0.webm", figure.Caption[1], StringComparison.Ordinal);
        Assert.Contains(Who.Reviewer.Name, figure.Caption[1], StringComparison.Ordinal);
        Assert.Contains(figure.Caption, line => line.Contains(Original, StringComparison.Ordinal));
        Assert.DoesNotContain(figure.Caption, line => line.Contains("Onleesbaar", StringComparison.Ordinal));
    }

    [Fact]
    public void A_masked_picture_says_what_was_covered_and_has_a_checksum_of_its_own()
    {
        var shown = Shown(1, _case.Marks[0], 2500, [1], Copy);
        shown.Exhibit.Masks = [new(0, 0, 5, 5, MaskReason.Bystander), new(9, 9, 5, 5, MaskReason.Bsn), new(20, 9, 5, 5, MaskReason.Bsn)];
        var caption = Assert.Single(Annexes(Written([shown])).Blocks.OfType<Figure>()).Caption;
        Assert.Contains("Onleesbaar gemaakt: een burgerservicenummer en een omstander.", caption);
        Assert.Contains(caption, line => line.EndsWith(Copy, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Language.Dutch, "Heading.Observations", "zelf gezien; bijlage 1 en 3")]
    [InlineData(Language.English, "Heading.Observations", "annex 1 and 3")]
    [InlineData(Language.Dutch, "Heading.Exculpatory", "hele kamer zien. (bijlage 2)")]
    public void A_moment_names_its_annexes(Language language, string heading, string says)
    {
        var document = Written([Shown(1, _case.Marks[0], 2500, [1]), Shown(2, _case.Marks[1], 2690, [1]), Shown(3, _case.Marks[0], 2600, [1])], language: language);
        Assert.Contains(says, Text(document, heading, language), StringComparison.Ordinal);
    }

    [Fact]
    public void A_picture_that_is_gone_is_still_named()
    {
        var annexes = Annexes(Written([Shown(1, _case.Marks[0], 2500, null)]));
        Assert.Empty(annexes.Blocks.OfType<Figure>());
        Assert.Contains(annexes.Blocks.OfType<BulletList>().SelectMany(list => list.Items), line => line.Contains("niet meer", StringComparison.Ordinal));
    }

    [Fact]
    public void Without_pictures_there_is_no_such_heading() =>
        Assert.DoesNotContain(Written([]).Sections, section => section.Heading == Key("Heading.Exhibits", Language.Dutch));

    /// <summary>The signal that led here stands as the origin, the others as what belongs to the moment, with both clocks.</summary>
    [Fact]
    public void Links_are_named_with_their_moments_and_the_origin_as_such()
    {
        _case.Marks[0].FromSignal = 7;
        _case.Marks[0].Signals = [8, 99];
        _case.Marks[0].Messages = [A.ReportInTheTest];
        _case.Marks[1].Signals = [9];
        var document = Written([], [Signal(7, 2500, "tweede gezicht"), Signal(8, 2510, "geplakt"), Signal(9, 2690, "tabblad")]);
        var facts = Text(document, "Heading.Observations");
        Assert.Contains("het signaal dat hierheen leidde, van 00:41:40.0 (09:41:40)", facts, StringComparison.Ordinal);
        Assert.Contains("het signaal van 00:41:50.0 (09:41:50)", facts, StringComparison.Ordinal);
        Assert.Contains("“Mijn huisgenoot kwam binnen.”", facts, StringComparison.Ordinal);
        Assert.DoesNotContain("tabblad", facts, StringComparison.Ordinal);
        Assert.Contains("tabblad", Text(document, "Heading.Exculpatory"), StringComparison.Ordinal);
    }

    /// <summary>A failure of technique is a fact among the observations; what speaks for the student has a heading of its own; netiquette has no place.</summary>
    [Fact]
    public void Each_kind_of_mark_has_its_place()
    {
        _case.With(A.Mark("NETIQUETTE", 10, 20, "De student draagt een badjas."));
        var document = Written([]);
        Assert.Contains("Het beeld valt weg.", Text(document, "Heading.Observations"), StringComparison.Ordinal);
        Assert.DoesNotContain("hele kamer", Text(document, "Heading.Observations"), StringComparison.Ordinal);
        Assert.Contains("hele kamer", Text(document, "Heading.Exculpatory"), StringComparison.Ordinal);
        Assert.DoesNotContain("badjas", document.PlainText(), StringComparison.Ordinal);
    }

    private Document Written(ImmutableArray<ShownExhibit> exhibits, ImmutableArray<Signal>? signals = null, Language language = Language.Dutch) => ProcesVerbaalWriter.Write(
        new ProcesVerbaalMatter(new(2026, 158), _case.Exam, _case.Sitting, _case.Report!, _case.Assignment!)
        {
            Institution = "Universiteit Voorbeeld", Board = "Examencommissie Sociale Wetenschappen", Recordings = [.. _case.Recordings],
            Observations = [.. _case.Marks], Messages = [.. _case.Messages], Exhibits = exhibits, LinkedSignals = signals ?? [],
        },
        language);

    private ShownExhibit Shown(int number, Observation mark, double at, byte[]? png, string? copy = null) => new(
        number,
        new Exhibit
        {
            Id = new Guid(number, 0, 0, new byte[8]), Case = A.CaseId, Mark = mark.Id, By = Who.Reviewer.Id, ByName = Who.Reviewer.Name, TakenAt = A.End, Recording = _case.Recordings[0].Id,
            Role = TrackRole.Webcam, At = at, Width = 1920, Height = 1080, Sha256 = Original,
        },
        png is null ? null : [.. png], copy);

    private static Signal Signal(long id, double at, string text) => new() { Id = id, Sitting = A.SittingId, At = at, Source = SignalSource.Vendor, Kind = "k", Text = text };

    private static Section Annexes(Document document) => document.Sections.Single(section => section.Heading == Key("Heading.Exhibits", Language.Dutch));

    private static string Text(Document document, string heading, Language language = Language.Dutch) =>
        new Document("", language, new DocumentHead([], [], []), null, [document.Sections.Single(section => section.Heading == Key(heading, language))], "").PlainText();

    private static string Key(string key, Language language) => new Texts(typeof(ProcesVerbaalTexts))[key, language];
}
