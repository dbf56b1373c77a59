using Bunit;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Retention;
using ReviewPortal.Web.Features.Recordings;
using ReviewPortal.Web.Features.Retention;

namespace ReviewPortal.Web.Tests.Pages;

/// <summary>The pages on which agreements, retention rules and quarantine are kept.</summary>
public sealed class GatePagesTests
{
    private static CancellationToken Ct => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_data_protection_officer_registers_an_agreement_on_the_page_and_ends_it_on_its_own()
    {
        await using var portal = await APortal.WithoutAgreementsAsync();
        await using var page = APage.For(portal, "fg");
        var shown = page.Render<SuppliersPage>();
        Assert.Contains("Er is nog geen leverancier", shown.Markup, StringComparison.Ordinal);
        shown.FindAll("input")[0].Input("Opnemer");
        shown.FindAll("input")[1].Input("VWO-9");
        shown.FindAll("input")[2].Change("2026-09-01");
        shown.FindAll("input")[3].Change("2026-12-01");
        await shown.Find("footer button").ClickAsync(new());
        Assert.Contains("De overeenkomst met Opnemer is vastgelegd", shown.Find("[role=status]").TextContent, StringComparison.Ordinal);
        Assert.Contains("loopt binnenkort af", shown.Find("tbody tr").TextContent, StringComparison.Ordinal);

        var id = await portal.ReadAsync(db => db.Suppliers.Select(item => item.Id).SingleAsync(Ct));
        var one = page.Render<SupplierPage>(parameters => parameters.Add(item => item.Id, id));
        Assert.DoesNotContain("gaat in quarantaine", one.Markup, StringComparison.Ordinal);
        one.Find("textarea").Input("opgezegd");
        await one.Find("details button").ClickAsync(new());
        Assert.Contains("gaat in quarantaine", one.Markup, StringComparison.Ordinal);
        Assert.Contains("door Bram Oosterhuis: opgezegd", one.Markup, StringComparison.Ordinal);
        Assert.Empty(one.FindAll("details"));
    }

    [Fact]
    public async Task The_coordinator_reads_suppliers_and_registers_none()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        await using var page = APage.For(portal, "coordinator");
        var shown = page.Render<SuppliersPage>();
        Assert.Equal(7, shown.FindAll("tbody tr").Count);
        Assert.Empty(shown.FindAll("input"));
        var id = await portal.ReadAsync(db => db.Suppliers.Where(item => item.Name == "Proctorio").Select(item => item.Id).SingleAsync(Ct));
        Assert.Empty(page.Render<SupplierPage>(parameters => parameters.Add(item => item.Id, id)).FindAll("button"));
    }

    [Fact]
    public async Task The_coordinator_sees_what_waits_in_quarantine_and_takes_it_in_once_nothing_is_missing()
    {
        await using var portal = await APortal.WithoutAgreementsAsync();
        using var bundle = ADelivery.Of();
        await portal.DeliverAsync(bundle.AsFolder());
        await using var page = APage.For(portal, "coordinator");
        var shown = page.Render<QuarantineList>(parameters => parameters.Add(list => list.By, portal.Who("coordinator").Id));
        Assert.Contains("vernietigd op 16 november 2026", shown.Markup, StringComparison.Ordinal);
        Assert.Equal(["verwerkersovereenkomst", "bewaarregel voor de toets"], shown.FindAll(".badge").Select(badge => badge.TextContent));
        Assert.True(shown.Find("footer button").HasAttribute("disabled"));

        await portal.AgreeAsync(Agreements.Recorder);
        await portal.CoverAsync(CoverageScope.Faculty, Agreements.Faculty);
        shown = page.Render<QuarantineList>(parameters => parameters.Add(list => list.By, portal.Who("coordinator").Id));
        Assert.Contains("niets meer", shown.Markup, StringComparison.Ordinal);
        await shown.Find("footer button").ClickAsync(new());

        shown.WaitForAssertion(() => Assert.Contains("ingelezen als zaak 2026-0001", shown.Find("[role=status]").TextContent, StringComparison.Ordinal), TimeSpan.FromSeconds(20));
        Assert.Contains("Er ligt niets in quarantaine", shown.Markup, StringComparison.Ordinal);
        Assert.Contains("alsnog ingelezen op 2 november 2026", shown.Markup, StringComparison.Ordinal);
        var reports = page.Render<ReportList>(parameters => parameters.Add(list => list.By, portal.Who("coordinator").Id));
        Assert.Equal(["ingelezen", "in quarantaine"], reports.FindAll(".badge").Select(badge => badge.TextContent).Order(StringComparer.Ordinal).Reverse());
    }

    [Fact]
    public async Task The_coordinator_destroys_what_waits_with_a_reason()
    {
        await using var portal = await APortal.WithoutAgreementsAsync();
        using var bundle = ADelivery.Of();
        await portal.DeliverAsync(bundle.AsFolder());
        await using var page = APage.For(portal, "coordinator");
        var shown = page.Render<QuarantineList>(parameters => parameters.Add(list => list.By, portal.Who("coordinator").Id));
        Assert.True(shown.Find("details button").HasAttribute("disabled"));
        shown.Find("textarea").Input("verkeerd bestand");
        await shown.Find("details button").ClickAsync(new());
        Assert.Contains("door Tim Kuipers: verkeerd bestand", shown.Markup, StringComparison.Ordinal);
        Assert.Empty(portal.InQuarantine());
    }

    [Fact]
    public async Task Nobody_else_sees_quarantine_or_reports()
    {
        await using var portal = await APortal.WithoutAgreementsAsync();
        using var bundle = ADelivery.Of();
        await portal.DeliverAsync(bundle.AsFolder());
        foreach (var who in new[] { "fg", "beheer", "reviewer", "student", "archief" })
        {
            Assert.Empty((await portal.Get<QuarantineViews>().ListAsync(portal.Who(who).Id, Ct)).Waiting);
            Assert.Equal(0, (await portal.Get<DeliveryReports>().ListAsync(portal.Who(who).Id, 0, 10, Ct)).Total);
        }
    }

    [Fact]
    public async Task Reports_of_half_a_year_ago_go()
    {
        await using var portal = await APortal.WithoutAgreementsAsync();
        using var bundle = ADelivery.Of();
        await portal.DeliverAsync(bundle.AsFolder());
        portal.Clock.Advance(TimeSpan.FromDays(DeliveryReports.KeptDays));
        Assert.Equal(0, await portal.Get<DeliveryReports>().ExpireAsync(Ct));
        portal.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(1, await portal.Get<DeliveryReports>().ExpireAsync(Ct));
    }

    [Fact]
    public async Task The_records_manager_registers_and_ends_a_rule_on_the_retention_page_and_others_read()
    {
        await using var portal = await APortal.WithoutAgreementsAsync();
        await using var page = APage.For(portal, "archief");
        var shown = page.Render<CoverageCard>(parameters => parameters.Add(card => card.By, portal.Who("archief").Id));
        Assert.Contains("Voor geen enkele toets", shown.Markup, StringComparison.Ordinal);
        shown.Find("select").Change("Course");
        shown.FindAll("input")[0].Input("INFOB1PICA");
        shown.FindAll("input")[1].Change("2026-09-01");
        shown.FindAll("input")[2].Input("Besluit 12");
        await shown.Find("button.primary").ClickAsync(new());
        Assert.Contains("alle toetsen van de cursus INFOB1PICA", shown.Find("tbody tr").TextContent, StringComparison.Ordinal);

        await using var reader = APage.For(portal, "fg");
        var read = reader.Render<RetentionPage>();
        Assert.Contains("INFOB1PICA", read.Markup, StringComparison.Ordinal);
        Assert.Empty(read.FindComponent<CoverageCard>().FindAll("button"));

        await shown.Find("tbody button").ClickAsync(new());
        shown.Find("tbody input").Input("ingetrokken");
        await shown.Find("tbody button").ClickAsync(new());
        Assert.Contains("door Loes Timmermans: ingetrokken", shown.Find("tbody tr").TextContent, StringComparison.Ordinal);
    }
}
