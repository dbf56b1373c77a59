namespace ReviewPortal.Infrastructure.Import;

/// <summary>Seconds from the sitting's start, as a delivery gives them.</summary>
internal static class SittingTime
{
    /// <summary>Clocks of recorder and server differ a little; a minute before the start is no moment in a sitting.</summary>
    public const double EarliestMoment = -60;

    /// <summary>A camera may run long before the test is opened.</summary>
    public const double EarliestTrack = -24 * 3600;

    private const double Latest = 7 * 24 * 3600;

    public static double Read(JsonField field, double earliest) =>
        field.Number() is var seconds && seconds >= earliest && seconds <= Latest ? seconds : throw field.Refused(RefusalReason.ImplausibleTime);
}
