using ReviewPortal.Core.Appeals;
using ReviewPortal.Core.Decisions;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Web.Features.Committee;
using ReviewPortal.Web.Ui;

namespace ReviewPortal.Web.Tests.Features.Appeals;

/// <summary>The board decides once more: nothing heavier where it promised so, and in a session of its own.</summary>
public sealed class OnceMoreTests
{
    private static readonly DateOnly From = new(2026, 12, 1);
    private static readonly DateOnly Until = new(2027, 2, 28);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<string, DecisionDraft, bool> Again => new()
    {
        { "the same", Drafts.FraudWithExclusion, true },
        { "without a sanction", Drafts.Fraud, true },
        { "fewer days", With("EXCLUSION", From, From.AddDays(10), "Programmeren, hertentamen"), true },
        { "a reprimand", With("REPRIMAND", null, null), true },
        { "one exam more", With("EXCLUSION", From, Until, "Programmeren, hertentamen", "Statistiek I"), false },
        { "one exam more for a day", With("EXCLUSION", From, From, "Programmeren, hertentamen", "Statistiek I"), false },
        { "another exam", With("EXCLUSION", From, From, "Statistiek I"), false },
        { "a day more", With("EXCLUSION", From, Until.AddDays(1), "Programmeren, hertentamen"), false },
    };

    /// <summary>Awb 4:8: less of one thing does not make up for more of another.</summary>
    [Theory]
    [MemberData(nameof(Again))]
    public async Task In_the_students_favour_nothing_gets_heavier(string what, DecisionDraft again, bool allowed)
    {
        var (portal, @case) = await Stages.AtAsync(Stage.FraudNotified);
        await using var _ = portal;
        await ACase.DoneAsync(portal.On(11, 24).Then(() => @case.RedecideAsync("Wij waren te streng.", by: "lid1")));
        await DraftedAsync(@case, again);
        var answer = await @case.DecideAsync(Outcome.Fraud);
        Assert.True(allowed == answer.IsDone, what);
        if (answer is Refused refused) Assert.Equal([Requirement.NotHeavierThanBefore], refused.Unmet);
    }

    [Fact]
    public async Task A_settlement_is_bound_in_the_same_way()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.FraudNotified);
        await using var _ = portal;
        await ACase.DoneAsync(portal.On(11, 24).Then(() => @case.LodgeAppealAsync()));
        await ACase.DoneAsync(@case.OpenSettlementAsync());
        await ACase.DoneAsync(@case.SettleByDecisionAsync());
        await DraftedAsync(@case, With("EXCLUSION", From, From, "Programmeren, hertentamen", "Statistiek I"));
        Assert.Equal([Requirement.NotHeavierThanBefore], Assert.IsType<Refused>(await @case.DecideAsync(Outcome.Fraud)).Unmet);
    }

    [Fact]
    public void A_reprimand_does_not_become_an_exclusion_of_a_day() =>
        Assert.True(new Sanction("EXCLUSION", ["Programmeren"], From, From).IsHeavierThan(new Sanction("REPRIMAND", [], null, null)));

    [Theory]
    [InlineData(Stage.ViewsReceived, "1900-01-01", false)]
    [InlineData(Stage.ViewsReceived, "2026-11-11", false)]
    [InlineData(Stage.ViewsReceived, "2026-11-12", true)]
    [InlineData(Stage.Annulled, "2026-11-16", false)]
    [InlineData(Stage.Annulled, "2027-01-31", false)]
    [InlineData(Stage.Annulled, "2027-02-01", true)]
    [InlineData(Stage.Annulled, "2027-02-02", false)]
    public async Task The_board_deliberates_after_it_has_heard_and_after_the_round_began(Stage stage, string session, bool held)
    {
        var (portal, @case) = await Stages.AtAsync(stage);
        await using var _ = portal;
        if (stage is Stage.Annulled) await ACase.DoneAsync(@case.RedecideAsync());
        else portal.On(11, 17);
        await ACase.DoneAsync(portal.Get<Deliberate>().RunAsync(@case.Latest, IsoDay.Parse(session)!.Value, [portal.Who("lid1").Id, portal.Who("voorzitter").Id], portal.Who("secretaris").Id, Ct));
        await ACase.DoneAsync(@case.DraftAsync(Drafts.ForUniversity));
        var answer = await @case.DecideAsync(Outcome.Irregularity);
        Assert.True(held == answer.IsDone, session);
        if (answer is Refused refused) Assert.Equal([Requirement.SessionHeld], refused.Unmet);
    }

    /// <summary>A ruling that comes while the board decides again begins the round anew.</summary>
    [Fact]
    public async Task A_session_before_the_annulment_that_came_meanwhile_does_not_count()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.DecidingAgain);
        await using var _ = portal;
        await ACase.DoneAsync(portal.On(new DateOnly(2027, 2, 1)).Then(() => @case.RuleAsync(Ruling.Annulled)));
        await ACase.DoneAsync(portal.Get<Deliberate>().RunAsync(@case.Latest, new DateOnly(2027, 1, 6), [portal.Who("lid1").Id, portal.Who("voorzitter").Id], portal.Who("secretaris").Id, Ct));
        await ACase.DoneAsync(@case.DraftAsync(Drafts.Valid));
        Assert.Equal([Requirement.SessionHeld], Assert.IsType<Refused>(await @case.DecideAsync(Outcome.Valid)).Unmet);
    }

    private static async Task DraftedAsync(ACase @case, DecisionDraft draft)
    {
        await ACase.DoneAsync(@case.DeliberateAsync());
        await ACase.DoneAsync(@case.DraftAsync(draft));
    }

    private static DecisionDraft With(string kind, DateOnly? from, DateOnly? until, params string[] exams) => Drafts.FraudWithExclusion with { Sanction = new Sanction(kind, [.. exams], from, until) };
}
