using ReviewPortal.Core.Review;

namespace ReviewPortal.Core.Committee;

/// <summary>What a board chooses where the case law leaves it a choice (law.md 0.1, point 2).</summary>
/// <param name="CautionBeforeHearing">Awb 5:10a. Since the Council of State no longer calls these measures punitive it is not obliged; the stricter reading is the default.</param>
public sealed record BoardPolicy(bool CautionBeforeHearing = true)
{
    /// <summary>How much a reviewer must have watched before the board takes the outcome of a review.</summary>
    public ViewingPolicy Viewing { get; init; } = ViewingPolicy.AccountOnly;
}
