using Bunit;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Appeals;
using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Writing;
using ReviewPortal.Infrastructure.Audit;
using ReviewPortal.Web.Features.Letters;
using ReviewPortal.Web.Features.Student;
using ReviewPortal.Web.Features.Worklist;
using ReviewPortal.Web.Tests.Pages;

namespace ReviewPortal.Web.Tests.Features.Letters;

/// <summary>A letter that was printed and is wrong does not go out, and keeps nothing waiting (Awb 2:12, 3:40, 3:41).</summary>
public sealed class SetLetterAsideTests
{
    private static CancellationToken Ct => Xunit.TestContext.Current.CancellationToken;

    /// <summary>Awb 6:8: the term that it would have begun anew runs as it did; the mistake can be corrected again.</summary>
    [Fact]
    public async Task A_misprinted_correction_keeps_no_decision_from_becoming_irrevocable()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.CorrectionToPost);
        await using var _ = portal;
        await Sql.RunAsync(portal.DatabaseFile, "UPDATE Letters SET FirstOpenedAt = PublishedAt WHERE AppealBy IS NOT NULL");
        portal.On(new DateOnly(2027, 1, 13));
        Assert.Equal([Requirement.AppealTermElapsed], Assert.IsType<Refused>(await @case.ConfirmIrrevocableAsync()).Unmet);
        await ACase.DoneAsync(@case.SetLetterAsideAsync());
        await ACase.DoneAsync(@case.ConfirmIrrevocableAsync());
    }

    [Fact]
    public async Task Nobody_reads_that_it_corrected_anything_and_the_right_one_can_be_made()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.CorrectionToPost);
        await using var _ = portal;
        var due = (await @case.NowAsync()).Due;
        Assert.Single((await DecisionAsync(portal, @case)).CorrectedBy);
        Assert.True((await MineAsync(portal, @case)).Timeline[^1] is { Action: CaseAction.CorrectLetter, IsPrinted: true });
        await ACase.DoneAsync(portal.On(12, 1).Then(() => @case.SetLetterAsideAsync()));
        Assert.Empty((await DecisionAsync(portal, @case)).CorrectedBy);
        Assert.DoesNotContain(CaseAction.CorrectLetter, (await MineAsync(portal, @case)).Timeline.Select(step => step.Action));
        Assert.Equal([Requirement.LetterToCorrect], Assert.IsType<Refused>(await @case.CorrectLetterAsync(kind: LetterKind.CorrectionNewTerm)).Unmet);
        Assert.Empty(await ToPostAsync(portal));
        Assert.Equal((CaseState.Notified, due), await StandAsync(@case));
        Assert.Equal([Requirement.LetterToSetAside], Assert.IsType<Refused>(await @case.SetLetterAsideAsync()).Unmet);

        await ACase.DoneAsync(portal.On(12, 2).Then(() => @case.CorrectLetterAsync(newTerm: true)));
        await ACase.DoneAsync(@case.RecordPostingAsync());
        Assert.Equal((CaseState.Notified, (DateOnly?)StatutoryTerms.Appeal(new DateOnly(2026, 12, 2)).LastDay), await StandAsync(@case));
        Assert.Single((await DecisionAsync(portal, @case)).CorrectedBy);
        Assert.Empty(await portal.ReadAsync(db => db.VerifyCasesAsync(Ct)));
    }

    /// <summary>What became of a correction says nothing of the decision, which was sent and came back.</summary>
    [Fact]
    public async Task A_correction_that_is_set_aside_does_not_tell_why_the_decision_did_not_arrive()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.CorrectionToPost);
        await using var _ = portal;
        await ACase.DoneAsync(portal.On(12, 1).Then(() => @case.DeliveryFailedAsync()));
        await ACase.DoneAsync(portal.On(12, 2).Then(() => @case.SetLetterAsideAsync()));
        Assert.Equal(Undelivered.CameBack, (await MineAsync(portal, @case)).Undelivered);
    }

    /// <summary>Awb 3:40, 6:10: an appeal that came before the posting does not oblige anybody to post what is wrong.</summary>
    [Fact]
    public async Task A_misprinted_decision_is_set_aside_while_an_appeal_runs_and_otherwise_by_its_own_step()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.CoSigned);
        await using var _ = portal;
        await ACase.DoneAsync(portal.On(11, 20).Then(() => @case.PrintAsync()));
        Assert.Equal([Requirement.LetterToSetAside], Assert.IsType<Refused>(await @case.SetLetterAsideAsync()).Unmet);
        await ACase.DoneAsync(@case.LodgeAppealAsync());
        await ACase.DoneAsync(@case.OpenSettlementAsync());
        Assert.Equal([Requirement.NothingPrinted], Assert.IsType<Refused>(await @case.SettleByDecisionAsync()).Unmet);
        await ACase.DoneAsync(@case.SetLetterAsideAsync());
        await ACase.DoneAsync(@case.SettleByDecisionAsync());
        Assert.Empty(await portal.ReadAsync(db => db.VerifyCasesAsync(Ct)));
    }

    /// <summary>Awb 3:40: after a ruling its failed delivery cannot be recorded any more, and the board cannot decide again over what lies printed.</summary>
    [Fact]
    public async Task After_a_dismissal_a_printed_decision_can_be_set_aside_and_the_board_can_decide_again()
    {
        var (portal, @case) = await PrintedInAppealAsync();
        await using var _ = portal;
        await ACase.DoneAsync(portal.On(new DateOnly(2027, 2, 1)).Then(() => @case.RuleAsync(Ruling.Dismissed)));
        Assert.Equal([Requirement.NothingPrinted], Assert.IsType<Refused>(await @case.HearAgainAsync(by: "lid1")).Unmet);
        await ACase.DoneAsync(@case.SetLetterAsideAsync());
        await ACase.DoneAsync(@case.HearAgainAsync(by: "lid1"));
        Assert.Empty(await portal.ReadAsync(db => db.VerifyCasesAsync(Ct)));
    }

    /// <summary>Awb 3:40; WHW 7.61 lid 5: what was annulled is not posted any more, whatever became of the case since.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_annulled_decision_that_lies_printed_leaves_the_work_list(bool afterTheNewOne)
    {
        var (portal, @case) = await PrintedInAppealAsync();
        await using var _ = portal;
        await ACase.DoneAsync(portal.On(new DateOnly(2027, 2, 1)).Then(() => @case.RuleAsync(Ruling.Annulled)));
        if (afterTheNewOne)
        {
            await ACase.DoneAsync(@case.RedecideAsync());
            await @case.ReplacedAsync(Drafts.Valid);
        }
        Assert.Single(await ToPostAsync(portal));
        await ACase.DoneAsync(@case.SetLetterAsideAsync());
        Assert.Empty(await ToPostAsync(portal));
    }

    /// <summary>Awb 2:11, 3:41: what was set aside while an appeal ran is still to be sent: the student reads so, and after a withdrawal the secretary's list says so.</summary>
    [Fact]
    public async Task A_decision_that_was_set_aside_during_an_appeal_is_not_forgotten()
    {
        var (portal, @case) = await PrintedInAppealAsync();
        await using var _ = portal;
        Assert.Null(await UndeliveredAsync());
        await ACase.DoneAsync(@case.SetLetterAsideAsync());
        Assert.Equal(Undelivered.NeverSent, await UndeliveredAsync());
        Assert.Empty(await WaitingAsync(CaseAction.RecordDeliveryFailure));
        await ACase.DoneAsync(@case.WithdrawAppealAsync());
        Assert.Equal(Undelivered.NeverSent, await UndeliveredAsync());
        Assert.Single(await WaitingAsync(CaseAction.RecordDeliveryFailure));
        await ACase.DoneAsync(@case.DeliveryFailedAsync("Niet verzonden."));
        Assert.Empty(await WaitingAsync(CaseAction.RecordDeliveryFailure));
        Assert.Single(await WaitingAsync(CaseAction.SendAgain));
        await ACase.DoneAsync(@case.SendAgainAsync());
        Assert.Null(await UndeliveredAsync());
        Assert.Empty(await WaitingAsync(CaseAction.RecordDeliveryFailure));

        async Task<Undelivered?> UndeliveredAsync() => (await portal.Get<MyCases>().FindAsync(@case.Id, portal.Who("student").Id, Ct))!.Undelivered;
        async Task<IEnumerable<CaseRow>> WaitingAsync(CaseAction action) => (await portal.Get<CaseLists>().WorkAsync(portal.Who("secretaris").Id, action, new(0, 10, ""), Ct)).Rows;
    }

    /// <summary>Awb 3:41: a letter that was to go with a decision which was replaced is nothing to post, and no failure of the new one.</summary>
    [Fact]
    public async Task A_letter_with_an_earlier_decision_can_be_set_aside_once_that_was_replaced()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.DeliveryFailed);
        await using var _ = portal;
        await ACase.DoneAsync(portal.On(11, 24).Then(() => @case.SendAgainAsync("")));
        await ACase.DoneAsync(portal.On(11, 25).Then(() => @case.RedecideAsync("Wij waren te streng.", by: "lid1")));
        await @case.ReplacedAsync(Drafts.Valid);
        var now = await StandAsync(@case);
        Assert.Single(await ToPostAsync(portal));
        await ACase.DoneAsync(@case.SetLetterAsideAsync());
        Assert.Empty(await ToPostAsync(portal));
        Assert.Equal(now, await StandAsync(@case));
    }

    [Fact]
    public async Task The_secretary_sets_it_aside_on_the_page_of_the_letters()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.CorrectionToPost);
        await using var _ = portal;
        var number = (await @case.NowAsync()).Number.ToString();
        await using var page = APage.For(portal, "secretaris");
        var shown = page.Render<LettersPage>(parameters => parameters.Add(letters => letters.Number, number));
        Assert.Contains("Klopt de geprinte brief niet", shown.Markup, StringComparison.Ordinal);
        Form().QuerySelector("textarea")!.Input("Het verkeerde adres.");
        await Form().QuerySelectorAll("button").First(button => button.TextContent.Trim() == LifecycleTexts.Of(CaseAction.SetLetterAside, Language.Dutch)).ClickAsync(new());
        await Form().QuerySelector(".why.ask .primary")!.ClickAsync(new());
        shown.WaitForAssertion(() => Assert.DoesNotContain("Klopt de geprinte brief niet", shown.Markup, StringComparison.Ordinal), TimeSpan.FromSeconds(30));
        Assert.Equal(["Het verkeerde adres."], await portal.ReadAsync(db => db.Sendings.Where(item => item.FailedAt != null).Select(item => item.Problem).ToListAsync(Ct)));

        AngleSharp.Dom.IElement Form() => shown.FindAll("details.step").First(step => step.QuerySelector("summary")!.TextContent == LifecycleTexts.Of(CaseAction.SetLetterAside, Language.Dutch));
    }

    private static async Task<(APortal Portal, ACase Case)> PrintedInAppealAsync()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.CoSigned);
        await ACase.DoneAsync(portal.On(11, 20).Then(() => @case.PrintAsync()));
        await ACase.DoneAsync(@case.LodgeAppealAsync());
        await ACase.DoneAsync(@case.OpenSettlementAsync());
        await ACase.DoneAsync(@case.EndSettlementAsync());
        return (portal, @case);
    }

    private static async Task<IEnumerable<CaseRow>> ToPostAsync(APortal portal) =>
        (await portal.Get<CaseLists>().WorkAsync(portal.Who("secretaris").Id, CaseAction.RecordPosting, new(0, 10, ""), Ct)).Rows;

    private static async Task<MyLetter> DecisionAsync(APortal portal, ACase @case) => (await MineAsync(portal, @case)).Letters.Single(letter => letter.Kind.IsDecision());

    private static async Task<MyCase> MineAsync(APortal portal, ACase @case) => (await portal.Get<MyCases>().FindAsync(@case.Id, portal.Who("student").Id, Ct))!;

    private static async Task<(CaseState, DateOnly?)> StandAsync(ACase @case) => await @case.NowAsync() is var now ? (now.State, now.Due) : default;
}
