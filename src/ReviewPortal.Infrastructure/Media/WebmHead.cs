using System.Collections.Immutable;
using System.Text;

namespace ReviewPortal.Infrastructure.Media;

/// <summary>What stands before the first Cluster: kind of file, clock, tracks.</summary>
internal sealed class WebmHead
{
    private const int MostTracks = 32;
    private const long MillisecondTicks = 1_000_000;

    public required string DocType { get; init; }

    public ulong DocTypeVersion { get; init; } = 1;

    public ulong DocTypeReadVersion { get; init; } = 1;

    /// <summary>The body of Info as it stands in the file; empty when there is none.</summary>
    public byte[] Info { get; private set; } = [];

    /// <summary>The body of Tracks as it stands in the file; empty until it has been read.</summary>
    public byte[] TracksBody { get; private set; } = [];

    /// <summary>Nanoseconds a tick.</summary>
    public long Scale { get; private set; } = MillisecondTicks;

    public ImmutableArray<WebmTrack> Tracks { get; private set; } = [];

    public MediaContainer Container => DocType is "webm" ? MediaContainer.WebM : MediaContainer.Matroska;

    /// <summary>The first video track.</summary>
    public WebmTrack? Watched => Tracks.FirstOrDefault(track => track.Kind is MediaTrackKind.Video);

    /// <summary>The first sound track whose packets tell how loud it is.</summary>
    public WebmTrack? Heard => Tracks.FirstOrDefault(track => track.HasOpusPackets);

    public WebmTrack? Track(long number)
    {
        foreach (var track in Tracks)
            if (track.Number == number) return track;
        return null;
    }

    public static WebmHead Read(ReadOnlySpan<byte> header)
    {
        var (docType, version, readVersion) = ("matroska", 1UL, 1UL);
        for (var child = new EbmlChildren(header); child.Next();)
        {
            if (child.Id == EbmlId.DocType) docType = Encoding.ASCII.GetString(child.Body).TrimEnd('\0');
            if (child.Id == EbmlId.DocTypeVersion) version = child.Unsigned;
            if (child.Id == EbmlId.DocTypeReadVersion) readVersion = child.Unsigned;
        }

        if (docType is not ("webm" or "matroska")) throw new RefusedMediaException(MediaRefusalReason.OtherDocType, 0);
        return new WebmHead { DocType = docType, DocTypeVersion = version, DocTypeReadVersion = readVersion };
    }

    public void TakeInfo(byte[] body)
    {
        Info = body;
        for (var child = new EbmlChildren(body); child.Next();)
            if (child.Id == EbmlId.TimestampScale && child.Unsigned is > 0 and <= MediaTime.Second) Scale = (long)child.Unsigned;
    }

    public void TakeTracks(byte[] body)
    {
        TracksBody = body;
        var tracks = ImmutableArray.CreateBuilder<WebmTrack>();
        for (var child = new EbmlChildren(body); child.Next() && tracks.Count < MostTracks;)
            if (child.Id == EbmlId.TrackEntry && WebmTrack.Read(child.Body) is { Kind: not null } track) tracks.Add(track);
        Tracks = tracks.ToImmutable();
        Watched?.Timeline.KeepFrames();
    }
}
