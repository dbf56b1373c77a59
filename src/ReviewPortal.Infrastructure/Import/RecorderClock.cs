namespace ReviewPortal.Infrastructure.Import;

/// <summary>How a recorder's clock ran against that of the sitting: where its time zero lies, and how many of its seconds go into one of the sitting.</summary>
/// <param name="Offset">Seconds from the sitting's start.</param>
internal readonly record struct RecorderClock(double Offset, double Rate)
{
    // Crystals differ by 0.01 %, bad ones by 0.1 %; more than this is no clock that runs.
    private const double MostDifference = 0.01;

    // Closer together, the delay of a single message looks like a clock that runs wrong.
    private const double ShortestSpan = 60;

    /// <summary>The straight line through the moments at which the recorder told its own time; the given offset where it told none.</summary>
    /// <exception cref="RefusedDeliveryException">Two or more moments are given that no clock can have told.</exception>
    public static RecorderClock Read(JsonField told, double offset)
    {
        var beats = told.Items().Select(beat => (At: beat["at"].Number(), Media: beat["media"].Number())).ToArray();
        if (beats.Length < 2 || beats.Max(beat => beat.At) - beats.Min(beat => beat.At) < ShortestSpan) return new(offset, 1);
        var (at, media) = (beats.Average(beat => beat.At), beats.Average(beat => beat.Media));
        var rate = beats.Sum(beat => (beat.At - at) * (beat.Media - media)) / beats.Sum(beat => (beat.At - at) * (beat.At - at));
        return Math.Abs(rate - 1) <= MostDifference ? new(at - (media / rate), rate) : throw told.Refused(RefusalReason.ImplausibleTime);
    }
}
