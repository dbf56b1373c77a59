namespace ReviewPortal.Core.Letters;

/// <summary>The decision that a new one replaces, as the letter of the new one tells it (Awb 2:12, 6:19).</summary>
/// <param name="Published">The day of the letter that made it known.</param>
/// <param name="Why">What the board wrote when it took the decision up again, or agreed on; not printed after an annulment, which explains itself.</param>
public sealed record ReplacedDecision(DateOnly Published, string Why)
{
    /// <summary>The day of the ruling that annulled it; null when no other body did (WHW 7.61 lid 5).</summary>
    public DateOnly? AnnulledOn { get; init; }

    /// <summary>The Council of State annulled it, and not the appeals board.</summary>
    public bool ByCouncil { get; init; }

    /// <summary>The day on which the board and the student came to terms; null when they did not (WHW 7.61 lid 3).</summary>
    public DateOnly? AgreedOn { get; init; }

    /// <summary>An appeal that was lodged against it goes on against the new decision (Awb 6:19).</summary>
    public bool AppealGoesOn { get; init; }
}
