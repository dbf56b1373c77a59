using System.Collections.Immutable;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Committee;

namespace ReviewPortal.Core.Decisions;

/// <summary>
/// A decision that no longer stands, with how it came about: annulled, or reconsidered by the board itself. It stays readable (I10), and its
/// letter stays as it was sent.
/// </summary>
public sealed class FormerRound
{
    public Guid Id { get; init; }

    public CaseId Case { get; init; }

    /// <summary>1 for the first decision in this case.</summary>
    public int Number { get; init; }

    public DateTimeOffset ClosedAt { get; init; }

    public required string ClosedByName { get; init; }

    public bool Annulled { get; set; }

    /// <summary>The ruling ordered others to decide again; that holds for every later round (WHW 7.61 lid 5).</summary>
    public bool OtherComposition { get; set; }

    /// <summary>
    /// The board decides again without hearing the student again, of its own motion or after an annulment: nothing heavier may follow (Awb 4:8; who appeals
    /// is not made worse off by it).
    /// </summary>
    public bool InFavour { get; init; }

    /// <summary>How heavy its finding weighed on the student; the sanction stands in <see cref="Content"/>.</summary>
    public int Weight { get; init; }

    public string Why { get; init; } = "";

    public Outcome? Outcome { get; init; }

    public string Reasons { get; init; } = "";

    /// <summary>Who decided; another composition may be ordered (WHW 7.61 lid 5).</summary>
    public ImmutableArray<SessionMember> Members { get; init; } = [];

    /// <summary>Invitation, view, hearing, session and decision as they stood, as JSON.</summary>
    public required string Content { get; init; }
}
