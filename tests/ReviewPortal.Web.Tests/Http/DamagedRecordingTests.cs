using System.Net;

namespace ReviewPortal.Web.Tests.Http;

/// <summary>A recording that is damaged at rest: said in a sentence, and never a byte that was not checked.</summary>
public sealed class DamagedRecordingTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("original.sealed")]
    [InlineData("index.sealed")]
    public async Task What_cannot_be_opened_is_not_shown_and_the_answer_says_what_to_do(string part)
    {
        var (portal, _) = await Stages.AtAsync(Stage.Notified);
        await using var closing = portal;
        await portal.StartAsync();
        using var visitor = await Visitor.AsAsync(portal, portal.Who("secretaris").Email);
        var recording = await Sql.AskAsync(portal.DatabaseFile, "SELECT Id FROM Recordings LIMIT 1");
        await File.AppendAllTextAsync(Path.Combine(portal.VaultFolder, recording!.ToString()!.ToLowerInvariant(), part), "x", Ct);

        using var answer = await visitor.GetAsync($"/media/{recording}");

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Contains("beschadigd", await answer.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    /// <summary>What the player steps by is derived from the recording, and sealed with it.</summary>
    [Theory]
    [InlineData("frames")]
    [InlineData("loudness")]
    public async Task So_is_what_was_derived_from_it(string part)
    {
        var (portal, @case) = await Stages.AtAsync(Stage.InReview);
        await using var closing = portal;
        await portal.StartAsync();
        using var visitor = await Visitor.AsAsync(portal, portal.Who("reviewer").Email);
        var recording = await Sql.AskAsync(portal.DatabaseFile, "SELECT Id FROM Recordings LIMIT 1");
        var address = $"/review/{(await @case.NowAsync()).Number}/{part}/{recording}";
        using (var before = await visitor.GetAsync(address)) Assert.Equal(HttpStatusCode.OK, before.StatusCode);
        await File.AppendAllTextAsync(Path.Combine(portal.VaultFolder, recording!.ToString()!.ToLowerInvariant(), "index.sealed"), "x", Ct);

        using var answer = await visitor.GetAsync(address);

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Contains("beschadigd", await answer.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }
}
