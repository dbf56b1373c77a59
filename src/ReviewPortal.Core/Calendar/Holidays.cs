using System.Collections.Immutable;

namespace ReviewPortal.Core.Calendar;

/// <summary>A day on which a statutory term cannot end, with the provision that says so.</summary>
public sealed record Holiday(DateOnly Date, string Dutch, string English, string Basis);

/// <summary>The recognised holidays of the Algemene termijnenwet, art. 3.</summary>
public static class Holidays
{
    private const string FirstParagraph = "Algemene termijnenwet art. 3 lid 1";
    private const string SecondParagraph = "Algemene termijnenwet art. 3 lid 2";

    /// <summary>Days equated by royal decree (art. 3 lid 3): rows with their source, because no rule computes them.</summary>
    public static readonly ImmutableArray<Holiday> Equated =
    [
        EquatedDay(2023, 4, 28), EquatedDay(2023, 5, 19), EquatedDay(2024, 5, 10), EquatedDay(2024, 12, 27), EquatedDay(2025, 5, 30),
        EquatedDay(2026, 1, 2), EquatedDay(2026, 5, 15), EquatedDay(2027, 5, 7), EquatedDay(2028, 4, 28), EquatedDay(2028, 5, 26),
    ];

    /// <summary>The last year of which the royal decree is known; a later term must be checked by a person.</summary>
    public static int LastYearWithDecree => Equated.Max(day => day.Date.Year);

    /// <summary>Whether the royal decree for this year is among the rows; if not, a day of that year may be equated without our knowing.</summary>
    public static bool DecreeIsKnown(int year) => year >= Equated.Min(day => day.Date.Year) && year <= LastYearWithDecree;

    public static Holiday? On(DateOnly date) => Of(date.Year).FirstOrDefault(holiday => holiday.Date == date);

    public static IEnumerable<Holiday> Of(int year)
    {
        var easter = EasterSunday(year);
        return Fixed(year)
            .Concat(
            [
                new(easter.AddDays(-2), "Goede Vrijdag", "Good Friday", SecondParagraph),
                new(easter.AddDays(1), "tweede Paasdag", "Easter Monday", FirstParagraph),
                new(easter.AddDays(39), "Hemelvaartsdag", "Ascension Day", FirstParagraph),
                new(easter.AddDays(50), "tweede Pinksterdag", "Whit Monday", FirstParagraph),
            ])
            .Concat(Equated.Where(day => day.Date.Year == year))
            .OrderBy(day => day.Date);
    }

    private static IEnumerable<Holiday> Fixed(int year) =>
    [
        new(new(year, 1, 1), "Nieuwjaarsdag", "New Year's Day", FirstParagraph),
        new(KingsDay(year), "Koningsdag", "King's Day", FirstParagraph),
        new(new(year, 5, 5), "5 mei", "Liberation Day", FirstParagraph),
        new(new(year, 12, 25), "eerste Kerstdag", "Christmas Day", FirstParagraph),
        new(new(year, 12, 26), "tweede Kerstdag", "Boxing Day", FirstParagraph),
    ];

    // The birthday is kept a day earlier when the 27th is a Sunday; the law names the day on which it is celebrated.
    private static DateOnly KingsDay(int year)
    {
        var birthday = new DateOnly(year, 4, 27);
        return birthday.DayOfWeek is DayOfWeek.Sunday ? birthday.AddDays(-1) : birthday;
    }

    // The Gregorian computus in the form of Meeus, Jones and Butcher.
    private static DateOnly EasterSunday(int year)
    {
        int a = year % 19, b = year / 100, c = year % 100;
        int d = b / 4, e = b % 4, g = ((8 * b) + 13) / 25;
        int h = ((19 * a) + b - d - g + 15) % 30;
        int i = c / 4, k = c % 4;
        int l = (32 + (2 * e) + (2 * i) - h - k) % 7;
        int m = (a + (11 * h) + (22 * l)) / 451;
        int n = h + l - (7 * m) + 114;
        return new DateOnly(year, n / 31, (n % 31) + 1);
    }

    private static Holiday EquatedDay(int year, int month, int day) =>
        new(new(year, month, day), "gelijkgestelde dag", "day equated with a holiday", "Algemene termijnenwet art. 3 lid 3, koninklijk besluit");
}
