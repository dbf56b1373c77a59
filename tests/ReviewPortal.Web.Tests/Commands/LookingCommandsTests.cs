using Microsoft.EntityFrameworkCore;

namespace ReviewPortal.Web.Tests.Commands;

/// <summary>A command that only looks makes nothing, changes nothing, and says so where there is nothing to look at.</summary>
public sealed class LookingCommandsTests : IDisposable
{
    private readonly DirectoryInfo _empty = Directory.CreateTempSubdirectory("portal");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _empty.Delete(recursive: true);

    [Theory]
    [InlineData("verify")]
    [InlineData("cases", "--json")]
    [InlineData("sittings")]
    [InlineData("letter", "2026-0001", "--output", "letter.pdf")]
    public async Task Where_there_is_no_database_it_refuses_and_makes_none(params string[] arguments)
    {
        foreach (var folder in new[] { _empty, new DirectoryInfo(Path.Combine(_empty.FullName, "nowhere")) })
        {
            var refused = await PortalProcess.RunAsync(folder, arguments);
            Assert.Equal((1, ""), (refused.ExitCode, refused.Out));
            Assert.StartsWith("There is no database", refused.Error, StringComparison.Ordinal);
        }

        Assert.Empty(_empty.EnumerateFileSystemInfos());
    }

    [Theory]
    [InlineData("verify")]
    [InlineData("cases")]
    public async Task A_database_of_an_older_version_is_left_as_it_is(string command)
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        await Sql.RunAsync(portal.DatabaseFile, "DELETE FROM __EFMigrationsHistory");
        var before = await portal.DumpAsync();

        var refused = await PortalProcess.RunAsync(portal.Folder, command);

        Assert.Equal((1, ""), (refused.ExitCode, refused.Out));
        Assert.Contains("older version", refused.Error, StringComparison.Ordinal);
        Assert.Equal(before, await portal.DumpAsync());
    }

    [Fact]
    public async Task What_is_no_database_is_refused_with_a_sentence()
    {
        await File.WriteAllTextAsync(Path.Combine(_empty.FullName, "portal.db"), new string('x', 5000), Ct);
        var refused = await PortalProcess.RunAsync(_empty, "verify");
        Assert.Equal((1, ""), (refused.ExitCode, refused.Out));
        Assert.Matches("The database .* cannot be read", refused.Error);
        Assert.DoesNotContain("   at ", refused.Error, StringComparison.Ordinal);
    }

    /// <summary>The files as they lie there while the portal has them open are what a crash leaves.</summary>
    [Fact]
    public async Task After_a_crash_it_reads_what_was_acknowledged_and_writes_nothing()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.CoSigned);
        await using var _ = portal;
        await ACase.DoneAsync(@case.PublishAsync());
        await using var crashed = APortal.CopyOf(portal.Folder, portal.Clock.GetUtcNow());
        var before = await File.ReadAllBytesAsync(crashed.DatabaseFile, Ct);

        (await PortalProcess.RunAsync(crashed.Folder, "verify")).Succeeded();

        Assert.Contains("notified", (await PortalProcess.RunAsync(crashed.Folder, "cases", "--json")).Succeeded().Out, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(crashed.DatabaseFile, Ct));
    }

    [Fact]
    public async Task Where_the_vault_is_gone_verify_says_which_recordings_are_missing_and_makes_no_empty_one()
    {
        var (portal, _) = await Stages.AtAsync(Stage.Imported);
        await using var closing = portal;
        Directory.Delete(portal.VaultFolder, recursive: true);
        var broken = await PortalProcess.RunAsync(portal.Folder, "verify");
        Assert.Equal(1, broken.ExitCode);
        Assert.Contains("(webcam.webm) is missing", broken.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(portal.VaultFolder));
    }

    [Fact]
    public async Task The_letter_is_written_although_whoever_signed_it_has_left()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Notified);
        await using var _ = portal;
        var signer = (await @case.DecisionAsync()).SignedBy!.Value.Value;
        await portal.Dbs.ChangeAsync(db => db.Users.Where(user => user.Id == signer).ExecuteUpdateAsync(set => set.SetProperty(user => user.Disabled, true), Ct), Ct);
        var file = Path.Combine(portal.Folder.FullName, "letter.pdf");
        (await PortalProcess.RunAsync(portal.Folder, "letter", "2026-0001", "--language", "en", "--output", file)).Succeeded();
        Assert.True(File.Exists(file));
    }
}
