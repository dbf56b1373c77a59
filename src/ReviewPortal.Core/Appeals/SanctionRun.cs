using ReviewPortal.Core.Decisions;

namespace ReviewPortal.Core.Appeals;

/// <summary>Where a sanction stands on a day. An appeal does not suspend it (Awb 6:16); an interim measure does (WHW 7.61 lid 6).</summary>
public enum SanctionRun
{
    NotYet,
    Running,
    Suspended,
    Ended,
}

public static class SanctionRuns
{
    /// <returns>Null for a sanction that has no duration, such as a reprimand.</returns>
    public static SanctionRun? On(DateOnly day, Sanction sanction, IEnumerable<Appeal> appeals)
    {
        ArgumentNullException.ThrowIfNull(sanction);
        ArgumentNullException.ThrowIfNull(appeals);
        if (sanction is not { From: { } from, Until: { } until }) return null;
        if (day > until) return SanctionRun.Ended;
        if (appeals.Any(appeal => appeal.InterimRunsOn(day))) return SanctionRun.Suspended;
        return day < from ? SanctionRun.NotYet : SanctionRun.Running;
    }
}
