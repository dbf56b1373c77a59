namespace ReviewPortal.Core.Writing;

/// <summary>Dates, times and amounts as people write them in each language.</summary>
public static class Wordings
{
    /// <summary>"maandag 4 januari 2027", "Monday 4 January 2027".</summary>
    public static string WithWeekday(this DateOnly date, Language language) => date.ToString("dddd d MMMM yyyy", language.Culture());

    /// <summary>"4 januari 2027", "4 January 2027".</summary>
    public static string InWords(this DateOnly date, Language language) => date.ToString("d MMMM yyyy", language.Culture());

    /// <summary>"4 jan 2027", "4 Jan 2027"; the abbreviated month without a full stop.</summary>
    public static string Brief(this DateOnly date, Language language) =>
        date.ToString("d MMM yyyy", language.Culture()).Replace(".", "", StringComparison.Ordinal);

    /// <summary>"09:43", the clock in Amsterdam.</summary>
    public static string Clock(this DateTimeOffset moment, Language language) =>
        Calendar.Amsterdam.Wall(moment).ToString("HH:mm", language.Culture());

    /// <summary>"09:43:52", the clock in Amsterdam with seconds.</summary>
    public static string ClockWithSeconds(this DateTimeOffset moment, Language language) =>
        Calendar.Amsterdam.Wall(moment).ToString("HH:mm:ss", language.Culture());

    /// <summary>"4 januari 2027, 09:43", the clock in Amsterdam.</summary>
    public static string InWords(this DateTimeOffset moment, Language language) =>
        $"{Calendar.Amsterdam.DateOf(moment).InWords(language)}, {moment.Clock(language)}";

    /// <summary>"a, b en c", "a, b and c".</summary>
    public static string Enumerate(this IEnumerable<string> items, Language language)
    {
        var all = items.ToArray();
        var and = language is Language.English ? " and " : " en ";
        return all.Length < 2 ? string.Concat(all) : string.Join(", ", all[..^1]) + and + all[^1];
    }

    /// <summary>"61 %" in Dutch, "61%" in English; a part that is not the whole never rounds up to it.</summary>
    public static string Percent(this double share, Language language)
    {
        var percent = share is > 0.99 and < 1 ? 99 : (int)Math.Round(share * 100, MidpointRounding.AwayFromZero);
        return language is Language.English ? $"{percent}%" : $"{percent} %";
    }
}
