using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Committee;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Writing;
using ReviewPortal.Infrastructure.Audit;
using ReviewPortal.Web.Features.Letters;

namespace ReviewPortal.Web.Tests.Features.Letters;

/// <summary>The term that a letter on paper gives is the student's, whatever happens before its posting is recorded, and also when that was recorded wrong (Awb 3:41, 6:8).</summary>
public sealed class PostedTermTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Awb 3:45, 6:8: the letter says that an earlier last day no longer counts.</summary>
    [Fact]
    public async Task Nothing_becomes_irrevocable_while_a_letter_that_gives_a_new_term_lies_to_be_sent()
    {
        var (portal, @case) = await CorrectedOnPaperAsync();
        await using var _ = portal;
        portal.On(new DateOnly(2027, 1, 13));
        var refused = Assert.IsType<Refused>(await @case.ConfirmIrrevocableAsync());
        Assert.Equal([Requirement.AppealTermElapsed], refused.Unmet);
        Assert.Contains("Er ligt nog een brief klaar", refused.Sentence(Language.Dutch), StringComparison.Ordinal);

        await ACase.DoneAsync(@case.RecordPostingAsync(on: new DateOnly(2026, 12, 29)));
        Assert.Equal(StatutoryTerms.Appeal(new DateOnly(2026, 12, 29)).LastDay, (await @case.NowAsync()).Due);
        portal.On(new DateOnly(2027, 2, 18));
        await ACase.DoneAsync(@case.ConfirmIrrevocableAsync());
    }

    [Fact]
    public async Task An_appeal_that_comes_between_printing_and_posting_takes_no_day_away()
    {
        var (portal, @case) = await CorrectedOnPaperAsync();
        await using var _ = portal;
        await ACase.DoneAsync(portal.On(12, 29).Then(() => @case.LodgeAppealAsync()));
        await ACase.DoneAsync(portal.On(12, 30).Then(() => @case.RecordPostingAsync()));
        await ACase.DoneAsync(@case.WithdrawAppealAsync());
        Assert.Equal(StatutoryTerms.Appeal(new DateOnly(2026, 12, 30)).LastDay, (await @case.NowAsync()).Due);
        Assert.Equal([Requirement.AppealTermElapsed], Assert.IsType<Refused>(await portal.On(new DateOnly(2027, 1, 20)).Then(() => @case.ConfirmIrrevocableAsync())).Unmet);
    }

    [Fact]
    public async Task A_day_that_was_recorded_too_early_gives_way_to_a_later_one_only()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.CoSigned);
        await using var _ = portal;
        await ACase.DoneAsync(portal.On(11, 20).Then(() => @case.PrintAsync()));
        await ACase.DoneAsync(portal.On(11, 26).Then(() => @case.RecordPostingAsync(on: new DateOnly(2026, 11, 23))));

        var refused = Assert.IsType<Refused>(await @case.RecordPostingAsync(on: new DateOnly(2026, 11, 20)));
        Assert.Equal([Requirement.PostingDay], refused.Unmet);
        Assert.Contains("Vastgelegd is 23 november 2026", refused.Sentence(Language.Dutch), StringComparison.Ordinal);
        await ACase.DoneAsync(@case.RecordPostingAsync("Aangetekend, 3SABC124", on: new DateOnly(2026, 11, 25)));

        Assert.Equal(StatutoryTerms.Appeal(new DateOnly(2026, 11, 25)).LastDay, (await @case.NowAsync()).Due);
        Assert.Equal("Aangetekend, 3SABC124", await portal.ReadAsync(db => db.Sendings.Where(sending => sending.Case == @case.Id).Select(sending => sending.Proof).SingleAsync(Ct)));
        Assert.Empty(await portal.ReadAsync(db => db.VerifyCasesAsync(Ct)));
        await ACase.DoneAsync(portal.On(12, 1).Then(() => @case.LodgeAppealAsync()));
        Assert.Equal([Requirement.LetterToPost], Assert.IsType<Refused>(await @case.RecordPostingAsync(on: new DateOnly(2026, 11, 26))).Unmet);
    }

    [Fact]
    public async Task A_decision_that_was_sent_again_moves_with_the_letter_that_went_along()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.DeliveryFailed);
        await using var _ = portal;
        await ACase.DoneAsync(portal.On(11, 24).Then(() => @case.SendAgainAsync("")));
        await ACase.DoneAsync(portal.On(11, 27).Then(() => @case.RecordPostingAsync(on: new DateOnly(2026, 11, 25))));
        var planBy = await portal.ReadAsync(db => db.Retakes.Select(chance => chance.PlanBy).SingleAsync(Ct));
        var along = await portal.ReadAsync(db => db.Sendings.SingleAsync(sending => sending.PostBy != null, Ct));
        await ACase.DoneAsync(portal.Get<RecordPosting>().RunAsync(@case.Latest, along.Id, new DateOnly(2026, 11, 27), "Aangetekend, 3SABC124", portal.Who("secretaris").Id, Ct));
        Assert.Equal(StatutoryTerms.Appeal(new DateOnly(2026, 11, 27)).LastDay, (await @case.NowAsync()).Due);
        Assert.Equal(planBy, await portal.ReadAsync(db => db.Retakes.Select(chance => chance.PlanBy).SingleAsync(Ct)));
        Assert.Equal(2, await portal.ReadAsync(db => db.Sendings.CountAsync(sending => sending.Proof == "Aangetekend, 3SABC124", Ct)));
    }

    [Fact]
    public async Task A_day_at_the_end_of_the_calendar_is_refused_as_any_other_that_is_to_come()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.CoSigned);
        await using var _ = portal;
        await ACase.DoneAsync(@case.PublishAsync(channel: SendingChannel.HandedOver));
        Assert.Equal([Requirement.PostingDay], Assert.IsType<Refused>(await @case.RecordPostingAsync(on: DateOnly.MaxValue)).Unmet);
    }

    // The student has read the decision and no longer agrees to messages through the portal: what corrects it goes by post.
    private static async Task<(APortal, ACase)> CorrectedOnPaperAsync()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Notified);
        await Sql.RunAsync(portal.DatabaseFile, "UPDATE Letters SET FirstOpenedAt = PublishedAt WHERE AppealBy IS NOT NULL");
        await portal.WithdrawAsync(MessageKind.BoardDecision);
        await ACase.DoneAsync(portal.On(12, 28).Then(() => @case.CorrectLetterAsync(newTerm: true)));
        return (portal, @case);
    }
}
