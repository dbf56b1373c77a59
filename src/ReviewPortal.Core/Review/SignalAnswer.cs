using ReviewPortal.Core.Cases;

namespace ReviewPortal.Core.Review;

/// <summary>A named person's answer to the question that a supplier's signal is (AP-INBR-3).</summary>
public sealed class SignalAnswer
{
    public CaseId Case { get; init; }

    public long Signal { get; init; }

    public PersonId By { get; init; }

    public required string ByName { get; init; }

    public bool Confirmed { get; set; }

    /// <summary>Why, in the person's own words; a rejection needs it.</summary>
    public string Reason { get; set; } = "";

    public DateTimeOffset At { get; set; }
}
