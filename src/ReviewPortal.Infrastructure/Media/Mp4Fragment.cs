namespace ReviewPortal.Infrastructure.Media;

/// <summary>A 'moof' box: the samples of one fragment, as a browser's recorder writes them.</summary>
internal static class Mp4Fragment
{
    private const uint HasBaseOffset = 0x1;
    private const uint HasDescription = 0x2;
    private const uint HasDuration = 0x8;
    private const uint HasBytes = 0x10;
    private const uint HasFlags = 0x20;

    private const uint RunHasOffset = 0x1;
    private const uint RunHasFirstFlags = 0x4;
    private const uint RunHasDurations = 0x100;
    private const uint RunHasBytes = 0x200;
    private const uint RunHasFlags = 0x400;
    private const uint RunHasShowing = 0x800;

    /// <summary>False when something in it made no sense.</summary>
    public static bool Feed(ReadOnlySpan<byte> fragment, IReadOnlyList<Mp4Track> tracks)
    {
        var whole = true;
        for (var child = new Mp4Box(fragment); child.Next();)
            if (child.Type is "traf") whole &= FeedTrack(child.Body, tracks);
        return whole;
    }

    private static bool FeedTrack(ReadOnlySpan<byte> part, IReadOnlyList<Mp4Track> tracks)
    {
        var header = new Mp4Fields(Mp4Box.Find(part, "tfhd"));
        var id = header.Unsigned32();
        var track = tracks.FirstOrDefault(track => track.Id == id);
        if (track is null) return true;

        var defaults = ReadDefaults(header, track.Defaults);
        var start = Mp4Box.Find(part, "tfdt");
        if (!start.IsEmpty) track.NextFragment = new Mp4Fields(start).ByVersion();
        var whole = true;
        for (var child = new Mp4Box(part); child.Next();)
            if (child.Type is "trun") whole &= FeedRun(new Mp4Fields(child.Body), track, defaults);
        return whole;
    }

    private static Mp4Defaults ReadDefaults(Mp4Fields header, Mp4Defaults film)
    {
        if ((header.Flags & HasBaseOffset) != 0) header.Skip(8);
        if ((header.Flags & HasDescription) != 0) header.Skip(4);
        return new Mp4Defaults(
            (header.Flags & HasDuration) != 0 ? header.Unsigned32() : film.Duration,
            (header.Flags & HasBytes) != 0 ? header.Unsigned32() : film.Bytes,
            (header.Flags & HasFlags) != 0 ? header.Unsigned32() : film.Flags);
    }

    private static bool FeedRun(Mp4Fields run, Mp4Track track, Mp4Defaults defaults)
    {
        var count = run.Unsigned32();
        if ((run.Flags & RunHasOffset) != 0) run.Skip(4);
        uint? firstFlags = (run.Flags & RunHasFirstFlags) != 0 ? run.Unsigned32() : null;
        var saysEach = (run.Flags & (RunHasDurations | RunHasBytes | RunHasFlags | RunHasShowing)) != 0;
        for (uint sample = 0; sample < count; sample++)
        {
            if (saysEach && run.IsAtEnd) return false;
            var duration = (run.Flags & RunHasDurations) != 0 ? run.Unsigned32() : defaults.Duration;
            var bytes = (run.Flags & RunHasBytes) != 0 ? run.Unsigned32() : defaults.Bytes;
            var flags = (run.Flags & RunHasFlags) != 0 ? run.Unsigned32() : defaults.Flags;
            var showing = (run.Flags & RunHasShowing) != 0 ? run.Signed32() : 0;
            if (!track.Add(track.NextFragment + showing, duration, bytes, sample == 0 ? firstFlags ?? flags : flags)) return false;
            track.NextFragment += duration;
        }

        return true;
    }
}
