using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Appeals;
using ReviewPortal.Core.Decisions;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Writing;
using ReviewPortal.Infrastructure.Audit;
using ReviewPortal.Web.Features.Student;

namespace ReviewPortal.Web.Tests.Features.Appeals;

/// <summary>Every decision has a term of its own, and so has every ruling: what an appeal is against says which of them counts.</summary>
public sealed class WhichTermTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>WHW 7.59a; Awb 6:21: the earlier ruling was about a decision that does not count any more.</summary>
    [Fact]
    public async Task A_withdrawn_appeal_against_the_new_decision_leaves_the_term_of_that_decision()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Annulled);
        await using var _ = portal;
        await DoneAsync(portal.On(new DateOnly(2027, 2, 3)).Then(() => @case.RedecideAsync()));
        await @case.ReplacedAsync(Drafts.ForUniversity);
        var due = (await @case.NowAsync()).Due;
        Assert.Equal(new DateOnly(2027, 3, 17), due);
        await DoneAsync(@case.LodgeAppealAsync());
        await DoneAsync(@case.WithdrawAppealAsync());
        Assert.Equal((CaseState.Notified, due), await StandAsync(@case));
    }

    /// <summary>WHW 7.61: annulled and decided again on one day, the new decision can be appealed as any other.</summary>
    [Fact]
    public async Task A_ruling_of_the_same_day_is_not_about_the_decision_that_followed()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Annulled);
        await using var _ = portal;
        await DoneAsync(@case.RedecideAsync());
        await @case.ReplacedAsync(Drafts.ForUniversity);
        await DoneAsync(@case.RedecideAsync("Wij waren te streng.", by: "lid1"));
        await DoneAsync(@case.LodgeAppealAsync());
        Assert.Equal(CaseState.ViewsReceived, (await @case.NowAsync()).State);
    }

    /// <summary>Awb 3:40, 2:11: what did not reach the student does not bind the student.</summary>
    [Fact]
    public async Task A_sanction_does_not_run_while_the_decision_has_not_arrived_and_cannot_begin_before_the_next_sending()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.FraudNotified);
        await using var _ = portal;
        await DoneAsync(portal.On(11, 24).Then(() => @case.DeliveryFailedAsync()));
        portal.On(12, 7);
        Assert.Null((await MineAsync(portal, @case)).SanctionRun);
        Assert.Equal([Requirement.SanctionNotBeforePublication], Unmet(await @case.SendAgainAsync()));

        // The way out: the board decides again, with a later first day.
        await DoneAsync(@case.RedecideAsync("Het besluit is niet aangekomen.", by: "lid1"));
        Assert.Null((await MineAsync(portal, @case)).SanctionRun);
        await @case.ReplacedAsync(Drafts.Fraud);
        Assert.Equal(CaseState.Notified, (await @case.NowAsync()).State);
    }

    /// <summary>WHW 7.59a; Awb 6:8: the refusal of an extra chance is a decision with its own six weeks.</summary>
    [Fact]
    public async Task An_appeal_against_a_refused_chance_is_in_time_by_its_own_letter_and_leaves_the_decision_alone()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.ChanceRequested);
        await using var _ = portal;
        portal.On(12, 21);
        await @case.RefusedAsync();
        await Sql.RunAsync(portal.DatabaseFile, "UPDATE Letters SET FirstOpenedAt = PublishedAt");
        Assert.Equal([Requirement.AppealTermElapsed], Unmet(await portal.On(new DateOnly(2027, 1, 13)).Then(() => @case.ConfirmIrrevocableAsync())));

        await DoneAsync(portal.On(new DateOnly(2027, 1, 20)).Then(() => @case.LodgeAppealAsync()));
        var appeal = await portal.ReadAsync(db => db.Appeals.SingleAsync(Ct));
        Assert.Equal((false, new DateOnly(2027, 2, 1)), (appeal.WasLate, appeal.FileBy));
        await DoneAsync(@case.OpenSettlementAsync());
        await DoneAsync(@case.EndSettlementAsync());
        await DoneAsync(portal.On(new DateOnly(2027, 3, 1)).Then(() => @case.RuleAsync(Ruling.Annulled)));

        Assert.Equal(CaseState.Notified, (await @case.NowAsync()).State);
        Assert.NotNull((await MineAsync(portal, @case)).Outcome);
        // The request waits for an answer again.
        await DoneAsync(@case.GrantRetakeAsync());
        Assert.True((await MineAsync(portal, @case)).Chance!.Granted);
        // The openings were made up above.
        Assert.All(await portal.ReadAsync(db => db.VerifyCasesAsync(Ct)), damage => Assert.Equal(DamageKind.Opening, damage.Kind));
    }

    /// <summary>WHW 7.61 lid 5: what the board is deciding on the test meanwhile goes on.</summary>
    [Fact]
    public async Task A_ruling_on_a_refused_chance_leaves_what_is_being_decided_where_it_is()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.ChanceRequested);
        await using var _ = portal;
        var refusal = await @case.RefusedAsync();
        await DoneAsync(@case.RedecideAsync("Het lag aan ons.", by: "lid1"));
        await DoneAsync(@case.LodgeAppealAsync(against: refusal));
        await DoneAsync(@case.DeliberateAsync());
        await DoneAsync(@case.DraftAsync(Drafts.ForUniversity));
        await DoneAsync(@case.DecideAsync(Outcome.Irregularity));
        await DoneAsync(@case.RuleAsync(Ruling.Annulled));
        Assert.Equal(CaseState.Decided, (await @case.NowAsync()).State);
        Assert.True((await MineAsync(portal, @case)).StandsMeanwhile);
        await DoneAsync(@case.GrantRetakeAsync());
        Assert.Empty(await portal.ReadAsync(db => db.VerifyCasesAsync(Ct)));
    }

    /// <summary>WHW 7.61 lid 3: about a refused chance there is nothing to settle but that the board answers again.</summary>
    [Fact]
    public async Task A_settled_appeal_about_a_chance_lets_the_board_answer_again()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.ChanceRequested);
        await using var _ = portal;
        var refusal = await @case.RefusedAsync();
        await DoneAsync(@case.LodgeAppealAsync(against: refusal));
        await DoneAsync(@case.OpenSettlementAsync());
        await DoneAsync(@case.SettleByWithdrawalAsync());
        await DoneAsync(@case.GrantRetakeAsync());
        Assert.Equal(CaseState.Notified, (await @case.NowAsync()).State);
    }

    /// <summary>WHW 7.61 lid 3, lid 4: the attempt to settle comes first, and the appeals board's ten weeks run from the term of the decision that was appealed.</summary>
    [Fact]
    public async Task An_appeal_that_came_while_the_board_decided_again_is_still_settled_and_keeps_its_term()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Notified);
        await using var _ = portal;
        await DoneAsync(portal.On(11, 25).Then(() => @case.RedecideAsync("Wij waren te streng.", by: "lid1")));
        await DoneAsync(@case.LodgeAppealAsync());
        await @case.ReplacedAsync(Drafts.ForUniversity);
        await DoneAsync(@case.ResumeAppealAsync());
        Assert.Equal(CaseState.AppealLodged, (await @case.NowAsync()).State);
        await DoneAsync(@case.OpenSettlementAsync());
        await DoneAsync(@case.EndSettlementAsync());
        // 4 January and ten weeks, not 6 January.
        Assert.Equal((CaseState.AppealPending, new DateOnly(2027, 3, 15)), await StandAsync(@case));
    }

    [Fact]
    public async Task A_tried_appeal_resumes_at_the_appeals_board_within_its_first_term()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.AppealReopened);
        await using var _ = portal;
        await DoneAsync(@case.ResumeAppealAsync());
        Assert.Equal((CaseState.AppealPending, new DateOnly(2027, 3, 15)), await StandAsync(@case));
    }

    /// <summary>WHW 7.64; Awb 6:24: what is before the Council goes on there, and what it ruled is final.</summary>
    [Fact]
    public async Task A_further_appeal_resumes_at_the_Council_and_cannot_be_lodged_again_after_it_ruled()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Dismissed);
        await using var _ = portal;
        await DoneAsync(@case.RedecideAsync("Wij waren te streng.", by: "voorzitter"));
        await DoneAsync(@case.LodgeFurtherAppealAsync());
        await @case.ReplacedAsync(Drafts.ForUniversity);
        await DoneAsync(@case.ResumeAppealAsync());
        Assert.Equal(CaseState.FurtherAppeal, (await @case.NowAsync()).State);
        await DoneAsync(@case.RuleAsync(Ruling.Dismissed));
        Assert.Equal(CaseState.Irrevocable, (await @case.NowAsync()).State);
        await DoneAsync(@case.RedecideAsync("Toch te streng.", by: "voorzitter"));
        Assert.Equal([Requirement.DismissalStands], Unmet(await @case.LodgeFurtherAppealAsync()));
        Assert.Equal([Requirement.NotYetRuled], Unmet(await @case.LodgeAppealAsync()));
    }

    /// <summary>WHW 7.61, Awb 6:11: the appeals board rules once; late, the way to the Council is open when the lateness is excused.</summary>
    [Fact]
    public async Task What_was_ruled_on_goes_to_the_Council_and_not_to_the_appeals_board_again()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Irrevocable);
        await using var _ = portal;
        Assert.Equal([Requirement.NotYetRuled], Unmet(await @case.LodgeAppealAsync(lateReason: "Ziekte.")));
        await DoneAsync(@case.LodgeFurtherAppealAsync(lateReason: "Ziekte."));
        Assert.Equal(CaseState.FurtherAppeal, (await @case.NowAsync()).State);
        Assert.True(await portal.ReadAsync(db => db.Appeals.OrderBy(appeal => appeal.RegisteredAt).Select(appeal => appeal.WasLate).LastAsync(Ct)));
    }

    /// <summary>law.md section 4, row 37: a student can go on against an annulment as well, before and after the board decided again.</summary>
    [Fact]
    public async Task An_annulment_can_be_taken_to_the_Council_and_its_orders_stay()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.AppealPending);
        await using var _ = portal;
        await DoneAsync(portal.On(new DateOnly(2027, 2, 1)).Then(() => @case.RuleAsync(Ruling.Annulled, otherComposition: true)));
        await DoneAsync(@case.LodgeFurtherAppealAsync());
        Assert.Equal(CaseState.Annulled, (await @case.NowAsync()).State);
        await DoneAsync(@case.RedecideAsync());
        Assert.Equal([Requirement.CompositionAsOrdered], Unmet(await @case.DeliberateAsync()));
    }

    [Fact]
    public async Task After_the_new_decision_the_annulment_can_still_be_taken_to_the_Council()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Annulled);
        await using var _ = portal;
        await DoneAsync(@case.RedecideAsync());
        await @case.ReplacedAsync(Drafts.ForUniversity);
        await DoneAsync(@case.LodgeFurtherAppealAsync());
        Assert.Equal(CaseState.FurtherAppeal, (await @case.NowAsync()).State);
        await DoneAsync(@case.WithdrawAppealAsync());
        Assert.Equal((CaseState.Notified, new DateOnly(2027, 3, 15)), await StandAsync(@case));
    }

    /// <summary>Awb 4:8: who appeals is not made worse off by winning, unless heard again.</summary>
    [Fact]
    public async Task After_an_annulment_nothing_heavier_follows_unless_the_student_is_heard_again()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Annulled);
        await using var _ = portal;
        await DoneAsync(@case.RedecideAsync());
        await DoneAsync(@case.DeliberateAsync());
        await DoneAsync(@case.DraftAsync(Drafts.OwnRisk));
        Assert.Equal([Requirement.NotHeavierThanBefore], Unmet(await @case.DecideAsync(Outcome.Irregularity)));
    }

    /// <summary>Nobody may have to find out by themselves that a test they count on does not take place.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_planned_test_that_lapses_by_an_annulment_is_told_to_the_student(bool decidingAgain)
    {
        var (portal, @case) = await Stages.AtAsync(decidingAgain ? Stage.DecidingAgain : Stage.AppealPending);
        await using var _ = portal;
        var day = new DateOnly(2027, 3, 10);
        await DoneAsync(@case.PlanRetakeAsync(day));
        await DoneAsync(portal.On(new DateOnly(2027, 2, 1)).Then(() => @case.RuleAsync(Ruling.Annulled)));
        Assert.Equal(LifecycleTexts.ChanceAnnulled(day.WithWeekday(Language.Dutch), Language.Dutch), (await MineAsync(portal, @case)).Timeline[^1].Note);
    }

    [Fact]
    public async Task An_annulment_by_which_nothing_lapses_says_nothing_of_the_desks_own_words()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Annulled);
        await using var _ = portal;
        // The test was owed and not planned: that lapses too, and is said.
        Assert.Equal(LifecycleTexts.ChanceAnnulled(null, Language.Dutch), (await MineAsync(portal, @case)).Timeline[^1].Note);
        await DoneAsync(@case.LodgeFurtherAppealAsync());
        await DoneAsync(@case.RuleAsync(Ruling.Annulled, "Alleen voor het dossier."));
        Assert.Null((await MineAsync(portal, @case)).Timeline[^1].Note);
    }

    private static async Task<(CaseState, DateOnly?)> StandAsync(ACase @case) => await @case.NowAsync() is var now ? (now.State, now.Due) : default;

    private static Task<MyCase> MineAsync(APortal portal, ACase @case) => portal.Get<MyCases>().FindAsync(@case.Id, portal.Who("student").Id, Ct)!;

    private static IEnumerable<Requirement> Unmet(Answer answer) => Assert.IsType<Refused>(answer).Unmet;

    private static Task DoneAsync(Task<Answer> step) => ACase.DoneAsync(step);
}
