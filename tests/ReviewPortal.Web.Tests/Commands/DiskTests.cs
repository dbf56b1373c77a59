using System.Diagnostics;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Infrastructure.Uploads;
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

    /// <summary>A file that arrived is not lost because the disk fills up while it is taken in: it waits, no attempt is counted, and with room it comes in by itself.</summary>
    [Fact]
    public async Task On_a_disk_that_is_full_what_was_sent_in_waits_until_there_is_room()
    {
        await using var portal = await APortal.WithDemoPeopleAsync("Development", "--Uploads:KeepFree=0");
        using var bundle = LongDelivery(24 * Megabyte, squeezable: true);
        var file = await File.ReadAllBytesAsync(bundle.AsZip(), Ct);
        Assert.InRange(file.Length, 1, 4 * Megabyte); // So small that it seems to fit.
        var id = await ArrivedAsync(portal, file);
        var aside = Directory.CreateTempSubdirectory("aside");
        var (log, here) = (Path.Combine(aside.FullName, "log"), $"uploads/{id}");
        var room = portal.Folder.EnumerateFiles("*", SearchOption.AllDirectories).Sum(item => item.Length) + 64 * Megabyte;

        var (served, _) = InACage(
            ["--size", $"{room}", "--tmpfs", "/mnt"], portal.Folder,
            $"cp -a '{portal.Folder.FullName}/.' /mnt/; cd /mnt; head -c {48 * Megabyte} /dev/zero > filler; "
            + $"Uploads__KeepFree=0 Uploads__LookForRoom=00:00:01 dotnet '{Path.Combine(AppContext.BaseDirectory, "ReviewPortal.Web.dll")}' --data /mnt --environment Development --urls http://127.0.0.1:0 > '{log}' 2>&1 & program=$!; "
            + $"for look in $(seq 600); do grep -q 'The disk is full' '{log}' && break; sleep 0.1; done; sleep 4; "
            + $"[ -d {here} ] && echo waits; rm filler; "
            + $"for look in $(seq 600); do [ -d {here} ] || break; sleep 0.1; done; kill $program; wait $program; mkdir '{aside.FullName}/data'; cp -a . '{aside.FullName}/data/'",
            "true");

        var told = await File.ReadAllTextAsync(log, Ct);
        Assert.Contains("waits", served, StringComparison.Ordinal);
        Assert.Contains("The disk is full", told, StringComparison.Ordinal);
        Assert.Contains("No space left", told, StringComparison.OrdinalIgnoreCase);
        await using var after = APortal.On(new DirectoryInfo(Path.Combine(aside.FullName, "data")));
        var upload = await after.ReadAsync(db => db.Uploads.SingleAsync(Ct));
        Assert.Equal((UploadState.TakenIn, 1), (upload.State, upload.Attempts));
        Assert.Equal(1, await after.ReadAsync(db => db.Cases.CountAsync(Ct)));
        aside.Delete(recursive: true);
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

    private static async Task<Guid> ArrivedAsync(APortal portal, byte[] file)
    {
        var now = portal.Clock.GetUtcNow();
        var upload = new Upload { Id = Guid.NewGuid(), File = "long.zip", Bytes = file.Length, Sender = new PersonId(Guid.NewGuid()), SenderName = $"{Agreements.Recorder} · test", CreatedAt = now, ExpiresAt = now.AddDays(7) };
        upload.Complete();
        await portal.Dbs.ChangeAsync(async db => { db.Add(upload); return await db.SaveChangesAsync(Ct); }, Ct);
        await portal.Get<UploadStore>().AddAsync(upload.Id, Ct);
        using var body = new MemoryStream(file);
        await portal.Get<UploadStore>().AppendAsync(upload.Id, file.Length, body, checksum: null, Ct);
        return upload.Id;
    }

    private static Import.TempBundle LongDelivery(int bytes, bool squeezable = false)
    {
        var bundle = ADelivery.Of();
        bundle.Files["webcam.webm"] = LongWebm.Of(bytes, squeezable);
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
