namespace ReviewPortal.Infrastructure.Media;

/// <summary>How many bytes of sound each tenth of a second took. Opus spends few on silence and many on speech, so this draws a waveform without decoding.</summary>
internal sealed class Loudness
{
    private const long Step = 100 * MediaTime.Millisecond;
    private readonly List<ushort> _bytes = [];

    public void Add(long time, long bytes)
    {
        var tenth = (int)(Math.Max(0, time) / Step);
        while (_bytes.Count <= tenth) _bytes.Add(0);
        _bytes[tenth] = (ushort)Math.Min(ushort.MaxValue, _bytes[tenth] + bytes);
    }

    /// <summary>Relative to the loudest tenth of a second, which is 255.</summary>
    public byte[] ToBytes()
    {
        var loudest = _bytes.Count == 0 ? 1 : Math.Max((ushort)1, _bytes.Max());
        return [.. _bytes.Select(bytes => (byte)(bytes * 255 / loudest))];
    }
}
