using ReviewPortal.Core.Recordings;

namespace ReviewPortal.Core.Review;

/// <summary>How much of a sitting one person still has to watch, and has watched. Tracks are watched side by side, so a minute on three tracks is one minute.</summary>
public static class Watching
{
    /// <summary>In seconds: where on some track lies what was recorded and this person did not play.</summary>
    /// <param name="length">Of the sitting, in seconds.</param>
    /// <param name="seen">Of this person, in this sitting.</param>
    public static double StillToDo(double length, IReadOnlyCollection<Recording> recordings, IReadOnlyCollection<Seen> seen)
    {
        ArgumentNullException.ThrowIfNull(recordings);
        ArgumentNullException.ThrowIfNull(seen);
        return FragmentSet.Of(recordings.GroupBy(recording => recording.Role).SelectMany(track => FragmentSet
            .Of(track.SelectMany(recording => recording.Recorded.Fragments))
            .Within(length)
            .Without(seen.Where(item => item.Role == track.Key).SelectMany(item => item.Fragments))
            .Fragments)).Seconds;
    }

    /// <summary>In seconds: what this person played of it, on whatever track and at whatever speed.</summary>
    public static double Done(IEnumerable<Seen> seen) => FragmentSet.Of(seen.SelectMany(item => item.Fragments)).Seconds;
}
