using System.Buffers;

namespace ReviewPortal.Infrastructure.Media;

/// <summary>The presentation time of every video frame, in milliseconds from the file's time zero, in the order of showing.</summary>
public sealed class FrameTimes
{
    public static readonly FrameTimes None = new([]);

    // Time and key frame share a number: a week of milliseconds needs 30 bits, and sorting keeps the two together.
    private readonly uint[] _frames;

    private FrameTimes(uint[] frames) => _frames = frames;

    public int Count => _frames.Length;

    public uint this[int frame] => _frames[frame] >> 1;

    /// <summary>Whether decoding can begin at this frame.</summary>
    public bool IsKey(int frame) => (_frames[frame] & 1) == 1;

    /// <summary>The frame on the screen at this moment; -1 before the first.</summary>
    public int At(uint milliseconds)
    {
        var found = Array.BinarySearch(_frames, Packed(milliseconds, isKey: true));
        if (found < 0) return ~found - 1;
        while (found + 1 < Count && _frames[found + 1] == _frames[found]) found++;
        return found;
    }

    /// <summary>The time in seconds of the frame that is nearest to this moment; the moment itself when there are none.</summary>
    public double Nearest(double seconds)
    {
        if (Count is 0) return seconds;
        var milliseconds = seconds * 1000;
        var before = Math.Max(0, At((uint)Math.Clamp(milliseconds, 0, int.MaxValue)));
        var nearest = before + 1 < Count && this[before + 1] - milliseconds < milliseconds - this[before] ? before + 1 : before;
        return this[nearest] / 1000.0;
    }

    /// <summary>One number a frame, 7 bits a byte and the lowest first: twice the distance to the frame before, plus 1 for a key frame.</summary>
    public byte[] ToBytes()
    {
        var bytes = new ArrayBufferWriter<byte>(Math.Max(1, Count * 2));
        uint before = 0;
        foreach (var frame in _frames)
        {
            WriteNumber(bytes, (((frame >> 1) - before) << 1) | (frame & 1));
            before = frame >> 1;
        }

        return bytes.WrittenSpan.ToArray();
    }

    /// <summary>Reads what <see cref="ToBytes"/> wrote.</summary>
    public static FrameTimes FromBytes(ReadOnlySpan<byte> bytes)
    {
        var frames = new uint[bytes.Length - Continued(bytes)];
        uint time = 0;
        foreach (ref var frame in frames.AsSpan())
        {
            var number = ReadNumber(ref bytes);
            time += number >> 1;
            frame = Packed(time, (number & 1) == 1);
        }

        return new FrameTimes(frames);
    }

    internal static uint Packed(uint milliseconds, bool isKey) => (milliseconds << 1) | (isKey ? 1u : 0u);

    internal static FrameTimes Of(List<uint> packed)
    {
        var frames = packed.ToArray();
        Array.Sort(frames); // A codec with B-frames writes in the order of decoding.
        return new FrameTimes(frames);
    }

    internal long MedianDistance()
    {
        var distances = new Distances();
        for (var frame = 1; frame < Count; frame++) distances.Add(this[frame] - this[frame - 1]);
        return distances.Median();
    }

    private static int Continued(ReadOnlySpan<byte> bytes)
    {
        var continued = 0;
        foreach (var part in bytes) continued += part >> 7;
        return continued;
    }

    private static void WriteNumber(ArrayBufferWriter<byte> bytes, uint number)
    {
        for (; number >= 0x80; number >>= 7) bytes.Write<byte>([(byte)(number | 0x80)]);
        bytes.Write<byte>([(byte)number]);
    }

    private static uint ReadNumber(ref ReadOnlySpan<byte> bytes)
    {
        uint number = 0;
        var used = 0;
        do number |= (bytes[used] & 0x7Fu) << (7 * used); while (bytes[used++] >= 0x80);
        bytes = bytes[used..];
        return number;
    }
}
