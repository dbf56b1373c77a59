using System.Diagnostics;
using System.Globalization;
using System.Text;
using ReviewPortal.Web.Commands;

namespace ReviewPortal.Web.Tests.Commands;

/// <summary>The portal as its own process, started the way people start it.</summary>
internal sealed record PortalProcess(int ExitCode, string Out, string Error)
{
    private static string Program => Path.Combine(AppContext.BaseDirectory, "ReviewPortal.Web.dll");

    public static Task<PortalProcess> RunAsync(DirectoryInfo? data, params string[] arguments) => RunAsync(Start(data, arguments));

    /// <param name="setting">A variable of the environment, by which a setting is given.</param>
    public static Task<PortalProcess> RunAsync(DirectoryInfo data, (string Name, string Value) setting, params string[] arguments) => RunAsync(Start(data, arguments, [setting]));

    private static async Task<PortalProcess> RunAsync(Process started)
    {
        using var process = started;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new(process.ExitCode, await output, await errors);
    }

    /// <param name="data">Null for commands that need no data folder.</param>
    public static Process Start(DirectoryInfo? data, params string[] arguments) => Start(data, arguments, []);

    /// <summary>A portal for trying out, in which the demo accounts sign in by a button.</summary>
    public static Process StartInDevelopment(DirectoryInfo data, params string[] arguments) => Start(data, arguments, [], "Development");

    /// <param name="settings">Variables of the environment, by which settings are given.</param>
    public static Process StartInDevelopment(DirectoryInfo data, (string Name, string Value)[] settings, params string[] arguments) => Start(data, arguments, settings, "Development");

    private static Process Start(DirectoryInfo? data, string[] arguments, (string Name, string Value)[] settings, string environment = "Production")
    {
        var start = new ProcessStartInfo("dotnet", [Program, .. arguments, .. data is null ? [] : new[] { "--data", data.FullName, "--environment", environment }])
        {
            UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8, StandardErrorEncoding = Encoding.UTF8,
        };
        start.Environment["LC_ALL"] = "C.UTF-8";
        start.Environment.Remove("ASPNETCORE_ENVIRONMENT");
        start.Environment.Remove("DOTNET_ENVIRONMENT");
        foreach (var (name, value) in settings) start.Environment[name] = value;
        return Process.Start(start)!;
    }

    /// <summary>The same command in this process, for what is tried many times over: a process of its own takes seconds to start.</summary>
    public static async Task<PortalProcess> HereAsync(DirectoryInfo data, params string[] arguments)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
        await using StringWriter output = new(), errors = new();
        CapturedConsole.Begin(output, errors);
        var code = await CommandLine.RunAsync([.. arguments, "--data", data.FullName, "--environment", "Production", "--applicationName", "ReviewPortal.Web"]);
        return new(code, output.ToString(), errors.ToString());
    }

    public PortalProcess Succeeded()
    {
        Assert.True(ExitCode is 0, $"Exit code {ExitCode}: {Error}");
        return this;
    }
}
