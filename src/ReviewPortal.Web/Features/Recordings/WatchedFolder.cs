using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Writing;

namespace ReviewPortal.Web.Features.Recordings;

/// <summary>It points elsewhere, and may point somewhere else tomorrow.</summary>
public sealed record NeverALink : ImportResult;

/// <param name="Path">Null: no folder is watched.</param>
/// <param name="QuietSeconds">A delivery that did not change for so long is finished.</param>
/// <param name="KeptDays">So long what was dealt with stays in done and refused; then it is deleted.</param>
public sealed record WatchedFolderSettings(string? Path, int QuietSeconds, int KeptDays);

/// <summary>
/// A folder into which suppliers put their deliveries. One that is finished goes through the gate, and then to <c>done</c> or <c>refused</c> with a report
/// beside it. Nothing is remembered between two starts that matters: what was taken in already says so when it is tried again.
/// </summary>
internal sealed partial class WatchedFolder(TakeIn takeIn, WatchedFolderSettings settings, TimeProvider clock, ILogger<WatchedFolder> log)
{
    private const string Done = "done", Refused = "refused", Report = ".report.txt";

    // How those who copy a file name it until it is whole.
    private static readonly string[] Unfinished = [".part", ".tmp", ".filepart", ".crdownload"];

    private static readonly Actor Sender = new(new PersonId(Guid.Empty), "leveringsmap", "", [Role.Coordinator]);

    private readonly Dictionary<string, (string State, DateTimeOffset Since)> _seen = new(StringComparer.Ordinal);
    private readonly HashSet<string> _unfinished = new(StringComparer.Ordinal);

    public bool IsWatched => !Inked.IsEmpty(settings.Path);

    private string Root => Path.GetFullPath(settings.Path!);

    /// <summary>Looks once, and takes in what is finished.</summary>
    /// <returns>How many deliveries were dealt with.</returns>
    public async Task<int> LookAsync(CancellationToken ct)
    {
        if (!Directory.Exists(Root))
        {
            LogNoFolder(log, Root);
            return 0;
        }

        var dealt = 0;
        var names = Directory.EnumerateFileSystemEntries(Root).Select(path => Path.GetFileName(path)).Where(name => name is not (Done or Refused) && !name.StartsWith('.')).Order(StringComparer.Ordinal).ToArray();
        foreach (var name in names.Where(name => !IsUnfinished(name)))
        {
            try
            {
                if (!IsFinished(name)) continue;
                await DealAsync(name, ct);
                dealt++;
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                // A full disk, a file that went away or changed: tried again when it has been quiet once more.
                _seen.Remove(name);
                LogFailed(log, name, failure.Message);
            }
        }

        foreach (var gone in _seen.Keys.Except(names, StringComparer.Ordinal).ToArray()) _seen.Remove(gone);
        _unfinished.Clear();
        _unfinished.UnionWith(names.Where(IsUnfinished));
        DeleteOld();
        return dealt;
    }

    private static bool IsUnfinished(string name) => Unfinished.Any(end => name.EndsWith(end, StringComparison.OrdinalIgnoreCase));

    // Quiet for long enough, or renamed from the name of an unfinished file, which says that it is whole.
    private bool IsFinished(string name)
    {
        if (IsLink(name)) return true;
        var state = State(name);
        if (state is null) return false;
        if (Unfinished.Any(end => _unfinished.Contains(name + end))) return true;
        var now = clock.GetUtcNow();
        if (!_seen.TryGetValue(name, out var seen) || seen.State != state)
        {
            _seen[name] = (state, now);
            return false;
        }

        return now - seen.Since >= TimeSpan.FromSeconds(settings.QuietSeconds);
    }

    private bool IsLink(string name) => File.GetAttributes(Path.Combine(Root, name)).HasFlag(FileAttributes.ReparsePoint);

    // Sizes and times of everything in it; null while something in it is unfinished. Links are named, never followed.
    private string? State(string name)
    {
        var path = Path.Combine(Root, name);
        if (!Directory.Exists(path)) return Told(new FileInfo(path));
        var inside = new DirectoryInfo(path).EnumerateFileSystemInfos("*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint, IgnoreInaccessible = false })
            .OrderBy(item => item.FullName, StringComparer.Ordinal).ToArray();
        return Array.Exists(inside, item => IsUnfinished(item.Name)) ? null : string.Join('\n', inside.Select(Told));
    }

    private static string Told(FileSystemInfo item) => string.Create(CultureInfo.InvariantCulture, $"{item.FullName}|{(item as FileInfo)?.Length}|{item.LastWriteTimeUtc.Ticks}");

    private async Task DealAsync(string name, CancellationToken ct)
    {
        var path = Path.Combine(Root, name);
        ImmutableArray<ImportResult> results = IsLink(name) ? [new NeverALink()] : await takeIn.RunAsync(path, format: null, sitting: null, Sender, ct);
        var refused = results.Any(result => result.IsRefused);
        var to = Directory.CreateDirectory(Path.Combine(Root, refused ? Refused : Done)).FullName;
        var free = Free(to, Short(name));
        // The report first: by it a delivery is found again when its days are over. Stopped in between, the next look tells the same once more.
        await File.WriteAllLinesAsync(Path.Combine(to, free + Report), Lines(name, results), ct);
        // What lies sealed in quarantine does not lie open beside it; and of a link there is nothing to mend.
        if (results.Any(result => result is Quarantined or NeverALink)) Delete(path);
        else Move(path, Path.Combine(to, free));
        _seen.Remove(name);
        LogDealt(log, name, refused ? Refused : Done);
    }

    // Dutch first, the language of the house; English for suppliers abroad.
    private IEnumerable<string> Lines(string name, ImmutableArray<ImportResult> results) => new[] { Language.Dutch, Language.English }
        .SelectMany(language => results.SelectMany(result => ImportSentence.Lines(name, result, language)).Prepend(clock.GetUtcNow().InWords(language)).Append(""));

    // A name may be as long as the disk allows; the report beside it has a longer one.
    private static string Short(string name)
    {
        const int most = 200;
        if (Encoding.UTF8.GetByteCount(name) <= most) return name;
        var ending = Path.GetExtension(name) is { Length: <= 10 } known ? known : "";
        var rest = name[..^ending.Length];
        while (Encoding.UTF8.GetByteCount(rest) > most - ending.Length) rest = rest[..^(char.IsLowSurrogate(rest[^1]) ? 2 : 1)];
        return rest + ending;
    }

    private static string Free(string folder, string name)
    {
        var free = name;
        for (var number = 2; IsThere(folder, free) || IsThere(folder, free + Report); number++) free = string.Create(CultureInfo.InvariantCulture, $"{name}-{number}");
        return free;

        static bool IsThere(string folder, string name) => Path.Exists(Path.Combine(folder, name));
    }

    private static void Move(string from, string to)
    {
        if (Directory.Exists(from)) Directory.Move(from, to);
        else File.Move(from, to);
    }

    // A link goes itself, never what it points to.
    private static void Delete(string path)
    {
        if (Directory.Exists(path)) Directory.Delete(path, recursive: !File.GetAttributes(path).HasFlag(FileAttributes.ReparsePoint));
        else File.Delete(path);
    }

    // The report tells when a delivery came here; its own time is that of the recording.
    private void DeleteOld()
    {
        var before = clock.GetUtcNow().AddDays(-settings.KeptDays);
        foreach (var folder in new[] { Done, Refused }.Select(name => Path.Combine(Root, name)).Where(Directory.Exists))
        {
            foreach (var report in Directory.EnumerateFiles(folder, "*" + Report).Where(report => File.GetLastWriteTimeUtc(report) < before.UtcDateTime).ToArray())
            {
                var delivery = report[..^Report.Length];
                if (Path.Exists(delivery)) Delete(delivery);
                File.Delete(report);
            }
        }
    }

    [LoggerMessage(LogLevel.Information, "Delivery {Name} was dealt with: {Where}")]
    private static partial void LogDealt(ILogger log, string name, string where);

    [LoggerMessage(LogLevel.Error, "Delivery {Name} could not be dealt with and is tried again: {Why}")]
    private static partial void LogFailed(ILogger log, string name, string why);

    [LoggerMessage(LogLevel.Error, "The folder for deliveries is not there: {Folder}")]
    private static partial void LogNoFolder(ILogger log, string folder);
}

/// <summary>Looks into the watched folder again and again.</summary>
internal sealed partial class WatchedFolderRounds(WatchedFolder folder, TimeProvider clock, ILogger<WatchedFolderRounds> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (folder.IsWatched && !stoppingToken.IsCancellationRequested)
        {
            try
            {
                await folder.LookAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                LogFailed(log, failure);
            }

            await Task.Delay(Pause, clock, stoppingToken);
        }
    }

    [LoggerMessage(LogLevel.Error, "The folder for deliveries could not be looked into; it is tried again")]
    private static partial void LogFailed(ILogger log, Exception failure);
}
