using System.Runtime.InteropServices;

namespace ReviewPortal.Infrastructure.Media;

/// <summary>Where decoding can begin: times and the Clusters that hold them. Always in order, never more than a player needs.</summary>
internal sealed class WebmCues
{
    private const int Most = 20_000;

    private readonly List<Cue> _cues = [];

    // A VP9 recorder makes a key frame every 0.6 s; two of them within half a second would only make the prefix longer.
    private long _distance = 500 * MediaTime.Millisecond;
    private long _last = long.MinValue / 2;

    public IReadOnlyList<Cue> All => _cues;

    public void Add(long ticks, long time, long cluster)
    {
        if (time - _last < _distance) return;
        _cues.Add(new Cue(Math.Max(0, ticks), cluster));
        _last = time;
        if (_cues.Count == Most) Thin();
    }

    private void Thin()
    {
        var kept = _cues.Where((_, place) => place % 2 == 0).ToArray();
        _cues.Clear();
        _cues.AddRange(kept);
        _distance *= 2;
    }
}

/// <param name="Cluster">Byte of the original file.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Cue(long Ticks, long Cluster);
