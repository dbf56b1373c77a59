using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using ReviewPortal.Web.Tests.Import;
using ReviewPortal.Web.Tests.Media;

namespace ReviewPortal.Web.Tests.Http.Api;

/// <summary>A good delivery of any size: a recording of random frames of a megabyte, one a second, in an archive that does not compress.</summary>
internal sealed class LargeBundle : IDisposable
{
    private const int FrameBytes = 1024 * 1024;

    private LargeBundle(string path, string sha256) => (Path, Sha256, Length) = (path, sha256, new FileInfo(path).Length);

    public string Path { get; }

    /// <summary>Of the recording.</summary>
    public string Sha256 { get; }

    /// <summary>Of the archive.</summary>
    public long Length { get; }

    public static LargeBundle Of(int megabytes)
    {
        using var small = new TempBundle();
        var path = System.IO.Path.Combine(System.IO.Path.GetTempPath(), System.IO.Path.GetRandomFileName() + ".zip");
        using var archive = ZipFile.Open(path, ZipArchiveMode.Create);
        var (bytes, sha256) = Write(archive.CreateEntry("webcam.webm", CompressionLevel.NoCompression), megabytes);
        foreach (var name in new[] { "events.jsonl", "chat.jsonl" }) TempBundle.Add(archive, name, small.Files[name]);
        small.Manifest["tracks"] = new JsonArray(new JsonObject { ["role"] = "webcam", ["file"] = "webcam.webm", ["bytes"] = bytes, ["sha256"] = sha256, ["offsetSeconds"] = 0 });
        TempBundle.Add(archive, "manifest.json", Encoding.UTF8.GetBytes(small.Manifest.ToJsonString()));
        archive.Dispose();
        return new LargeBundle(path, sha256);
    }

    public void Dispose() => File.Delete(Path);

    private static (long Bytes, string Sha256) Write(ZipArchiveEntry entry, int megabytes)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var file = entry.Open();
        long written = 0;
        Append(Webm.RecordedWith(Webm.Tracks(Webm.VideoTrack)));
        for (var second = 0; second < megabytes; second++)
            Append(Webm.LiveCluster((ulong)second * 1000, Ebml.Element(0xA3, Webm.Block(Webm.Video, 0, 0x80, RandomNumberGenerator.GetBytes(FrameBytes)))));
        return (written, Convert.ToHexStringLower(hash.GetHashAndReset()));

        void Append(byte[] part)
        {
            hash.AppendData(part);
            file.Write(part);
            written += part.Length;
        }
    }
}
