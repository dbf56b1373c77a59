using System.Collections.Immutable;
using ReviewPortal.Core.Writing;

namespace ReviewPortal.Core.Retention;

/// <summary>How long something is kept, counted from a moment in the procedure. Rows with their source, never a number in code.</summary>
/// <param name="Days">Days after that moment.</param>
/// <param name="Confirmed">False until records manager and data protection officer have confirmed the row; nothing is destroyed on an unconfirmed row.</param>
public sealed record RetentionRule(RetentionSubject Subject, int Days, RetentionStart After, string Basis, bool Confirmed)
{
    /// <summary>The last day on which it is kept, when nothing keeps it longer.</summary>
    /// <param name="from">The day of the moment from which it counts.</param>
    public DateOnly Until(DateOnly from) => from.AddDays(Days);

    public string Sentence(Language language) => RetentionTexts.Of($"Rule.{Subject}", language, Days);
}

public enum RetentionSubject
{
    RecordingWithoutReport,
    RecordingWithReport,
    FacilityRequest,
}

public enum RetentionStart
{
    Cleared,
    Irrevocable,
    TestTaken,
}

public static class RetentionSchedule
{
    public static readonly ImmutableArray<RetentionRule> Rows =
    [
        new(RetentionSubject.RecordingWithoutReport, 30, RetentionStart.Cleared, "Protocol, Examencommissie 4, a contrario; AVG 5 lid 1 onder e", Confirmed: false),
        new(RetentionSubject.RecordingWithReport, 30, RetentionStart.Irrevocable, "Protocol, Examencommissie 4; AVG 5 lid 1 onder e", Confirmed: false),
        new(RetentionSubject.FacilityRequest, 365, RetentionStart.TestTaken, "huisregel; AVG 5 lid 1 onder e", Confirmed: false),
    ];

    public static RetentionRule Of(RetentionSubject subject) => Rows.Single(row => row.Subject == subject);
}
