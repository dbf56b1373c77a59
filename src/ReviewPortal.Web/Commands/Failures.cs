using Microsoft.Data.Sqlite;
using ReviewPortal.Infrastructure.Pdf;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Web.Commands;

/// <summary>Says in one sentence what made a command fail: a disk that is full, a folder that is not there, a database that is none.</summary>
internal static class Failures
{
    public static async Task<int> ToldAsync(Func<Task<int>> command)
    {
        try
        {
            return await command();
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            await TellAsync(Sentence(failure) ?? CommandTexts.Of("Failure.Unforeseen", failure.GetType().Name, KeepTrace(failure)));
            return CommandLine.Refused;
        }
    }

    /// <returns>Null for what nobody foresaw.</returns>
    public static string? Sentence(Exception failure) => failure switch
    {
        MigrationFailedException migration => CommandTexts.Of("Failure.Migration", migration.File, migration.Message),
        SqliteException database => CommandTexts.Of("Failure.Database", database.Message),
        SettingException setting => setting.Message,
        UnfitSettingException unfit => CommandTexts.Of($"Setting.{unfit.Reason}", unfit.Value),
        IOException or UnauthorizedAccessException => CommandTexts.Of("Failure.File", failure.Message),
        { InnerException: { } inner } => Sentence(inner),
        _ => null,
    };

    // The whole story is for whoever mends the portal. It may tell of people, so only its owner can read it.
    private static string KeepTrace(Exception failure)
    {
        var file = Path.Combine(Path.GetTempPath(), $"reviewportal-{Environment.ProcessId}.log");
        try
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            using var writer = new StreamWriter(file, options);
            writer.WriteLine(failure);
            return file;
        }
        catch (Exception full) when (full is IOException or UnauthorizedAccessException)
        {
            return failure.Message;
        }
    }

    private static async Task TellAsync(string sentence)
    {
        try
        {
            await Console.Error.WriteLineAsync(sentence);
        }
        catch (IOException)
        {
            // Nobody is listening on the error stream either; the exit code still says no.
        }
    }
}
