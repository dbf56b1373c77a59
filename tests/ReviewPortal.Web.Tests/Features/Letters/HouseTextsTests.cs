using System.Net;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Writing;
using ReviewPortal.Infrastructure.Pdf;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Web.Access;
using ReviewPortal.Web.Features.Letters;
using ReviewPortal.Web.Tests.Pdf;

namespace ReviewPortal.Web.Tests.Features.Letters;

/// <summary>What letters say of their sender is written by the secretary, version by version; what was sent stays as it was (Awb 2:12, 3:45).</summary>
public sealed class HouseTextsTests
{
    private const string Why = "Het loket is verhuisd.";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_letter_is_written_with_the_texts_in_force_and_a_sent_one_keeps_its_own()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.CoSigned);
        await using var _ = portal;
        var (desk, by) = (portal.Get<HouseTextsDesk>(), portal.Who("secretaris").Id);
        var invitation = await portal.ReadAsync(db => db.Letters.SingleAsync(item => item.Kind == LetterKind.InvitationForView, Ct));

        var before = await InForceAsync(portal);
        Assert.Null(await desk.WriteAsync(HouseTexts.Everybody, before.With(HouseField.AppealsDeskAddress, Language.Dutch, "Nieuwe Gracht 1\n3512 LA Utrecht"), 0, by, Ct));
        Assert.Equal(before.AppealsDeskAddress, (await InForceAsync(portal)).AppealsDeskAddress);
        Assert.Null(await desk.PutInForceAsync(HouseTexts.Everybody, Why, 1, by, Ct));
        await ACase.DoneAsync(portal.On(11, 20, 15).Then(() => @case.PublishAsync()));

        // The file itself keeps what letters were written with.
        foreach (var change in new[] { "UPDATE HouseTexts SET Why = ''", "DELETE FROM HouseTexts" }) Assert.Contains("HouseTexts is only added to", await Sql.TryAsync(portal.DatabaseFile, change), StringComparison.Ordinal);

        var version = await portal.ReadAsync(db => db.HouseTexts.SingleAsync(Ct));
        Assert.Equal((1, Why, "Mirjam Bos"), (version.Number, version.Why, version.ChangedByName));
        var letter = await portal.ReadAsync(db => db.Letters.OrderByDescending(item => item.PublishedAt).FirstAsync(Ct));
        Assert.Equal((version.Id, null), (letter.HouseTexts, invitation.HouseTexts));
        Assert.Contains("Nieuwe Gracht 1", await TextAsync(portal, letter), StringComparison.Ordinal);
        Assert.DoesNotContain("Nieuwe Gracht 1", await TextAsync(portal, invitation), StringComparison.Ordinal);
        Assert.Equal(["letter-texts.in-force"], await portal.ReadAsync(db => db.AuditRows.Where(row => row.Subject == $"letter-texts/{version.Id}").Select(row => row.Action).ToListAsync(Ct)));
    }

    /// <summary>Each faculty has a board of its own (WHW 7.12), which may have an address of its own.</summary>
    [Fact]
    public async Task A_board_with_texts_of_its_own_does_not_follow_those_of_the_institution()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.CoSigned);
        await using var _ = portal;
        var (desk, by) = (portal.Get<HouseTextsDesk>(), portal.Who("secretaris").Id);
        var faculty = Assert.Single(await desk.FacultiesAsync(Ct));
        var before = await InForceAsync(portal);
        await PutAsync(portal, faculty, before.With(HouseField.Board, Language.Dutch, "Examencommissie Sterrenkunde"));
        await PutAsync(portal, HouseTexts.Everybody, before.With(HouseField.Board, Language.Dutch, "Examencommissie van allen"));

        await ACase.DoneAsync(portal.On(11, 20, 15).Then(() => @case.PublishAsync()));
        var letter = await portal.ReadAsync(db => db.Letters.OrderByDescending(item => item.PublishedAt).FirstAsync(Ct));
        var text = await TextAsync(portal, letter);
        Assert.Contains("Examencommissie Sterrenkunde", text, StringComparison.Ordinal);
        Assert.DoesNotContain("van allen", text, StringComparison.Ordinal);
        // Whoever asks about the letter is told in whose name it went out, also when the board is called otherwise later.
        await PutAsync(portal, faculty, before.With(HouseField.Board, Language.Dutch, "Examencommissie Heelal"), 0);
        Assert.Equal("Examencommissie Sterrenkunde", (await portal.Get<LetterCheck>().FindAsync(letter.Code!.Value, null, Language.Dutch, Ct))!.Organ);
        Assert.Equal((true, 2), ((await desk.ViewAsync(faculty, by, Ct))!.Own, (await desk.ViewAsync(faculty, by, Ct))!.Versions[0].Number));
    }

    public static TheoryData<HouseField, string, HouseObjection> Spoilt => new()
    {
        { HouseField.AppealsDesk, "", HouseObjection.Missing },
        { HouseField.AppealsDeskAddress, " \n ", HouseObjection.Missing },
        { HouseField.Support, new string('a', 1001), HouseObjection.TooLong },
        { HouseField.Name, "Universiteit \U0001F9EA", HouseObjection.Unprintable },
    };

    /// <summary>A letter lacks nothing of what the law asks: by whom, within what term, to which body (Awb 3:45).</summary>
    [Theory]
    [MemberData(nameof(Spoilt))]
    public async Task Texts_with_which_no_letter_can_go_out_are_kept_but_not_put_in_force(HouseField field, string text, HouseObjection why)
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        var (desk, by) = (portal.Get<HouseTextsDesk>(), portal.Who("secretaris").Id);
        Assert.Null(await desk.WriteAsync(HouseTexts.Everybody, (await InForceAsync(portal)).With(field, Language.Dutch, text), 0, by, Ct));
        var refused = await desk.PutInForceAsync(HouseTexts.Everybody, Why, 1, by, Ct);
        Assert.Equal((why, (field, Language.Dutch)), (refused!.Why, Assert.Single(refused.Fields)));
        Assert.NotNull((await desk.ViewAsync(HouseTexts.Everybody, by, Ct))!.Draft);
    }

    [Fact]
    public async Task Two_who_write_at_once_do_not_write_over_each_other()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        var (desk, by) = (portal.Get<HouseTextsDesk>(), portal.Who("secretaris").Id);
        var before = await InForceAsync(portal);
        Assert.Null(await desk.WriteAsync(HouseTexts.Everybody, before.With(HouseField.Town, Language.Dutch, "Zeist"), 0, by, Ct));
        Assert.Equal(HouseObjection.Overtaken, (await desk.WriteAsync(HouseTexts.Everybody, before.With(HouseField.Town, Language.Dutch, "Bunnik"), 0, by, Ct))!.Why);
        Assert.Equal(HouseObjection.Overtaken, (await desk.PutInForceAsync(HouseTexts.Everybody, Why, 0, by, Ct))!.Why);
        Assert.Equal(HouseObjection.NoWhy, (await desk.PutInForceAsync(HouseTexts.Everybody, " ", 1, by, Ct))!.Why);
        Assert.Equal("Zeist", (await desk.ViewAsync(HouseTexts.Everybody, by, Ct))!.Draft!.Content.Town);
        Assert.Null(await desk.DiscardAsync(HouseTexts.Everybody, 1, by, Ct));
        Assert.Null((await desk.ViewAsync(HouseTexts.Everybody, by, Ct))!.Draft);
    }

    [Fact]
    public async Task An_earlier_version_can_be_taken_up_again_and_the_same_again_is_no_version()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        var (desk, by) = (portal.Get<HouseTextsDesk>(), portal.Who("secretaris").Id);
        var before = await InForceAsync(portal);
        await PutAsync(portal, HouseTexts.Everybody, before);
        var first = await portal.ReadAsync(db => db.HouseTexts.Select(item => item.Id).SingleAsync(Ct));
        await PutAsync(portal, HouseTexts.Everybody, before.With(HouseField.Town, Language.Dutch, "Zeist"));
        Assert.Null(await desk.TakeAsync(HouseTexts.Everybody, first, 0, by, Ct));
        Assert.Null(await desk.PutInForceAsync(HouseTexts.Everybody, Why, 1, by, Ct));
        Assert.Equal(before.Town, (await InForceAsync(portal)).Town);

        Assert.Null(await desk.TakeAsync(HouseTexts.Everybody, first, 0, by, Ct));
        Assert.Equal(HouseObjection.NothingChanged, (await desk.PutInForceAsync(HouseTexts.Everybody, Why, 1, by, Ct))!.Why);
    }

    [Fact]
    public async Task The_logo_stands_in_the_letterhead_as_decoration_and_only_a_picture_that_prints_is_taken()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        var (desk, by) = (portal.Get<HouseTextsDesk>(), portal.Who("secretaris").Id);
        foreach (var spoilt in (byte[][])[[], [1, 2, 3], Png()[..40], [.. Png(), .. new byte[Logo.Largest]], Bomb()])
            Assert.Equal(HouseObjection.NoPicture, (await desk.SetLogoAsync(HouseTexts.Everybody, spoilt, 0, by, Ct))!.Why);
        Assert.Null(await desk.SetLogoAsync(HouseTexts.Everybody, Png(), 0, by, Ct));
        Assert.Null(await desk.PutInForceAsync(HouseTexts.Everybody, Why, 1, by, Ct));

        var house = await InForceAsync(portal);
        Assert.Equal(Png(), house.Logo);
        var pdf = portal.Get<DocumentPrinter>().Print(ExampleLetter.Of(house, portal.Clock.GetUtcNow(), Language.Dutch), portal.Clock.GetUtcNow());
        using var printed = new PrintedPdf(pdf);
        Assert.Contains("/Subtype /Image", printed.Unpacked(), StringComparison.Ordinal);
        Assert.DoesNotContain("Figure", printed.Structure());
        Assert.Contains("No syntax or stream encoding errors", printed.Check(), StringComparison.Ordinal);
        // The next draft begins with the logo that is in force.
        Assert.Null(await desk.WriteAsync(HouseTexts.Everybody, house.With(HouseField.Town, Language.Dutch, "Zeist"), 0, by, Ct));
        Assert.NotNull((await desk.ViewAsync(HouseTexts.Everybody, by, Ct))!.Draft!.Logo);
    }

    [Theory]
    [InlineData("secretaris", HttpStatusCode.OK)]
    [InlineData("voorzitter", HttpStatusCode.NotFound)]
    public async Task Only_the_secretary_reads_and_writes_them(string who, HttpStatusCode answer)
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        var (desk, by, may) = (portal.Get<HouseTextsDesk>(), portal.Who(who).Id, answer is HttpStatusCode.OK);
        Assert.Equal(may, await desk.ViewAsync(HouseTexts.Everybody, by, Ct) is not null);
        var written = await desk.WriteAsync(HouseTexts.Everybody, await InForceAsync(portal), 0, by, Ct);
        Assert.Equal(may ? null : HouseObjection.NotYours, written?.Why);
    }

    private static Task<Institution> InForceAsync(APortal portal) => portal.Get<Institutions>().OfAsync(HouseTexts.Everybody, Ct);

    private static async Task PutAsync(APortal portal, string board, Institution content, int upon = 0)
    {
        var (desk, by) = (portal.Get<HouseTextsDesk>(), portal.Who("secretaris").Id);
        Assert.Null(await desk.WriteAsync(board, content, upon, by, Ct));
        Assert.Null(await desk.PutInForceAsync(board, Why, upon + 1, by, Ct));
    }

    // As running text: a line may end anywhere.
    private static async Task<string> TextAsync(APortal portal, Letter letter)
    {
        using var pdf = new PrintedPdf(await portal.ReadAsync(db => db.Files.Where(file => file.Sha256 == letter.Sha256).Select(file => file.Content).SingleAsync(Ct)));
        return string.Join(' ', string.Join(' ', pdf.Pages()).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static byte[] Png() => AnExhibit.Frame(40, 20);

    // A picture of 40 by 20 with 150 MB of nothing behind it: 150 kB in the file.
    private static byte[] Bomb()
    {
        var packed = new MemoryStream();
        using (var deflating = new System.IO.Compression.ZLibStream(packed, System.IO.Compression.CompressionLevel.Optimal, leaveOpen: true))
        {
            var nothing = new byte[1 << 20];
            for (var megabyte = 0; megabyte < 150; megabyte++) deflating.Write(nothing);
        }

        byte[] header = [0, 0, 0, 40, 0, 0, 0, 20, 8, 6, 0, 0, 0];
        return [.. Png()[..8], .. Chunk("IHDR"u8, header), .. Chunk("IDAT"u8, packed.ToArray()), .. Chunk("IEND"u8, [])];
    }

    private static byte[] Chunk(ReadOnlySpan<byte> type, byte[] content)
    {
        byte[] summed = [.. type, .. content];
        var crc = 0xFFFFFFFF;
        foreach (var item in summed)
        {
            crc ^= item;
            for (var bit = 0; bit < 8; bit++) crc = (crc & 1) is 1 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
        }

        return [.. BigEndian((uint)content.Length), .. summed, .. BigEndian(~crc)];
    }

    private static byte[] BigEndian(uint value) => [(byte)(value >> 24), (byte)(value >> 16), (byte)(value >> 8), (byte)value];
}
