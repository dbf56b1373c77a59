using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Appeals;
using ReviewPortal.Core.Decisions;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Writing;
using ReviewPortal.Infrastructure.Audit;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Infrastructure.Vault;
using ReviewPortal.Web.Access;
using ReviewPortal.Web.Features.Appeals;
using ReviewPortal.Web.Features.Student;

namespace ReviewPortal.Web.Tests.Features.Appeals;

/// <summary>Awb 6:19, 2:12: while the board decides again of its own motion, the decision that was published stands until the new one replaces it.</summary>
public sealed class DecidingAgainTests
{
    private static readonly DateOnly NewTest = new(2027, 3, 10);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_day_of_the_new_test_stays_while_the_board_decides_and_after_a_decision_that_gives_the_same()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Notified);
        await using var _ = portal;
        await DoneAsync(portal.On(11, 24).Then(() => @case.PlanRetakeAsync(NewTest)));
        await DoneAsync(portal.On(11, 25).Then(() => @case.RedecideAsync("De motivering kan beter.", by: "lid1")));

        Assert.Equal(NewTest, (await MineAsync(portal, @case)).Chance!.On);
        Assert.True((await MineAsync(portal, @case)).StandsMeanwhile);
        await DoneAsync(@case.PlanRetakeAsync(NewTest.AddDays(1)));
        await @case.ReplacedAsync(Drafts.ForUniversity);

        Assert.Equal(NewTest.AddDays(1), (await MineAsync(portal, @case)).Chance!.On);
        Assert.Null((await MineAsync(portal, @case)).Timeline[^1].Note);
    }

    [Fact]
    public async Task A_day_to_which_the_new_decision_gives_no_right_lapses_and_the_student_is_told()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Notified);
        await using var _ = portal;
        await DoneAsync(portal.On(11, 24).Then(() => @case.PlanRetakeAsync(NewTest)));
        await DoneAsync(portal.On(11, 25).Then(() => @case.RedecideAsync("De toets blijkt te beoordelen.", by: "lid1")));
        await @case.ReplacedAsync(Drafts.Valid);

        var mine = await MineAsync(portal, @case);
        Assert.Null(mine.Chance);
        Assert.Equal(LifecycleTexts.ChanceLapsed(NewTest.WithWeekday(Language.Dutch), Language.Dutch), mine.Timeline[^1].Note);
        Assert.Empty(await portal.ReadAsync(db => db.VerifyCasesAsync(Ct)));
    }

    [Fact]
    public async Task A_request_that_waited_is_answered_meanwhile_and_the_granted_test_is_owed_by_the_decision_that_follows()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.ChanceRequested);
        await using var _ = portal;
        await DoneAsync(portal.On(11, 24).Then(() => @case.RedecideAsync("Het lag aan ons.", by: "lid1")));
        await DoneAsync(@case.GrantRetakeAsync());
        await DoneAsync(@case.PlanRetakeAsync(NewTest));
        await @case.ReplacedAsync(Drafts.ForUniversity);

        var chance = (await MineAsync(portal, @case)).Chance!;
        Assert.Equal((RetakeRight.Planned, NewTest), (chance.Right, chance.On));
    }

    /// <summary>Awb 6:16; WHW 7.61 lid 6: it runs on, and a measure granted meanwhile suspends it.</summary>
    [Fact]
    public async Task The_sanction_runs_on_and_can_be_suspended()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.FraudNotified);
        await using var _ = portal;
        await DoneAsync(portal.On(12, 3).Then(() => @case.HearAgainAsync("Er zijn nieuwe feiten.", "lid1")));
        Assert.Equal(SanctionRun.Running, (await MineAsync(portal, @case)).SanctionRun);

        await DoneAsync(portal.On(12, 4).Then(() => @case.LodgeAppealAsync()));
        await DoneAsync(@case.RecordInterimMeasureAsync());
        Assert.Equal(SanctionRun.Suspended, (await MineAsync(portal, @case)).SanctionRun);
        await DoneAsync(@case.EndInterimMeasureAsync());
        await DoneAsync(portal.On(12, 5).Then(() => @case.WithdrawAppealAsync()));
        Assert.Equal((CaseState.UnderInvestigation, SanctionRun.Running), ((await @case.NowAsync()).State, (await MineAsync(portal, @case)).SanctionRun));
    }

    /// <summary>Awb 6:10, 6:11: in time or late, an appeal is registered; the student is told until when.</summary>
    [Theory]
    [InlineData("2027-01-04", false)]
    [InlineData("2027-01-05", true)]
    public async Task An_appeal_that_comes_meanwhile_is_registered(string received, bool late)
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Notified);
        await using var _ = portal;
        await DoneAsync(portal.On(11, 25).Then(() => @case.RedecideAsync("Wij waren te streng.", by: "lid1")));
        Assert.True((await MineAsync(portal, @case)).AppealOpen);

        var day = DateOnly.Parse(received, System.Globalization.CultureInfo.InvariantCulture);
        await DoneAsync(portal.On(day).Then(() => @case.LodgeAppealAsync()));

        Assert.Equal(late, await portal.ReadAsync(db => db.Appeals.Select(appeal => appeal.WasLate).SingleAsync(Ct)));
        Assert.Equal((CaseState.ViewsReceived, day), ((await @case.NowAsync()).State, (await MineAsync(portal, @case)).AppealReceived));
    }

    [Fact]
    public async Task A_dismissal_closes_the_appeal_and_the_board_goes_on()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.DecidingAgain);
        await using var _ = portal;
        await DoneAsync(@case.DeliberateAsync());
        await DoneAsync(portal.On(new DateOnly(2027, 1, 8)).Then(() => @case.RuleAsync(Ruling.Dismissed)));

        Assert.Equal(CaseState.Deliberation, (await @case.NowAsync()).State);
        // What the student can still do against the ruling (WHW 7.64).
        await DoneAsync(portal.On(new DateOnly(2027, 1, 11)).Then(() => @case.LodgeFurtherAppealAsync()));
        await DoneAsync(@case.WithdrawAppealAsync());
        await @case.ReplacedAsync(Drafts.ForUniversity);
        Assert.Equal(CaseState.Notified, (await @case.NowAsync()).State);
        Assert.Empty(await portal.ReadAsync(db => db.VerifyCasesAsync(Ct)));
    }

    /// <summary>WHW 7.61 lid 5: what was signed before the ruling goes back to a board that is composed as the ruling orders.</summary>
    [Fact]
    public async Task An_annulment_sends_what_was_signed_back_to_the_agenda_under_its_orders()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.DecidingAgain);
        await using var _ = portal;
        await DoneAsync(@case.DeliberateAsync());
        await DoneAsync(@case.DraftAsync(Drafts.ForUniversity));
        await DoneAsync(@case.DecideAsync(Outcome.Irregularity));
        await DoneAsync(portal.On(new DateOnly(2027, 1, 8)).Then(() => @case.RuleAsync(Ruling.Annulled, otherComposition: true)));

        Assert.Equal(CaseState.ViewsReceived, (await @case.NowAsync()).State);
        var round = await portal.ReadAsync(db => db.FormerRounds.SingleAsync(Ct));
        Assert.Equal((true, true), (round.Annulled, round.OtherComposition));
        var decision = await @case.DecisionAsync();
        Assert.Equal((false, Drafts.ForUniversity.Reasons), (decision.IsSigned, decision.Reasons));
        Assert.Equal(0, await portal.ReadAsync(db => db.Retakes.CountAsync(Ct)));
        Assert.False((await MineAsync(portal, @case)).StandsMeanwhile);

        Assert.Equal([Requirement.CompositionAsOrdered], Unmet(await @case.DeliberateAsync()));
        Assert.Equal([Requirement.DecisionStands], Unmet(await @case.LodgeAppealAsync()));
        await portal.AccountAsync(new("lid3@demo.example", "Fatima Smit", [Role.BoardMember], null, "nl"));
        await portal.AccountAsync(new("lid4@demo.example", "Otto Prins", [Role.Chair], null, "nl"));
        await DoneAsync(@case.DeliberateAsync("secretaris", "lid3", "lid4"));
        Assert.Empty(await portal.ReadAsync(db => db.VerifyCasesAsync(Ct)));
    }

    /// <summary>Awb 3:40: the desk keeps its appeal, and learns nothing of what has not been published.</summary>
    [Fact]
    public async Task The_desk_sees_the_appeal_and_its_dossier_without_the_decision_that_is_being_taken()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.DecidingAgain);
        await using var _ = portal;
        var number = (await @case.NowAsync()).Number.ToString();
        var desk = portal.Who("beroep").Id;
        await DoneAsync(@case.DeliberateAsync());
        await DoneAsync(@case.DraftAsync(Drafts.Valid));
        await DoneAsync(@case.DecideAsync(Outcome.Valid));

        var head = await portal.Get<CaseDoor>().OpenAsync(number, Room.Appeals, desk, Ct);
        Assert.Null(head!.Outcome);
        Assert.Null(await portal.Get<CaseDoor>().OpenAsync(number, Room.Letters, desk, Ct));
        using (var zip = new ZipArchive((await portal.Get<CaseFiles>().LookAsync(@case.Id, desk, file => DossierBundle.OfAsync(file, portal.Get<AttachmentFiles>(), Ct), Ct))!))
        {
            Assert.Null(zip.GetEntry("decision.json"));
            Assert.NotNull(zip.GetEntry("earlier-decisions/01.json"));
            using var timeline = new StreamReader(await zip.GetEntry("timeline.txt")!.OpenAsync(Ct));
            Assert.DoesNotContain(LifecycleTexts.Happened(CaseAction.DecideValid, Language.Dutch), await timeline.ReadToEndAsync(Ct), StringComparison.Ordinal);
        }

        await DoneAsync(portal.On(new DateOnly(2027, 1, 8)).Then(() => @case.RuleAsync(Ruling.Annulled)));
        Assert.Null(await portal.Get<CaseDoor>().OpenAsync(number, Room.Appeals, desk, Ct));
    }

    private static Task<MyCase> MineAsync(APortal portal, ACase @case) => portal.Get<MyCases>().FindAsync(@case.Id, portal.Who("student").Id, Ct)!;

    private static IEnumerable<Requirement> Unmet(Answer answer) => Assert.IsType<Refused>(answer).Unmet;

    private static Task DoneAsync(Task<Answer> step) => ACase.DoneAsync(step);
}
