using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;

namespace ReviewPortal.Web.Tests.Import.Stills;

/// <summary>Screenshots as SEB Server hands them out, about the sitting of <see cref="ADelivery"/>, 08:00:12 to 10:00:03 UTC.</summary>
internal sealed class AStillDelivery : IDisposable
{
    public const string Session = "SEB-4701";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("stills");

    public JsonArray Said { get; } = [];

    public SortedDictionary<string, byte[]> Files { get; } = new(StringComparer.Ordinal);

    /// <summary>As many as asked for, ten seconds apart, told out of order as the real ones are.</summary>
    public static AStillDelivery Of(int pictures, string session = Session)
    {
        var made = new AStillDelivery();
        foreach (var n in Enumerable.Range(0, pictures).Reverse()) made.Add($"{n:0000}.png", At(8, 1).AddSeconds(10 * n), APicture.Png(1280, 720 + n, (byte)n), session);
        return made;
    }

    public static DateTimeOffset At(int hour, int minute) => new(2026, 11, 2, hour, minute, 0, TimeSpan.Zero);

    public AStillDelivery Add(string file, DateTimeOffset moment, byte[]? bytes, string session = Session)
    {
        Said.Add(new JsonObject
        {
            ["timestamp"] = moment.ToUnixTimeMilliseconds(),
            ["sessionUUID"] = session,
            ["fileName"] = file,
            ["screenProctoringMetadataApplication"] = "Firefox",
            ["screenProctoringMetadataWindowTitle"] = "Venster " + moment.ToString("HH:mm:ss", CultureInfo.InvariantCulture),
            ["screenProctoringMetadataURL"] = "-",
        });
        if (bytes is not null) Files[file] = bytes;
        return this;
    }

    public string AsZip(string inside = "")
    {
        var path = Path.Combine(_folder.FullName, "stills.zip");
        File.Delete(path);
        using var archive = ZipFile.Open(path, ZipArchiveMode.Create);
        foreach (var (name, bytes) in All())
        {
            using var entry = archive.CreateEntry(inside + name).Open();
            entry.Write(bytes);
        }

        return path;
    }

    public string AsFolder()
    {
        var folder = Directory.CreateDirectory(Path.Combine(_folder.FullName, Guid.NewGuid().ToString("N")));
        foreach (var (name, bytes) in All()) File.WriteAllBytes(Path.Combine(folder.FullName, name), bytes);
        return folder.FullName;
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private IEnumerable<(string Name, byte[] Bytes)> All() => Files.Select(pair => (pair.Key, pair.Value)).Append(("screenshots.json", Encoding.UTF8.GetBytes(Said.ToJsonString())));
}
