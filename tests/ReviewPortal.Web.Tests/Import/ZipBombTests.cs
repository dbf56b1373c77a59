using System.Buffers.Binary;
using System.Text;
using System.Text.Json.Nodes;
using ReviewPortal.Infrastructure.Import;

namespace ReviewPortal.Web.Tests.Import;

/// <summary>Archives that are small and mean to be large: each is refused, soon, and with little memory.</summary>
public sealed class ZipBombTests : IDisposable
{
    private const uint CentralHeader = 0x02014b50;
    private const uint EndOfDirectory = 0x06054b50;
    private const int Megabyte = 1024 * 1024;

    private readonly TempBundle _bundle = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _bundle.Dispose();

    [Fact]
    public async Task An_archive_within_an_archive_is_no_recording()
    {
        using (var inner = new TempBundle()) _bundle.Files["webcam.webm"] = await File.ReadAllBytesAsync(inner.AsZip(), Ct);
        _bundle.Manifest["tracks"] = new JsonArray(_bundle.Track("webcam", "webcam.webm", 0));
        var refusal = await TempBundle.RefusalAsync(_bundle.AsZip());
        Assert.Equal((RefusalReason.NotARecording, "webcam.webm"), (refusal.Reason, refusal.File));
    }

    [Fact]
    public async Task A_recording_of_nothing_but_zeros_is_refused_by_how_it_grows()
    {
        var zeros = _bundle.Files["webcam.webm"] = [.. TempBundle.Video, .. new byte[64 * Megabyte]];
        _bundle.Manifest["tracks"] = new JsonArray(_bundle.Track("webcam", "webcam.webm", 0));
        var zip = _bundle.AsZip();
        Assert.True(new FileInfo(zip).Length < zeros.Length / 500);
        Assert.Equal((RefusalReason.RatioTooHigh, "webcam.webm"), await PlaceAsync(zip));
    }

    /// <summary>Many names for the same compressed bytes: the archive is small, and what comes out of it is counted by name.</summary>
    [Fact]
    public async Task Names_that_share_their_bytes_count_each_for_itself()
    {
        var noise = new byte[Megabyte];
        new Random(1).NextBytes(noise);
        _bundle.Files["a00.webm"] = [.. TempBundle.Video, .. noise];
        var segments = Enumerable.Range(0, 50).Select(number => Named(number)).ToArray();
        var track = new JsonObject { ["role"] = "webcam", ["segments"] = new JsonArray(segments) };
        _bundle.Manifest["tracks"] = new JsonArray(track);
        var zip = _bundle.AsZip();
        await File.WriteAllBytesAsync(zip, Overlapped(await File.ReadAllBytesAsync(zip, Ct)), Ct);
        Assert.True(new FileInfo(zip).Length < 3 * Megabyte);

        Assert.Equal(RefusalReason.TotalTooLarge, (await TempBundle.RefusalAsync(zip, new BundleLimits { TotalBytes = 20 * Megabyte })).Reason);

        JsonNode Named(int number)
        {
            var entry = _bundle.Entry("a00.webm", number * 10);
            entry["file"] = $"a{number:D2}.webm";
            return entry;
        }
    }

    [Theory]
    [InlineData(100)]
    [InlineData(Megabyte)]
    public async Task A_size_that_is_a_lie_is_found_out_while_it_is_read(int claimed)
    {
        var noise = new byte[4 * Megabyte];
        new Random(2).NextBytes(noise);
        _bundle.Files["webcam.webm"] = [.. TempBundle.Video, .. noise];
        var entry = _bundle.Track("webcam", "webcam.webm", 0);
        entry["bytes"] = claimed;
        _bundle.Manifest["tracks"] = new JsonArray(entry);
        var zip = _bundle.AsZip();
        var bytes = await File.ReadAllBytesAsync(zip, Ct);
        foreach (var at in Headers(bytes, "webcam.webm")) BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(at + 24), (uint)claimed);
        await File.WriteAllBytesAsync(zip, bytes, Ct);

        var refusal = await TempBundle.RefusalAsync(zip);
        Assert.Contains(refusal.Reason, new[] { RefusalReason.SizeMismatch, RefusalReason.WrongChecksum, RefusalReason.ArchiveDamaged });
    }

    // Gives the entry "a00.webm" forty-nine more names in the directory.
    private static byte[] Overlapped(byte[] zip)
    {
        var at = Assert.Single(Headers(zip, "a00.webm"));
        var length = 46 + 8 + BinaryPrimitives.ReadUInt16LittleEndian(zip.AsSpan(at + 30)) + BinaryPrimitives.ReadUInt16LittleEndian(zip.AsSpan(at + 32));
        var more = new List<byte>();
        for (var number = 1; number < 50; number++)
        {
            var header = zip[at..(at + length)];
            Encoding.ASCII.GetBytes($"a{number:D2}.webm").CopyTo(header, 46);
            more.AddRange(header);
        }

        var end = zip.AsSpan().LastIndexOf(Bytes(EndOfDirectory));
        byte[] overlapped = [.. zip[..end], .. more, .. zip[end..]];
        var tail = overlapped.AsSpan(end + more.Count);
        foreach (var count in (int[])[8, 10]) BinaryPrimitives.WriteUInt16LittleEndian(tail[count..], (ushort)(BinaryPrimitives.ReadUInt16LittleEndian(tail[count..]) + 49));
        BinaryPrimitives.WriteUInt32LittleEndian(tail[12..], BinaryPrimitives.ReadUInt32LittleEndian(tail[12..]) + (uint)more.Count);
        return overlapped;
    }

    private static IEnumerable<int> Headers(byte[] zip, string name)
    {
        for (var at = 0; at < zip.Length - 46 - name.Length; at++)
        {
            if (zip.AsSpan(at, 4).SequenceEqual(Bytes(CentralHeader)) && zip.AsSpan(at + 46, name.Length).SequenceEqual(Encoding.ASCII.GetBytes(name))) yield return at;
        }
    }

    private static byte[] Bytes(uint signature)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, signature);
        return bytes;
    }

    private static async Task<(RefusalReason Reason, string File)> PlaceAsync(string zip) => await TempBundle.RefusalAsync(zip) is var refusal ? (refusal.Reason, refusal.File) : default;
}
