using ReviewPortal.Core.Calendar;

namespace ReviewPortal.Core.Appeals;

/// <summary>The time in which a student can appeal against a published decision.</summary>
public sealed record AppealWindow(Deadline Term)
{
    // An appeal posted in time may still arrive within a week (Awb 6:9 lid 2); whether that holds beside WHW 7.59a is disputed, so we wait.
    private const int PostalMarginDays = 7;

    public static AppealWindow From(DateTimeOffset published) => new(StatutoryTerms.Appeal(Amsterdam.DateOf(published)));

    public bool IsOpen(DateTimeOffset now) => Amsterdam.DateOf(now) <= Term.LastDay;

    /// <summary>From this day on a decision without appeal can be called irrevocable, by a person.</summary>
    public DateOnly IrrevocableFrom => Term.LastDay.AddDays(PostalMarginDays + 1);
}
