using Bunit;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Web.Features.Letters;
using ReviewPortal.Web.Tests.Pages;

namespace ReviewPortal.Web.Tests.Features.Letters;

/// <summary>A list of many decisions: what cannot be made waits for its time and names why, and one signature does not read out hundreds of numbers (Awb 2:18, 3:41).</summary>
public sealed class LongListTests
{
    private static CancellationToken Ct => Xunit.TestContext.Current.CancellationToken;

    /// <summary>One letter that cannot be made holds up nobody else's; it is tried again later, and then left for a person, named with what went wrong.</summary>
    [Fact]
    public async Task A_letter_that_cannot_be_made_does_not_hold_up_the_others()
    {
        var (portal, cases) = await PublishTogetherTests.DecidedAsync(3);
        await using var _ = portal;
        var (together, by) = (portal.Get<PublishTogether>(), portal.Who("secretaris").Id);
        await SpoilFirstAsync(portal, cases);
        var batch = await StartAsync(portal, cases);

        Assert.Equal([BatchRound.Failed, BatchRound.Ended, BatchRound.Ended, BatchRound.Nothing], await RoundsAsync(together, 4));
        var failure = together.FailureOf(batch, cases[0].Id)!;
        Assert.Equal(portal.Clock.GetUtcNow().AddMinutes(1), failure.AgainAt);
        await using (var page = APage.For(portal, "secretaris"))
        {
            var shown = page.Render<LetterBatchPage>(parameters => parameters.Add(item => item.Batch, batch));
            Assert.Matches("mislukt.*probeert het op 20 november 2026.* opnieuw", shown.Find("tbody").TextContent);
            Assert.Contains(failure.Why, shown.Find("tbody").TextContent, StringComparison.Ordinal);
        }

        foreach (var minutes in (int[])[1, 5])
        {
            portal.Clock.Set(portal.Clock.GetUtcNow().AddMinutes(minutes));
            Assert.Equal([BatchRound.Failed, BatchRound.Nothing], await RoundsAsync(together, 2));
        }

        var view = (await portal.Get<LetterBatchViews>().FindAsync(batch, by, Ct))!;
        Assert.Equal((3, 2, 1), (view.Batch.Count.All, view.Batch.Count.Sent, view.Batch.Count.Refused));
        var left = Assert.Single(view.Letters, letter => letter.Refused is not null);
        Assert.Equal((RefusalKind.Failed, failure.Why), (left.Refused!.Kind, left.Why));
        Assert.Null(together.FailureOf(batch, cases[0].Id));
    }

    /// <summary>What went wrong on a list that was stopped is not held against the next one: a letter has all its tries again.</summary>
    [Fact]
    public async Task A_new_list_begins_without_the_failures_of_a_stopped_one()
    {
        var (portal, cases) = await PublishTogetherTests.DecidedAsync(1);
        await using var _ = portal;
        var (together, by) = (portal.Get<PublishTogether>(), portal.Who("secretaris").Id);
        await SpoilFirstAsync(portal, cases);
        var stopped = await StartAsync(portal, cases);
        Assert.Equal([BatchRound.Failed, BatchRound.Nothing], await RoundsAsync(together, 2));
        portal.Clock.Set(portal.Clock.GetUtcNow().AddMinutes(1));
        Assert.Equal([BatchRound.Failed], await RoundsAsync(together, 1));
        Assert.Equal(2, together.FailureOf(stopped, cases[0].Id)?.Times);
        Assert.True(await together.StopAsync(stopped, by, Ct));

        var next = await StartAsync(portal, cases);
        Assert.Null(together.FailureOf(next, cases[0].Id));
        portal.Clock.Set(portal.Clock.GetUtcNow().AddMinutes(5));
        Assert.Equal([BatchRound.Failed, BatchRound.Nothing], await RoundsAsync(together, 2));
        Assert.Equal(1, together.FailureOf(next, cases[0].Id)?.Times);
        Assert.Null(together.FailureOf(stopped, cases[0].Id));
        Assert.Equal(0, (await portal.Get<LetterBatchViews>().FindAsync(next, by, Ct))!.Batch.Count.Refused);

    }

    /// <summary>The program itself goes on at once with the next letter.</summary>
    [Fact]
    public async Task The_rounds_go_on_with_the_others_without_a_pause()
    {
        var (portal, cases) = await PublishTogetherTests.DecidedAsync(3);
        await using var _ = portal;
        var together = portal.Get<PublishTogether>();
        await SpoilFirstAsync(portal, cases);
        var batch = await StartAsync(portal, cases);

        using var rounds = new LetterRounds(together, portal.Clock, Microsoft.Extensions.Logging.Abstractions.NullLogger<LetterRounds>.Instance);
        await rounds.StartAsync(Ct);
        for (var patience = 0; await PublishTogetherTests.LettersAsync(portal) < 2; patience++)
        {
            Assert.True(patience < 200, "The others wait");
            await Task.Delay(50, Ct);
        }

        await rounds.StopAsync(Ct);
        Assert.NotNull(together.FailureOf(batch, cases[0].Id));
    }

    /// <summary>Of a long list the signature names the first cases and the number of the others; all of them stand folded away below.</summary>
    [Theory]
    [InlineData(5, 0)]
    [InlineData(7, 7)]
    public async Task One_signature_for_many_names_a_few(int count, int folded)
    {
        var (portal, _) = await PublishTogetherTests.DecidedAsync(count);
        await using var closing = portal;
        await using var page = APage.For(portal, "secretaris");
        var shown = page.Render<LetterBatchesPage>();
        await shown.Find("label.check input").ChangeAsync(new() { Value = true });
        shown.Find("label.wide input").Input("Storing");
        shown.Find("footer .primary").Click();
        var starting = shown.Find(".sure .primary").ClickAsync(new());
        var what = shown.WaitForElement("dialog.signing .what", TimeSpan.FromSeconds(10)).TextContent;
        Assert.Equal(5, System.Text.RegularExpressions.Regex.Count(what, "2026-\\d{4}"));
        Assert.Equal(folded > 0, what.Contains("en nog 2 andere", StringComparison.Ordinal));
        Assert.Equal(folded, System.Text.RegularExpressions.Regex.Count(string.Concat(shown.FindAll("dialog.signing details p").Select(all => all.TextContent)), "2026-\\d{4}"));
        await shown.Find("dialog.signing .answers button:not(.primary)").ClickAsync(new());
        await starting;
    }

    // The letter of the first cannot be made.
    private static Task SpoilFirstAsync(APortal portal, IReadOnlyList<ACase> cases) => Sql.RunAsync(portal.DatabaseFile, $"UPDATE Decisions SET FraudCodes = 'no JSON' WHERE \"Case\" = '{cases[0].Id.Value.ToString().ToUpperInvariant()}'");

    private static async Task<Guid> StartAsync(APortal portal, IReadOnlyList<ACase> cases) =>
        Assert.NotNull((await portal.Get<PublishTogether>().StartAsync("Met een beschadigde", [.. cases.Select(item => item.Latest)], portal.Signed("secretaris"), Ct)).Batch);

    private static async Task<BatchRound[]> RoundsAsync(PublishTogether together, int times)
    {
        var rounds = new BatchRound[times];
        for (var n = 0; n < times; n++) rounds[n] = await together.RunOneAsync(Ct);
        return rounds;
    }
}
