using System.Collections.Immutable;

namespace ReviewPortal.Infrastructure.Media;

/// <summary>WebM and Matroska: a description first, then Clusters up to the end.</summary>
internal sealed class WebmIndexer(ByteWindow bytes)
{
    private readonly EbmlReader _reader = new(bytes);

    public async Task<IndexResult> IndexAsync()
    {
        var head = await ReadHeadAsync();
        var firstCluster = _reader.Element.Start;
        var clusters = new WebmClusters(_reader, head);
        await clusters.WalkAsync();
        var main = head.Tracks.OrderBy(track => track.Kind).FirstOrDefault(track => track.Timeline.Blocks > 0)
            ?? throw new RefusedMediaException(MediaRefusalReason.NoFrames, firstCluster);
        return Index(head, main, clusters, firstCluster);
    }

    private static MediaIndex Index(WebmHead head, WebmTrack main, WebmClusters clusters, long firstCluster)
    {
        var end = head.Tracks.Max(track => track.Timeline.End());
        ImmutableArray<MediaTrack> tracks = [.. head.Tracks.Select(track => track.ToTrack(end))];
        return new MediaIndex
        {
            Container = head.Container,
            Tracks = tracks,
            DurationSeconds = MediaTime.ToSeconds(end),
            FirstSeconds = tracks.Where(track => track.Blocks > 0).Min(track => track.FirstSeconds),
            Frames = head.Watched?.Timeline.Frames() ?? FrameTimes.None,
            Missing = MediaIndex.MissingFrom(tracks),
            Loudness = clusters.Loudness.ToBytes(),
            Prefix = WebmPrefix.Build(head, main.Cues.All, main.Number, Math.Max(1, end / (double)head.Scale), firstCluster),
            ServedFrom = firstCluster,
            ServedTo = clusters.End,
            Flaws = clusters.Flaws,
        };
    }

    /// <summary>Leaves the reader behind the head of the first Cluster.</summary>
    private async Task<WebmHead> ReadHeadAsync()
    {
        await _reader.NextAsync();
        var head = WebmHead.Read(await _reader.ReadBodyAsync());
        while (await NextAsync() is var element && element.Id != EbmlId.Cluster)
        {
            switch (element.Id)
            {
                case EbmlId.Segment: break; // entered: what follows lies inside it
                case EbmlId.Ebml: throw new RefusedMediaException(MediaRefusalReason.NoFrames, element.Start);
                case EbmlId.Info when head.Info.Length == 0: head.TakeInfo(await _reader.ReadBodyAsync()); break;
                case EbmlId.Tracks when head.TracksBody.Length == 0: head.TakeTracks(await _reader.ReadBodyAsync()); break;
                default: await PassAsync(element); break;
            }
        }

        return head.Tracks.IsEmpty ? throw new RefusedMediaException(MediaRefusalReason.NoTracks, _reader.Position) : head;
    }

    private async ValueTask<EbmlElement> NextAsync() => await _reader.NextAsync() switch
    {
        EbmlHead.Whole => _reader.Element,
        EbmlHead.Broken => throw new RefusedMediaException(MediaRefusalReason.Damaged, _reader.Position),
        _ => throw new RefusedMediaException(MediaRefusalReason.NoFrames, _reader.Position),
    };

    private async ValueTask PassAsync(EbmlElement element)
    {
        if (!element.HasSize) throw new RefusedMediaException(MediaRefusalReason.Damaged, element.Start);
        if (!await _reader.SkipBodyAsync()) throw new RefusedMediaException(MediaRefusalReason.SizePastEnd, element.Start);
    }
}
