using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Letters;
using ReviewPortal.Infrastructure.Audit;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Web.Tests.Commands;

/// <summary>A start that is killed while it brings an older file to this version: the file is the old one or the new one, and the next start goes well.</summary>
public sealed class KilledMigrationTests
{
    private static readonly string[] Newer = ["ExternalIds", "Suppliers", "ProcessingAgreements", "RetentionCoverages", "SittingFigures", "DeliveryReports", "DeliveryConsents", "Notifications", "MailTries", "MailReports", "ReportsSetAside", "Receipts", "Bounces", "Outages", "HouseTexts", "Attachments", "Corrections", "DecisionVersions", "FacilityRequests", "Objections", "ReportDisclosures", "Representatives"];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Killed_at_any_moment_of_a_migration_the_next_start_goes_well_and_nothing_is_lost()
    {
        var (portal, _) = await Stages.AtAsync(Stage.FraudNotified);
        await using var closing = portal;
        var things = await NewerThings.TakeOutAsync(portal);
        var newer = Words(await portal.DumpAsync());
        await Older.ToSchemaOfAsync(portal, "AppealsSessionsAndHolds");
        var older = Words(await portal.DumpAsync());

        var killed = 0;
        foreach (var moment in (int[])[0, 30, 80, 150, 250, 400])
        {
            using var start = PortalProcess.Start(portal.Folder, "import", "/nowhere");
            while (!start.HasExited && !File.Exists(portal.DatabaseFile + ".migrating")) await Task.Delay(1, Ct);
            await Task.Delay(moment, Ct);
            if (!start.HasExited) killed++;
            start.Kill(entireProcessTree: true);
            await start.WaitForExitAsync(Ct);
            Assert.Contains(Words(await portal.DumpAsync()), new[] { older, newer });
        }

        Assert.True(killed > 0);
        await portal.Get<Migrator>().MigrateAsync(Ct);
        Assert.Equal(newer, Words(await portal.DumpAsync()));
        await things.PutBackAsync();
        Assert.Empty(await NewerThings.DamageAsync(portal));
        Assert.Equal("ok", await Sql.AskAsync(portal.DatabaseFile, "PRAGMA integrity_check"));
        Assert.False(File.Exists(portal.DatabaseFile + ".migrating"));
    }

    [Fact]
    public async Task A_disk_that_is_full_is_told_in_one_sentence_and_the_old_file_stays()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "the limit on the size of a file is set by a shell");
        var (portal, _) = await Stages.AtAsync(Stage.AppealReopened);
        await using var closing = portal;
        await Older.ToSchemaOfAsync(portal, "AppealsSessionsAndHolds");
        var older = await portal.DumpAsync();

        // No file may grow beyond 200 kB: the copy cannot be made.
        var program = Path.Combine(AppContext.BaseDirectory, "ReviewPortal.Web.dll");
        var (exit, said) = Tool.Run("bash", "-c", $"trap '' XFSZ; ulimit -f 200; DOTNET_EnableWriteXorExecute=0 LC_ALL=C.UTF-8 exec dotnet '{program}' import /nowhere --data '{portal.Folder.FullName}' --environment Production");

        Assert.Equal(1, exit);
        Assert.Contains("portal.db could not be brought to this version and is as it was", said, StringComparison.Ordinal);
        Assert.Single(said.Trim().Split('\n'));
        Assert.Equal(older, await portal.DumpAsync());
        Assert.False(File.Exists(portal.DatabaseFile + ".migrating"));
    }

    // The history of migrations apart, and what there was no table for: what was kept.
    private static string Words(string dump) => string.Join('\n', dump.Split("== ").Select(table => table.Split('\n')).Where(table => !Newer.Contains(table[0].Trim()))
        .SelectMany(table => table[1..]).Where(line => !line.Contains("2026112", StringComparison.Ordinal)));
}
