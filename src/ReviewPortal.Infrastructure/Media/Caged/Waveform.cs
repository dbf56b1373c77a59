using System.Buffers.Binary;

namespace ReviewPortal.Infrastructure.Media.Caged;

/// <summary>
/// How loud a recording is, in the data format of audiowaveform, version 2, 8 bits, one channel: for every 400 samples of 8000 a second, a twentieth of a second, the
/// lowest and the highest. Its first pixel is the file's time zero.
/// </summary>
public sealed class Waveform
{
    public const int SampleRate = 8000, SamplesPerPixel = 400;
    private const int HeadSize = 24, EightBits = 1, MostPixels = 7 * 24 * 3600 * (SampleRate / SamplesPerPixel);

    private readonly List<sbyte> _pairs = [];
    private short _lowest, _highest;
    private int _samples;

    /// <summary>Takes 16-bit samples, the lower byte first, until they end.</summary>
    internal async Task ReadAsync(Stream samples, CancellationToken ct)
    {
        var buffer = new byte[64 * 1024];
        var kept = 0;
        for (int read; (read = await samples.ReadAsync(buffer.AsMemory(kept), ct)) > 0;)
        {
            var whole = (kept + read) & ~1;
            for (var at = 0; at < whole; at += 2) Add(BinaryPrimitives.ReadInt16LittleEndian(buffer.AsSpan(at)));
            kept = kept + read - whole;
            if (kept > 0) buffer[0] = buffer[whole];
        }

        if (_samples > 0) Close();
    }

    internal byte[] ToBytes()
    {
        var bytes = new byte[HeadSize + _pairs.Count];
        ReadOnlySpan<int> head = [2, EightBits, SampleRate, SamplesPerPixel, _pairs.Count / 2, 1];
        for (var field = 0; field < head.Length; field++) BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(field * 4), head[field]);
        for (var at = 0; at < _pairs.Count; at++) bytes[HeadSize + at] = (byte)_pairs[at];
        return bytes;
    }

    /// <summary>How loud each pixel is, from 0 to 1; empty when these bytes are no waveform of ours.</summary>
    public static float[] Heights(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length <= HeadSize || BinaryPrimitives.ReadInt32LittleEndian(bytes) is not 2) return [];
        var pairs = bytes[HeadSize..];
        var heights = new float[pairs.Length / 2];
        for (var pixel = 0; pixel < heights.Length; pixel++) heights[pixel] = Math.Max(-(sbyte)pairs[2 * pixel], (sbyte)pairs[(2 * pixel) + 1]) / 128f;
        return heights;
    }

    /// <summary>The loudest of each of so many equal parts, from 0 to 1, for a drawing.</summary>
    public static float[] Peaks(ReadOnlySpan<byte> bytes, int parts)
    {
        var heights = Heights(bytes);
        if (heights is []) return [];
        var peaks = new float[parts];
        for (var pixel = 0; pixel < heights.Length; pixel++)
        {
            ref var peak = ref peaks[(int)((long)pixel * parts / heights.Length)];
            peak = Math.Max(peak, heights[pixel]);
        }

        return peaks;
    }

    private void Add(short sample)
    {
        (_lowest, _highest) = _samples is 0 ? (sample, sample) : (Math.Min(_lowest, sample), Math.Max(_highest, sample));
        if (++_samples == SamplesPerPixel) Close();
    }

    private void Close()
    {
        if (_pairs.Count / 2 >= MostPixels) throw new TooMuchOutputException();
        _pairs.Add((sbyte)(_lowest >> 8));
        _pairs.Add((sbyte)(_highest >> 8));
        _samples = 0;
    }
}
