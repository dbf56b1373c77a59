using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Decisions;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Writing;
using ReviewPortal.Infrastructure.Audit;
using ReviewPortal.Web.Features.Student;

namespace ReviewPortal.Web.Tests.Features.Letters;

/// <summary>While a new decision lies printed, the one that the student was sent counts; what comes in about the new one has its terms from the posting (Awb 3:40, 6:8, 6:10, 6:19).</summary>
public sealed class PrintedMeanwhileTests
{
    // The decision of the stage was made known on 20 November 2026.
    private static readonly DateOnly FirstTerm = StatutoryTerms.Appeal(new DateOnly(2026, 11, 20)).LastDay;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Awb 3:40: what lies in an envelope may have gone already; somebody says so first.</summary>
    [Fact]
    public async Task The_board_does_not_decide_again_over_a_decision_that_lies_printed()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Notified);
        await using var _ = portal;
        await ReprintedAsync(portal, @case);
        var refused = Assert.IsType<Refused>(await @case.RedecideAsync("Toch te streng.", by: "lid1"));
        Assert.Equal([Requirement.NothingPrinted], refused.Unmet);
        Assert.Contains("of leg het terzijde", refused.Sentence(Language.Dutch), StringComparison.Ordinal);
        Assert.Equal([Requirement.NothingPrinted], Assert.IsType<Refused>(await @case.HearAgainAsync(by: "lid1")).Unmet);
        await ACase.DoneAsync(@case.RecordPostingAsync());
        await ACase.DoneAsync(@case.HearAgainAsync(by: "lid1"));
    }

    /// <summary>Awb 3:40, 6:19: what was set aside before it went took no other decision's place.</summary>
    [Fact]
    public async Task Set_aside_it_leaves_the_decision_that_was_sent_standing_until_another_is_sent()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Notified);
        await using var _ = portal;
        var first = await DecisionAsync(portal);
        await ReprintedAsync(portal, @case);
        await ACase.DoneAsync(@case.DeliveryFailedAsync("Er staat een fout in."));
        await ACase.DoneAsync(portal.On(11, 27).Then(() => @case.RedecideAsync("Er stond een fout in.", by: "lid1")));
        var mine = await MineAsync(portal, @case);
        Assert.Equal((true, true, FirstTerm), (mine.StandsMeanwhile, mine.AppealOpen, mine.Appeal!.Term.LastDay));
        await ACase.DoneAsync(@case.LodgeAppealAsync());
        Assert.Equal((first, FirstTerm), await AppealAsync(portal));

        await @case.ReplacedAsync(Drafts.Valid);
        var after = await MineAsync(portal, @case);
        Assert.Equal((false, Outcome.Valid, StatutoryTerms.Appeal(new DateOnly(2026, 11, 27)).LastDay), (after.StandsMeanwhile, after.Outcome, after.Appeal!.Term.LastDay));
        Assert.Equal((await DecisionAsync(portal), FirstTerm), await AppealAsync(portal));
        Assert.Empty(await portal.ReadAsync(db => db.VerifyCasesAsync(Ct)));
    }

    /// <summary>Awb 3:40: a decision that was never sent stands for nobody, and no letter replaces it.</summary>
    [Fact]
    public async Task A_first_decision_that_was_set_aside_stands_for_nobody()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.CoSigned);
        await using var _ = portal;
        await ACase.DoneAsync(portal.On(11, 20).Then(() => @case.PrintAsync()));
        await ACase.DoneAsync(@case.DeliveryFailedAsync("Er staat een fout in."));
        Assert.Single(await portal.ReadAsync(db => db.Retakes.ToListAsync(Ct)));
        await ACase.DoneAsync(@case.RedecideAsync("Er stond een fout in.", by: "lid1"));
        Assert.Empty(await portal.ReadAsync(db => db.Retakes.ToListAsync(Ct)));
        Assert.False((await MineAsync(portal, @case)).StandsMeanwhile);
        await @case.ReplacedAsync(Drafts.Valid);
        var sha256 = await portal.ReadAsync(db => db.Letters.Where(letter => letter.Kind == LetterKind.Valid).Select(letter => letter.Sha256).SingleAsync(Ct));
        var words = new Infrastructure.Pdf.PrintedWords(await portal.ReadAsync(db => db.Files.Where(file => file.Sha256 == sha256).Select(file => file.Content).SingleAsync(Ct)));
        Assert.False(words.Have("komt in de plaats van"));
    }

    /// <summary>WHW 7.61 lid 4; Awb 6:8, 6:10: the ten weeks wait for the posting, and count from it.</summary>
    [Fact]
    public async Task The_appeals_board_has_its_ten_weeks_from_the_posting()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Notified);
        await using var _ = portal;
        await EarlyAppealAsync(portal, @case);
        await ACase.DoneAsync(@case.OpenSettlementAsync());
        await ACase.DoneAsync(@case.EndSettlementAsync());
        Assert.Equal((CaseState.AppealPending, (DateOnly?)null), await StandAsync(@case));
        await ACase.DoneAsync(portal.On(new DateOnly(2027, 3, 1)).Then(() => @case.RecordPostingAsync()));
        var rules = StatutoryTerms.AppealsBoardDecision(StatutoryTerms.Appeal(new DateOnly(2027, 3, 1)).LastDay).LastDay;
        Assert.Equal((CaseState.AppealPending, (DateOnly?)rules), await StandAsync(@case));
    }

    /// <summary>Awb 6:8, 6:21: the term of the decision before it is not the one that the withdrawal leaves.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_withdrawn_early_appeal_leaves_the_term_of_the_new_decision(bool posted)
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Notified);
        await using var _ = portal;
        await EarlyAppealAsync(portal, @case);
        if (posted) await ACase.DoneAsync(@case.RecordPostingAsync());
        await ACase.DoneAsync(@case.WithdrawAppealAsync());
        Assert.Equal((CaseState.Notified, posted ? StatutoryTerms.Appeal(new DateOnly(2027, 2, 26)).LastDay : null), await StandAsync(@case));
    }

    /// <summary>Awb 3:41, 6:8, 6:19: what begins a term anew is about the letter it corrects, as long as that counts for the student.</summary>
    [Fact]
    public async Task A_correction_that_is_posted_while_the_board_decides_again_gives_its_term_to_the_decision_that_stands()
    {
        var (portal, @case) = await CorrectedAndTakenUpAsync();
        await using var _ = portal;
        var due = (await @case.NowAsync()).Due;
        await ACase.DoneAsync(portal.On(12, 2).Then(() => @case.RecordPostingAsync()));
        Assert.Equal((StatutoryTerms.Appeal(new DateOnly(2026, 12, 2)).LastDay, due), ((await MineAsync(portal, @case)).Appeal!.Term.LastDay, (await @case.NowAsync()).Due));
        Assert.Empty(await portal.ReadAsync(db => db.VerifyCasesAsync(Ct)));
    }

    /// <summary>Awb 6:8, 6:19: its letter was overtaken, and so was the term.</summary>
    [Fact]
    public async Task A_correction_of_a_letter_that_was_overtaken_begins_no_term()
    {
        var (portal, @case) = await CorrectedAndTakenUpAsync();
        await using var _ = portal;
        await PrintAsync(portal.On(12, 1).Then(() => @case.DeliberateAsync()), @case);
        await ACase.DoneAsync(@case.RecordPostingAsync());
        var due = (await @case.NowAsync()).Due;
        Assert.Equal(StatutoryTerms.Appeal(new DateOnly(2026, 12, 1)).LastDay, due);
        await ACase.DoneAsync(portal.On(12, 4).Then(() => @case.RecordPostingAsync()));
        Assert.Equal((due, due), ((await MineAsync(portal, @case)).Appeal!.Term.LastDay, (await @case.NowAsync()).Due));
    }

    // A correction with a new term lies printed, and the board decides again.
    private static async Task<(APortal, ACase)> CorrectedAndTakenUpAsync()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Notified);
        await portal.WithdrawAsync(MessageKind.BoardDecision);
        await ACase.DoneAsync(portal.On(11, 30).Then(() => @case.CorrectLetterAsync(newTerm: true)));
        await ACase.DoneAsync(@case.RedecideAsync("Wij waren te streng.", by: "lid1"));
        return (portal, @case);
    }

    private static async Task EarlyAppealAsync(APortal portal, ACase @case)
    {
        await ReprintedAsync(portal, @case);
        portal.Clock.Set(new DateTimeOffset(2027, 2, 26, 9, 0, 0, TimeSpan.Zero));
        await ACase.DoneAsync(@case.LodgeAppealAsync());
    }

    private static async Task ReprintedAsync(APortal portal, ACase @case)
    {
        await ACase.DoneAsync(portal.On(11, 25).Then(() => @case.RedecideAsync("De toets blijkt te beoordelen.", by: "lid1")));
        await PrintAsync(@case.DeliberateAsync(), @case);
    }

    private static async Task PrintAsync(Task<Answer> deliberates, ACase @case)
    {
        await ACase.DoneAsync(deliberates);
        await ACase.DoneAsync(@case.DraftAsync(Drafts.Valid));
        await ACase.DoneAsync(@case.DecideAsync(Outcome.Valid));
        await ACase.DoneAsync(@case.CoSignAsync());
        await ACase.DoneAsync(@case.PrintAsync());
    }

    private static async Task<MyCase> MineAsync(APortal portal, ACase @case) => (await portal.Get<MyCases>().FindAsync(@case.Id, portal.Who("student").Id, Ct))!;

    private static async Task<(CaseState, DateOnly?)> StandAsync(ACase @case) => await @case.NowAsync() is var now ? (now.State, now.Due) : default;

    private static async Task<Guid?> DecisionAsync(APortal portal) =>
        (await portal.ReadAsync(db => db.Letters.OrderByDescending(letter => letter.PublishedAt).ToListAsync(Ct))).First(letter => letter.Kind.IsDecision()).Id;

    private static Task<(Guid?, DateOnly?)> AppealAsync(APortal portal) => portal.ReadAsync(async db => await db.Appeals.SingleAsync(Ct) is var appeal ? (appeal.Letter, appeal.FileBy) : default);
}
