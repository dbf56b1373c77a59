using ReviewPortal.Core.Cases;

namespace ReviewPortal.Core.Letters;

/// <summary>A clerical mistake in a published letter, and the letter that corrects it. The first keeps its bytes (Awb 2:12, I6).</summary>
public sealed class Correction
{
    public Guid Id { get; init; }

    public CaseId Case { get; init; }

    /// <summary>The letter with the mistake.</summary>
    public Guid Letter { get; init; }

    /// <summary>The letter that corrects it.</summary>
    public Guid By { get; init; }

    /// <summary>What stands in the letter.</summary>
    public required string Wrong { get; init; }

    /// <summary>What it must read.</summary>
    public required string Right { get; init; }

    /// <summary>The mistake was in what the letter says about the remedy, so that the term begins anew (Awb 3:45, 6:8, 6:11).</summary>
    public bool NewTerm { get; init; }

    public DateTimeOffset At { get; init; }

    public required string ByName { get; init; }
}

/// <summary>A correction as its letter tells it.</summary>
/// <param name="Kind">Of the letter that is corrected.</param>
/// <param name="Published">The day of that letter.</param>
/// <param name="AppealBy">The last day of its term, which stays; null when it has none, or when the term begins anew.</param>
public sealed record CorrectedLetter(LetterKind Kind, DateOnly Published, string Wrong, string Right, DateOnly? AppealBy);
