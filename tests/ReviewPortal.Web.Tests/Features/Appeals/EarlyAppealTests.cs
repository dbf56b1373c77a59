using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Infrastructure.Audit;

namespace ReviewPortal.Web.Tests.Features.Appeals;

/// <summary>An appeal that comes while no sending of the decision counts has its terms from the posting, and from nothing else (Awb 6:8, 6:10; WHW 7.61 lid 4).</summary>
public sealed class EarlyAppealTests
{
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

    /// <summary>Awb 2:11, 6:8: the sending that failed gives no term, the next one does.</summary>
    [Fact]
    public async Task Against_a_decision_that_is_sent_again_its_terms_begin_with_that_posting()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.DeliveryFailed);
        await using var _ = portal;
        await ACase.DoneAsync(portal.On(11, 24).Then(() => @case.SendAgainAsync("")));
        await ACase.DoneAsync(portal.On(11, 30).Then(() => @case.LodgeAppealAsync()));
        await ACase.DoneAsync(@case.OpenSettlementAsync());
        await ACase.DoneAsync(portal.On(12, 14).Then(() => @case.EndSettlementAsync()));
        Assert.Equal((CaseState.AppealPending, (DateOnly?)null), await StandAsync(@case));

        var posted = new DateOnly(2027, 1, 11);
        await ACase.DoneAsync(portal.On(posted).Then(() => @case.RecordPostingAsync()));
        Assert.Equal((CaseState.AppealPending, new DateOnly(2027, 5, 3)), await StandAsync(@case));
        Assert.Equal(StatutoryTerms.Appeal(posted).LastDay, await portal.ReadAsync(db => db.Appeals.Select(appeal => appeal.FileBy).SingleAsync(Ct)));
        Assert.Empty(await portal.ReadAsync(db => db.VerifyCasesAsync(Ct)));
    }

    /// <summary>Awb 3:40, 6:8: what was set aside was never sent.</summary>
    [Fact]
    public async Task Against_a_decision_that_was_set_aside_no_term_runs()
    {
        var (portal, @case) = await PrintedAsync();
        await using var _ = portal;
        await ACase.DoneAsync(@case.LodgeAppealAsync());
        await ACase.DoneAsync(@case.SetLetterAsideAsync());
        await ACase.DoneAsync(@case.OpenSettlementAsync());
        await ACase.DoneAsync(@case.EndSettlementAsync());
        Assert.Equal((CaseState.AppealPending, (DateOnly?)null), await StandAsync(@case));
    }

    private static async Task<(APortal, ACase)> PrintedAsync()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.CoSigned);
        await ACase.DoneAsync(portal.On(11, 20).Then(() => @case.PrintAsync()));
        return (portal, @case);
    }

    private static async Task<(CaseState, DateOnly?)> StandAsync(ACase @case) => await @case.NowAsync() is var now ? (now.State, now.Due) : default;
}
