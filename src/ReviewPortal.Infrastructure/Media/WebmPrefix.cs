namespace ReviewPortal.Infrastructure.Media;

/// <summary>
/// The beginning that a live recorder could not write: a duration and Cues. In front of the untouched Clusters it makes a file
/// that plays and seeks, so that the evidence keeps its bytes and no second copy exists.
/// </summary>
internal static class WebmPrefix
{
    public static byte[] Build(WebmHead head, IReadOnlyList<Cue> cues, long track, double durationTicks, long firstCluster)
    {
        var info = new EbmlWriter().Element(EbmlId.Info, Info(head, durationTicks)).ToArray();
        var tracks = new EbmlWriter().Element(EbmlId.Tracks, head.TracksBody).ToArray();

        // All places are counted from the first byte inside the Segment, and depend on lengths only: those are known beforehand.
        var hasCues = cues.Count > 0;
        var infoAt = SeekHead(0, 0, hasCues ? 0 : null).Length;
        var tracksAt = infoAt + info.Length;
        var cuesAt = tracksAt + tracks.Length;
        var clustersAt = cuesAt + Cues(cues, track, shift: 0).Length;
        return new EbmlWriter()
            .Element(EbmlId.Ebml, Header(head))
            .OpenEnded(EbmlId.Segment)
            .Raw(SeekHead(infoAt, tracksAt, hasCues ? cuesAt : null))
            .Raw(info)
            .Raw(tracks)
            .Raw(Cues(cues, track, clustersAt - firstCluster))
            .ToArray();
    }

    private static EbmlWriter Header(WebmHead head) => new EbmlWriter()
        .Number(EbmlId.EbmlVersion, 1)
        .Number(EbmlId.EbmlReadVersion, 1)
        .Number(EbmlId.EbmlMaxIdLength, 4)
        .Number(EbmlId.EbmlMaxSizeLength, 8)
        .Text(EbmlId.DocType, head.DocType)
        .Number(EbmlId.DocTypeVersion, head.DocTypeVersion)
        .Number(EbmlId.DocTypeReadVersion, head.DocTypeReadVersion);

    // The checksum inside Info would no longer be right.
    private static EbmlWriter Info(WebmHead head, double durationTicks)
    {
        var info = new EbmlWriter();
        for (var child = new EbmlChildren(head.Info); child.Next();)
            if (child.Id is not (EbmlId.Duration or EbmlId.Crc32 or EbmlId.Void)) info.Raw(child.Whole);
        if (info.Length == 0) info.Text(EbmlId.MuxingApp, "ReviewPortal").Text(EbmlId.WritingApp, "ReviewPortal");
        return info.Float(EbmlId.Duration, durationTicks);
    }

    private static byte[] SeekHead(long info, long tracks, long? cues)
    {
        var seeks = new EbmlWriter().Element(EbmlId.Seek, Seek(EbmlId.Info, info)).Element(EbmlId.Seek, Seek(EbmlId.Tracks, tracks));
        if (cues is not null) seeks.Element(EbmlId.Seek, Seek(EbmlId.Cues, cues.Value));
        return new EbmlWriter().Element(EbmlId.SeekHead, seeks).ToArray();
    }

    private static EbmlWriter Seek(uint id, long position) => new EbmlWriter().Number(EbmlId.SeekId, id).Place(EbmlId.SeekPosition, position);

    // A recording without one key frame has none; it plays, but cannot be searched.
    private static byte[] Cues(IReadOnlyList<Cue> cues, long track, long shift)
    {
        if (cues.Count == 0) return [];
        var points = new EbmlWriter();
        foreach (var cue in cues)
        {
            points.Element(EbmlId.CuePoint, new EbmlWriter()
                .Number(EbmlId.CueTime, (ulong)cue.Ticks)
                .Element(EbmlId.CueTrackPositions, new EbmlWriter()
                    .Number(EbmlId.CueTrack, (ulong)track)
                    .Place(EbmlId.CueClusterPosition, cue.Cluster + shift)));
        }

        return new EbmlWriter().Element(EbmlId.Cues, points).ToArray();
    }
}
