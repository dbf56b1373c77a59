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

    /// <summary>The mark on which a confirmation rests; the confirmation goes when the mark goes.</summary>
    public Guid? Mark { get; set; }

    /// <summary>The act in which many were answered at once; null when this one was answered by itself.</summary>
    public Guid? Act { get; set; }

    public DateTimeOffset At { get; set; }
}
