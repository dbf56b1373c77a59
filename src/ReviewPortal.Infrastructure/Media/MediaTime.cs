namespace ReviewPortal.Infrastructure.Media;

/// <summary>Presentation times in nanoseconds from the file's time zero.</summary>
internal static class MediaTime
{
    public const long Millisecond = 1_000_000;
    public const long Second = 1_000_000_000;

    /// <summary>A sitting lasts hours. A time beyond a week is a damaged number, and must not size any table.</summary>
    public const long Latest = 7L * 24 * 3600 * Second;

    /// <summary>Recorders start a little before zero: the priming of a sound codec, or the rounding of Firefox (-1 ms).</summary>
    public const long Earliest = -60 * Second;

    /// <summary>No recorder writes one frame or packet that lasts longer than this; a file that says so is not believed.</summary>
    public const long LongestFrame = 60 * Second;

    /// <summary>Null when the number cannot be a time in a recording.</summary>
    public static long? Scaled(long ticks, long nanosecondsPerTick) => Plausible((Int128)ticks * nanosecondsPerTick);

    /// <summary>Null when the number cannot be a time in a recording.</summary>
    public static long? Divided(long units, long unitsPerSecond) => Plausible((Int128)units * Second / Math.Max(1, unitsPerSecond));

    private static long? Plausible(Int128 time) => time >= Earliest && time <= Latest ? (long)time : null;

    /// <summary>A duration as the file says it; zero when it says none, or one that no frame has.</summary>
    public static long Believable(long duration) => duration is > 0 and <= LongestFrame ? duration : 0;

    public static uint ToMilliseconds(long time) => time <= 0 ? 0 : (uint)((time + (Millisecond / 2)) / Millisecond);

    public static double ToSeconds(long time) => time / (double)Second;
}
