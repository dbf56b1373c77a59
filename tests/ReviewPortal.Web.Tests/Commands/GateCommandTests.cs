using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Tests;
using ReviewPortal.Core.Retention;

namespace ReviewPortal.Web.Tests.Commands;

/// <summary>Agreements and retention rules from the command line; in Development the samples come in without either being typed.</summary>
public sealed class GateCommandTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_delivery_is_refused_until_two_commands_have_registered_what_is_missing_and_then_comes_in_by_itself()
    {
        await using var portal = await APortal.WithoutAgreementsAsync();
        using var bundle = ADelivery.Of();
        var folder = bundle.AsFolder();
        var refused = await PortalProcess.RunAsync(portal.Folder, "import", folder);
        Assert.Equal((1, ""), (refused.ExitCode, refused.Out));
        Assert.Contains("No processing agreement is in force with supplier “Opnemer”", refused.Error, StringComparison.Ordinal);
        Assert.Contains("No retention rule applies to exam INFOB1PICA-2026-T1", refused.Error, StringComparison.Ordinal);

        var agreed = (await PortalProcess.RunAsync(portal.Folder, "agreement", "Opnemer", "--from", "2026-01-01", "--reference", "VWO-1")).Succeeded();
        Assert.Equal("Registered: processing agreement VWO-1 with “Opnemer”.", agreed.Out.Trim());
        var ruled = (await PortalProcess.RunAsync(portal.Folder, "retention-rule", "--faculty", "Bètawetenschappen", "--from", "2026-01-01", "--basis", "Besluit 12")).Succeeded();

        Assert.Contains("Registered: retention rule for the faculty Bètawetenschappen.", ruled.Out, StringComparison.Ordinal);
        Assert.Contains("delivery: taken in as case 2026-0001", ruled.Out, StringComparison.Ordinal);
        Assert.Empty(portal.InQuarantine());
        (await PortalProcess.RunAsync(portal.Folder, "verify")).Succeeded();
        var (scope, by) = await portal.ReadAsync(async db => await db.RetentionCoverages.Select(row => new ValueTuple<CoverageScope, string>(row.Scope, row.RegisteredByName)).SingleAsync(Ct));
        Assert.Equal((CoverageScope.Faculty, "opdrachtregel"), (scope, by));
    }

    [Theory]
    [InlineData(2, "agreement", "Opnemer", "--from", "2026-01-01")]
    [InlineData(2, "agreement", "Opnemer", "--reference", "VWO-1")]
    [InlineData(2, "agreement", "Opnemer", "--from", "1 januari", "--reference", "VWO-1")]
    [InlineData(1, "agreement", "Opnemer", "--from", "2026-01-02", "--until", "2026-01-01", "--reference", "VWO-1")]
    [InlineData(1, "agreement", " ", "--from", "2026-01-02", "--reference", "VWO-1")]
    [InlineData(2, "retention-rule", "--from", "2026-01-01", "--basis", "x")]
    [InlineData(2, "retention-rule", "--faculty", "a", "--exam", "b", "--from", "2026-01-01", "--basis", "x")]
    [InlineData(1, "retention-rule", "--exam", " ", "--from", "2026-01-01", "--basis", "x")]
    public async Task What_is_wrong_is_said_on_the_error_stream(int exitCode, params string[] arguments)
    {
        await using var portal = await APortal.WithoutAgreementsAsync();
        var wrong = await PortalProcess.RunAsync(portal.Folder, arguments);
        Assert.Equal((exitCode, ""), (wrong.ExitCode, wrong.Out));
        Assert.NotEmpty(wrong.Error.Trim());
        Assert.Equal((0, 0), await portal.ReadAsync(async db => (await db.Suppliers.CountAsync(Ct), await db.RetentionCoverages.CountAsync(Ct))));
    }

    [Fact]
    public async Task In_development_a_sample_comes_in_on_an_empty_folder_and_what_was_changed_stays_changed()
    {
        await using var portal = APortal.InAnEmptyFolder();
        var samples = Directory.GetDirectories(Path.Combine(Repository.Root, "samples", "sittings")).Order(StringComparer.Ordinal).ToArray();
        var first = (await PortalProcess.RunAsync(null, "import", samples[0], "--data", portal.Folder.FullName, "--environment", "Development")).Succeeded();
        Assert.Contains("taken in as case", first.Out, StringComparison.Ordinal);
        Assert.True(await portal.ReadAsync(db => db.ProcessingAgreements.CountAsync(Ct)) > 7);

        await Sql.RunAsync(portal.DatabaseFile, "UPDATE ProcessingAgreements SET Until = '2021-01-01'");
        var second = await PortalProcess.RunAsync(null, "import", samples[1], "--data", portal.Folder.FullName, "--environment", "Development");
        Assert.Equal(1, second.ExitCode);
        Assert.Contains("No processing agreement", second.Error, StringComparison.Ordinal);
    }
}
