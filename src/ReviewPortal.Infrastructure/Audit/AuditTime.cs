namespace ReviewPortal.Infrastructure.Audit;

/// <summary>The time of an audit row: microseconds since 1 January 1970 UTC, and back.</summary>
public static class AuditTime
{
    public static long Micros(DateTimeOffset moment) => (moment.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks) / TimeSpan.TicksPerMicrosecond;

    public static DateTimeOffset Of(long micros) => DateTimeOffset.UnixEpoch.AddTicks(micros * TimeSpan.TicksPerMicrosecond);
}
