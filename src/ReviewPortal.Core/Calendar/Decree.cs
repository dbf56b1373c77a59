using System.Collections.Immutable;

namespace ReviewPortal.Core.Calendar;

/// <summary>
/// A royal decree by which days are equated with a holiday (Algemene termijnenwet art. 3 lid 3). No rule computes them, so that they are rows, and
/// of a year that no row covers a term must be checked by a person.
/// </summary>
/// <param name="Title">As the decree calls itself.</param>
/// <param name="FirstYear">The first of the years whose days it settles.</param>
/// <param name="Confirmed">False while nobody has laid the row beside the decree in the Staatscourant; it was read in a secondary source (law.md 2.3).</param>
public sealed record Decree(string Title, int FirstYear, int LastYear, ImmutableArray<DateOnly> Days, bool Confirmed)
{
    public static readonly ImmutableArray<Decree> All =
    [
        new("Besluit gelijkstelling van 28 april 2023, 19 mei 2023, 10 mei 2024, 27 december 2024 en 30 mei 2025 met een algemeen erkende feestdag", 2023, 2025,
            [new(2023, 4, 28), new(2023, 5, 19), new(2024, 5, 10), new(2024, 12, 27), new(2025, 5, 30)], Confirmed: false),
        new("Besluit gelijkstelling van 2 januari 2026, 15 mei 2026, 7 mei 2027, 28 april 2028 en 26 mei 2028 met een algemeen erkende feestdag", 2026, 2028,
            [new(2026, 1, 2), new(2026, 5, 15), new(2027, 5, 7), new(2028, 4, 28), new(2028, 5, 26)], Confirmed: false),
    ];

    /// <summary>The decree that settles this year, if it is known here.</summary>
    public static Decree? Of(int year) => All.FirstOrDefault(decree => year >= decree.FirstYear && year <= decree.LastYear);
}
