using System.CommandLine;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Infrastructure.Accounts;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Infrastructure.Vault;
using ReviewPortal.Web.Demo;
using ReviewPortal.Web.Features.Letters;
using ReviewPortal.Web.Features.Recordings;

namespace ReviewPortal.Web.Commands;

/// <summary>The command line: without a command it serves. Refusals go to the error stream with exit code 1, wrong usage exits 2.</summary>
internal static class CommandLine
{
    public const int Ok = 0;
    public const int Refused = 1;
    private const int WrongUsage = 2;

    /// <summary>On the command line there is no account; the timeline and the audit log say so.</summary>
    public static readonly Actor Operator = new(new PersonId(Guid.Empty), "opdrachtregel", "", [Role.Administrator]);

    // What the web host itself understands, named here so that a mistyped command is not taken for a setting.
    private static readonly string[] HostSettings = ["--urls", "--environment", "--contentRoot", "--applicationName"];

    public static async Task<int> RunAsync(string[] args)
    {
        var data = new Option<string>("--data") { Description = "The folder of database, vault and keys", DefaultValueFactory = _ => "data", Recursive = true };
        data.Validators.Add(result =>
        {
            var folder = result.GetValueOrDefault<string>();
            if (string.IsNullOrWhiteSpace(folder) || File.Exists(folder)) result.AddError(CommandTexts.Of("Data.NoFolder", folder));
        });
        var host = HostSettings.Select(name => new Option<string?>(name) { Recursive = true, Hidden = name is not "--urls" }).ToArray();
        var root = new RootCommand("ReviewPortal: from the recording of an online test to a careful decision. Without a command it serves the portal.") { data };
        foreach (var setting in host) root.Options.Add(setting);

        PortalOptions Options(ParseResult parsed) => new(
            parsed.GetValue(data)!,
            [.. host.Select(setting => (setting.Name, Value: parsed.GetValue(setting))).Where(pair => pair.Value is not null).Select(pair => $"{pair.Name}={pair.Value}")]);

        root.SetAction((parsed, ct) => ServeAsync(Options(parsed), ct));
        foreach (var command in PortalCommands.All(Options)) root.Subcommands.Add(command);

        var parsed = root.Parse(args);
        // The web host listens for the end of the process itself; two listeners would trip over each other.
        if (parsed.Errors.Count is 0) return await Failures.ToldAsync(() => parsed.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null, EnableDefaultExceptionHandler = false }));

        foreach (var error in parsed.Errors) await Console.Error.WriteLineAsync(error.Message);
        return WrongUsage;
    }

    /// <summary>Builds the portal without serving it, brings its database up to date, and hands it to a command.</summary>
    public static async Task<int> WithPortalAsync(PortalOptions options, Func<IServiceProvider, Task<int>> run, CancellationToken ct)
    {
        await using var app = Portal.Build(options with { IsCommand = true });
        await app.Services.GetRequiredService<Migrator>().MigrateAsync(ct);
        if (app.Services.GetService<DemoSuppliers>() is { } suppliers) await suppliers.PrepareAsync(ct);
        await app.Services.GetRequiredService<RecordingVault>().SealEarlierAsync(ct);
        return await run(app.Services);
    }

    /// <summary>Hands the portal to a command that only looks; refused where there is no database, or one of an older version.</summary>
    public static async Task<int> LookingAsync(PortalOptions options, Func<IServiceProvider, Task<int>> run, CancellationToken ct)
    {
        var file = new DataFolder(options.Data).Database;
        if (!File.Exists(file)) return await RefuseAsync("Data.NoDatabase", file);

        await using var app = Portal.Build(options with { IsCommand = true, OnlyReads = true });
        try
        {
            await using (var db = await app.Services.GetRequiredService<PortalDbs>().LookAsync(ct))
            {
                if ((await db.Database.GetPendingMigrationsAsync(ct)).Any()) return await RefuseAsync("Data.Older", file);
            }

            return await run(app.Services);
        }
        catch (SqliteException unreadable)
        {
            return await RefuseAsync("Data.Unreadable", file, unreadable.Message);
        }
    }

    private static async Task<int> RefuseAsync(string key, params object?[] fill)
    {
        await Console.Error.WriteLineAsync(CommandTexts.Of(key, fill));
        return Refused;
    }

    private static async Task<int> ServeAsync(PortalOptions options, CancellationToken ct)
    {
        await using var app = Portal.Build(options);
        var demo = app.Services.GetService<DemoPortal>();
        demo?.ClearUnfinished();
        await app.Services.GetRequiredService<Migrator>().MigrateAsync(ct);
        await SweepAsync(app.Services, ct);
        if (demo is not null) await demo.PrepareAsync(ct);
        // Building the model takes as long as starting the web server: side by side, or the first visitor would wait for it.
        var firstQuestions = Task.Run(() => AskFirstAsync(app.Services, ct), ct);
        await app.StartAsync(ct);
        await firstQuestions;
        await app.Services.GetRequiredService<TellOfTheLetters>().TellAsync(ct);
        await app.Services.GetRequiredService<Manifest>().CheckAsync(ct);
        await app.WaitForShutdownAsync(ct);
        return Ok;
    }

    private static async Task AskFirstAsync(IServiceProvider services, CancellationToken ct)
    {
        if (services.GetService<DemoSuppliers>() is { } suppliers) await suppliers.PrepareAsync(ct);
        await using var db = await services.GetRequiredService<PortalDbs>().LookAsync(ct);
        await db.PersonsAsync(user => user.IsDemo, ct);
    }

    // What a killed import left behind is finished or removed before anybody looks, and what a backup brought back is gone.
    private static async Task SweepAsync(IServiceProvider services, CancellationToken ct)
    {
        var vault = services.GetRequiredService<RecordingVault>();
        await vault.DestroyAgainAsync(ct);
        await vault.SweepAsync(() => services.GetRequiredService<Manifest>().CommittedAsync(ct));
        await vault.SealEarlierAsync(ct);
    }
}
