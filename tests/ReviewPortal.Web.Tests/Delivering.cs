using System.Collections.Immutable;
using ReviewPortal.Core.Retention;
using ReviewPortal.Web.Features.Recordings;
using ReviewPortal.Web.Features.Retention;

namespace ReviewPortal.Web.Tests;

/// <summary>Delivers through the one door, and registers what the gate asks for, as the people whose it is.</summary>
internal static class Delivering
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static Task<ImmutableArray<ImportResult>> DeliverAsync(this APortal portal, string path) => portal.Get<TakeIn>().RunAsync(path, format: null, sitting: null, portal.Who("coordinator"), Ct);

    public static async Task<ImmutableArray<ImportResult>> DeliverTextAsync(this APortal portal, string name, string text)
    {
        var folder = Directory.CreateTempSubdirectory("delivering");
        try
        {
            var path = Path.Combine(folder.FullName, name);
            await File.WriteAllTextAsync(path, text, Ct);
            return await portal.DeliverAsync(path);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    public static async Task AgreeAsync(this APortal portal, string supplier, DateOnly? from = null, DateOnly? until = null) =>
        Assert.Null(await portal.Get<SupplierRegister>().RegisterAsync(new AgreementDraft(supplier, "VWO-1", from ?? new DateOnly(2026, 1, 1), until), portal.Who("fg").Id, Ct));

    public static async Task CoverAsync(this APortal portal, CoverageScope scope, string named, DateOnly? from = null) =>
        Assert.Null(await portal.Get<RetentionRules>().RegisterAsync(new CoverageDraft(scope, named, from ?? new DateOnly(2026, 1, 1), "Bewaarschema 2026"), portal.Who("archief").Id, Ct));

    public static string[] InQuarantine(this APortal portal) =>
        Directory.Exists(Path.Combine(portal.VaultFolder, "quarantine")) ? Directory.GetFiles(Path.Combine(portal.VaultFolder, "quarantine")) : [];
}
