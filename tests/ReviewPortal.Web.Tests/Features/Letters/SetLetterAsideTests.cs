using Bunit;
using Microsoft.EntityFrameworkCore;
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
        Assert.Empty((await portal.Get<CaseLists>().WorkAsync(portal.Who("secretaris").Id, CaseAction.RecordPosting, new(0, 10, ""), Ct)).Rows);
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
        await ACase.DoneAsync(portal.On(11, 20).Then(() => @case.PublishAsync(channel: SendingChannel.Post, address: "Kapelstraat 118\n3572 CW Utrecht")));
        Assert.Equal([Requirement.LetterToSetAside], Assert.IsType<Refused>(await @case.SetLetterAsideAsync()).Unmet);
        await ACase.DoneAsync(@case.LodgeAppealAsync());
        await ACase.DoneAsync(@case.OpenSettlementAsync());
        Assert.Equal([Requirement.NothingPrinted], Assert.IsType<Refused>(await @case.SettleByDecisionAsync()).Unmet);
        await ACase.DoneAsync(@case.SetLetterAsideAsync());
        await ACase.DoneAsync(@case.SettleByDecisionAsync());
        Assert.Empty(await portal.ReadAsync(db => db.VerifyCasesAsync(Ct)));
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

    private static async Task<MyLetter> DecisionAsync(APortal portal, ACase @case) => (await MineAsync(portal, @case)).Letters.Single(letter => letter.Kind.IsDecision());

    private static async Task<MyCase> MineAsync(APortal portal, ACase @case) => (await portal.Get<MyCases>().FindAsync(@case.Id, portal.Who("student").Id, Ct))!;

    private static async Task<(CaseState, DateOnly?)> StandAsync(ACase @case) => await @case.NowAsync() is var now ? (now.State, now.Due) : default;
}
