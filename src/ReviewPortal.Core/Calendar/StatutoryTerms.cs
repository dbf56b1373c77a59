using System.Collections.Immutable;

namespace ReviewPortal.Core.Calendar;

/// <summary>Terms set by law, which roll on when they would end on a weekend or holiday (Algemene termijnenwet art. 1 lid 1).</summary>
public static class StatutoryTerms
{
    private const int AppealWeeks = 6;
    private const string AppealBasis = "WHW 7.59a; Awb 6:7, 6:8";

    /// <summary>
    /// The last day on which an appeal is in time: six weeks from the day after publication (Awb 6:7 and 6:8 lid 1).
    /// What counts is the day of receipt at the faciliteit (WHW 7.59a).
    /// </summary>
    /// <param name="published">The day of publication (bekendmaking) in Amsterdam.</param>
    public static Deadline Appeal(DateOnly published)
    {
        var steps = ImmutableArray.CreateBuilder<DeadlineStep>();
        steps.Add(new(DeadlineStepKind.Published, published, "Awb 3:41"));
        steps.Add(new(DeadlineStepKind.FirstDay, published.AddDays(1), "Awb 6:8 lid 1"));

        var end = published.AddDays(AppealWeeks * 7);
        steps.Add(new(DeadlineStepKind.EndOfWeeks, end, "Awb 6:7"));

        var last = RollOn(end, steps);
        steps.Add(new(DeadlineStepKind.LastDay, last, AppealBasis));
        if (last.Year > Holidays.LastYearWithDecree)
            steps.Add(new(DeadlineStepKind.DecreeUnknown, last, "Algemene termijnenwet art. 3 lid 3"));

        return new Deadline(last, AppealBasis, steps.ToImmutable());
    }

    private static DateOnly RollOn(DateOnly end, ImmutableArray<DeadlineStep>.Builder steps)
    {
        while (!WorkingDays.IsWorkingDay(end))
        {
            var holiday = Holidays.On(end);
            var kind = holiday is null ? DeadlineStepKind.RollsOverWeekend : DeadlineStepKind.RollsOverHoliday;
            steps.Add(new(kind, end, "Algemene termijnenwet art. 1 lid 1", holiday));
            end = end.AddDays(1);
        }

        return end;
    }
}
