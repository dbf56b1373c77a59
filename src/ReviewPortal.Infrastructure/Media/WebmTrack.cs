using System.Text;

namespace ReviewPortal.Infrastructure.Media;

/// <summary>A TrackEntry, and what its blocks told so far.</summary>
internal sealed class WebmTrack
{
    private const ulong VideoType = 1;
    private const ulong AudioType = 2;

    private int _width;
    private int _height;
    private int _sampleRate;
    private int _channels;
    private bool _isEncoded;

    public long Number { get; private set; }

    /// <summary>Null for subtitles and the like.</summary>
    public MediaTrackKind? Kind { get; private set; }

    public string Codec { get; private set; } = "";

    /// <summary>Nanoseconds a frame; 0 when the track does not say, as with every browser.</summary>
    public long DefaultDuration { get; private set; }

    /// <summary>Nanoseconds that the decoder takes to get going: block times are later than what they present by so much.</summary>
    public long CodecDelay { get; private set; }

    public TrackTimeline Timeline { get; } = new();

    public WebmCues Cues { get; } = new();

    /// <summary>Packets whose first bytes can be read as Opus; not when the container changed them.</summary>
    public bool HasOpusPackets => Codec is "A_OPUS" && !_isEncoded;

    public static WebmTrack Read(ReadOnlySpan<byte> entry)
    {
        var track = new WebmTrack();
        for (var child = new EbmlChildren(entry); child.Next();) track.Take(child);
        return track;
    }

    public MediaTrack ToTrack(long fileEnd) => new()
    {
        Number = Number,
        Kind = Kind ?? MediaTrackKind.Audio,
        Codec = Codec,
        Width = _width,
        Height = _height,
        SampleRate = _sampleRate,
        Channels = Kind is MediaTrackKind.Audio ? Math.Max(1, _channels) : 0,
        Blocks = Timeline.Blocks,
        FirstSeconds = Timeline.Blocks == 0 ? 0 : MediaTime.ToSeconds(Timeline.First),
        EndSeconds = MediaTime.ToSeconds(Timeline.End()),
        Holes = Timeline.HolesUpTo(fileEnd),
    };

    private void Take(EbmlChildren child)
    {
        switch (child.Id)
        {
            case EbmlId.TrackNumber: Number = (long)Math.Min(child.Unsigned, long.MaxValue); break;
            case EbmlId.TrackType: Kind = child.Unsigned switch { VideoType => MediaTrackKind.Video, AudioType => MediaTrackKind.Audio, _ => null }; break;
            case EbmlId.CodecId: Codec = Encoding.ASCII.GetString(child.Body[..Math.Min(64, child.Body.Length)]).TrimEnd('\0'); break;
            case EbmlId.DefaultDuration: DefaultDuration = (long)Math.Min(child.Unsigned, long.MaxValue); break;
            case EbmlId.CodecDelay: CodecDelay = child.Unsigned <= MediaTime.Second ? (long)child.Unsigned : 0; break;
            case EbmlId.ContentEncodings: _isEncoded = true; break;
            case EbmlId.Video or EbmlId.Audio: TakeFormat(new EbmlChildren(child.Body)); break;
            default: break;
        }
    }

    private void TakeFormat(EbmlChildren child)
    {
        while (child.Next())
        {
            switch (child.Id)
            {
                case EbmlId.PixelWidth: _width = Count(child.Unsigned); break;
                case EbmlId.PixelHeight: _height = Count(child.Unsigned); break;
                case EbmlId.Channels: _channels = Count(child.Unsigned); break;
                case EbmlId.SamplingFrequency: _sampleRate = Count((ulong)Math.Clamp(EbmlElement.Float(child.Body), 0, int.MaxValue)); break;
                default: break;
            }
        }
    }

    private static int Count(ulong number) => number <= int.MaxValue ? (int)number : 0;
}
