using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Appeals;
using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Decisions;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Infrastructure.Audit;
using ReviewPortal.Web.Features.Student;

namespace ReviewPortal.Web.Tests.Features.Appeals;

/// <summary>A ruling on the decision that stands, while a new one lies printed: it says nothing of the new one (Awb 3:40, 6:19; WHW 7.61 lid 5).</summary>
public sealed class RuledMeanwhileTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Awb 6:8: beside the term of the ruling runs that of the new decision, and the case waits for the last of them.</summary>
    [Theory]
    [InlineData(10, 24)]
    [InlineData(1, 15)]
    public async Task A_new_decision_that_is_posted_after_a_dismissal_gives_its_own_term(int posted, int due)
    {
        var (portal, @case) = await PrintedMeanwhileAsync(Stage.AppealPending);
        await using var _ = portal;
        await ACase.DoneAsync(portal.On(new DateOnly(2027, 2, 1)).Then(() => @case.RuleAsync(Ruling.Dismissed)));
        await ACase.DoneAsync(portal.On(new DateOnly(2027, 2, 10)).Then(() => @case.RecordPostingAsync(on: new DateOnly(2027, 2, posted))));
        Assert.Equal((CaseState.Dismissed, new DateOnly(2027, 3, due)), await @case.NowAsync() is var now ? (now.State, now.Due) : default);
        Assert.Equal(StatutoryTerms.Appeal(new DateOnly(2027, 2, posted)).LastDay, (await MineAsync(portal, @case)).Appeal!.Term.LastDay);
    }

    /// <summary>Awb 6:19, WHW 7.61 lid 5: what is annulled is what was ruled on, and that no longer stands; the round that was never sent is not it.</summary>
    [Fact]
    public async Task An_annulment_is_of_the_decision_that_was_ruled_on()
    {
        var (portal, @case) = await PrintedMeanwhileAsync(Stage.AppealPending);
        await using var _ = portal;
        Assert.True((await MineAsync(portal, @case)).StandsMeanwhile);
        await ACase.DoneAsync(portal.On(new DateOnly(2027, 2, 1)).Then(() => @case.RuleAsync(Ruling.Annulled, otherComposition: true)));
        Assert.Equal((CaseState.Annulled, false), ((await @case.NowAsync()).State, (await MineAsync(portal, @case)).StandsMeanwhile));
        await ACase.DoneAsync(@case.RedecideAsync());
        Assert.Equal([(1, true, true), (2, false, false)], await portal.ReadAsync(async db => (await db.FormerRounds.OrderBy(round => round.Number).ToListAsync(Ct)).Select(round => (round.Number, round.Annulled, round.OtherComposition))));
        Assert.False((await MineAsync(portal, @case)).StandsMeanwhile);
        Assert.Empty(await portal.ReadAsync(db => db.VerifyCasesAsync(Ct)));
    }

    /// <summary>What the annulled decision gave ended with it; what the new one gives begins when it is sent (UU-IR-8).</summary>
    [Fact]
    public async Task A_new_decision_that_is_posted_after_an_annulment_gives_its_chance()
    {
        var (portal, @case) = await PrintedMeanwhileAsync(Stage.AppealPending, Drafts.ForUniversity, Outcome.Irregularity);
        await using var _ = portal;
        await ACase.DoneAsync(portal.On(new DateOnly(2027, 2, 1)).Then(() => @case.RuleAsync(Ruling.Annulled)));
        Assert.Empty(await portal.ReadAsync(db => db.Retakes.ToListAsync(Ct)));
        await ACase.DoneAsync(portal.On(new DateOnly(2027, 2, 2)).Then(() => @case.RecordPostingAsync()));
        Assert.Single(await portal.ReadAsync(db => db.Retakes.ToListAsync(Ct)));
    }

    private static async Task<(APortal, ACase)> PrintedMeanwhileAsync(Stage stage, DecisionDraft? draft = null, Outcome outcome = Outcome.Valid)
    {
        var (portal, @case) = await Stages.AtAsync(stage);
        await ACase.DoneAsync(portal.On(new DateOnly(2027, 1, 5)).Then(() => @case.RedecideAsync("Wij waren te streng.", by: "lid1")));
        await ACase.DoneAsync(@case.DeliberateAsync());
        await ACase.DoneAsync(@case.DraftAsync(draft ?? Drafts.Valid));
        await ACase.DoneAsync(@case.DecideAsync(outcome));
        await ACase.DoneAsync(@case.CoSignAsync());
        await ACase.DoneAsync(@case.PrintAsync());
        await ACase.DoneAsync(@case.ResumeAppealAsync());
        return (portal, @case);
    }

    private static async Task<MyCase> MineAsync(APortal portal, ACase @case) => (await portal.Get<MyCases>().FindAsync(@case.Id, portal.Who("student").Id, Ct))!;
}
