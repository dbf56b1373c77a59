using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Web.Access;
using ReviewPortal.Web.Demo;

namespace ReviewPortal.Web.Commands;

/// <summary>The command line: without a command it serves. Refusals go to the error stream with exit code 1, wrong usage exits 2.</summary>
internal static class CommandLine
{
    public const int Refused = 1;
    private const int WrongUsage = 2;

    // What the web host itself understands, named here so that a mistyped command is not taken for a setting.
    private static readonly string[] HostSettings = ["--urls", "--environment", "--contentRoot", "--applicationName"];

    private static readonly Option<string> Data = new("--data") { Description = "The folder of database, vault and keys", DefaultValueFactory = _ => "data", Recursive = true };

    public static async Task<int> RunAsync(string[] args)
    {
        var host = HostSettings.Select(name => new Option<string?>(name) { Recursive = true, Hidden = name is not "--urls" }).ToArray();
        var root = new RootCommand("ReviewPortal: from the recording of an online test to a careful decision. Without a command it serves the portal.") { Data };
        foreach (var setting in host) root.Options.Add(setting);

        root.SetAction((parsed, ct) => ServeAsync(Options(parsed, host), ct));
        var parsed = root.Parse(args);
        if (parsed.Errors.Count is 0) return await parsed.InvokeAsync();

        foreach (var error in parsed.Errors) await Console.Error.WriteLineAsync(error.Message);
        return WrongUsage;
    }

    private static PortalOptions Options(ParseResult parsed, IEnumerable<Option<string?>> host) => new(
        parsed.GetValue(Data)!,
        [.. host.Select(setting => (setting.Name, Value: parsed.GetValue(setting))).Where(pair => pair.Value is not null).Select(pair => $"{pair.Name}={pair.Value}")]);

    private static async Task<int> ServeAsync(PortalOptions options, CancellationToken ct)
    {
        await using var app = Portal.Build(options);
        await PrepareAsync(app.Services, ct);
        if (app.Environment.IsDevelopment()) await app.Services.GetRequiredService<DemoPortal>().PrepareAsync(ct);
        await app.RunAsync();
        return 0;
    }

    private static async Task PrepareAsync(IServiceProvider services, CancellationToken ct)
    {
        await services.GetRequiredService<Migrator>().MigrateAsync(ct);
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<Accounts>().EnsureRolesAsync();
    }
}
