using System.Diagnostics;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Infrastructure.Vault;
using ReviewPortal.Web.Tests.Media;

namespace ReviewPortal.Web.Tests.Commands;

/// <summary>A disk that is full or may not be written, and a program that is killed while it seals: a sentence, and never half a recording that looks whole.</summary>
public sealed class DiskTests
{
    private const int Megabyte = 1024 * 1024;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task On_a_disk_that_is_full_an_import_says_so_and_leaves_nothing()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        using var bundle = LongDelivery(24 * Megabyte);
        var room = portal.Folder.EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length) + 10 * Megabyte;

        var (import, after) = InACage(
            ["--size", $"{room}", "--tmpfs", "/mnt"], portal.Folder,
            $"cp -a '{portal.Folder.FullName}/.' /mnt/; {Program} import '{bundle.AsFolder()}'; echo \"exit $?\"",
            $"cd /mnt; echo \"left $(find vault recording-keys -mindepth 1 -name '*-*' | wc -l)\"; {Program} verify; echo \"exit $?\"; {Program} sittings --json");

        Assert.Contains("exit 1", import, StringComparison.Ordinal);
        Assert.Contains("space", import, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("   at ", import, StringComparison.Ordinal);
        Assert.Contains("exit 0", after, StringComparison.Ordinal);
        Assert.Contains("left 0", after, StringComparison.Ordinal);
        Assert.Contains("[]", after, StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_a_disk_that_may_not_be_written_an_import_says_so()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        using var bundle = ADelivery.Of();

        var (import, _) = InACage(["--ro-bind", portal.Folder.FullName, "/mnt"], portal.Folder, $"{Program} import '{bundle.AsFolder()}'; echo \"exit $?\"", "true");

        Assert.Contains("exit 1", import, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", import, StringComparison.Ordinal);
        Assert.DoesNotContain("taken in", import, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_import_that_is_killed_again_and_again_while_it_seals_leaves_nothing_and_then_succeeds()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        using var bundle = LongDelivery(32 * Megabyte);
        var delivery = bundle.AsFolder();
        var vault = portal.Get<RecordingVault>();
        var killed = 0;
        for (var kill = 0; kill < 5; kill++)
        {
            using var import = PortalProcess.Start(portal.Folder, "import", delivery);
            var output = import.StandardOutput.ReadToEndAsync(Ct);
            while (!import.HasExited && Sealed(portal) < kill * 6 * Megabyte + 1) await Task.Delay(1, Ct);
            import.Kill(entireProcessTree: true);
            await import.WaitForExitAsync(Ct);
            if ((await output).Contains("taken in", StringComparison.Ordinal)) continue;
            killed++;
            await vault.SweepAsync(() => portal.ReadAsync(db => db.Recordings.Select(recording => recording.Id).ToHashSetAsync(Ct)));
            if (await portal.ReadAsync(db => db.Sittings.AnyAsync(Ct))) continue; // Killed between its commit and what it says of it.
            Assert.Empty(vault.All());
            Assert.Empty(portal.Get<RecordingKeys>().All());
        }

        Assert.True(killed > 0, "No import was killed");
        (await PortalProcess.RunAsync(portal.Folder, "import", delivery)).Succeeded();
        (await PortalProcess.RunAsync(portal.Folder, "verify")).Succeeded();
        Assert.Single(JsonNode.Parse((await PortalProcess.RunAsync(portal.Folder, "sittings", "--json")).Succeeded().Out)!.AsArray());
    }

    private static string Program => $"dotnet '{Path.Combine(AppContext.BaseDirectory, "ReviewPortal.Web.dll")}' --data /mnt --environment Production";

    private static Import.TempBundle LongDelivery(int bytes)
    {
        var bundle = ADelivery.Of();
        bundle.Files["webcam.webm"] = LongWebm.Of(bytes);
        bundle.Manifest["tracks"]![0] = bundle.Track("webcam", "webcam.webm", 0);
        return bundle;
    }

    private static long Sealed(APortal portal)
    {
        try
        {
            return new DirectoryInfo(Path.Combine(portal.VaultFolder, "incoming")).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length);
        }
        catch (IOException)
        {
            return 0; // Not there yet, or just gone.
        }
    }

    // Two commands in one little world, in which /mnt is the disk that is meant.
    private static (string First, string Second) InACage(string[] disk, DirectoryInfo folder, string first, string second)
    {
        const string Between = "---between---";
        var start = new ProcessStartInfo("bwrap", ["--dev-bind", "/", "/", .. disk, "--", "sh", "-c", $"exec 2>&1; {first}; echo {Between}; {second}"])
        {
            UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder.FullName,
        };
        start.Environment["LC_ALL"] = "C.UTF-8";
        try
        {
            using var cage = Process.Start(start)!;
            var output = cage.StandardOutput.ReadToEnd();
            Assert.True(output.Contains(Between, StringComparison.Ordinal), output + cage.StandardError.ReadToEnd());
            return output.Split(Between) is [var one, var other] ? (one, other) : default;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("bwrap is not installed (Debian: bubblewrap)");
            throw;
        }
    }
}
