namespace ReviewPortal.Core.Calendar;

/// <summary>Days that are no Saturday, no Sunday and no recognised holiday.</summary>
public static class WorkingDays
{
    public static bool IsWorkingDay(DateOnly date) =>
        date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && Holidays.On(date) is null;

    /// <summary>The working day that comes <paramref name="count"/> working days after the date.</summary>
    public static DateOnly After(DateOnly date, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        while (count > 0)
        {
            date = date.AddDays(1);
            if (IsWorkingDay(date)) count--;
        }

        return date;
    }
}
