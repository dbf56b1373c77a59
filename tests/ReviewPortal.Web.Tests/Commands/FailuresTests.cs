using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Web.Commands;

namespace ReviewPortal.Web.Tests.Commands;

/// <summary>What goes wrong around a command is told in one sentence on the error stream; scripts see it from the exit code.</summary>
public sealed class FailuresTests
{
    [Theory]
    [InlineData("cases", "--data", "")]
    [InlineData("cases", "--data", "/dev/null")]
    [InlineData("letter", "2026-0001", "--output", "")]
    [InlineData("term", "appeal", "--published", "9999-12-31")]
    [InlineData("term", "appeal", "--published", "0001-01-01")]
    public async Task What_cannot_be_meant_is_wrong_usage(params string[] arguments) => TellsOneSentence(2, await PortalProcess.RunAsync(null, arguments));

    [Theory]
    [InlineData("nowhere/letter.pdf")]
    [InlineData(".")]
    public async Task A_letter_that_cannot_be_written_there(string output)
    {
        var (portal, _) = await Stages.AtAsync(Stage.Notified);
        await using var closing = portal;
        TellsOneSentence(1, await PortalProcess.RunAsync(portal.Folder, "letter", "2026-0001", "--output", Path.Combine(portal.Folder.FullName, output)));
    }

    [Theory]
    [InlineData("cases")]
    [InlineData("verify")]
    [InlineData("import", "/nowhere")]
    [InlineData("administrator", "els@uni.example", "--name", "Els")]
    public async Task A_database_that_is_none(params string[] arguments)
    {
        var folder = Directory.CreateTempSubdirectory("garbage");
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "portal.db"), new string('x', 5000), TestContext.Current.CancellationToken);
            TellsOneSentence(1, await PortalProcess.RunAsync(folder, arguments));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData(">/dev/full")]
    [InlineData(">&-")]
    public void Output_that_cannot_be_written(string where)
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "only Linux has a device that is always full");
        var (exit, said) = Tool.Run("sh", "-c", $"exec dotnet '{Path.Combine(AppContext.BaseDirectory, "ReviewPortal.Web.dll")}' lifecycle {where}");
        TellsOneSentence(1, new PortalProcess(exit, "", said));
    }

    [Fact]
    public void A_full_disk_is_named_however_deep_it_was_found()
    {
        Assert.Contains("disk is full", Failures.Sentence(new DbUpdateException("Saving failed", new SqliteException("database or disk is full", 13))), StringComparison.Ordinal);
        Assert.Contains("disk I/O error", Failures.Sentence(new SqliteException("disk I/O error", 10)), StringComparison.Ordinal);
        Assert.Contains("No space left", Failures.Sentence(new IOException("No space left on device")), StringComparison.Ordinal);
        Assert.Null(Failures.Sentence(new InvalidOperationException("nobody thought of this")));
    }

    [Fact]
    public async Task What_nobody_foresaw_is_a_refusal_too_and_its_trace_is_kept_in_a_file()
    {
        Assert.Equal(1, await Failures.ToldAsync(() => throw new InvalidOperationException("nobody thought of this")));

        var file = Path.Combine(Path.GetTempPath(), $"reviewportal-{Environment.ProcessId}.log");
        Assert.Contains("nobody thought of this", await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        File.Delete(file);
    }

    private static void TellsOneSentence(int exitCode, PortalProcess said)
    {
        Assert.Equal((exitCode, ""), (said.ExitCode, said.Out));
        Assert.Single(said.Error.Trim().Split('\n'));
        Assert.DoesNotContain("Unhandled", said.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", said.Error, StringComparison.Ordinal);
    }
}
