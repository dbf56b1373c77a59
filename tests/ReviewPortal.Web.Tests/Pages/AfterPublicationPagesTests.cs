using AngleSharp.Dom;
using Bunit;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Writing;
using ReviewPortal.Web.Features.Appeals;
using ReviewPortal.Web.Features.Decisions;
using ReviewPortal.Web.Features.Letters;
using ReviewPortal.Web.Features.ProcesVerbaal;
using ReviewPortal.Web.Features.Retention;
using ReviewPortal.Web.Features.Student;

namespace ReviewPortal.Web.Tests.Pages;

/// <summary>The forms for what follows a decision: there for who may take the step, in the state in which it can be taken, and they take it.</summary>
public sealed class AfterPublicationPagesTests
{
    [Theory]
    [InlineData(Stage.Notified, "beroep", "LodgeAppeal")]
    [InlineData(Stage.Notified, "lid1", "Redecide,HearAgain")]
    [InlineData(Stage.Notified, "secretaris", "")]
    [InlineData(Stage.AppealLodged, "beroep", "OpenSettlement,RecordInterimMeasure,WithdrawAppeal")]
    [InlineData(Stage.Settlement, "beroep", "EndSettlement,SettleByWithdrawal,RecordInterimMeasure,WithdrawAppeal")]
    [InlineData(Stage.Settlement, "voorzitter", "SettleByDecision,Redecide,HearAgain")]
    [InlineData(Stage.DecidingAgain, "beroep", "RecordDismissal,RecordInterimMeasure,WithdrawAppeal")]
    [InlineData(Stage.AppealPending, "beroep", "RecordDismissal,RecordInterimMeasure,WithdrawAppeal")]
    [InlineData(Stage.Dismissed, "beroep", "LodgeFurtherAppeal")]
    [InlineData(Stage.Annulled, "secretaris", "Redecide,HearAgain")]
    [InlineData(Stage.Annulled, "voorzitter", "CloseAnnulled")]
    [InlineData(Stage.AppealReopened, "beroep", "RecordInterimMeasure,WithdrawAppeal,ResumeAppeal")]
    public async Task The_appeals_page_offers_the_steps_that_are_open_to_this_person_and_no_others(Stage stage, string who, string expected)
    {
        var (portal, @case) = await Stages.AtAsync(stage);
        await using var _ = portal;
        await using var page = APage.For(portal, who);
        var number = (await @case.NowAsync()).Number.ToString();

        var shown = page.Render<AppealPage>(parameters => parameters.Add(appeal => appeal.Number, number));

        var names = expected.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(name => LifecycleTexts.Of(Enum.Parse<CaseAction>(name), Language.Dutch));
        Assert.Equal(names, Steps(shown));
    }

    [Fact]
    public async Task The_desk_registers_an_appeal_and_sees_what_can_be_done_next()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Notified);
        await using var _ = portal;
        await using var page = APage.For(portal, "beroep");
        var shown = page.Render<AppealPage>(parameters => parameters.Add(appeal => appeal.Number, @case.NowAsync().Result.Number.ToString()));

        await shown.Find(".step textarea").InputAsync(new() { Value = "Het besluit is onzorgvuldig." });
        await shown.Find(".step .button").ClickAsync(new());

        shown.WaitForAssertion(() => Assert.Contains(LifecycleTexts.Of(CaseAction.OpenSettlement, Language.Dutch), Steps(shown)));
        Assert.Equal(CaseState.AppealLodged, (await @case.NowAsync()).State);
        Assert.Contains("Het besluit is onzorgvuldig.", shown.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_annulled_decision_stays_readable_on_the_page()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Annulled);
        await using var _ = portal;
        await ACase.DoneAsync(@case.RedecideAsync());
        await ACase.DoneAsync(@case.DeliberateAsync());
        await ACase.DoneAsync(@case.DraftAsync(Drafts.ForUniversity));
        await ACase.DoneAsync(@case.DecideAsync(Core.Decisions.Outcome.Irregularity));
        await ACase.DoneAsync(@case.CoSignAsync());
        await ACase.DoneAsync(@case.PublishAsync());
        await using var page = APage.For(portal, "beroep");

        var shown = page.Render<AppealPage>(parameters => parameters.Add(appeal => appeal.Number, @case.NowAsync().Result.Number.ToString()));

        Assert.Contains("Eerder besluit (1)", shown.Markup, StringComparison.Ordinal);
        Assert.Contains(Drafts.ForUniversity.Reasons, shown.Find("blockquote").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_agreed_is_no_reconsideration_of_the_boards_own()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Settlement);
        await using var _ = portal;
        await ACase.DoneAsync(@case.SettleByDecisionAsync());
        await using var page = APage.For(portal, "beroep");
        var shown = page.Render<AppealPage>(parameters => parameters.Add(appeal => appeal.Number, @case.NowAsync().Result.Number.ToString()));
        Assert.Contains("Na een minnelijke schikking", shown.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("zelf heroverwogen", shown.Markup, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Stage.Notified, true)]
    [InlineData(Stage.AppealPending, false)]
    [InlineData(Stage.Annulled, false)]
    public async Task Who_has_appealed_or_need_not_is_not_told_to_appeal(Stage stage, bool told)
    {
        var (portal, @case) = await Stages.AtAsync(stage);
        await using var _ = portal;
        await using var page = APage.For(portal, "beroep");
        var shown = page.Render<AppealPage>(parameters => parameters.Add(appeal => appeal.Number, @case.NowAsync().Result.Number.ToString()));
        Assert.Equal(told, shown.Markup.Contains("De student kan in beroep tot en met", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_student_asks_for_the_chance_on_the_own_page_and_the_board_answers_beside_the_letter()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.ChanceOpen);
        await using var _ = portal;
        var number = (await @case.NowAsync()).Number.ToString();
        await using (var student = APage.For(portal, "student"))
        {
            var mine = student.Render<MyCasePage>(parameters => parameters.Add(own => own.Number, number));
            await mine.Find("textarea[data-typed=chance]").InputAsync(new() { Value = "Ik kon er niets aan doen." });
            await Button(mine, CaseAction.RequestRetake).ClickAsync(new());
            await mine.Find(".why.ask .primary").ClickAsync(new());
            mine.WaitForAssertion(() => Assert.Contains("Op ", mine.Find("blockquote").ParentElement!.TextContent, StringComparison.Ordinal));
        }

        await using var member = APage.For(portal, "lid1");
        var letters = member.Render<LettersPage>(parameters => parameters.Add(page => page.Number, number));
        Assert.Contains("Ik kon er niets aan doen.", letters.Markup, StringComparison.Ordinal);
        Assert.Contains(LifecycleTexts.Of(CaseAction.ProposeRetakeAnswer, Language.Dutch), Steps(letters));
    }

    [Fact]
    public async Task Only_fraud_lets_the_board_propose_to_end_an_enrolment_and_only_the_executive_board_decides()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.TerminationProposed);
        await using var _ = portal;
        var number = (await @case.NowAsync()).Number.ToString();
        await using (var board = APage.For(portal, "cvb"))
        {
            var page = board.Render<DecisionPage>(parameters => parameters.Add(decision => decision.Number, number));
            Assert.Equal(["Student opnieuw uitnodigen: andere dag of plaats", LifecycleTexts.Of(CaseAction.TerminateEnrolment, Language.Dutch), LifecycleTexts.Of(CaseAction.KeepEnrolment, Language.Dutch)], Steps(page));
        }

        await using var member = APage.For(portal, "lid1");
        Assert.Equal([LifecycleTexts.Of(CaseAction.WithdrawTermination, Language.Dutch)], Steps(member.Render<DecisionPage>(parameters => parameters.Add(decision => decision.Number, number))));
    }

    [Fact]
    public async Task Who_asked_to_lift_a_hold_reads_why_somebody_else_must_lift_it()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.HoldLiftAsked);
        await using var _ = portal;
        var number = (await @case.NowAsync()).Number.ToString();
        await using (var asker = APage.For(portal, "archief"))
            Assert.Contains(LifecycleTexts.Of(Requirement.AskedByAnother, Language.Dutch), asker.Render<RetentionPage>(parameters => parameters.Add(page => page.Number, number)).Markup, StringComparison.Ordinal);

        await using var other = APage.For(portal, "fg");
        var shown = other.Render<RetentionPage>(parameters => parameters.Add(page => page.Number, number));
        await Button(shown, CaseAction.LiftHold).ClickAsync(new());
        await shown.Find(".why.ask .primary").ClickAsync(new());
        shown.WaitForAssertion(() => Assert.Contains("Er ligt geen bewaarblokkade.", shown.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_examiner_reports_on_the_own_exam_and_nobody_else_sees_the_form()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Cleared);
        await using var _ = portal;
        var number = (await @case.NowAsync()).Number.ToString();
        await using (var stranger = APage.For(portal, "m.jansen@uni.example"))
            Assert.Empty(Steps(stranger.Render<ReportPage>(parameters => parameters.Add(page => page.Number, number))));

        await using var examiner = APage.For(portal, "examinator");
        var shown = examiner.Render<ReportPage>(parameters => parameters.Add(page => page.Number, number));
        await shown.Find(".step textarea").InputAsync(new() { Value = "Twee woordelijk gelijke antwoorden." });
        await Button(shown, CaseAction.ReportByExaminer).ClickAsync(new());
        await shown.Find(".why.ask .primary").ClickAsync(new());
        shown.WaitForAssertion(() => Assert.Contains("Twee woordelijk gelijke antwoorden.", shown.Markup, StringComparison.Ordinal));
        Assert.Equal(CaseState.Reported, (await @case.NowAsync()).State);
    }

    private static IEnumerable<string> Steps(IRenderedComponent<Microsoft.AspNetCore.Components.IComponent> shown) => shown.FindAll(".step > summary").Select(summary => summary.TextContent.Trim());

    private static IElement Button(IRenderedComponent<Microsoft.AspNetCore.Components.IComponent> shown, CaseAction action) =>
        shown.FindAll("button").First(button => button.TextContent.Trim() == LifecycleTexts.Of(action, Language.Dutch));
}
