using System.Collections.Immutable;
using ReviewPortal.Core.Cases;

namespace ReviewPortal.Core.Review;

/// <summary>A sitting that waits for a reviewer: how long it is to watch, by when somebody should have it, and who may not.</summary>
/// <param name="Seconds">Of recording.</param>
public sealed record WaitingSitting(CaseId Case, CaseNumber Number, double Seconds, DateOnly? Due, ImmutableArray<Exclusion> Excluded);

/// <summary>Why somebody is not proposed for one sitting. It rests on the exam and on what was done in the case, and on nothing about a student.</summary>
public sealed record Exclusion(PersonId Reviewer, ExclusionReason Reason);

public enum ExclusionReason
{
    /// <summary>Examined or sat this test (Awb 2:4).</summary>
    Party,

    /// <summary>Gave this case back before.</summary>
    HandedBack,
}

/// <summary>What lies with one reviewer.</summary>
/// <param name="InHand">First and second reviews.</param>
/// <param name="Seconds">Of recording that this person still has to watch.</param>
public sealed record ReviewerLoad(PersonId Reviewer, string Name, int InHand, double Seconds)
{
    public bool IsAway { get; init; }

    public double? MostSeconds { get; init; }

    public bool IsFull => Seconds >= MostSeconds;

    public bool HasRoomFor(double more) => !(Seconds + more > MostSeconds);
}

public sealed record Given(WaitingSitting Sitting, PersonId Reviewer);

/// <param name="Sitting">For which nobody is proposed.</param>
public sealed record Left(WaitingSitting Sitting, LeftBecause Why);

public enum LeftBecause
{
    /// <summary>There is no reviewer, or all are away.</summary>
    NobodyPresent,

    /// <summary>Whoever is there may not review this sitting.</summary>
    NobodyApart,

    /// <summary>Whoever may review it has no room for it.</summary>
    NobodyWithRoom,
}

/// <summary>Who would have how much in hand.</summary>
public sealed record LoadChange(ReviewerLoad Before, ReviewerLoad After);

/// <summary>
/// Divides sittings over reviewers by the minutes that each still has to watch, not by their number: whoever has the least gets the next. So two reviewers
/// who both had room end no further apart than one sitting. It proposes; a coordinator assigns (Protocol, Reviewer 1).
/// </summary>
public sealed record Division(ImmutableArray<Given> Given, ImmutableArray<Left> Left, ImmutableArray<LoadChange> Loads)
{
    /// <summary>The same sittings and the same loads always give the same division, in whatever order they come.</summary>
    public static Division Of(IEnumerable<WaitingSitting> waiting, IEnumerable<ReviewerLoad> reviewers)
    {
        ArgumentNullException.ThrowIfNull(waiting);
        var before = reviewers.OrderBy(load => load.Name, StringComparer.Ordinal).ThenBy(load => load.Reviewer.Value).ToImmutableArray();
        var now = before.ToDictionary(load => load.Reviewer);
        var (given, left) = (ImmutableArray.CreateBuilder<Given>(), ImmutableArray.CreateBuilder<Left>());

        // What must be looked at first goes first, so that a limit keeps the latest waiting; of one day the longest, because small stones fill up best.
        foreach (var sitting in waiting.OrderBy(item => item.Due ?? DateOnly.MaxValue).ThenByDescending(item => item.Seconds).ThenBy(item => item.Number))
        {
            var present = before.Where(load => !load.IsAway).Select(load => now[load.Reviewer]).ToArray();
            var apart = present.Where(load => sitting.Excluded.All(excluded => excluded.Reviewer != load.Reviewer)).ToArray();
            if (apart.Where(load => load.HasRoomFor(sitting.Seconds)).MinBy(load => (load.Seconds, load.InHand)) is { } least)
            {
                given.Add(new(sitting, least.Reviewer));
                now[least.Reviewer] = least with { InHand = least.InHand + 1, Seconds = least.Seconds + sitting.Seconds };
            }
            else
            {
                left.Add(new(sitting, present.Length is 0 ? LeftBecause.NobodyPresent : apart.Length is 0 ? LeftBecause.NobodyApart : LeftBecause.NobodyWithRoom));
            }
        }

        return new Division(given.ToImmutable(), left.ToImmutable(), [.. before.Select(load => new LoadChange(load, now[load.Reviewer]))]);
    }
}
