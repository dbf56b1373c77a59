using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Cases;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Web.Access;
using ReviewPortal.Web.Features.Recordings;

namespace ReviewPortal.Web.Demo;

/// <summary>Fills an empty portal in Development: accounts for every role, the sample sittings, and a past in which people worked on them.</summary>
internal sealed partial class DemoPortal(PortalDbs dbs, IServiceProvider services, ILogger<DemoPortal> log)
{
    /// <summary>Does nothing when somebody already has an account here.</summary>
    public async Task PrepareAsync(CancellationToken ct)
    {
        await using (var db = await dbs.LookAsync(ct))
        {
            if (await db.Users.AnyAsync(ct)) return;
        }

        await CreateAccountsAsync();
        if (FindSamples() is not { } samples)
        {
            LogNoSamples(log);
            return;
        }

        var stage = new DemoStage(services);
        await PlanAsync(stage, samples, ct);
        await stage.PlayAsync();
    }

    private async Task CreateAccountsAsync()
    {
        await using var scope = services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<Accounts>();
        foreach (var draft in DemoAccounts.Staff.Concat(DemoAccounts.Students)) await accounts.CreateDemoAsync(draft);
    }

    private static async Task PlanAsync(DemoStage stage, string samples, CancellationToken ct)
    {
        var coordinator = await stage.WhoAsync(DemoAccounts.Email("coordinator"));
        foreach (var bundle in Directory.EnumerateDirectories(samples).Order(StringComparer.Ordinal))
        {
            var (candidate, start) = await PeekAsync(bundle, ct);
            // The evening of the test is when the supplier delivers.
            stage.Plan(start.AddHours(10), () => ImportAsync(stage, bundle, coordinator, ct));
            DemoStory.Plan(new DemoCase(stage, candidate, start));
        }
    }

    private static async Task ImportAsync(DemoStage stage, string bundle, Actor coordinator, CancellationToken ct)
    {
        if (await stage.Import.RunAsync(bundle, coordinator, ct) is NotTakenIn no)
            throw new InvalidOperationException($"The demo: {no.Refusal.Sentence(Core.Writing.Language.English)}");
    }

    private static async Task<(string Candidate, DateTimeOffset Start)> PeekAsync(string bundle, CancellationToken ct)
    {
        await using var file = File.OpenRead(Path.Combine(bundle, "manifest.json"));
        using var manifest = await JsonDocument.ParseAsync(file, cancellationToken: ct);
        return (manifest.RootElement.GetProperty("candidate").GetProperty("pseudonym").GetString()!, manifest.RootElement.GetProperty("start").GetDateTimeOffset());
    }

    // The samples lie at the top of the source tree: from there the demo is started.
    private static string? FindSamples()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var samples = Path.Combine(folder.FullName, "samples", "sittings");
            if (Directory.Exists(samples)) return samples;
        }

        return null;
    }

    [LoggerMessage(LogLevel.Warning, "The sample sittings are not here; the demo has accounts and no cases.")]
    private static partial void LogNoSamples(ILogger log);
}
