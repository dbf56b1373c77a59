using System.Collections.Immutable;

namespace ReviewPortal.Infrastructure.Media;

/// <summary>The 'moov' box: the tracks, and the table of their samples unless the file is fragmented.</summary>
internal static class Mp4Movie
{
    private const int MostTracks = 32;

    // An edit with this media time shows nothing for a while.
    private const long EmptyEdit = -1;

    public static ImmutableArray<Mp4Track> ReadTracks(ReadOnlySpan<byte> movie)
    {
        var scale = ReadMovieScale(Mp4Box.Find(movie, "mvhd"));
        var tracks = ImmutableArray.CreateBuilder<Mp4Track>();
        for (var child = new Mp4Box(movie); child.Next() && tracks.Count < MostTracks;)
            if (child.Type is "trak" && ReadTrack(child.Body, scale, tracks.All(track => track.Kind is MediaTrackKind.Audio)) is { } track) tracks.Add(track);
        for (var child = new Mp4Box(Mp4Box.Find(movie, "mvex")); child.Next();)
            if (child.Type is "trex") TakeDefaults(new Mp4Fields(child.Body), tracks);
        return tracks.ToImmutable();
    }

    private static Mp4Track? ReadTrack(ReadOnlySpan<byte> track, uint movieScale, bool isFirstVideo)
    {
        var media = Mp4Box.Find(track, "mdia");
        var handler = new Mp4Fields(Mp4Box.Find(media, "hdlr"));
        handler.Skip(4);
        var type = handler.FourCharacters();
        if (type is not ("vide" or "soun")) return null;

        var kind = type is "vide" ? MediaTrackKind.Video : MediaTrackKind.Audio;
        var scale = ReadScale(new Mp4Fields(Mp4Box.Find(media, "mdhd")));
        var samples = Mp4Box.Find(media, "minf", "stbl");
        var read = new Mp4Track
        {
            Id = ReadId(new Mp4Fields(Mp4Box.Find(track, "tkhd"))),
            Kind = kind,
            Format = Mp4SampleFormat.Read(Mp4Box.Find(samples, "stsd"), kind),
            Scale = scale,
            Edit = ReadEdit(new Mp4Fields(Mp4Box.Find(track, "edts", "elst")), scale, movieScale),
        };
        if (kind is MediaTrackKind.Video && isFirstVideo) read.Timeline.KeepFrames();
        Mp4SampleTable.Feed(samples, read);
        return read;
    }

    private static uint ReadMovieScale(ReadOnlySpan<byte> header) => ReadScale(new Mp4Fields(header));

    // Creation and change of the film or the track come first; then the units a second.
    private static uint ReadScale(Mp4Fields header)
    {
        header.Skip(header.Version == 0 ? 8 : 16);
        return Math.Max(1, header.Unsigned32());
    }

    private static long ReadId(Mp4Fields header)
    {
        header.Skip(header.Version == 0 ? 8 : 16);
        return header.Unsigned32();
    }

    private static Mp4Edit ReadEdit(Mp4Fields edits, uint scale, uint movieScale)
    {
        long shift = 0;
        for (var left = edits.Unsigned32(); left > 0 && !edits.IsAtEnd; left--)
        {
            var duration = edits.ByVersion();
            var mediaTime = edits.SignedByVersion();
            edits.Skip(4);
            if (mediaTime != EmptyEdit) return new Mp4Edit(mediaTime, shift - mediaTime);
            shift += (MediaTime.Divided(duration, movieScale) ?? 0) / MediaTime.Millisecond * scale / 1000;
        }

        return new Mp4Edit(0, shift);
    }

    private static void TakeDefaults(Mp4Fields fields, ImmutableArray<Mp4Track>.Builder tracks)
    {
        var id = fields.Unsigned32();
        fields.Skip(4);
        var defaults = new Mp4Defaults(fields.Unsigned32(), fields.Unsigned32(), fields.Unsigned32());
        foreach (var track in tracks)
            if (track.Id == id) track.Defaults = defaults;
    }
}
