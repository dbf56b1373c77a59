using System.Buffers.Binary;
using System.Collections.Immutable;
using System.IO.Compression;
using System.Text.Json;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Writing;
using ReviewPortal.Web.Features.Recordings;

namespace ReviewPortal.Web.Demo;

/// <summary>Screenshots of Safe Exam Browser for one of the sample sittings: a test that fills up, and another window for a moment.</summary>
internal static class DemoScreens
{
    /// <summary>The candidate whose computer ran Safe Exam Browser.</summary>
    public const string Candidate = "C-4704";

    private const string Session = "SEB-4704-1c9e";
    private const int Pictures = 26;
    private const int Width = 480;
    private const int Height = 300;

    public static async Task DeliverAsync(DemoStage stage, DateTimeOffset start, Actor coordinator, CancellationToken ct)
    {
        var folder = Directory.CreateTempSubdirectory("demo");
        try
        {
            var said = new List<Dictionary<string, object>>();
            foreach (var n in Enumerable.Range(0, Pictures))
            {
                var (elsewhere, file) = (n is 12 or 13, $"{n:000}.png");
                await File.WriteAllBytesAsync(Path.Combine(folder.FullName, file), Png(elsewhere, n), ct);
                said.Add(new()
                {
                    ["timestamp"] = start.AddSeconds(1 + 2.5 * n).ToUnixTimeMilliseconds(),
                    ["sessionUUID"] = Session,
                    ["fileName"] = file,
                    ["screenProctoringMetadataApplication"] = elsewhere ? "Rekenmachine" : "Safe Exam Browser",
                    ["screenProctoringMetadataWindowTitle"] = elsewhere ? "Rekenmachine" : $"Toets, vraag {n / 5 + 1}",
                    ["screenProctoringMetadataURL"] = elsewhere ? "-" : $"https://toets.uni.example/poging/4704?vraag={n / 5 + 1}",
                });
            }

            var zip = Path.Combine(folder.FullName, "seb-schermafbeeldingen-4704.zip");
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "screenshots.json"), JsonSerializer.Serialize(said), ct);
            await using (var archive = await ZipFile.OpenAsync(zip, ZipArchiveMode.Create, ct))
            {
                foreach (var file in Directory.EnumerateFiles(folder.FullName).Where(file => file != zip).Order(StringComparer.Ordinal))
                    await archive.CreateEntryFromFileAsync(file, Path.GetFileName(file), ct);
            }

            ImmutableArray<ImportResult> results = await stage.Stills.RunAsync(Infrastructure.Import.Incoming.At(zip), sitting: null, coordinator, ct) ?? [];
            if (!results.OfType<StillsTakenIn>().Any(taken => taken.Added is Pictures))
                throw new InvalidOperationException("The demo: " + string.Join(' ', results.SelectMany(result => ImportSentence.Lines(zip, result, Language.English))));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static byte[] Png(bool elsewhere, int n)
    {
        using var packed = new MemoryStream();
        using (var pixels = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            Span<byte> row = stackalloc byte[1 + Width * 3];
            for (var y = 0; y < Height; y++)
            {
                row[0] = 0; // No filter.
                for (var x = 0; x < Width; x++)
                {
                    var (red, green, blue) = Colour(elsewhere, n, x, y);
                    (row[1 + x * 3], row[2 + x * 3], row[3 + x * 3]) = (red, green, blue);
                }

                pixels.Write(row);
            }
        }

        using var png = new MemoryStream();
        png.Write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        var head = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, Width);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(4), Height);
        (head[8], head[9]) = (8, 2);
        Chunk(png, "IHDR"u8, head);
        Chunk(png, "IDAT"u8, packed.ToArray());
        Chunk(png, "IEND"u8, []);
        return png.ToArray();
    }

    // A bar with a title, lines of a question, lines of an answer that grows; or a small window with keys before all that.
    private static (byte Red, byte Green, byte Blue) Colour(bool elsewhere, int n, int x, int y)
    {
        if (elsewhere && x is >= 300 and < 440 && y is >= 70 and < 270)
            return y < 100 ? ((byte)222, (byte)232, (byte)224) : (x - 300) % 35 is < 3 || (y - 100) % 34 is < 3 ? ((byte)60, (byte)60, (byte)66) : ((byte)96, (byte)98, (byte)106);
        if (y < 26) return (38, 62, 92);
        if (x is < 30 or >= 450) return (242, 243, 246);
        var (line, within) = ((y - 40) / 16, (y - 40) % 16);
        var question = y >= 40 && line < 4 && within < 7 && x < 430 - line * 23;
        var answer = line >= 6 && within < 7 && x < 30 + Math.Clamp(n * 40 - (line - 6) * 360, 0, 390);
        return question ? ((byte)70, (byte)74, (byte)84) : answer ? ((byte)40, (byte)90, (byte)160) : ((byte)255, (byte)255, (byte)255);
    }

    private static void Chunk(MemoryStream into, ReadOnlySpan<byte> kind, ReadOnlySpan<byte> content)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, content.Length);
        into.Write(number);
        into.Write(kind);
        into.Write(content);
        BinaryPrimitives.WriteUInt32BigEndian(number, ~Checksum(Checksum(uint.MaxValue, kind), content));
        into.Write(number);
    }

    private static uint Checksum(uint checksum, ReadOnlySpan<byte> bytes)
    {
        foreach (var one in bytes)
        {
            checksum ^= one;
            for (var bit = 0; bit < 8; bit++) checksum = (checksum & 1) is 1 ? checksum >> 1 ^ 0xEDB88320 : checksum >> 1;
        }

        return checksum;
    }
}
