using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using ReviewPortal.Core.Writing;
using ReviewPortal.Infrastructure.Import;
using ReviewPortal.Web.Tests.Media;

namespace ReviewPortal.Web.Tests.Import;

/// <summary>A good delivery, to be spoilt by a test, as a folder or as a ZIP.</summary>
internal sealed class TempBundle : IDisposable
{
    public static readonly byte[] Video = Webm.Recorded(Webm.LiveCluster(0, Webm.Second()), Webm.LiveCluster(1000, Webm.Second()));

    private readonly DirectoryInfo _temp = Directory.CreateTempSubdirectory("bundle");

    public TempBundle()
    {
        Files["webcam.webm"] = Video;
        Files["screen.webm"] = Webm.RecordedWith(Webm.Tracks(Webm.VideoTrack), Webm.LiveCluster(0, Webm.Key(0)), Webm.LiveCluster(9000, Webm.Key(0)));
        Files["events.jsonl"] = Encoding.UTF8.GetBytes("""
            {"at": 12.345, "source": "clipboard", "kind": "copy", "text": "Kopiëren", "weight": 0.4, "data": {"length": 12}}

            {"at": -0.5, "source": "vendor", "kind": "start"}
            """);
        Files["chat.jsonl"] = Encoding.UTF8.GetBytes("""{"at": 61.2, "from": "candidate", "text": "Mijn beeld valt weg"}""" + "\r\n");
        Manifest["tracks"] = new JsonArray(Track("webcam", "webcam.webm", 0), Track("screen", "screen.webm", 1.7));
    }

    public Dictionary<string, byte[]> Files { get; } = new(StringComparer.Ordinal);

    public JsonNode Manifest { get; } = JsonNode.Parse("""
        {
          "schema": "reviewportal.bundle/1",
          "exam": {
            "code": "INFOB1PICA-2026-T1", "title": "Programmeren", "course": "INFOB1PICA", "faculty": "Bètawetenschappen", "examiner": "a.devries@uni.example",
            "start": "2026-11-02T09:00:00+01:00", "end": "2026-11-02T11:00:00+01:00", "allowedAids": ["rekenmachine"],
            "breaks": [{ "from": "2026-11-02T10:00:00+01:00", "to": "2026-11-02T10:05:00+01:00" }],
            "instructions": [{ "id": "desk", "nl": "Leeg bureau", "en": "Empty desk", "deliveredAt": "2026-10-19T12:00:00+02:00" }, { "id": "late", "nl": "a", "en": "b" }]
          },
          "candidate": { "pseudonym": "C-4711", "studentNumber": "0123456" },
          "externalIds": { "edx": "3E0D5C2A" },
          "recorder": { "name": "Opnemer", "version": "2.1" },
          "start": "2026-11-02T09:00:12.250+01:00", "end": "2026-11-02T11:00:03+01:00",
          "events": "events.jsonl", "chat": "chat.jsonl",
          "colour": "blue"
        }
        """)!;

    /// <summary>When set, these bytes are the manifest.</summary>
    public byte[]? ManifestBytes { get; set; }

    public JsonObject Track(string role, string file, double offset)
    {
        var entry = Entry(file, offset);
        entry["role"] = role;
        return entry;
    }

    public JsonObject Entry(string file, double offset) => new()
    {
        ["file"] = file,
        ["bytes"] = Files[file].Length,
        ["sha256"] = Convert.ToHexString(SHA256.HashData(Files[file])),
        ["offsetSeconds"] = offset,
    };

    public string AsFolder()
    {
        var folder = Path.Combine(_temp.FullName, "delivery");
        foreach (var (name, bytes) in All())
        {
            var path = Path.Combine(folder, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, bytes);
        }

        return folder;
    }

    public string AsZip(string outer = "", Action<ZipArchive>? more = null)
    {
        // The name says nothing, and nothing should depend on it.
        var path = Path.Combine(_temp.FullName, "delivery.bin");
        using var archive = ZipFile.Open(path, ZipArchiveMode.Create);
        foreach (var (name, bytes) in All()) Add(archive, outer + name, bytes);
        more?.Invoke(archive);
        return path;
    }

    public static ZipArchiveEntry Add(ZipArchive archive, string name, byte[] bytes)
    {
        var entry = archive.CreateEntry(name);
        using var stream = entry.Open();
        stream.Write(bytes);
        return entry;
    }

    public static Task<DeliveryResult> ReadAsync(string path, BundleLimits? limits = null) =>
        new BundleReader(limits ?? new BundleLimits()).ReadAsync(path, TestContext.Current.CancellationToken);

    public static async Task<DeliveryRefusal> RefusalAsync(string path, BundleLimits? limits = null)
    {
        var refusal = Assert.IsType<DeliveryRefusal>(await ReadAsync(path, limits));
        Assert.All([Language.Dutch, Language.English], language => Assert.DoesNotContain("{", refusal.Sentence(language), StringComparison.Ordinal));
        return refusal;
    }

    public void Dispose() => _temp.Delete(recursive: true);

    private IEnumerable<(string Name, byte[] Bytes)> All() =>
        Files.Select(file => (file.Key, file.Value)).Append(("manifest.json", ManifestBytes ?? Encoding.UTF8.GetBytes(Manifest.ToJsonString())));
}
