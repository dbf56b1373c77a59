using System.Collections.Concurrent;
using System.Collections.Immutable;
using ReviewPortal.Core.Writing;

namespace ReviewPortal.Core.Calendar;

/// <summary>A day on which a statutory term cannot end, with the provision that says so.</summary>
/// <param name="Decree">The royal decree, for a day that is equated with a holiday.</param>
public sealed record Holiday(DateOnly Date, string Dutch, string English, string Basis, Decree? Decree = null)
{
    public string Name(Language language) => language is Language.English ? English : Dutch;
}

/// <summary>The recognised holidays of the Algemene termijnenwet, art. 3.</summary>
public static class Holidays
{
    private const string FirstParagraph = "Algemene termijnenwet art. 3 lid 1";
    private const string SecondParagraph = "Algemene termijnenwet art. 3 lid 2";
    private const string ThirdParagraph = "Algemene termijnenwet art. 3 lid 3, koninklijk besluit";

    private static readonly ConcurrentDictionary<int, ImmutableArray<Holiday>> Years = new();

    /// <summary>The last year of which the royal decree is known; a later term must be checked by a person.</summary>
    public static int LastYearWithDecree => Decree.All.Max(decree => decree.LastYear);

    /// <summary>Whether the royal decree for this year is among the rows; if not, a day of that year may be equated without our knowing.</summary>
    public static bool DecreeIsKnown(int year) => Decree.Of(year) is not null;

    public static Holiday? On(DateOnly date) => Of(date.Year).FirstOrDefault(holiday => holiday.Date == date);

    /// <summary>The holidays and equated days of a year, in their order.</summary>
    public static IEnumerable<Holiday> Of(int year) => Years.GetOrAdd(year, Compute);

    private static ImmutableArray<Holiday> Compute(int year)
    {
        var easter = EasterSunday(year);
        IEnumerable<Holiday> days =
        [
            .. Fixed(year),
            new(easter.AddDays(-2), "Goede Vrijdag", "Good Friday", SecondParagraph),
            new(easter.AddDays(1), "tweede Paasdag", "Easter Monday", FirstParagraph),
            new(easter.AddDays(39), "Hemelvaartsdag", "Ascension Day", FirstParagraph),
            new(easter.AddDays(50), "tweede Pinksterdag", "Whit Monday", FirstParagraph),
            .. Equated(year),
        ];
        return [.. days.OrderBy(day => day.Date)];
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

    private static IEnumerable<Holiday> Equated(int year) => Decree.All.SelectMany(decree => decree.Days
        .Where(day => day.Year == year)
        .Select(day => new Holiday(day, "gelijkgestelde dag", "day equated with a holiday", ThirdParagraph, decree)));
}
