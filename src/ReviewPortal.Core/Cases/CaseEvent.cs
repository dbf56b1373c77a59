using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Writing;

namespace ReviewPortal.Core.Cases;

/// <summary>One line of the timeline of a case: who did what, as what, when, and where it led.</summary>
public sealed class CaseEvent
{
    private CaseEvent()
    {
    }

    public long Id { get; private init; }

    public CaseId Case { get; private init; }

    /// <summary>The version of the case after this event; the order of the timeline.</summary>
    public long Version { get; private init; }

    public DateTimeOffset At { get; private init; }

    public PersonId By { get; private init; }

    public required string ByName { get; init; }

    public Role ByRole { get; private init; }

    public CaseAction Action { get; private init; }

    public CaseState? From { get; private init; }

    public CaseState To { get; private init; }

    /// <summary>What the person added in words: a reason, a name; null when the step speaks for itself.</summary>
    public string? Note { get; private init; }

    /// <summary>How who signed with this step proved who that is (Awb 2:18); null for a step that signs nothing.</summary>
    public SigningMethod? SignedWith { get; private init; }

    public DateTimeOffset? ProvedAt { get; private init; }

    /// <summary>The first line of every timeline.</summary>
    public static CaseEvent Imported(Case @case, Actor by, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(@case);
        return Of(@case, CaseLifecycle.Table.Single(row => row.Action is CaseAction.Import), null, by, now, null);
    }

    internal static CaseEvent Of(Case @case, Transition row, CaseState? from, Actor by, DateTimeOffset now, string? note, Signing? signing = null) => new()
    {
        Case = @case.Id,
        Version = @case.Version,
        At = now,
        By = by.Id,
        ByName = by.Name,
        ByRole = by.ActingAs(row),
        Action = row.Action,
        From = from,
        To = row.To,
        Note = Inked.IsEmpty(note) ? null : note.Trim(),
        SignedWith = signing?.Method,
        ProvedAt = signing?.ProvedAt,
    };
}
