using ReviewPortal.Core.Appeals;
using ReviewPortal.Core.Calendar;

namespace ReviewPortal.Core.Tests.Appeals;

public sealed class AppealWindowTests
{
    private static readonly AppealWindow Window = AppealWindow.From(new DateTimeOffset(2026, 11, 13, 16, 0, 0, TimeSpan.FromHours(1)));

    [Fact]
    public void The_whole_last_day_counts_for_the_student()
    {
        var last = new DateOnly(2026, 12, 28);
        Assert.Equal(last, Window.Term.LastDay);
        Assert.True(Window.IsOpen(Amsterdam.At(last, new TimeOnly(23, 59, 59))));
        Assert.False(Window.IsOpen(Amsterdam.At(last.AddDays(1), TimeOnly.MinValue)));
    }

    /// <summary>A decision published late in the evening is published on that Dutch day, not on the day in London.</summary>
    [Fact]
    public void The_term_counts_from_the_day_in_Amsterdam()
    {
        var justAfterMidnight = AppealWindow.From(new DateTimeOffset(2026, 7, 1, 22, 30, 0, TimeSpan.Zero));
        Assert.Equal(new DateOnly(2026, 7, 2).AddDays(42), justAfterMidnight.Term.LastDay);
    }

    /// <summary>Awb 6:9 lid 2: what was posted in time may still arrive a week later.</summary>
    [Fact]
    public void A_decision_is_irrevocable_a_week_after_the_last_day() => Assert.Equal(new DateOnly(2027, 1, 5), Window.IrrevocableFrom);
}
