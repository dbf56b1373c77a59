using ReviewPortal.Core.Recordings;

namespace ReviewPortal.Infrastructure.Media;

/// <summary>Walks the Clusters to the end of the recording and keeps what their block heads tell.</summary>
internal sealed class WebmClusters(EbmlReader reader, WebmHead head)
{
    private readonly WebmTrack? _heard = head.Heard;
    private EbmlElement _cluster;
    private long? _clusterTicks;

    public Loudness Loudness { get; } = new();

    public RecordingFlaws Flaws { get; private set; }

    /// <summary>The byte after the last whole block.</summary>
    public long End { get; private set; }

    /// <summary>Begins where the reader has just read the head of the first Cluster.</summary>
    public async Task WalkAsync()
    {
        Enter(reader.Element);
        while (await StepAsync(await reader.NextAsync()))
        {
        }
    }

    private async ValueTask<bool> StepAsync(EbmlHead next) => next switch
    {
        EbmlHead.Whole => await TakeAsync(reader.Element),
        EbmlHead.Broken => await PassDamageAsync(),
        _ => reader.IsAtEnd && !EndsIn(_cluster) ? false : Truncated(),
    };

    private async ValueTask<bool> TakeAsync(EbmlElement element)
    {
        switch (element.Id)
        {
            case EbmlId.Cluster: return Enter(element);
            case EbmlId.Ebml or EbmlId.Segment: return AnotherSegment();
            case EbmlId.Void or EbmlId.Cues or EbmlId.Tags or EbmlId.SeekHead or EbmlId.Chapters or EbmlId.Attachments when element.HasSize: return await SkipAsync();
        }

        if (!IsBelievable(element, _cluster)) return await PassDamageAsync();
        switch (element.Id)
        {
            case EbmlId.Timestamp: return await TakeClusterTimeAsync();
            case EbmlId.BlockGroup: return await TakeGroupAsync(element);
            case EbmlId.SimpleBlock:
                var block = await ReadBlockAsync();
                return await SkipAsync() && Keep(block, element.End);
            default: return await SkipAsync();
        }
    }

    private async ValueTask<bool> TakeClusterTimeAsync()
    {
        await reader.PeekAsync(8);
        var ticks = (long)Math.Min(EbmlElement.Unsigned(reader.Peeked(8)), long.MaxValue);
        _clusterTicks = MediaTime.Scaled(ticks, head.Scale) is null ? null : ticks;
        return await SkipAsync();
    }

    /// <summary>A block with its duration and its references beside it; it is a key frame when it refers to nothing.</summary>
    private async ValueTask<bool> TakeGroupAsync(EbmlElement group)
    {
        WebmBlock? block = null;
        long? duration = null;
        var refers = false;
        while (reader.Position < group.End)
        {
            var next = await reader.NextAsync();
            if (next is not EbmlHead.Whole) return next is EbmlHead.Cut ? Truncated() : await PassDamageAsync();
            if (!IsBelievable(reader.Element, group)) return await PassDamageAsync();
            if (reader.Element.Id == EbmlId.Block) block = await ReadBlockAsync();
            if (reader.Element.Id == EbmlId.BlockDuration) duration = await ReadTicksAsync();
            refers |= reader.Element.Id == EbmlId.ReferenceBlock;
            if (!await SkipAsync()) return false;
        }

        return Keep(block is { } found ? found with { IsKey = !refers, Duration = duration ?? found.Duration } : null, group.End);
    }

    private async ValueTask<WebmBlock?> ReadBlockAsync()
    {
        await reader.PeekAsync(WebmBlock.LongestHead);
        return WebmBlock.Read(reader.Peeked(WebmBlock.LongestHead), reader.Element.Size, head);
    }

    private async ValueTask<long?> ReadTicksAsync()
    {
        await reader.PeekAsync(8);
        return MediaTime.Scaled((long)Math.Min(EbmlElement.Unsigned(reader.Peeked(8)), long.MaxValue), head.Scale);
    }

    private bool Keep(WebmBlock? read, long end)
    {
        End = end;
        if (read is not { } block) return true;
        if (_clusterTicks is not { } ticks || MediaTime.Scaled(ticks + block.Ticks, head.Scale) is not { } stamp)
        {
            Flaws |= RecordingFlaws.Damaged;
            return true;
        }

        var time = stamp - block.Track.CodecDelay;
        block.Track.Timeline.Add(time, block.Duration, block.IsKey);
        if (block.IsKey) block.Track.Cues.Add(ticks + block.Ticks, stamp, _cluster.Start);
        if (block.Track == _heard) Loudness.Add(time, block.Bytes);
        return true;
    }

    private bool Enter(EbmlElement cluster)
    {
        _cluster = cluster;
        _clusterTicks = null;
        return true;
    }

    private static bool IsBelievable(EbmlElement element, EbmlElement parent) =>
        element.HasSize && element.Size <= EbmlReader.LongestElement
        && !(parent.HasSize && element.Start < parent.End && element.End > parent.End);

    // Behind a whole block, in a Cluster that promised more.
    private bool EndsIn(EbmlElement cluster) => cluster.HasSize && reader.Position < cluster.End;

    private async ValueTask<bool> SkipAsync() => await reader.SkipBodyAsync() || Truncated();

    private ValueTask<bool> PassDamageAsync()
    {
        Flaws |= RecordingFlaws.Damaged;
        return reader.FindClusterAsync();
    }

    private bool AnotherSegment()
    {
        Flaws |= RecordingFlaws.SeveralSegments;
        return false;
    }

    private bool Truncated()
    {
        Flaws |= RecordingFlaws.Truncated;
        return false;
    }
}
