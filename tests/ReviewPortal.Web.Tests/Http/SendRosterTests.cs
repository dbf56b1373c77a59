using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Web.Demo;
using ReviewPortal.Web.Ui;

namespace ReviewPortal.Web.Tests.Http;

/// <summary>A roster is sent as a file over HTTP, with the token of the form, by a coordinator.</summary>
public sealed class SendRosterTests
{
    private const string Roster = "studentnummer;toetscode;naam\n0000001;T-1;Een\n";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_roster_that_is_sent_comes_in_and_what_is_none_is_told()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        await portal.StartAsync();
        using var visitor = await Visitor.AsAsync(portal, DemoAccounts.Email("coordinator"));
        Assert.Equal(Links.Rosters, await SendAsync(visitor, Roster));
        Assert.Equal(("T-1", "Een"), await portal.ReadAsync(async db => await db.Enrolments.SingleAsync(Ct) is var one ? (one.Exam, one.Name) : default));
        Assert.Equal($"{Links.Rosters}?refused=unknown", await SendAsync(visitor, "dit is geen rooster"));
        Assert.Equal($"{Links.Rosters}?refused=empty", await SendAsync(visitor, ""));
        Assert.Equal($"{Links.Rosters}?refused=unknown", await SendAsync(visitor, "{\"broken\""));
        Assert.Equal(1, await portal.ReadAsync(db => db.Enrolments.CountAsync(Ct)));
    }

    [Theory]
    [InlineData("reviewer")]
    [InlineData("secretaris")]
    [InlineData("beheer")]
    public async Task Nobody_else_can_send_one(string who)
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        await portal.StartAsync();
        using var visitor = await Visitor.AsAsync(portal, DemoAccounts.Email(who));
        Assert.Equal("/no-access", (await SendAsync(visitor, Roster))?.Split('?')[0]);
        Assert.Equal(0, await portal.ReadAsync(db => db.Enrolments.CountAsync(Ct)));
    }

    [Fact]
    public async Task Without_the_token_of_the_form_nothing_comes_in()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        await portal.StartAsync();
        using var visitor = await Visitor.AsAsync(portal, DemoAccounts.Email("coordinator"));
        using var body = new MultipartFormDataContent { { new ByteArrayContent(Encoding.UTF8.GetBytes(Roster)), "file", "r.csv" } };
        using var answer = await visitor.SendAsync(HttpMethod.Post, Links.SendRoster, body);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(0, await portal.ReadAsync(db => db.Enrolments.CountAsync(Ct)));
    }

    /// <returns>Where it leads, without the portal's own address.</returns>
    private static async Task<string?> SendAsync(Visitor visitor, string text)
    {
        var token = (await visitor.FormAsync(Links.Password)).Single(field => field.Key is "__RequestVerificationToken");
        using var body = new MultipartFormDataContent { { new StringContent(token.Value), token.Key }, { new ByteArrayContent(Encoding.UTF8.GetBytes(text)), "file", "rooster.csv" } };
        using var answer = await visitor.SendAsync(HttpMethod.Post, Links.SendRoster, body);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return answer.Headers.Location is { IsAbsoluteUri: true } absolute ? absolute.PathAndQuery : answer.Headers.Location?.OriginalString;
    }
}
