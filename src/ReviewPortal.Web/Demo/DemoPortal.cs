using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Writing;
using ReviewPortal.Infrastructure.Import;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Web.Access;
using ReviewPortal.Web.Features.Recordings;
using ReviewPortal.Web.Features.Worklist;

namespace ReviewPortal.Web.Demo;

/// <summary>Fills an empty portal in Development: accounts for every role, the sample sittings, and a past in which people worked on them.</summary>
internal sealed partial class DemoPortal(PortalDbs dbs, DataFolder data, DemoSuppliers suppliers, IServiceProvider services, ILogger<DemoPortal> log)
{
    // After the last of the sample tests, with who was there.
    private static readonly DateTimeOffset RostersCame = Amsterdam.At(new DateOnly(2026, 11, 16), new TimeOnly(9, 0));

    // Before the first of them, when the students enrolled.
    private static readonly DateTimeOffset StudentsAgreed = Amsterdam.At(new DateOnly(2026, 9, 14), new TimeOnly(12, 0));

    // Lies there from the first account to the last step of the story.
    private string Unfinished => Path.Combine(data.Root, "demo.unfinished");

    /// <summary>Takes away a demo that was cut off half-way: nobody has been let in to it yet. Called before anything opens the database.</summary>
    public void ClearUnfinished()
    {
        if (!File.Exists(Unfinished)) return;
        LogStartingOver(log);
        foreach (var file in new[] { data.Database, data.Database + "-wal", data.Database + "-shm" }) File.Delete(file);
        foreach (var recording in Directory.EnumerateDirectories(data.Vault)) Directory.Delete(recording, recursive: true);
        if (Directory.Exists(data.Mail)) Directory.Delete(data.Mail, recursive: true);
        if (Directory.Exists(data.RecordingKeys)) Directory.Delete(data.RecordingKeys, recursive: true);
        File.Delete(Unfinished);
    }

    /// <summary>Does nothing when somebody already has an account here.</summary>
    public async Task PrepareAsync(CancellationToken ct)
    {
        if (await dbs.IsInUseAsync(ct)) return;

        await suppliers.PrepareAsync(ct);
        await File.WriteAllTextAsync(Unfinished, "The demo is being made; if this file stays, the next start makes it again.", ct);
        await CreateAccountsAsync();
        var samples = FindSamples();
        if (samples is not null) await PlayAsync(samples, ct);
        else LogNoSamples(log);
        await DemoUploads.AddAsync(services, samples is null ? null : Directory.EnumerateDirectories(samples).Order(StringComparer.Ordinal).First(), ct);
        File.Delete(Unfinished);
    }

    private async Task PlayAsync(string samples, CancellationToken ct)
    {
        // The story was written for the standard terms, and took place before this house could choose its own.
        var ofThisHouse = HouseTerms.Current;
        HouseTerms.Choose(HouseTerms.Standard);
        var stage = new DemoStage(services);
        await PlanAsync(stage, samples, ct);
        new DemoFacilities(stage).Plan();
        await stage.PlayAsync();
        await DemoDeliveries.DeliverAsync(services.GetRequiredService<TakeIn>(), Directory.EnumerateDirectories(samples).Order(StringComparer.Ordinal).First(), await stage.WhoAsync(DemoAccounts.Email("coordinator")), ct);
        await KeepAvailabilityAsync(stage, ct);
        HouseTerms.Choose(ofThisHouse);
    }

    // One of the two reviewers has a limit, the other goes away later; both are there to divide work over.
    private async Task KeepAvailabilityAsync(DemoStage stage, CancellationToken ct)
    {
        var (keep, coordinator) = (services.GetRequiredService<KeepAvailability>(), (await stage.WhoAsync(DemoAccounts.Email("coordinator"))).Id);
        await keep.RunAsync((await stage.WhoAsync(DemoAccounts.Email("reviewer"))).Id, new AvailabilityDraft(null, null, 20), coordinator, ct);
        await keep.RunAsync((await stage.WhoAsync(DemoAccounts.Email("reviewer2"))).Id, new AvailabilityDraft(new DateOnly(2026, 12, 21), new DateOnly(2027, 1, 1), null), coordinator, ct);
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
        foreach (var draft in DemoAccounts.Students) stage.Plan(StudentsAgreed, () => AgreeAsync(stage, draft, ct));
        var rosters = new DirectoryInfo(Path.Combine(samples, "..", "rosters"));
        string[] files = rosters.Exists ? [.. rosters.EnumerateFiles().Select(file => file.FullName).Order(StringComparer.Ordinal)] : [];
        foreach (var roster in files) stage.Plan(RostersCame, () => stage.Rosters.RunAsync(Incoming.At(roster), format: null, coordinator, ct));
        foreach (var bundle in Directory.EnumerateDirectories(samples).Order(StringComparer.Ordinal))
        {
            var (candidate, start) = await PeekAsync(bundle, ct);
            // The evening of the test is when the supplier delivers.
            stage.Plan(start.AddHours(10), () => ImportAsync(stage, bundle, coordinator, ct));
            if (candidate is DemoScreens.Candidate) stage.Plan(start.AddHours(11), () => DemoScreens.DeliverAsync(stage, start, coordinator, ct));
            DemoStory.Plan(new DemoCase(stage, candidate, start));
        }
    }

    private static async Task AgreeAsync(DemoStage stage, AccountDraft draft, CancellationToken ct)
    {
        var student = (await stage.WhoAsync(draft.Email)).Id;
        foreach (var kind in Enum.GetValues<MessageKind>())
        {
            if (await stage.Agree.GiveAsync(kind, ConsentWording.Current, Languages.Parse(draft.Language) ?? Language.Dutch, student, ct) is { } objection) throw new InvalidOperationException($"The demo: {objection}");
        }
    }

    private static async Task ImportAsync(DemoStage stage, string bundle, Actor coordinator, CancellationToken ct)
    {
        if (await stage.Import.RunAsync(bundle, coordinator, ct) is { IsRefused: true } no)
            throw new InvalidOperationException("The demo: " + ImportSentence.Of(bundle, no, Core.Writing.Language.English));
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

    [LoggerMessage(LogLevel.Warning, "An earlier start was cut off while it made the demo; the demo is made again from its beginning.")]
    private static partial void LogStartingOver(ILogger log);
}
