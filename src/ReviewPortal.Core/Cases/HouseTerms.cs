using System.Collections.Immutable;
using ReviewPortal.Core.Lifecycle;

namespace ReviewPortal.Core.Cases;

/// <summary>
/// The terms that a house sets for itself, in working days: how long a case may wait in a state, and how long a student has to react. A row that the
/// settings name takes the place of the one in <see cref="StateTerms"/>; no law gives them (law.md 6.1, point 10).
/// </summary>
public sealed record HouseTerms(ImmutableArray<StateTerm> States, int NoticeWorkingDays)
{
    /// <summary>The shortest and the longest that a house term can sensibly be: a day, and the working days of a year.</summary>
    public const int Shortest = 1;

    public const int Longest = 260;

    /// <summary>Unless the settings say otherwise.</summary>
    public static readonly HouseTerms Standard = new(StateTerms.All, NoticeWorkingDays: 5);

    /// <summary>The terms of this house. They are chosen once, before the portal opens, and are the same for everybody.</summary>
    public static HouseTerms Current { get; private set; } = Standard;

    /// <summary>The names under which the settings can give a term.</summary>
    public static IEnumerable<string> Names => Standard.States.Select(term => term.State.ToString()).Append(nameof(NoticeWorkingDays));

    public StateTerm? Of(CaseState state) => States.FirstOrDefault(term => term.State == state);

    /// <returns>Null when no house term has this name, or when it cannot last so many days.</returns>
    public HouseTerms? With(string name, int days)
    {
        if (days is < Shortest or > Longest) return null;
        if (Is(name, nameof(NoticeWorkingDays))) return this with { NoticeWorkingDays = days };

        var term = States.FirstOrDefault(term => Is(name, term.State.ToString()));
        return term is null ? null : this with { States = States.Replace(term, term with { Days = days }) };
    }

    /// <summary>Only at the start, before anybody is let in.</summary>
    public static void Choose(HouseTerms terms) => Current = terms;

    // The names of settings are the same in capitals.
    private static bool Is(string name, string other) => string.Equals(name, other, StringComparison.OrdinalIgnoreCase);
}
