using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using ReviewPortal.Web.Features.Recordings;
using ReviewPortal.Web.Tests.Import;
using ReviewPortal.Web.Tests.Import.Suppliers;

namespace ReviewPortal.Web.Tests.Features.Recordings;

/// <summary>What lies in the watched folder comes in when it is finished, and is moved away with a report beside it.</summary>
public sealed class WatchedFolderTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("watched");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_folder_a_zip_and_a_file_come_in_once_they_have_been_quiet_and_go_to_done_with_a_report()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        using var one = ADelivery.Of();
        using var two = ADelivery.Of("C-2", "0412702");
        Move(one.AsFolder(), "bundel");
        File.Move(two.AsZip(), At("bundel.zip"));
        await File.WriteAllTextAsync(At("edx.json"), SupplierFiles.Edx, Ct);
        var folder = Folder(portal);

        Assert.Equal(0, await folder.LookAsync(Ct));
        portal.Clock.Advance(TimeSpan.FromSeconds(29));
        Assert.Equal(0, await folder.LookAsync(Ct));
        portal.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(3, await folder.LookAsync(Ct));

        Assert.Equal(2, await portal.ReadAsync(db => db.Sittings.CountAsync(Ct)));
        Assert.Equal(["done/bundel", "done/bundel.report.txt", "done/bundel.zip", "done/bundel.zip.report.txt", "done/edx.json", "done/edx.json.report.txt"], There());
        var report = await File.ReadAllTextAsync(At("done/bundel.report.txt"), Ct);
        Assert.Contains("ingelezen als zaak 2026-0001", report, StringComparison.Ordinal);
        Assert.Contains("taken in as case 2026-0001", report, StringComparison.Ordinal);
        Assert.All(await portal.ReadAsync(db => db.CaseEvents.Select(item => item.ByName).ToListAsync(Ct)), by => Assert.Equal("leveringsmap", by));
        Assert.Equal(0, await folder.LookAsync(Ct));
    }

    [Fact]
    public async Task What_is_still_being_written_is_left_alone_until_it_has_been_quiet()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        using var bundle = ADelivery.Of();
        Move(bundle.AsFolder(), "bundel");
        var video = await File.ReadAllBytesAsync(At("bundel/webcam.webm"), Ct);
        var folder = Folder(portal);
        for (var part = 1; part <= 4; part++)
        {
            await File.WriteAllBytesAsync(At("bundel/webcam.webm"), video[..(video.Length * part / 4)], Ct);
            Assert.Equal(0, await folder.LookAsync(Ct));
            portal.Clock.Advance(TimeSpan.FromSeconds(25));
        }

        portal.Clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(1, await folder.LookAsync(Ct));
        Assert.Contains("done/bundel", There());
    }

    [Theory]
    [InlineData("bundel.zip.part")]
    [InlineData("bundel.zip.filepart")]
    public async Task A_file_that_loses_the_name_of_an_unfinished_one_is_whole_at_once(string unfinished)
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        using var bundle = ADelivery.Of();
        File.Move(bundle.AsZip(), At(unfinished));
        var folder = Folder(portal);
        Assert.Equal(0, await folder.LookAsync(Ct));
        portal.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(0, await folder.LookAsync(Ct));
        File.Move(At(unfinished), At("bundel.zip"));
        Assert.Equal(1, await folder.LookAsync(Ct));
        Assert.Equal(["done/bundel.zip", "done/bundel.zip.report.txt"], There());
    }

    [Fact]
    public async Task What_is_refused_goes_to_refused_and_says_why_and_a_second_of_the_same_name_has_a_number()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        for (var time = 0; time < 2; time++)
        {
            await File.WriteAllTextAsync(At("kapot.zip"), "PK\u0003\u0004 and no archive", Ct);
            Assert.Equal(1, await QuietAsync(portal));
        }

        Assert.Equal(["refused/kapot.zip", "refused/kapot.zip-2", "refused/kapot.zip-2.report.txt", "refused/kapot.zip.report.txt"], There());
        Assert.Contains("kapot.zip: geweigerd.", await File.ReadAllTextAsync(At("refused/kapot.zip.report.txt"), Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_is_never_followed()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        using var bundle = ADelivery.Of();
        var elsewhere = bundle.AsFolder();
        Directory.CreateSymbolicLink(At("map"), elsewhere);
        File.CreateSymbolicLink(At("weg.zip"), Path.Combine(elsewhere, "nergens.zip"));
        Directory.CreateDirectory(At("binnen"));
        File.Copy(Path.Combine(elsewhere, "manifest.json"), At("binnen/manifest.json"));
        foreach (var file in bundle.Files.Keys) File.CreateSymbolicLink(At($"binnen/{file}"), Path.Combine(elsewhere, file));

        Assert.Equal(3, await QuietAsync(portal));

        Assert.Equal(0, await portal.ReadAsync(db => db.Sittings.CountAsync(Ct)));
        Assert.True(File.Exists(Path.Combine(elsewhere, "manifest.json")));
        Assert.Contains("nooit gevolgd", await File.ReadAllTextAsync(At("refused/map.report.txt"), Ct), StringComparison.Ordinal);
        Assert.Contains("geweigerd", await File.ReadAllTextAsync(At("refused/weg.zip.report.txt"), Ct), StringComparison.Ordinal);
        Assert.Contains("geweigerd", await File.ReadAllTextAsync(At("refused/binnen.report.txt"), Ct), StringComparison.Ordinal);
    }

    /// <summary>Whoever opens a pipe waits for the other end, for ever.</summary>
    [Fact]
    public async Task A_pipe_is_refused_and_nothing_waits_for_it()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no named pipes in folders here");
        await using var portal = await APortal.WithDemoPeopleAsync();
        using (var made = System.Diagnostics.Process.Start("mkfifo", [At("pijp.zip")])) await made.WaitForExitAsync(Ct);
        using var bundle = ADelivery.Of();
        Move(bundle.AsFolder(), "z");
        Assert.Equal(2, await QuietAsync(portal).WaitAsync(TimeSpan.FromSeconds(30), Ct));
        Assert.Equal(["done/z", "done/z.report.txt", "refused/pijp.zip", "refused/pijp.zip.report.txt"], There());
    }

    [Fact]
    public async Task A_name_as_long_as_the_disk_allows_has_a_report_and_is_deleted_with_it()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        await File.WriteAllTextAsync(At(new string('x', 250) + ".csv"), "no delivery", Ct);
        Assert.Equal(1, await QuietAsync(portal));
        var (delivery, report) = (There()[0], There()[1]);
        Assert.Equal((delivery + ".report.txt", ".csv"), (report, Path.GetExtension(delivery)));
        File.SetLastWriteTimeUtc(At(report), portal.Clock.GetUtcNow().UtcDateTime.AddDays(-8));
        await Folder(portal).LookAsync(Ct);
        Assert.Empty(There());
    }

    [Fact]
    public async Task What_went_to_quarantine_does_not_lie_open_beside_it()
    {
        await using var portal = await APortal.WithoutAgreementsAsync();
        using var bundle = ADelivery.Of();
        Move(bundle.AsFolder(), "bundel");
        Assert.Equal(1, await QuietAsync(portal));
        Assert.Equal(["refused/bundel.report.txt"], There());
        Assert.Contains("verwerkersovereenkomst", await File.ReadAllTextAsync(At("refused/bundel.report.txt"), Ct), StringComparison.Ordinal);
        Assert.Single(portal.InQuarantine());
    }

    [Fact]
    public async Task Killed_between_taking_in_and_moving_the_next_start_moves_it_and_changes_nothing()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        using var bundle = ADelivery.Of();
        await portal.DeliverAsync(bundle.AsFolder());
        Move(bundle.AsFolder(), "bundel");
        var before = await portal.DumpAsync();
        Assert.Equal(1, await QuietAsync(portal));
        Assert.Equal(before, await portal.DumpAsync());
        Assert.Equal(["done/bundel", "done/bundel.report.txt"], There());
        Assert.Contains("was er al", await File.ReadAllTextAsync(At("done/bundel.report.txt"), Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_dealt_with_is_deleted_after_its_days_with_its_report()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        using var bundle = ADelivery.Of();
        Move(bundle.AsFolder(), "bundel");
        await QuietAsync(portal);
        File.SetLastWriteTimeUtc(At("done/bundel.report.txt"), portal.Clock.GetUtcNow().UtcDateTime.AddDays(-6.9));
        await Folder(portal).LookAsync(Ct);
        Assert.Equal(2, There().Length);
        portal.Clock.Advance(TimeSpan.FromHours(3));
        await Folder(portal).LookAsync(Ct);
        Assert.Empty(There());
    }

    [Fact]
    public async Task The_program_looks_by_itself_where_the_setting_says()
    {
        await using var portal = await APortal.WithDemoPeopleAsync("Development", $"--Deliveries:Folder={_folder.FullName}");
        using var bundle = ADelivery.Of();
        File.Move(bundle.AsZip(), At("bundel.zip.part"));
        await portal.StartAsync();
        await Task.Delay(2500, Ct);
        File.Move(At("bundel.zip.part"), At("bundel.zip"));
        for (var tries = 0; !File.Exists(At("done/bundel.zip.report.txt")); tries++)
        {
            Assert.True(tries < 200, "It did not come in");
            await Task.Delay(100, Ct);
        }
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_no_harm()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        Assert.Equal(0, await Folder(portal, Path.Combine(_folder.FullName, "nergens")).LookAsync(Ct));
        Assert.False(Folder(portal, "").IsWatched);
    }

    private WatchedFolder Folder(APortal portal, string? path = null) => new(portal.Get<TakeIn>(), new WatchedFolderSettings(path ?? _folder.FullName, QuietSeconds: 30, KeptDays: 7), portal.Clock, NullLogger<WatchedFolder>.Instance);

    private async Task<int> QuietAsync(APortal portal)
    {
        var folder = Folder(portal);
        var dealt = await folder.LookAsync(Ct);
        portal.Clock.Advance(TimeSpan.FromSeconds(30));
        return dealt + await folder.LookAsync(Ct);
    }

    private string At(string name) => Path.Combine(_folder.FullName, name);

    private void Move(string from, string name) => Directory.Move(from, At(name));

    private string[] There() => [.. new[] { "done", "refused" }.Where(name => Directory.Exists(At(name))).SelectMany(name => Directory.EnumerateFileSystemEntries(At(name))).Select(path => Path.GetRelativePath(_folder.FullName, path)).Order(StringComparer.Ordinal)];
}
