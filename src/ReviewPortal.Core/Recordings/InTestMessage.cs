using ReviewPortal.Core.Cases;

namespace ReviewPortal.Core.Recordings;

/// <summary>A line of the chat during the test. Only what the candidate reported here opens the route of force majeure (UU-IR-9, UU-IR-10).</summary>
public sealed class InTestMessage
{
    public long Id { get; init; }

    public SittingId Sitting { get; init; }

    /// <summary>Seconds from the sitting's start.</summary>
    public double At { get; init; }

    public MessageFrom From { get; init; }

    public required string Text { get; init; }

    /// <summary>A report counts when the candidate made it inside the sitting, not before and not afterwards.</summary>
    public bool IsReportDuring(Sitting sitting)
    {
        ArgumentNullException.ThrowIfNull(sitting);
        return From is MessageFrom.Candidate && At >= 0 && At <= sitting.Seconds;
    }
}

public enum MessageFrom
{
    Candidate,
    Support,
}
