using System.Collections.Immutable;
using ReviewPortal.Core.Recordings;

namespace ReviewPortal.Infrastructure.Media;

/// <summary>MP4, plain or fragmented. It has what a player needs, so it is served as it is.</summary>
internal sealed class Mp4Indexer(ByteWindow bytes)
{
    // The table of a plain file stands in 'moov' and grows with its length: some 2 MB an hour.
    private const long LongestMovie = 64 * 1024 * 1024;

    private ImmutableArray<Mp4Track> _tracks = [];
    private RecordingFlaws _flaws;

    public async Task<IndexResult> IndexAsync()
    {
        while (await TakeBoxAsync())
        {
        }

        if (_tracks.IsEmpty) throw new RefusedMediaException(MediaRefusalReason.NoTracks, bytes.Position);
        if (_tracks.All(track => track.Timeline.Blocks == 0)) throw new RefusedMediaException(MediaRefusalReason.NoFrames, bytes.Position);
        return Index(_tracks.Max(track => track.Timeline.End()));
    }

    private Mp4Track? Watched => _tracks.FirstOrDefault(track => track.Kind is MediaTrackKind.Video);

    private MediaIndex Index(long end)
    {
        ImmutableArray<MediaTrack> tracks = [.. _tracks.Select(track => track.ToTrack(end))];
        return new MediaIndex
        {
            Container = MediaContainer.Mp4,
            Tracks = tracks,
            DurationSeconds = MediaTime.ToSeconds(end),
            FirstSeconds = tracks.Where(track => track.Blocks > 0).Min(track => track.FirstSeconds),
            Frames = Watched?.Timeline.Frames() ?? FrameTimes.None,
            Missing = MediaIndex.MissingFrom(tracks),
            Loudness = _tracks.FirstOrDefault(track => track.Format.Codec is "Opus")?.Loudness.ToBytes() ?? [],
            Prefix = default,
            ServedFrom = 0,
            ServedTo = bytes.Position,
            Flaws = _flaws,
        };
    }

    private async ValueTask<bool> TakeBoxAsync()
    {
        var start = bytes.Position;
        await bytes.HasAsync(Mp4Box.LongestHead);
        if (bytes.Ahead.IsEmpty) return false;
        if (!Mp4Box.TryReadHead(bytes.Ahead, out var type, out var head, out var size))
            return await StopAsync(bytes.Ahead.Length < Mp4Box.LongestHead ? RecordingFlaws.Truncated : RecordingFlaws.Damaged, start);

        bytes.Take(head);
        var body = size == 0 ? long.MaxValue : size - head;
        return type switch
        {
            "moov" when _tracks.IsEmpty => TakeMovie(await ReadAsync(body, LongestMovie, start)),
            "moof" => TakeFragment(await ReadAsync(body, EbmlReader.LongestElement, start)),
            _ => await SkipAsync(body, endsWithFile: size == 0, start),
        };
    }

    private async ValueTask<bool> SkipAsync(long count, bool endsWithFile, long start)
    {
        if (await bytes.SkipAsync(count)) return true;
        return !endsWithFile && await StopAsync(RecordingFlaws.Truncated, start);
    }

    private async ValueTask<byte[]?> ReadAsync(long count, long most, long start)
    {
        if (count > most) throw new RefusedMediaException(MediaRefusalReason.HeaderTooLarge, start);
        var body = await bytes.ReadAsync(count);
        if (body is null) await StopAsync(RecordingFlaws.Truncated, start);
        return body;
    }

    private bool TakeMovie(byte[]? body)
    {
        if (body is not null) _tracks = Mp4Movie.ReadTracks(body);
        return body is not null;
    }

    private bool TakeFragment(byte[]? body)
    {
        if (body is not null && !Mp4Fragment.Feed(body, _tracks)) _flaws |= RecordingFlaws.Damaged;
        return body is not null;
    }

    /// <summary>What was understood before a bad place still counts; without a description there is nothing to show.</summary>
    private async ValueTask<bool> StopAsync(RecordingFlaws flaw, long start)
    {
        if (_tracks.IsEmpty) throw new RefusedMediaException(flaw is RecordingFlaws.Truncated ? MediaRefusalReason.SizePastEnd : MediaRefusalReason.Damaged, start);
        _flaws |= flaw;
        await bytes.SkipAsync(long.MaxValue);
        return false;
    }
}
