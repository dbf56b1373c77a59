using System.Security.Cryptography;
using System.Text;

namespace ReviewPortal.Infrastructure.Mail;

/// <summary>A file of the mailbox as it was found.</summary>
/// <param name="Content">Null when it is too large to be read.</param>
internal sealed record FoundFile(string Path, string Name, long Size, string Sha256, byte[]? Content);

/// <summary>The mailbox into which the institution's mail server puts what comes back: a Maildir, in which every message is a file (`new` for what nobody saw, `cur` for the rest).</summary>
/// <param name="folder">Empty when none has been set up.</param>
public sealed class ReportFolder(string folder)
{
    /// <summary>In bytes. Our e-mails have some 1500, and a report returns one of them at most.</summary>
    public const int Largest = 1024 * 1024;

    // In bytes: with a number and the flag behind it, it must still be a name.
    private const int LongestName = 230;

    // Seen (a flag of Maildir). A colon in a name means something else on Windows.
    private static readonly string Seen = OperatingSystem.IsWindows() ? ";2,S" : ":2,S";

    public bool IsThere => folder.Length > 0;

    public string Arrivals => Path.Combine(folder, "new");

    /// <summary>What nobody saw yet, in the order of its names.</summary>
    /// <exception cref="IOException">The folder is not there.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be looked into.</exception>
    internal IReadOnlyList<string> List() => [.. Directory.EnumerateFiles(Arrivals).Order(StringComparer.Ordinal)];

    /// <exception cref="IOException">It cannot be read, or is no file of its own.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    internal static async Task<FoundFile> ReadAsync(string path, CancellationToken ct)
    {
        var file = new FileInfo(path);
        // A link would let whoever writes here read what the portal can read.
        if (file.LinkTarget is not null) throw new IOException("A link, not a file");
        var named = ReportReader.Line(file.Name, Core.Letters.MailReport.LongestName);
        // What is empty needs no opening, and may be a pipe that would wait for ever for somebody who writes.
        if (file.Length is 0) return new FoundFile(path, named, 0, Store.KeptFile.HashOf([]), []);
        await using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 81920, FileOptions.SequentialScan | FileOptions.Asynchronous);
        if (stream.Length > Largest) return new FoundFile(path, named, stream.Length, Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, ct)), null);
        var content = new byte[stream.Length];
        await stream.ReadExactlyAsync(content, ct);
        return new FoundFile(path, named, content.Length, Store.KeptFile.HashOf(content), content);
    }

    /// <summary>Puts a file away that has been taken in for good.</summary>
    /// <exception cref="IOException">It cannot be moved.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be moved.</exception>
    internal void PutAway(FoundFile file)
    {
        var seen = Directory.CreateDirectory(Path.Combine(folder, "cur")).FullName;
        var name = Path.GetFileName(file.Path);
        if (Encoding.UTF8.GetByteCount(name) > LongestName) name = file.Sha256;
        var to = Path.Combine(seen, name + Seen);
        // Another file may have had that name: nothing is written over.
        for (var number = 2; File.Exists(to); number++) to = Path.Combine(seen, FormattableString.Invariant($"{name}.{number}{Seen}"));
        File.Move(file.Path, to);
    }
}
