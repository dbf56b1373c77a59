using Bunit;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Web.Access;
using ReviewPortal.Web.Features.Recordings;
using ReviewPortal.Web.Features.Review;
using ReviewPortal.Web.Tests.Features.Review;

namespace ReviewPortal.Web.Tests.Pages;

/// <summary>What a reviewer reads before answering a signal, or many.</summary>
public sealed class SignalPanelsTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private static CancellationToken Ct => Xunit.TestContext.Current.CancellationToken;

    /// <summary>APW-INF-6; the supplier's weight stands among what it sent and nowhere else.</summary>
    [Fact]
    public async Task The_origin_says_when_a_supplier_has_stated_nothing()
    {
        var (portal, _, scope) = await SignalQuestionTests.InReviewAsync();
        await using var closing = portal;
        var row = (await portal.Get<SignalPages>().ReadAsync(scope, new SignalFilter(SignalSource.Vendor), 0, 5, total: null, Ct)).Rows.Single();
        var supplier = await portal.ReadAsync(async db => (await portal.Get<SignalOrigins>().ReadAsync(scope, row.Id, Ct))!.Supplier is { } name ? await db.Suppliers.SingleAsync(item => item.Name == name, Ct) : null);
        Assert.Null(await portal.Get<SupplierRegister>().StateAsync(supplier!.Id, "", portal.Who("fg").Id, Ct));

        await using var page = APage.For(portal, "reviewer");
        var shown = page.Render<SignalOriginPanel>(parameters => parameters.Add(panel => panel.Row, row).Add(panel => panel.Scope, scope));
        shown.WaitForAssertion(() => Assert.Contains("Door de leverancier niet opgegeven.", shown.Markup, StringComparison.Ordinal), Patience);
        Assert.Contains("Dit portaal rekent er niet mee", shown.FindAll("dd")[^1].TextContent, StringComparison.Ordinal);
        Assert.Empty(shown.FindAll("button.act"));
    }

    [Fact]
    public async Task How_many_stands_there_before_they_are_answered_together_and_all_can_be_taken_back()
    {
        var (portal, _, scope) = await SignalQuestionTests.InReviewAsync();
        await using var closing = portal;
        await using var page = APage.For(portal, "reviewer");
        var all = page.Render<SignalBulkPanel>(parameters => parameters.Add(panel => panel.Scope, scope).Add(panel => panel.Filter, default).Add(panel => panel.Marks, []));
        all.WaitForAssertion(() => Assert.Contains("Kies eerst welke signalen", all.Markup, StringComparison.Ordinal), Patience);
        Assert.Empty(all.FindAll("textarea"));

        // What matches nothing has not been answered either.
        var nothing = page.Render<SignalBulkPanel>(parameters => parameters.Add(panel => panel.Scope, scope).Add(panel => panel.Filter, new SignalFilter(Words: "komt nergens voor")).Add(panel => panel.Marks, []));
        nothing.WaitForAssertion(() => Assert.Contains("past geen enkel signaal", nothing.Markup, StringComparison.Ordinal), Patience);

        var shown = page.Render<SignalBulkPanel>(parameters => parameters.Add(panel => panel.Scope, scope).Add(panel => panel.Filter, SignalQuestionTests.Moves).Add(panel => panel.Marks, []));
        shown.WaitForElement("textarea", Patience).Input("De muis beweegt bij elk antwoord.");
        Assert.Contains("passen 4 signalen", shown.Markup, StringComparison.Ordinal);
        await shown.Find("textarea + button, label + button").ClickAsync(new());
        await shown.InvokeAsync(shown.Instance.RefreshAsync);
        Assert.Contains("4 verworpen", shown.Find("li").TextContent, StringComparison.Ordinal);
        await shown.Find("li button").ClickAsync(new());
        Assert.Equal(0, await portal.ReadAsync(db => db.SignalAnswers.CountAsync(Ct)));
    }

    [Fact]
    public async Task While_signals_are_hidden_the_page_says_why_and_how_far_the_own_pass_is()
    {
        var (portal, @case, scope) = await SignalQuestionTests.InReviewAsync("--Review:SignalsAfterOwnPass=true");
        await using var closing = portal;
        await using var page = APage.For(portal, "reviewer");
        var pass = await portal.Get<OwnPasses>().OfAsync(@case.Sitting, scope.By, Ct);
        var shown = page.Render<SignalsHidden>(parameters => parameters.Add(note => note.Pass, pass));
        Assert.Contains("Uw instelling toont de signalen van de leverancier pas na uw eigen kijkronde", shown.Markup, StringComparison.Ordinal);
        Assert.Equal(3, shown.FindAll("li").Count);
        Assert.All(shown.FindAll("li"), track => Assert.Contains("0 % bekeken", track.TextContent.Replace('\u00a0', ' '), StringComparison.Ordinal));
    }
}
