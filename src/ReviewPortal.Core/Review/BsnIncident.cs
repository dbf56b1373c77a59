using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Recordings;

namespace ReviewPortal.Core.Review;

/// <summary>
/// A citizen service number can be seen in a recording: a note to the data protection officer, of where and when and by whom, and nothing against
/// the student (UAVG 46, UU-PRE-8). The number itself is nowhere in it.
/// </summary>
public sealed class BsnIncident
{
    public Guid Id { get; init; }

    public CaseId Case { get; init; }

    /// <summary>The track that shows it; null when the reviewer said so without naming one.</summary>
    public TrackRole? Track { get; init; }

    /// <summary>Seconds from the sitting's start.</summary>
    public double From { get; init; }

    public double To { get; init; }

    public string Note { get; init; } = "";

    public PersonId By { get; init; }

    public required string ByName { get; init; }

    public DateTimeOffset At { get; init; }

    public string? HandledByName { get; set; }

    public DateTimeOffset? HandledAt { get; set; }

    /// <summary>What the data protection officer did about it (AVG 33 lid 5).</summary>
    public string Handling { get; set; } = "";

    public Fragment Fragment => new(From, To);

    public bool IsHandled => HandledAt is not null;
}
