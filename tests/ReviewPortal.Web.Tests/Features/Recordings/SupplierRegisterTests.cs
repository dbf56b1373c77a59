using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Core.Retention;
using ReviewPortal.Web.Features.Recordings;
using ReviewPortal.Web.Features.Retention;

namespace ReviewPortal.Web.Tests.Features.Recordings;

/// <summary>Who registers agreements and retention rules, and what must be filled in (AP-VWO-1, KV-BEW-1).</summary>
public sealed class SupplierRegisterTests
{
    private static readonly DateOnly Day = new(2026, 9, 1);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Only_the_data_protection_officer_registers_and_ends_and_three_roles_read()
    {
        await using var portal = await APortal.WithoutAgreementsAsync();
        var register = portal.Get<SupplierRegister>();
        var draft = new AgreementDraft(" Proctorio ", "VWO-7", Day, null);
        foreach (var who in new[] { "coordinator", "beheer", "archief", "reviewer", "student", "voorzitter" }) Assert.Equal(AgreementObjection.NotYours, await register.RegisterAsync(draft, portal.Who(who).Id, Ct));
        Assert.Null(await register.RegisterAsync(draft, portal.Who("fg").Id, Ct));
        Assert.Null(await register.RegisterAsync(draft with { Supplier = "PROCTORIO", Reference = "VWO-8", From = Day.AddYears(1) }, portal.Who("fg").Id, Ct));

        var line = Assert.Single(await register.ListAsync(portal.Who("coordinator").Id, Ct));
        Assert.Equal(("Proctorio", AgreementState.InForce, "VWO-7"), (line.Name, line.State, line.Reference));
        Assert.Single(await register.ListAsync(portal.Who("beheer").Id, Ct));
        foreach (var who in new[] { "archief", "reviewer", "student", "voorzitter" })
        {
            Assert.Empty(await register.ListAsync(portal.Who(who).Id, Ct));
            Assert.Null(await register.DetailsAsync(line.Id, portal.Who(who).Id, Ct));
        }

        var details = await register.DetailsAsync(line.Id, portal.Who("fg").Id, Ct);
        Assert.Equal([("VWO-7", AgreementState.InForce), ("VWO-8", AgreementState.NotYet)], details!.Agreements.Select(item => (item.Agreement.Reference, item.State)));
        var first = details.Agreements[0].Agreement.Id;
        Assert.Equal(AgreementObjection.NotYours, await register.EndAsync(first, "x", portal.Who("coordinator").Id, Ct));
        Assert.Equal(AgreementObjection.NoReason, await register.EndAsync(first, " ", portal.Who("fg").Id, Ct));
        Assert.Null(await register.EndAsync(first, "opgezegd", portal.Who("fg").Id, Ct));
        Assert.Equal(AgreementObjection.NotThere, await register.EndAsync(first, "opgezegd", portal.Who("fg").Id, Ct));
        Assert.Equal(["agreement.register", "agreement.register", "agreement.end"], await portal.ReadAsync(db => db.AuditRows.Where(row => row.Action != "delivery.agree").OrderBy(row => row.Seq).Select(row => row.Action).ToListAsync(Ct)));
    }

    [Theory]
    [InlineData(" ", "VWO", 1, AgreementObjection.NoName)]
    [InlineData("Proctorio", "", 1, AgreementObjection.NoReference)]
    [InlineData("Proctorio", "VWO", null, AgreementObjection.NoFirstDay)]
    [InlineData("Proctorio", "VWO", -1, AgreementObjection.EndsBeforeItBegins)]
    public async Task An_agreement_has_a_supplier_a_reference_and_days_in_their_order(string supplier, string reference, int? days, AgreementObjection expected)
    {
        await using var portal = await APortal.WithoutAgreementsAsync();
        var draft = new AgreementDraft(supplier, reference, days is null ? null : Day, days is { } until ? Day.AddDays(until) : null);
        Assert.Equal(expected, await portal.Get<SupplierRegister>().RegisterAsync(draft, portal.Who("fg").Id, Ct));
        Assert.Equal((0, 0), await portal.ReadAsync(async db => (await db.Suppliers.CountAsync(Ct), await db.AuditRows.CountAsync(row => row.Action != "delivery.agree", Ct))));
    }

    [Fact]
    public async Task Only_the_records_manager_registers_and_ends_a_retention_rule()
    {
        await using var portal = await APortal.WithoutAgreementsAsync();
        var rules = portal.Get<RetentionRules>();
        var draft = new CoverageDraft(CoverageScope.Course, " INFOB1PICA", Day, "Besluit 12");
        foreach (var who in new[] { "coordinator", "beheer", "fg", "reviewer", "student" }) Assert.Equal(CoverageObjection.NotYours, await rules.RegisterAsync(draft, portal.Who(who).Id, Ct));
        var archive = portal.Who("archief").Id;
        Assert.Equal(CoverageObjection.NoName, await rules.RegisterAsync(draft with { Named = "" }, archive, Ct));
        Assert.Equal(CoverageObjection.NoFirstDay, await rules.RegisterAsync(draft with { From = null }, archive, Ct));
        Assert.Equal(CoverageObjection.NoBasis, await rules.RegisterAsync(draft with { Basis = " " }, archive, Ct));
        Assert.Null(await rules.RegisterAsync(draft, archive, Ct));

        var row = Assert.Single(await rules.ListAsync(Ct));
        Assert.Equal((CoverageScope.Course, "INFOB1PICA", "infob1pica", "Loes Timmermans"), (row.Scope, row.Named, row.Key, row.RegisteredByName));
        Assert.Equal(CoverageObjection.NotYours, await rules.EndAsync(row.Id, "x", portal.Who("fg").Id, Ct));
        Assert.Equal(CoverageObjection.NoReason, await rules.EndAsync(row.Id, "", archive, Ct));
        Assert.Null(await rules.EndAsync(row.Id, "ingetrokken", archive, Ct));
        Assert.Equal(CoverageObjection.NotThere, await rules.EndAsync(row.Id, "ingetrokken", archive, Ct));
        Assert.Equal(["retention.register", "retention.end"], await portal.ReadAsync(db => db.AuditRows.Where(item => item.Action != "delivery.agree").OrderBy(item => item.Seq).Select(item => item.Action).ToListAsync(Ct)));
    }
}
