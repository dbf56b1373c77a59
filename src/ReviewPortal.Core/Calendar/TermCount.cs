using System.Collections.Immutable;
using static ReviewPortal.Core.Calendar.DeadlineStepKind;

namespace ReviewPortal.Core.Calendar;

/// <summary>The one computation of every term: from what happened to the last day, with each step and its provision.</summary>
internal static class TermCount
{
    private const string Act = "Algemene termijnenwet";

    // Beyond these a day is a slip of the keyboard: no step takes it, and no term counted from it runs off the calendar.
    private static readonly DateOnly Earliest = new(1000, 1, 1);
    private static readonly DateOnly Latest = new(9000, 12, 31);

    public static Deadline From(Term term, DateOnly day)
    {
        if (term.Unit is TermUnit.Hours) throw new ArgumentException($"{term.Name} runs in hours, from a moment", nameof(term));

        if (day < Earliest || day > Latest) day = day < Earliest ? Earliest : Latest;
        List<DeadlineStep> steps = [new(term.Start.Kind, day, term.Start.Basis)];
        var back = term.Direction is TermDirection.Back;
        if (!back) steps.Add(new(FirstDay, day.AddDays(1), term.FirstDayBasis ?? term.Basis));

        var end = EndOf(term, day);
        steps.Add(new(KindOfEnd(term), end, term.LengthBasis ?? term.Basis));

        var last = term.Rolls ? RollOn(end, $"{Act} art. 1 lid 1", steps) : Stays(term, end, steps);
        if (term.HoldsTwoWorkingDays) last = WithTwoWorkingDays(term, day, last, steps);

        steps.Add(new(LastDay, last, term.Basis));
        if (NeedsUnknownDecree(term, day, last)) steps.Add(new(DecreeUnknown, last, $"{Act} art. 3 lid 3"));
        return new Deadline(term, last, [.. steps]);
    }

    public static Deadline From(Term term, DateTimeOffset moment)
    {
        if (term is not { Unit: TermUnit.Hours, Direction: TermDirection.Forward }) throw new ArgumentException($"{term.Name} runs in days, from a day", nameof(term));

        // Hours are hours on the clock of the world: whether Amsterdam changes its own in between makes no difference.
        var last = Amsterdam.Wall(moment.AddHours(term.Length));
        var end = Amsterdam.DateOf(last);
        List<DeadlineStep> steps =
        [
            new(term.Start.Kind, Amsterdam.DateOf(moment), term.Start.Basis) { Moment = Amsterdam.Wall(moment) },
            new(EndOfHours, end, term.LengthBasis ?? term.Basis) { Moment = last },
        ];
        Stays(term, end, steps);
        steps.Add(new(LastMoment, end, term.Basis) { Moment = last });
        return new Deadline(term, end, [.. steps]) { Moment = last };
    }

    private static DateOnly EndOf(Term term, DateOnly day)
    {
        var sign = term.Direction is TermDirection.Back ? -1 : 1;
        return term.Unit switch
        {
            TermUnit.Days => day.AddDays(sign * term.Length),
            TermUnit.Weeks => day.AddDays(sign * term.Length * 7),
            TermUnit.Months => day.AddMonths(sign * term.Length),
            TermUnit.Years => day.AddYears(sign * term.Length),
            TermUnit.WorkingDays when sign < 0 => WorkingDays.Before(day, term.Length),
            TermUnit.WorkingDays => WorkingDays.After(day, term.Length),
            _ => throw new ArgumentOutOfRangeException(nameof(term), term.Unit, "Not counted in days"),
        };
    }

    private static DeadlineStepKind KindOfEnd(Term term) => (term.Direction, term.Unit) switch
    {
        (TermDirection.Back, _) => CountedBack,
        (_, TermUnit.Days) => EndOfDays,
        (_, TermUnit.WorkingDays) => EndOfWorkingDays,
        (_, TermUnit.Weeks) => EndOfWeeks,
        (_, TermUnit.Months) => EndOfMonths,
        _ => EndOfYears,
    };

    private static DateOnly RollOn(DateOnly end, string basis, List<DeadlineStep> steps)
    {
        while (!WorkingDays.IsWorkingDay(end))
        {
            var holiday = Holidays.On(end);
            steps.Add(new(holiday is null ? RollsOverWeekend : RollsOverHoliday, end, basis, holiday));
            end = end.AddDays(1);
        }

        return end;
    }

    // An end on a free day that stays where it is asks for an explanation; on an ordinary day nobody wonders.
    private static DateOnly Stays(Term term, DateOnly end, List<DeadlineStep> steps)
    {
        if (WorkingDays.IsWorkingDay(end)) return end;

        steps.Add(term switch
        {
            { Direction: TermDirection.Back } => new(StaysCountedBack, end, $"{Act} art. 1 lid 2"),
            { Nature: TermNature.House } => new(StaysHouseRule, end, $"{Act} art. 1 lid 1"),
            _ => new(StaysExcluded, end, $"{Act} art. 4"),
        });
        return end;
    }

    private static DateOnly WithTwoWorkingDays(Term term, DateOnly day, DateOnly last, List<DeadlineStep> steps)
    {
        var second = term.Direction is TermDirection.Back ? WorkingDays.Before(day, 2) : WorkingDays.After(day, 2);
        var holds = term.Direction is TermDirection.Back ? last <= second : last >= second;
        if (holds) return last;

        steps.Add(new(TwoWorkingDays, second, $"{Act} art. 2"));
        return second;
    }

    // Only where a day that is equated, or not, could make a difference.
    private static bool NeedsUnknownDecree(Term term, DateOnly day, DateOnly last) =>
        (term.Rolls && !Holidays.DecreeIsKnown(last.Year))
        || (term.Unit is TermUnit.WorkingDays && (!Holidays.DecreeIsKnown(day.Year) || !Holidays.DecreeIsKnown(last.Year)));
}
