using System.Collections.Immutable;

namespace ReviewPortal.Infrastructure.Media;

/// <summary>Gathers the blocks of one track while the file streams by. All times in nanoseconds.</summary>
internal sealed class TrackTimeline
{
    // Twelve hours at 60 frames a second are 2.6 million.
    private const int MostFrames = 10_000_000;

    private readonly ImmutableArray<Hole>.Builder _holes = ImmutableArray.CreateBuilder<Hole>();
    private readonly List<uint> _frames = [];
    private readonly Distances _distances = new();
    private bool _keepsFrames;
    private FrameTimes? _sorted;
    private long _lastStart = long.MinValue;
    private long _coveredTo;
    private long _saidEnd = long.MinValue;

    public long Blocks { get; private set; }

    public long First { get; private set; }

    /// <summary>From now on every single time is kept: for the one track that is watched.</summary>
    public void KeepFrames() => _keepsFrames = true;

    public void Add(long start, long duration, bool isKey)
    {
        AddHole(_coveredTo, start);
        if (_keepsFrames) AddFrame(start, isKey);
        else if (Blocks > 0) _distances.Add((start - _lastStart) / MediaTime.Millisecond);
        First = Blocks == 0 ? start : Math.Min(First, start);
        _lastStart = Math.Max(_lastStart, start);
        _coveredTo = Math.Max(_coveredTo, start + MediaTime.Believable(duration));
        Blocks++;
    }

    /// <summary>For a container in which a frame lasts until the next one: that covers no hole, but it does tell where the last one ends.</summary>
    public void AddLasting(long start, long duration, bool isKey)
    {
        Add(start, duration: 0, isKey);
        if (MediaTime.Believable(duration) > 0) _saidEnd = Math.Max(_saidEnd, start + duration);
    }

    /// <summary>Once the last block has been added.</summary>
    public FrameTimes Frames() => _sorted ??= FrameTimes.Of(_frames);

    /// <summary>The end of the last block. Where the file does not say how long that one lasts, it lasts as long as most.</summary>
    public long End()
    {
        if (Blocks == 0) return 0;
        if (_saidEnd > _lastStart) return _saidEnd;
        var median = _keepsFrames ? Frames().MedianDistance() : _distances.Median();
        return Math.Max(_coveredTo, _lastStart + (median * MediaTime.Millisecond));
    }

    /// <param name="fileEnd">The end of the longest track: one that stops before it has a hole at its end.</param>
    public ImmutableArray<Hole> HolesUpTo(long fileEnd)
    {
        AddHole(End(), fileEnd);
        return _holes.ToImmutable();
    }

    private void AddFrame(long start, bool isKey)
    {
        if (_frames.Count == MostFrames) throw new RefusedMediaException(MediaRefusalReason.TooManyFrames, 0);
        _frames.Add(FrameTimes.Packed(MediaTime.ToMilliseconds(start), isKey));
    }

    private void AddHole(long from, long to)
    {
        var (begin, until) = (MediaTime.ToMilliseconds(from), MediaTime.ToMilliseconds(to));
        if (until > begin + Hole.Threshold) _holes.Add(new Hole(begin, until));
    }
}
