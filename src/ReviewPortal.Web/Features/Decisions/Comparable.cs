using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Decisions;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Review;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Web.Features.Decisions;

/// <summary>How long something lasted, roughly: an exact length would tell whose case it was.</summary>
public enum LengthClass
{
    UnderAMinute,
    UnderFiveMinutes,
    UnderHalfAnHour,
    HalfAnHourOrMore,
}

/// <summary>
/// An earlier published decision on the same ground. Nothing in it tells whose: no number, no name, no exam, no exact length or day;
/// and never one about the same student, whose history is looked up with a reason and nowhere else.
/// </summary>
/// <param name="Sanction">The code of the sanction that followed; null when there was none.</param>
public sealed record Comparable(Ground Ground, LengthClass Length, Outcome Outcome, RetakeRight? Retake, string? Sanction, int Year, int Quarter)
{
    public const int Shown = 10;

    // The newest are enough to choose from.
    private const int LookedThrough = 300;

    public static LengthClass ClassOf(double seconds) => seconds switch
    {
        < 60 => LengthClass.UnderAMinute,
        < 5 * 60 => LengthClass.UnderFiveMinutes,
        < 30 * 60 => LengthClass.UnderHalfAnHour,
        _ => LengthClass.HalfAnHourOrMore,
    };

    /// <summary>At most ten, those of about the same length first and then the newest.</summary>
    public static async Task<ImmutableArray<Comparable>> ToAsync(CaseFile file, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(file);
        var own = file.Observations.Where(mark => mark.CarriesReport).GroupBy(mark => mark.Ground, StringComparer.Ordinal)
            .ToDictionary(marks => marks.Key, marks => ClassOf(marks.Max(mark => mark.Fragment.Seconds)), StringComparer.Ordinal);
        var (id, db, student, grounds) = (file.Case.Id, file.Db, file.Sitting.StudentNumber, own.Keys.ToArray());
        // Where a new decision lies printed it is not known which will stand: neither is compared with (Awb 3:40).
        var (standing, printed) = (CaseStates.WithDecision.ToArray(), db.OnlyPrintedDecisions());

        var found = await db.Observations
            .Where(mark => mark.Case != id && grounds.Contains(mark.Ground) && db.Assignments.Any(a => a.Case == mark.Case && a.Reviewer == mark.By))
            .Join(db.Cases.Where(item => standing.Contains(item.State) && !printed.Any(letter => letter.Case == item.Id) && !db.Sittings.Any(sitting => sitting.Id == item.Sitting && sitting.StudentNumber == student)), mark => mark.Case, item => item.Id, (mark, item) => mark)
            .Join(db.Decisions.Where(decision => decision.Outcome != null), mark => mark.Case, decision => decision.Case, (mark, decision) => new { mark, decision })
            .Join(db.CaseEvents.Where(told => told.Action == CaseAction.Publish), pair => pair.mark.Case, told => told.Case, (pair, told) => new { pair.mark, pair.decision, told.At })
            .OrderByDescending(row => row.At)
            .Take(LookedThrough)
            .ToListAsync(ct);

        return
        [
            .. found.GroupBy(row => row.mark.Case)
                .Select(rows => (rows.First().At, Row: rows.MaxBy(row => row.mark.Fragment.Seconds)!))
                .Select(one => (one.At, Other: Of(one.Row.mark, one.Row.decision, Amsterdam.DateOf(one.At))))
                .OrderBy(one => Math.Abs(one.Other.Length - own[one.Other.Ground.Code])).ThenByDescending(one => one.At)
                .Take(Shown)
                .Select(one => one.Other),
        ];
    }

    private static Comparable Of(Observation mark, Decision decision, DateOnly published) => new(
        mark.Category, ClassOf(mark.Fragment.Seconds), decision.Outcome!.Value, decision.Retake, decision.Sanction?.Kind, published.Year, ((published.Month - 1) / 3) + 1);
}
