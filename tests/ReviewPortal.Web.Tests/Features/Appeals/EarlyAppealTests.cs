using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Letters;
using ReviewPortal.Infrastructure.Audit;

namespace ReviewPortal.Web.Tests.Features.Appeals;

/// <summary>An appeal that comes while no sending of the decision counts has its terms from the posting, and from nothing else (Awb 6:8, 6:10; WHW 7.61 lid 4).</summary>
public sealed class EarlyAppealTests
{
    private const string Address = "Kapelstraat 118\n3572 CW Utrecht";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Awb 6:7, 6:11: the posting that is recorded afterwards may show that the appeal was late.</summary>
    [Theory]
    [InlineData(20, true)]
    [InlineData(4, false)]
    public async Task Whether_it_was_late_shows_when_the_posting_is_recorded(int day, bool late)
    {
        var (portal, @case) = await PrintedAsync();
        await using var _ = portal;
        await ACase.DoneAsync(portal.On(new DateOnly(2027, 1, day)).Then(() => @case.LodgeAppealAsync()));
        await ACase.DoneAsync(portal.On(new DateOnly(2027, 1, 21)).Then(() => @case.RecordPostingAsync(on: new DateOnly(2026, 11, 20))));
        Assert.Equal((new DateOnly(2027, 1, 4), late), await portal.ReadAsync(async db => await db.Appeals.SingleAsync(Ct) is var appeal ? (appeal.FileBy, appeal.WasLate) : default));
        Assert.Empty(await portal.ReadAsync(db => db.VerifyCasesAsync(Ct)));
    }

    private static async Task<(APortal, ACase)> PrintedAsync()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.CoSigned);
        await ACase.DoneAsync(portal.On(11, 20).Then(() => @case.PublishAsync(channel: SendingChannel.Post, address: Address)));
        return (portal, @case);
    }
}
