using Bunit;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Infrastructure.Import.Suppliers;
using ReviewPortal.Web.Demo;
using ReviewPortal.Web.Features.Recordings;
using ReviewPortal.Web.Tests.Import.Suppliers;
using ReviewPortal.Web.Tests.Pages;

namespace ReviewPortal.Web.Tests.Features.Recordings;

/// <summary>A delivery that found no sitting is linked by the coordinator, once, or laid aside with a reason.</summary>
public sealed class LinkDeliveryTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(10);

    private static CancellationToken Ct => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task Linked_by_hand_it_adds_its_signals_once()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        var (@case, delivery) = (await portal.ImportedAsync(), await WaitingAsync(portal));
        var (link, by) = (portal.Get<LinkDelivery>(), portal.Who("coordinator").Id);

        Assert.Equal(3, Assert.IsType<SignalsTakenIn>(await link.RunAsync(delivery, @case.Sitting, by, Ct)).Added);
        Assert.Equal(DeliveryObjection.NotWaiting, Assert.IsType<NotLinked>(await link.RunAsync(delivery, @case.Sitting, by, Ct)).Why);
        Assert.Equal(DeliveryObjection.NotWaiting, Assert.IsType<NotLinked>(await link.DiscardAsync(delivery, "Toch niet", by, Ct)).Why);
        Assert.Equal(3, await portal.ReadAsync(db => db.Signals.CountAsync(signal => signal.Delivery == delivery, Ct)));
        Assert.Equal(("edx", 3), await portal.ReadAsync(async db => (await db.SignalDeliveries.Select(item => new { item.Format, item.Added }).SingleAsync(Ct)) is var row ? (row.Format, row.Added) : default));
    }

    [Fact]
    public async Task Laid_aside_it_is_kept_with_the_reason_and_stays_so()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        var (@case, delivery) = (await portal.ImportedAsync(), await WaitingAsync(portal));
        var (link, by) = (portal.Get<LinkDelivery>(), portal.Who("coordinator").Id);

        Assert.Equal(DeliveryObjection.NoReason, Assert.IsType<NotLinked>(await link.DiscardAsync(delivery, "  ", by, Ct)).Why);
        Assert.IsType<LaidAside>(await link.DiscardAsync(delivery, "Een proefafname.", by, Ct));

        Assert.Equal(DeliveryObjection.NotWaiting, Assert.IsType<NotLinked>(await link.RunAsync(delivery, @case.Sitting, by, Ct)).Why);
        Assert.Equal("Een proefafname.", Assert.IsType<SignalsDiscarded>(await SendAsync(portal)).Reason);
        var row = await portal.ReadAsync(db => db.AuditRows.OrderBy(item => item.Seq).LastAsync(Ct));
        Assert.Equal("delivery.discard", row.Action);
        Assert.Contains("Een proefafname.", (await portal.ReadAsync(db => db.AuditDetails.SingleAsync(item => item.Seq == row.Seq, Ct))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_but_the_coordinator_links_lays_aside_or_looks()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        var (@case, delivery) = (await portal.ImportedAsync(), await WaitingAsync(portal));
        var before = await portal.DumpAsync();
        var others = DemoAccounts.Staff.Concat(DemoAccounts.Students.Take(2)).Select(draft => portal.Who(draft.Email)).Where(actor => !actor.Is(Core.Lifecycle.Role.Coordinator)).Select(actor => actor.Id).Append(new PersonId(Guid.NewGuid())).ToArray();
        Assert.True(others.Length > 10);
        foreach (var by in others)
        {
            Assert.Equal(DeliveryObjection.NotYours, Assert.IsType<NotLinked>(await portal.Get<LinkDelivery>().RunAsync(delivery, @case.Sitting, by, Ct)).Why);
            Assert.Equal(DeliveryObjection.NotYours, Assert.IsType<NotLinked>(await portal.Get<LinkDelivery>().DiscardAsync(delivery, "x", by, Ct)).Why);
            Assert.Equal(0, (await portal.Get<DeliveryViews>().ListAsync(by, onlyWaiting: false, 0, 25, Ct)).Total);
            Assert.Null(await portal.Get<DeliveryViews>().DetailsAsync(delivery, by, Ct));
            Assert.Empty(await portal.Get<DeliveryViews>().SittingsAsync(by, ADelivery.Candidate, Ct));
        }

        Assert.Equal(before, await portal.DumpAsync());
    }

    [Fact]
    public async Task The_list_shows_the_latest_first_and_says_when_there_is_nothing()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        await using var page = APage.For(portal, "coordinator");
        var empty = page.Render<DeliveriesPage>();
        empty.WaitForAssertion(() => Assert.Contains("Er zijn nog geen signalen van leveranciers", empty.Markup, StringComparison.Ordinal), Soon);

        await WaitingAsync(portal);
        portal.On(11, 3);
        await SendAsync(portal, SupplierFiles.Lti);
        var shown = page.Render<DeliveriesPage>();
        shown.WaitForAssertion(() => Assert.Equal(["LTI 1.3 Assessment Control", "Open edX REST"], shown.FindAll("tbody a").Select(link => link.TextContent)), Soon);
        Assert.Contains("wacht op een afname", shown.Markup, StringComparison.Ordinal);
    }

    /// <summary>A case that has left the coordinator's sight is named, and no link leads to a page that says it is not there.</summary>
    [Fact]
    public async Task A_case_that_may_not_be_opened_is_no_link()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        var (@case, delivery) = (await portal.ImportedAsync(), await WaitingAsync(portal));
        Assert.Equal((1, 0), await portal.Get<DeliveryViews>().WaitingAsync(portal.Who("coordinator").Id, Ct));
        Assert.IsType<SignalsTakenIn>(await portal.Get<LinkDelivery>().RunAsync(delivery, @case.Sitting, portal.Who("coordinator").Id, Ct));
        Assert.True(Assert.Single((await portal.Get<DeliveryViews>().ListAsync(portal.Who("coordinator").Id, onlyWaiting: false, 0, 10, Ct)).Rows).MayOpen);
        await Sql.RunAsync(portal.DatabaseFile, "UPDATE Cases SET State = 'UnderInvestigation'");
        Assert.False(Assert.Single((await portal.Get<DeliveryViews>().ListAsync(portal.Who("coordinator").Id, onlyWaiting: false, 0, 10, Ct)).Rows).MayOpen);
    }

    [Fact]
    public async Task The_page_links_by_a_search_and_a_second_press()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        var (@case, delivery) = (await portal.ImportedAsync(), await WaitingAsync(portal));
        await using var page = APage.For(portal, "coordinator");
        var shown = page.Render<DeliveryPage>(parameters => parameters.Add(item => item.Id, delivery));
        shown.WaitForAssertion(() => Assert.Contains("Looks aside", shown.Markup, StringComparison.Ordinal), Soon);

        await shown.Find("input[type=search]").InputAsync("niemand");
        shown.WaitForAssertion(() => Assert.Contains("Geen afname past bij deze woorden", shown.Markup, StringComparison.Ordinal), Soon);
        await shown.Find("input[type=search]").InputAsync("4701");
        shown.WaitForAssertion(() => Assert.Single(shown.FindAll("tbody button")), Soon);
        await shown.Find("tbody button").ClickAsync();
        await shown.Find("[role=alertdialog] .primary").ClickAsync();

        shown.WaitForAssertion(() => Assert.Contains("Gekoppeld aan zaak 2026-0001: 3 signalen nieuw", shown.Markup, StringComparison.Ordinal), Soon);
        Assert.Empty(shown.FindAll("input[type=search]"));
        Assert.Equal(3, await portal.ReadAsync(db => db.Signals.CountAsync(signal => signal.Delivery == delivery, Ct)));
        var sitting = page.Render<SittingPage>(parameters => parameters.Add(item => item.Number, "2026-0001"));
        sitting.WaitForAssertion(() => Assert.Contains("Open edX REST", sitting.Markup, StringComparison.Ordinal), Soon);
        Assert.Contains("3 signalen", sitting.Markup, StringComparison.Ordinal);
        Assert.NotEqual(default, @case.Id);
    }

    [Fact]
    public async Task The_page_lays_aside_with_a_reason()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        var delivery = await WaitingAsync(portal);
        await using var page = APage.For(portal, "coordinator");
        var shown = page.Render<DeliveryPage>(parameters => parameters.Add(item => item.Id, delivery));
        shown.WaitForAssertion(() => Assert.True(shown.Find("footer button").HasAttribute("disabled")), Soon);
        await shown.Find("textarea").InputAsync("Een proefafname.");
        await shown.Find("footer button").ClickAsync();
        shown.WaitForAssertion(() => Assert.Empty(shown.FindAll("textarea")), Soon);
        Assert.Contains("Een proefafname.", shown.Markup, StringComparison.Ordinal);
    }

    private static async Task<Guid> WaitingAsync(APortal portal)
    {
        Assert.IsType<SignalsWait>(await SendAsync(portal));
        return await portal.ReadAsync(db => db.SignalDeliveries.Select(item => item.Id).SingleAsync(Ct));
    }

    private static async Task<ImportResult> SendAsync(APortal portal, string? text = null)
    {
        var path = Path.Combine(portal.Folder.FullName, "waiting.bin");
        await File.WriteAllTextAsync(path, text ?? SupplierFiles.Edx.Replace("3e0d5c2a-c-4701", "nobody", StringComparison.Ordinal), Ct);
        return Assert.Single(await portal.Get<TakeInSignals>().RunAsync(path, SupplierFormats.Named(null), sitting: null, portal.Who("coordinator"), Ct));
    }
}
