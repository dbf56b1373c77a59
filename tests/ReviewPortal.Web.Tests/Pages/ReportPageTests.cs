using Bunit;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Web.Features.ProcesVerbaal;

namespace ReviewPortal.Web.Tests.Pages;

/// <summary>The page of a proces-verbaal: what stands in its form, and what becomes of words typed in two tabs.</summary>
public sealed class ReportPageTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private static CancellationToken Ct => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_click_in_a_second_tab_wipes_nothing_and_is_refused_in_words()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.ReportWritten);
        await using var _ = portal;
        await using var page = APage.For(portal, "reviewer");
        var (first, second) = (await ShowAsync(page, @case), await ShowAsync(page, @case));
        first.Find("[data-typed=Inference]").Input("Vermoeden van hulp.");
        first.WaitForAssertion(() => Assert.Contains("Opgeslagen", first.Markup, StringComparison.Ordinal), Patience);

        second.Find("input[type=checkbox]").Change(true);
        second.WaitForAssertion(() => Assert.Contains("in een ander tabblad", second.Find(".saved").TextContent, StringComparison.Ordinal), Patience);
        Assert.Equal(("Vermoeden van hulp.", false), await portal.ReadAsync(db => db.ProcessenVerbaal.Select(item => ValueTuple.Create(item.Inference, item.BsnVisible)).SingleAsync(Ct)));
    }

    [Fact]
    public async Task What_is_typed_after_the_signature_of_another_tab_is_said_not_to_be_kept()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.ReportWritten);
        await using var _ = portal;
        await using var page = APage.For(portal, "reviewer");
        var shown = await ShowAsync(page, @case);
        await ACase.DoneAsync(@case.SignReportAsync());
        shown.Find("[data-typed=Inference]").Input("Nog een zin die telt.");
        shown.WaitForAssertion(() => Assert.Contains("is niet bewaard", shown.Find("[role=alert]").TextContent, StringComparison.Ordinal), Patience);
        Assert.Contains("Nog een zin die telt.", shown.Find("[role=alert]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reported_number_is_ticked_and_cannot_be_unticked()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.ReportWritten);
        await using var _ = portal;
        await using var page = APage.For(portal, "reviewer");
        Assert.False((await ShowAsync(page, @case)).Find("input[type=checkbox]").HasAttribute("checked"));
        await ACase.DoneAsync(@case.ReportBsnAsync());
        var box = (await ShowAsync(page, @case)).Find("input[type=checkbox]");
        Assert.True(box.HasAttribute("checked") && box.HasAttribute("disabled"));
    }

    /// <summary>Reviewers know the candidate by pseudonym; who must know whose report it is, reads the number beside it.</summary>
    [Theory]
    [InlineData("reviewer", false)]
    [InlineData("examinator", true)]
    [InlineData("secretaris", true)]
    public async Task The_number_of_the_student_stands_beside_the_signed_report_for_examiner_and_board(string who, bool named)
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Reported);
        await using var _ = portal;
        await using var page = APage.For(portal, who);
        Assert.Equal(named, (await ShowAsync(page, @case)).Markup.Contains(ADelivery.StudentNumber, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_verdict_in_an_addendum_is_pointed_out_while_typing_and_what_is_refused_stays_in_the_field()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Reported);
        await using var _ = portal;
        await using var page = APage.For(portal, "reviewer");
        var shown = await ShowAsync(page, @case);
        shown.Find("textarea").Input("De student heeft gefraudeerd.");
        Assert.Contains("“gefraudeerd”", shown.Find(".hint.warn").TextContent, StringComparison.Ordinal);
        await shown.Find("textarea").ParentElement!.NextElementSibling!.NextElementSibling!.ClickAsync(new());
        shown.WaitForAssertion(() => Assert.Contains("oordelen doet alleen de examencommissie", shown.Markup, StringComparison.Ordinal), Patience);
        Assert.Equal("De student heeft gefraudeerd.", shown.Find("textarea").GetAttribute("value"));
        Assert.Equal(0, await portal.ReadAsync(db => db.Addenda.CountAsync(Ct)));
    }

    private static async Task<IRenderedComponent<ReportPage>> ShowAsync(APage page, ACase @case)
    {
        var number = (await @case.NowAsync()).Number.ToString();
        var shown = page.Render<ReportPage>(parameters => parameters.Add(item => item.Number, number));
        await shown.WaitForElementAsync(".card", Patience);
        return shown;
    }
}
