using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using ReviewPortal.Core.Recordings;

namespace ReviewPortal.Infrastructure.Media;

/// <summary>
/// The index as it is kept beside the recording, so that a recording is indexed once.
/// Layout: "RPMX", version, body, 8 bytes of the SHA-256 of all before.
/// </summary>
public static class MediaIndexFile
{
    private const byte Version = 1;
    private const int CheckLength = 8;

    public static byte[] Write(MediaIndex index)
    {
        ArgumentNullException.ThrowIfNull(index);
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes, Encoding.UTF8);
        writer.Write([.. "RPMX"u8, Version]);
        WriteBody(writer, index);
        writer.Write(SHA256.HashData(bytes.GetBuffer().AsSpan(0, (int)bytes.Length)).AsSpan(0, CheckLength));
        return bytes.ToArray();
    }

    /// <summary>Null when another version of this portal wrote it: the vault then indexes the recording again.</summary>
    public static MediaIndex? Read(byte[] bytes)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        ReadOnlySpan<byte> start = [.. "RPMX"u8, Version];
        if (bytes.Length < start.Length + CheckLength || !bytes.AsSpan().StartsWith(start)) return null;
        if (!bytes.AsSpan(^CheckLength..).SequenceEqual(SHA256.HashData(bytes.AsSpan(..^CheckLength)).AsSpan(0, CheckLength))) return null;
        using var reader = new BinaryReader(new MemoryStream(bytes, start.Length, bytes.Length - start.Length), Encoding.UTF8);
        return ReadBody(reader);
    }

    private static void WriteBody(BinaryWriter writer, MediaIndex index)
    {
        writer.Write((byte)index.Container);
        writer.Write((byte)index.Flaws);
        writer.Write(index.DurationSeconds);
        writer.Write(index.FirstSeconds);
        writer.Write(index.ServedFrom);
        writer.Write(index.ServedTo);
        writer.Write7BitEncodedInt(index.Tracks.Length);
        foreach (var track in index.Tracks) WriteTrack(writer, track);
        WriteHoles(writer, index.Missing);
        WriteBytes(writer, index.Frames.ToBytes());
        WriteBytes(writer, index.Loudness.Span);
        WriteBytes(writer, index.Prefix.Span);
    }

    private static MediaIndex ReadBody(BinaryReader reader) => new()
    {
        Container = (MediaContainer)reader.ReadByte(),
        Flaws = (RecordingFlaws)reader.ReadByte(),
        DurationSeconds = reader.ReadDouble(),
        FirstSeconds = reader.ReadDouble(),
        ServedFrom = reader.ReadInt64(),
        ServedTo = reader.ReadInt64(),
        Tracks = [.. Enumerable.Range(0, reader.Read7BitEncodedInt()).Select(_ => ReadTrack(reader))],
        Missing = ReadHoles(reader),
        Frames = FrameTimes.FromBytes(ReadBytes(reader)),
        Loudness = ReadBytes(reader),
        Prefix = ReadBytes(reader),
    };

    private static void WriteTrack(BinaryWriter writer, MediaTrack track)
    {
        writer.Write7BitEncodedInt64(track.Number);
        writer.Write((byte)track.Kind);
        writer.Write(track.Codec);
        writer.Write7BitEncodedInt(track.Width);
        writer.Write7BitEncodedInt(track.Height);
        writer.Write7BitEncodedInt(track.SampleRate);
        writer.Write7BitEncodedInt(track.Channels);
        writer.Write7BitEncodedInt64(track.Blocks);
        writer.Write(track.FirstSeconds);
        writer.Write(track.EndSeconds);
        WriteHoles(writer, track.Holes);
    }

    private static MediaTrack ReadTrack(BinaryReader reader) => new()
    {
        Number = reader.Read7BitEncodedInt64(),
        Kind = (MediaTrackKind)reader.ReadByte(),
        Codec = reader.ReadString(),
        Width = reader.Read7BitEncodedInt(),
        Height = reader.Read7BitEncodedInt(),
        SampleRate = reader.Read7BitEncodedInt(),
        Channels = reader.Read7BitEncodedInt(),
        Blocks = reader.Read7BitEncodedInt64(),
        FirstSeconds = reader.ReadDouble(),
        EndSeconds = reader.ReadDouble(),
        Holes = ReadHoles(reader),
    };

    private static void WriteHoles(BinaryWriter writer, ImmutableArray<Hole> holes)
    {
        writer.Write7BitEncodedInt(holes.Length);
        foreach (var hole in holes)
        {
            writer.Write(hole.From);
            writer.Write(hole.To);
        }
    }

    private static ImmutableArray<Hole> ReadHoles(BinaryReader reader) =>
        [.. Enumerable.Range(0, reader.Read7BitEncodedInt()).Select(_ => new Hole(reader.ReadUInt32(), reader.ReadUInt32()))];

    private static void WriteBytes(BinaryWriter writer, ReadOnlySpan<byte> bytes)
    {
        writer.Write7BitEncodedInt(bytes.Length);
        writer.Write(bytes);
    }

    private static byte[] ReadBytes(BinaryReader reader) => reader.ReadBytes(reader.Read7BitEncodedInt());
}
