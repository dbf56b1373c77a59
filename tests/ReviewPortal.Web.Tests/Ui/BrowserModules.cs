using System.Diagnostics;
using System.Text.Json;
using ReviewPortal.Core.Tests;

namespace ReviewPortal.Web.Tests.Ui;

/// <summary>Runs scripts of the browser outside it, in node.</summary>
internal static class BrowserModules
{
    private static CancellationToken Ct => Xunit.TestContext.Current.CancellationToken;

    /// <summary>What the last of these files, of the tree, tells in JSON when it is run with these arguments.</summary>
    public static async Task<JsonDocument> ToldAsync(string[] files, params string[] arguments)
    {
        var folder = Directory.CreateTempSubdirectory("modules");
        try
        {
            // Beside each other and called modules, as the browser has them.
            foreach (var file in files) File.Copy(Path.Combine(Repository.Root, file), Path.Combine(folder.FullName, Path.GetFileName(file)));
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "package.json"), """{ "type": "module" }""", Ct);
            using var node = Start([Path.Combine(folder.FullName, Path.GetFileName(files[^1])), .. arguments]);
            var (output, errors) = (node.StandardOutput.ReadToEndAsync(Ct), node.StandardError.ReadToEndAsync(Ct));
            await node.WaitForExitAsync(Ct);
            Assert.True(node.ExitCode is 0, await errors);
            return JsonDocument.Parse(await output);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Process Start(string[] arguments)
    {
        try
        {
            return Process.Start(new ProcessStartInfo("node", arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            const string reason = "node is not installed (Debian: nodejs)";
            if (Environment.GetEnvironmentVariable("REQUIRE_TOOLS") is "1") Assert.Fail(reason);
            Assert.Skip(reason);
            throw;
        }
    }
}
