namespace ReviewPortal.Core.Calendar;

/// <summary>Days that are no Saturday, no Sunday and no recognised holiday.</summary>
public static class WorkingDays
{
    public static bool IsWorkingDay(DateOnly date) =>
        date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && Holidays.On(date) is null;

    /// <summary>The working day that comes <paramref name="count"/> working days after the date.</summary>
    public static DateOnly After(DateOnly date, int count) => Step(date, count, 1);

    /// <summary>The working day that comes <paramref name="count"/> working days before the date.</summary>
    public static DateOnly Before(DateOnly date, int count) => Step(date, count, -1);

    /// <summary>The date itself when it is a working day, otherwise the first one after it.</summary>
    public static DateOnly OnOrAfter(DateOnly date) => IsWorkingDay(date) ? date : After(date, 1);

    /// <summary>The date itself when it is a working day, otherwise the last one before it.</summary>
    public static DateOnly OnOrBefore(DateOnly date) => IsWorkingDay(date) ? date : Before(date, 1);

    private static DateOnly Step(DateOnly date, int count, int day)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        while (count > 0)
        {
            date = date.AddDays(day);
            if (IsWorkingDay(date)) count--;
        }

        return date;
    }
}
