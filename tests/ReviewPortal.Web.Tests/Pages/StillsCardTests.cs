using Bunit;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Web.Access;
using ReviewPortal.Web.Features.Recordings;
using ReviewPortal.Web.Tests.Http;
using ReviewPortal.Web.Tests.Import.Stills;
using ReviewPortal.Web.Ui;

namespace ReviewPortal.Web.Tests.Pages;

/// <summary>Screenshots on the page of their sitting, and over HTTP: for those who may play, and written down once they are opened.</summary>
public sealed class StillsCardTests
{
    private static CancellationToken Ct => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task Pictures_are_opened_as_recordings_are_and_leafed_through_by_time()
    {
        var (portal, @case) = await WithPicturesAsync(60);
        await using var closing = portal;
        using var page = APage.For(portal, "secretaris");
        var card = page.Render<StillsCard>(parameters => parameters.Add(item => item.Sitting, @case.Sitting).Add(item => item.MayPlay, true));
        card.WaitForAssertion(() => Assert.Contains("60 afbeeldingen", card.Markup, StringComparison.Ordinal));
        Assert.Empty(card.FindAll("img"));
        var before = await OpeningsAsync(portal);

        await card.Find("footer button").ClickAsync(new());

        card.WaitForAssertion(() => Assert.Equal(24, card.FindAll("img").Count));
        Assert.Equal(before + 1, await OpeningsAsync(portal));
        Assert.Contains("Venster 08:01:00", card.Markup, StringComparison.Ordinal);
        Assert.Contains("1 tot en met 24 van 60", card.Markup, StringComparison.Ordinal);
        Assert.True(card.FindAll("nav button")[0].HasAttribute("disabled"));
        await card.FindAll("nav button")[1].ClickAsync(new());
        await card.FindAll("nav button")[1].ClickAsync(new());
        card.WaitForAssertion(() => Assert.Contains("49 tot en met 60 van 60", card.Markup, StringComparison.Ordinal));
        Assert.Equal(12, card.FindAll("img").Count);
        Assert.EndsWith("/59", card.FindAll("img")[^1].GetAttribute("src"), StringComparison.Ordinal);
        Assert.True(card.FindAll("nav button")[1].HasAttribute("disabled"));
    }

    [Fact]
    public async Task Who_may_not_play_sees_that_there_are_some_and_no_more()
    {
        var (portal, @case) = await WithPicturesAsync(2);
        await using var closing = portal;
        using var page = APage.For(portal, "coordinator");
        var card = page.Render<StillsCard>(parameters => parameters.Add(item => item.Sitting, @case.Sitting));
        card.WaitForAssertion(() => Assert.Contains("2 afbeeldingen", card.Markup, StringComparison.Ordinal));
        Assert.Empty(card.FindAll("img, button"));
        Assert.DoesNotContain("Venster", card.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_picture_comes_as_it_was_with_its_kind_and_is_not_sent_twice()
    {
        var (portal, _) = await WithPicturesAsync(2);
        await using var closing = portal;
        await portal.StartAsync();
        var track = (await portal.ReadAsync(db => db.StillTracks.SingleAsync(Ct))).Id;
        using var secretary = await Visitor.AsAsync(portal, portal.Who("secretaris") is var who ? await EmailAsync(portal, who.Id) : "");
        using var answer = await secretary.GetAsync(Links.Still(track, 1));
        Assert.Equal((200, "image/png", "nosniff"), ((int)answer.StatusCode, answer.Content.Headers.ContentType!.MediaType, answer.Headers.GetValues("X-Content-Type-Options").Single()));
        Assert.Equal(APicture.Png(1280, 721, 1), await answer.Content.ReadAsByteArrayAsync(Ct));
        Assert.Equal(1, await portal.ReadAsync(db => db.AuditRows.CountAsync(row => row.Action == PlayPermits.Fetched, Ct)));
        secretary.Headers["If-None-Match"] = answer.Headers.ETag!.ToString();
        using var again = await secretary.GetAsync(Links.Still(track, 1));
        Assert.Equal(304, (int)again.StatusCode);
        foreach (var none in (string[])[Links.Still(track, 2), Links.Still(Guid.NewGuid(), 0), Links.Media(track)])
        {
            using var no = await secretary.GetAsync(none);
            Assert.Equal(404, (int)no.StatusCode);
        }
    }

    private static async Task<(APortal Portal, ACase Case)> WithPicturesAsync(int pictures)
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Reported);
        await portal.PicturesAsync(@case, pictures);
        return (portal, @case);
    }

    private static Task<int> OpeningsAsync(APortal portal) => portal.ReadAsync(db => db.AuditRows.CountAsync(row => row.Action == OpenRecordings.Opened, Ct));

    private static async Task<string> EmailAsync(APortal portal, Core.Cases.PersonId who) => (await portal.ReadAsync(db => db.Users.SingleAsync(user => user.Id == who.Value, Ct))).Email!;
}
