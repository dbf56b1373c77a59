using System.Net;
using System.Net.Http.Headers;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Review;
using ReviewPortal.Infrastructure.Media;
using ReviewPortal.Web.Demo;
using ReviewPortal.Web.Features.Review;
using ReviewPortal.Web.Ui;

namespace ReviewPortal.Web.Tests.Http;

/// <summary>Frames sent and shown over HTTP: with the token of the page, in the review, by whoever reviews.</summary>
public sealed class ExhibitEndpointTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_frame_is_sent_and_shown_masked_and_as_it_was_to_its_reviewer_alone()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Marked);
        await using var _ = portal;
        await portal.StartAsync();
        var number = (await @case.NowAsync()).Number;
        using var reviewer = await Visitor.AsAsync(portal, DemoAccounts.Email("reviewer"));
        using var sent = await SendAsync(portal, @case, reviewer, AnExhibit.Frame());
        Assert.Equal(HttpStatusCode.NoContent, sent.StatusCode);
        var exhibit = await portal.ReadAsync(db => db.Exhibits.SingleAsync(Ct));
        await ACase.DoneAsync(portal.Get<TakeExhibit>().MaskAsync(@case.Id, exhibit.Id, [new(0, 0, 80, 90, MaskReason.Bystander)], portal.Who("reviewer").Id, Ct));

        using var original = await reviewer.GetAsync(Links.ExhibitOriginal(number, exhibit.Id));
        Assert.Equal(AnExhibit.Frame(), await original.Content.ReadAsByteArrayAsync(Ct));
        using var shown = await reviewer.GetAsync(Links.Exhibit(number, exhibit.Id, "1"));
        Assert.Equal(("image/png", "private, no-cache", "nosniff"), (shown.Content.Headers.ContentType?.MediaType, Reordered(shown), shown.Headers.GetValues("X-Content-Type-Options").Single()));
        var picture = PngPicture.Read(await shown.Content.ReadAsByteArrayAsync(Ct))!;
        Assert.Equal(((byte)0, (byte)0, (byte)0), picture[79, 89]);
        Assert.Equal(AnExhibit.Colour(80, 89), picture[80, 89]);

        await ACase.DoneAsync(portal.Get<TakeExhibit>().RemoveAsync(@case.Id, exhibit.Id, portal.Who("reviewer").Id, Ct));
        foreach (var address in new[] { Links.ExhibitOriginal(number, exhibit.Id), Links.Exhibit(number, exhibit.Id, "1") })
        {
            using var gone = await reviewer.GetAsync(address);
            Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
        }
    }

    [Fact]
    public async Task What_is_forged_no_picture_too_large_or_somebody_elses_is_refused_in_a_sentence_and_not_kept()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.SecondReviewTaken);
        await using var _ = portal;
        await portal.StartAsync();
        using var reviewer = await Visitor.AsAsync(portal, DemoAccounts.Email("reviewer"));
        using var second = await Visitor.AsAsync(portal, DemoAccounts.Email("tweede"));
        await ACase.DoneAsync(@case.MarkAsync("tweede", mark: new Guid(9, 9, 9, new byte[8])));
        var own = new Guid(9, 9, 9, new byte[8]);
        await RefusedAsync(HttpStatusCode.BadRequest, SendAsync(portal, @case, second, AnExhibit.Frame(), own, token: ""));
        await RefusedAsync(HttpStatusCode.BadRequest, SendAsync(portal, @case, second, AnExhibit.Frame(), own, token: await TokenAsync(reviewer)));
        await RefusedAsync(HttpStatusCode.UnsupportedMediaType, SendAsync(portal, @case, second, AnExhibit.Frame(), own, type: "image/svg+xml"));
        await RefusedAsync(HttpStatusCode.UnprocessableEntity, SendAsync(portal, @case, second, "<svg onload='alert(1)'/>"u8.ToArray(), own));
        await RefusedAsync(HttpStatusCode.UnprocessableEntity, SendAsync(portal, @case, second, [.. AnExhibit.Frame(), .. "<script>"u8], own));
        await RefusedAsync(HttpStatusCode.RequestEntityTooLarge, SendAsync(portal, @case, second, new byte[TakeExhibit.Bytes + 1], own));
        // The first reviewer's mark; and the first reviewer, whose marks are fixed by now.
        await RefusedAsync(HttpStatusCode.Conflict, SendAsync(portal, @case, second, AnExhibit.Frame()));
        await RefusedAsync(HttpStatusCode.Conflict, SendAsync(portal, @case, reviewer, AnExhibit.Frame()));
        Assert.Equal(0, await portal.ReadAsync(db => db.Exhibits.CountAsync(Ct)));

        using var taken = await SendAsync(portal, @case, second, AnExhibit.Frame(), own);
        Assert.Equal(HttpStatusCode.NoContent, taken.StatusCode);
    }

    [Theory]
    [InlineData("coordinator")]
    [InlineData("secretaris")]
    [InlineData("tweede")]
    public async Task Who_has_no_review_here_finds_nothing_to_send_to(string who)
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Marked);
        await using var _ = portal;
        await portal.StartAsync();
        using var visitor = await Visitor.AsAsync(portal, DemoAccounts.Email(who));
        using var answer = await SendAsync(portal, @case, visitor, AnExhibit.Frame());
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    /// <summary>AP-DPIA-3: the second reviewer judges apart, and sees the first one's pictures after the opinion, masked.</summary>
    [Fact]
    public async Task The_second_reviewer_sees_the_first_ones_picture_after_the_opinion_and_never_the_original()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Marked);
        await using var _ = portal;
        await portal.StartAsync();
        var exhibit = await AnExhibit.TakenAsync(portal, @case);
        var number = (await @case.NowAsync()).Number;
        await ACase.DoneAsync(@case.AskSecondReviewAsync());
        await ACase.DoneAsync(@case.TakeSecondReviewAsync());
        using var second = await Visitor.AsAsync(portal, DemoAccounts.Email("tweede"));
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), await BothAsync());
        await ACase.DoneAsync(@case.WatchAsync("tweede"));
        await ACase.DoneAsync(@case.WriteReasonsAsync());
        await ACase.DoneAsync(@case.GiveOpinionAsync());
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound), await BothAsync());

        async Task<(HttpStatusCode Shown, HttpStatusCode Original)> BothAsync()
        {
            using var shown = await second.GetAsync(Links.Exhibit(number, exhibit.Id, "1"));
            using var original = await second.GetAsync(Links.ExhibitOriginal(number, exhibit.Id));
            return (shown.StatusCode, original.StatusCode);
        }
    }

    private static string Reordered(HttpResponseMessage answer) => string.Join(", ", answer.Headers.GetValues("Cache-Control").SelectMany(value => value.Split(", ")).OrderDescending(StringComparer.Ordinal));

    private static async Task<string> TokenAsync(Visitor visitor) => (await visitor.FormAsync(Links.Password)).Single(field => field.Key is "__RequestVerificationToken").Value;

    private static async Task RefusedAsync(HttpStatusCode status, Task<HttpResponseMessage> sending)
    {
        using var answer = await sending;
        Assert.Equal(status, answer.StatusCode);
        Assert.Matches("\"detail\":\"[^\"]{20,}\"", await answer.Content.ReadAsStringAsync(Ct));
    }

    private static async Task<HttpResponseMessage> SendAsync(APortal portal, ACase @case, Visitor visitor, byte[] png, Guid? mark = null, string? token = null, string type = "image/png")
    {
        var frame = await AnExhibit.AtAsync(portal, @case);
        using var body = new ByteArrayContent(png) { Headers = { ContentType = new MediaTypeHeaderValue(type) } };
        visitor.Headers["RequestVerificationToken"] = token ?? await TokenAsync(visitor);
        var answer = await visitor.SendAsync(HttpMethod.Post, $"{Links.Exhibits((await @case.NowAsync()).Number)}?mark={mark ?? frame.Mark}&recording={frame.Recording}&at=1.2", body);
        visitor.Headers.Clear();
        return answer;
    }
}
