using ReviewPortal.Core.Cases;

namespace ReviewPortal.Core.Recordings;

/// <summary>
/// What lists show, filter and sort by of a sitting. Computed when it comes in from what is kept beside it, and at any time again: it proves nothing and
/// nothing rests on it (UU-DEF-3).
/// </summary>
public sealed class SittingFigures
{
    public SittingId Sitting { get; init; }

    /// <summary>The length of the sitting in seconds.</summary>
    public double Seconds { get; init; }

    /// <summary>The recorded share of the sitting, from 0 to 1, of the track that was recorded least; a track that is missing counts as zero (UU-DEF-2).</summary>
    public double Covered { get; init; }

    /// <summary>Seconds of the longest stretch without a recording, over all tracks.</summary>
    public double LongestGap { get; init; }

    /// <summary>How often the candidate reported something during the test (UU-IR-9).</summary>
    public int Reports { get; init; }

    public static SittingFigures Of(Sitting sitting, IReadOnlyCollection<Recording> recordings, IEnumerable<InTestMessage> messages)
    {
        ArgumentNullException.ThrowIfNull(sitting);
        var tracks = TrackFacts.Of(sitting, recordings);
        return new SittingFigures
        {
            Sitting = sitting.Id,
            Seconds = sitting.Seconds,
            Covered = tracks.Min(track => track.Covered),
            LongestGap = tracks.Max(track => track.LongestGap),
            Reports = messages.Count(message => message.IsReportDuring(sitting)),
        };
    }
}
