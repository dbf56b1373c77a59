using Bunit;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Committee;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Web.Features.Committee;
using ReviewPortal.Web.Features.ProcesVerbaal;
using ReviewPortal.Web.Features.Worklist;
using ReviewPortal.Web.Tests.Pages;
using ReviewPortal.Web.Ui;

namespace ReviewPortal.Web.Tests.Features.Committee;

/// <summary>WHW 7.12c lid 2: the examiner gives the board what it asks for its inquiry.</summary>
public sealed class InformationTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private static CancellationToken Ct => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_examiner_reads_the_question_on_a_page_of_their_own_answers_it_and_is_done()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.InformationAsked);
        await using var _ = portal;
        var number = (await @case.NowAsync()).Number.ToString();
        await using (var page = APage.For(portal, "examinator"))
        {
            var shown = page.Render<InformationPage>(parameters => parameters.Add(item => item.Number, number));
            shown.WaitForAssertion(() => Assert.Contains("Stond het formuleblad op het toetsblad?", shown.Markup, StringComparison.Ordinal), Patience);
            shown.Find("textarea").Input("Ja, op pagina 1.");
            await shown.Find("button").ClickAsync(new());
            shown.WaitForAssertion(() => Assert.Empty(shown.FindAll("textarea")), Patience);
        }

        var kept = await portal.ReadAsync(db => db.InformationRequests.SingleAsync(Ct));
        Assert.Equal(("Ja, op pagina 1.", "Anouk de Vries", portal.Clock.GetUtcNow()), (kept.Answer, kept.AnsweredByName, kept.AnsweredAt!.Value));
        Assert.Equal(0, (await portal.Get<CaseLists>().WorkAsync(portal.Who("examinator").Id, null, new ListPage(0, 9, ""), Ct)).Total);
        Assert.Equal(CaseState.UnderInvestigation, (await @case.NowAsync()).State);

        // The way back to what was answered.
        await using var examiner = APage.For(portal, "examinator");
        var report = examiner.Render<ReportPage>(parameters => parameters.Add(item => item.Number, number));
        report.WaitForAssertion(() => Assert.Contains(Links.Information(Core.Cases.CaseNumber.Parse(number)!.Value), report.Markup, StringComparison.Ordinal), Patience);
    }

    [Theory]
    [InlineData("m.jansen@uni.example")]
    [InlineData("reviewer")]
    [InlineData("student")]
    public async Task Nobody_else_reads_it(string who)
    {
        var (portal, @case) = await Stages.AtAsync(Stage.InformationAsked);
        await using var _ = portal;
        var number = (await @case.NowAsync()).Number.ToString();
        await using var page = APage.For(portal, who);
        var shown = page.Render<InformationPage>(parameters => parameters.Add(item => item.Number, number));
        Assert.DoesNotContain("formuleblad", shown.Markup, StringComparison.Ordinal);
        Assert.Equal(0, (await portal.Get<CaseLists>().CountWorkAsync(portal.Who(who).Id, Ct)).Count(work => work.Action is CaseAction.AnswerInformation));
    }

    [Fact]
    public async Task What_the_supplier_says_the_board_writes_down_and_the_examiner_does_not()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Investigated);
        await using var _ = portal;
        await ACase.DoneAsync(@case.RequestInformationAsync(source: InformationSource.SupplierSupport));
        Assert.Empty(await portal.Get<CaseLists>().CountWorkAsync(portal.Who("examinator").Id, Ct));
        Assert.Equal([Requirement.InformationAsked], Assert.IsType<Refused>(await @case.AnswerInformationAsync()).Unmet);
        await ACase.DoneAsync(@case.AnswerInformationAsync("lid2", "De dienst viel twaalf minuten uit."));
        Assert.Equal("Joost Vermeer", (await portal.ReadAsync(db => db.InformationRequests.SingleAsync(Ct))).AnsweredByName);
    }

    [Fact]
    public async Task A_question_outlives_the_invitation_and_ends_with_the_deliberation()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.InformationAsked);
        await using var _ = portal;
        await ACase.DoneAsync(portal.On(11, 10).Then(() => @case.InviteAsync()));
        await ACase.DoneAsync(portal.On(11, 12).Then(() => @case.GiveViewAsync()));
        await ACase.DoneAsync(@case.RequestInformationAsync(purpose: "En de rekenmachine?"));
        await ACase.DoneAsync(@case.AnswerInformationAsync());
        await ACase.DoneAsync(portal.On(11, 16).Then(() => @case.DeliberateAsync()));
        Assert.Equal(RefusalKind.NotFromThisState, Assert.IsType<Refused>(await @case.AnswerInformationAsync()).Kind);
        Assert.Empty(await portal.Get<CaseLists>().CountWorkAsync(portal.Who("examinator").Id, Ct));
    }
}
