namespace ReviewPortal.Web.Features.Letters;

/// <summary>What came of putting decisions on a list.</summary>
/// <param name="Batch">The list; null when there is none.</param>
/// <param name="LacksSignature">It could be begun, and nobody signed for it (Awb 2:18).</param>
public sealed record BatchOrder(Guid? Batch, bool LacksSignature = false)
{
    /// <summary>This person may make nothing known, or nothing of it is there to be made known.</summary>
    public static readonly BatchOrder Nothing = new((Guid?)null);
}

/// <summary>What became of one look at the lists.</summary>
public enum BatchRound
{
    /// <summary>No letter waits that may be tried now.</summary>
    Nothing,

    /// <summary>A letter went out, or was refused.</summary>
    Ended,

    /// <summary>A letter could not be made.</summary>
    Failed,
}

/// <summary>A letter that could not be made, and when it is tried again.</summary>
/// <param name="Why">What the portal met with, in its own words.</param>
public sealed record BatchFailure(Guid Batch, int Times, string Why, DateTimeOffset At, DateTimeOffset AgainAt);
