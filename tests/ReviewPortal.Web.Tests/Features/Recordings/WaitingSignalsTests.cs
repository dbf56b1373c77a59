using Microsoft.EntityFrameworkCore;
using ReviewPortal.Infrastructure.Audit;
using ReviewPortal.Web.Features.Recordings;
using ReviewPortal.Web.Tests.Import.Suppliers;

namespace ReviewPortal.Web.Tests.Features.Recordings;

/// <summary>Signals that came before their sitting find it when it comes.</summary>
public sealed class WaitingSignalsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Signals_that_wait_are_linked_when_a_bundle_with_their_identity_comes()
    {
        await using var portal = await APortal.WithDemoPeopleAsync("Development", $"--Suppliers:Proctorio:Secret={SupplierFiles.Secret}");
        await portal.DeliverTextAsync("edx.json", SupplierFiles.Edx);
        await portal.DeliverTextAsync("proctorio.json", SupplierFiles.Proctorio);
        await portal.DeliverTextAsync("other.json", SupplierFiles.Edx.Replace("3e0d5c2a-c-4701", "somebody-else", StringComparison.Ordinal));
        using var bundle = ADelivery.Of();
        bundle.Manifest["externalIds"] = SupplierFiles.ExternalIds;

        var taken = Assert.IsType<TakenIn>(Assert.Single(await portal.DeliverAsync(bundle.AsFolder())));

        Assert.Equal(2, taken.Linked);
        Assert.Contains("wachtende leveringen met signalen die er nu bij horen: 2", ImportSentence.Of("x", taken, Core.Writing.Language.Dutch), StringComparison.Ordinal);
        var deliveries = await portal.ReadAsync(db => db.SignalDeliveries.OrderBy(item => item.File).ToListAsync(Ct));
        Assert.Equal([("edx.json", taken.Sitting), ("other.json", null), ("proctorio.json", taken.Sitting)], deliveries.Select(item => (item.File, item.Sitting)));
        Assert.Equal(2 + deliveries.Sum(item => item.Added), await portal.ReadAsync(db => db.Signals.CountAsync(signal => signal.Sitting == taken.Sitting, Ct)));
        Assert.All(deliveries.Where(item => item.Sitting is not null), item => Assert.True(item.Added > 0));
        Assert.Empty(await portal.ReadAsync(db => db.VerifyCasesAsync(Ct)));
        Assert.IsType<SignalsThere>(Assert.Single(await portal.DeliverTextAsync("edx.json", SupplierFiles.Edx)));
    }

    [Fact]
    public async Task What_names_two_sittings_goes_on_waiting_and_so_does_what_was_laid_aside()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        await portal.ImportedAsync("C-4702", "0412702");
        await portal.DeliverTextAsync("two.json", """{"status":"passed","external_id":"3E0D5C2A-C-4701","attempt_code":"3E0D5C2A-C-4702","comments":[]}""");
        await portal.DeliverTextAsync("aside.json", SupplierFiles.Edx);
        var aside = await portal.ReadAsync(db => db.SignalDeliveries.SingleAsync(item => item.File == "aside.json", Ct));
        await portal.Get<LinkDelivery>().DiscardAsync(aside.Id, "verkeerde kandidaat", portal.Who("coordinator").Id, Ct);
        using var bundle = ADelivery.Of();

        Assert.Equal(0, Assert.IsType<TakenIn>(Assert.Single(await portal.DeliverAsync(bundle.AsFolder()))).Linked);
    }
}
