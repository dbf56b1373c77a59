namespace ReviewPortal.Core.Calendar;

/// <summary>Time in Europe/Amsterdam: the day boundary of Dutch terms and the wall clock of the sittings.</summary>
public static class Amsterdam
{
    public static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");

    public static DateTimeOffset Wall(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, Zone);

    public static DateOnly DateOf(DateTimeOffset moment) => DateOnly.FromDateTime(Wall(moment).DateTime);

    /// <summary>The moment at which the clock in Amsterdam shows this date and time.</summary>
    public static DateTimeOffset At(DateOnly date, TimeOnly time)
    {
        var wall = date.ToDateTime(time);
        return new DateTimeOffset(wall, Zone.GetUtcOffset(wall));
    }
}
