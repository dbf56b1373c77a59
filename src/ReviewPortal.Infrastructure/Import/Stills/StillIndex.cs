using System.Buffers.Binary;
using System.Text.Json;
using ReviewPortal.Infrastructure.Vault;

namespace ReviewPortal.Infrastructure.Import.Stills;

/// <summary>What the recorder said about a screenshot; null for what it did not say.</summary>
public sealed record StillSaid(string? File, string? Application, string? Title, string? Address);

/// <summary>One screenshot of a track, and where in the packed object it lies.</summary>
public sealed record Still(DateTimeOffset Moment, ImageHead Head, long From, int Bytes, string Sha256, StillSaid Said);

/// <summary>
/// The pictures of a track in order of time, as they are listed beside their packed bytes; any stretch of it can be read without the rest.
/// Layout, little-endian: "RPST", version (1), zeros (3), count (4), zeros (4); then 80 bytes each: milliseconds since 1970 (8), place (8), length (4), width (4), height (4), kind (1), zeros (3),
/// SHA-256 (32), place of its text (8) and length of that (4); then the texts, in JSON.
/// </summary>
internal static class StillIndex
{
    private const byte Version = 1;
    private const int HeadSize = 16;
    private const int Size = 80;
    private const int HashAt = 32;
    private const int TextAt = HashAt + 32;

    public static byte[] Write(IReadOnlyList<Still> stills)
    {
        using var bytes = new MemoryStream();
        Span<byte> head = stackalloc byte[HeadSize];
        head.Clear();
        "RPST"u8.CopyTo(head);
        head[4] = Version;
        BinaryPrimitives.WriteInt32LittleEndian(head[8..], stills.Count);
        bytes.Write(head);
        var texts = stills.Select(still => JsonSerializer.SerializeToUtf8Bytes(still.Said)).ToArray();
        long at = HeadSize + (long)Size * stills.Count;
        Span<byte> row = stackalloc byte[Size];
        foreach (var (n, still) in stills.Index())
        {
            row.Clear();
            BinaryPrimitives.WriteInt64LittleEndian(row, still.Moment.ToUnixTimeMilliseconds());
            BinaryPrimitives.WriteInt64LittleEndian(row[8..], still.From);
            BinaryPrimitives.WriteInt32LittleEndian(row[16..], still.Bytes);
            BinaryPrimitives.WriteInt32LittleEndian(row[20..], still.Head.Width);
            BinaryPrimitives.WriteInt32LittleEndian(row[24..], still.Head.Height);
            row[28] = (byte)still.Head.Kind;
            Convert.FromHexString(still.Sha256).CopyTo(row[HashAt..]);
            BinaryPrimitives.WriteInt64LittleEndian(row[TextAt..], at);
            BinaryPrimitives.WriteInt32LittleEndian(row[(TextAt + 8)..], texts[n].Length);
            at += texts[n].Length;
            bytes.Write(row);
        }

        foreach (var text in texts) bytes.Write(text);
        return bytes.ToArray();
    }

    /// <returns>Those from <paramref name="skip"/> on; fewer where the list ends.</returns>
    /// <exception cref="DamagedRecordingException">It is no such list.</exception>
    public static async Task<IReadOnlyList<Still>> ReadAsync(SealedFile file, int skip, int take, CancellationToken ct)
    {
        if (file.Length < HeadSize) throw new DamagedRecordingException("Its list of pictures is cut off");
        var head = await StretchAsync(file, 0, HeadSize, ct);
        if (!head.AsSpan().StartsWith([.. "RPST"u8, Version])) throw new DamagedRecordingException("Its list of pictures was not written by this version");
        var count = Math.Min(take, BinaryPrimitives.ReadInt32LittleEndian(head.AsSpan(8)) - skip);
        if (count <= 0) return [];
        var rows = await StretchAsync(file, HeadSize + (long)Size * skip, Size * count, ct);
        // Texts lie one behind the other, as the pictures do.
        var (first, last) = (TextOf(rows.AsSpan(0, Size)), TextOf(rows.AsSpan(Size * (count - 1), Size)));
        var texts = await StretchAsync(file, first.At, checked((int)(last.At + last.Length - first.At)), ct);
        var stills = new List<Still>(count);
        for (var n = 0; n < count; n++) stills.Add(One(rows.AsSpan(Size * n, Size), texts, first.At));
        return stills;
    }

    private static (long At, int Length) TextOf(ReadOnlySpan<byte> row) => (BinaryPrimitives.ReadInt64LittleEndian(row[TextAt..]), BinaryPrimitives.ReadInt32LittleEndian(row[(TextAt + 8)..]));

    private static Still One(ReadOnlySpan<byte> row, ReadOnlySpan<byte> texts, long from)
    {
        var (at, length) = TextOf(row);
        return new(
            DateTimeOffset.FromUnixTimeMilliseconds(BinaryPrimitives.ReadInt64LittleEndian(row)),
            new((ImageKind)row[28], BinaryPrimitives.ReadInt32LittleEndian(row[20..]), BinaryPrimitives.ReadInt32LittleEndian(row[24..])),
            BinaryPrimitives.ReadInt64LittleEndian(row[8..]),
            BinaryPrimitives.ReadInt32LittleEndian(row[16..]),
            Convert.ToHexStringLower(row.Slice(HashAt, 32)),
            JsonSerializer.Deserialize<StillSaid>(texts.Slice((int)(at - from), length))!);
    }

    private static async Task<byte[]> StretchAsync(SealedFile file, long from, int count, CancellationToken ct)
    {
        var bytes = new byte[count];
        for (var at = 0; at < count;)
        {
            var read = await file.ReadAsync(from + at, bytes.AsMemory(at), ct);
            at += read is 0 ? throw new DamagedRecordingException("Its list of pictures is cut off") : read;
        }

        return bytes;
    }
}
