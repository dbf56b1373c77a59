using System.Collections.Immutable;
using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Lifecycle;

namespace ReviewPortal.Core.Review;

/// <summary>One line of a timeline, as far as the work of reviewing is concerned.</summary>
public sealed record ReviewStep(CaseId Case, long Version, CaseAction Action, PersonId By, DateTimeOffset At);

/// <summary>
/// A review that somebody finished, whatever came out of it. What was found is left out on purpose: a share per reviewer would judge people by what
/// students did.
/// </summary>
/// <param name="IsSecond">The independent second look.</param>
public sealed record EndedReview(PersonId Reviewer, DateTimeOffset From, DateTimeOffset To, bool IsSecond)
{
    /// <summary>The steps that these figures are read from.</summary>
    public static readonly ImmutableArray<CaseAction> Steps =
    [
        CaseAction.Assign, CaseAction.TakeReview, CaseAction.FinishWithoutRemarks, CaseAction.AskSecondReview,
        CaseAction.TakeSecondReview, CaseAction.SupportSuspicion, CaseAction.RejectSuspicion,
    ];

    public double Days => (To - From).TotalDays;

    /// <summary>The Monday of the week in which it ended, in Amsterdam.</summary>
    public DateOnly Week => MondayOf(Amsterdam.DateOf(To));

    /// <summary>A review runs from the last time the case was given to somebody.</summary>
    public static ImmutableArray<EndedReview> In(IEnumerable<ReviewStep> steps) => [.. steps.GroupBy(step => step.Case).SelectMany(OfOneCase)];

    /// <summary>The Mondays of so many weeks, the last one that of today.</summary>
    public static ImmutableArray<DateOnly> Weeks(DateOnly today, int count) => [.. Enumerable.Range(1 - count, count).Select(week => MondayOf(today).AddDays(week * 7))];

    /// <summary>As many took longer as shorter; null when there is none.</summary>
    public static double? Median(IEnumerable<double> numbers)
    {
        var sorted = numbers.Order().ToArray();
        return sorted.Length is 0 ? null : (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    private static IEnumerable<EndedReview> OfOneCase(IEnumerable<ReviewStep> steps)
    {
        var (given, taken) = ((DateTimeOffset?)null, (DateTimeOffset?)null);
        foreach (var step in steps.OrderBy(step => step.Version))
        {
            switch (step.Action)
            {
                case CaseAction.Assign or CaseAction.TakeReview:
                    given = step.At;
                    break;
                case CaseAction.TakeSecondReview:
                    taken = step.At;
                    break;
                case CaseAction.FinishWithoutRemarks or CaseAction.AskSecondReview when given is { } from:
                    yield return new EndedReview(step.By, from, step.At, IsSecond: false);
                    break;
                case CaseAction.SupportSuspicion or CaseAction.RejectSuspicion when taken is { } from:
                    yield return new EndedReview(step.By, from, step.At, IsSecond: true);
                    break;
            }
        }
    }

    private static DateOnly MondayOf(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
}
