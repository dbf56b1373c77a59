using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Review;
using ReviewPortal.Infrastructure.Accounts;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Web.Features.Worklist;

/// <summary>The work of one reviewer. What was found in it stands nowhere here.</summary>
/// <param name="ToWatch">In seconds of recording.</param>
/// <param name="Finished">First and second reviews together, week by week.</param>
/// <param name="Days">Half of them took less, from being given to the end; null when none ended.</param>
/// <param name="Watched">In seconds of recording, of the reviews in hand and of those that ended in the period.</param>
public sealed record PersonWork(PersonId Person, string Name, int InHand, int SecondInHand, double ToWatch, ImmutableArray<int> Finished, int SecondFinished, double? Days, double Watched, Availability? Availability)
{
    public int FinishedInAll => Finished.Sum();
}

/// <param name="Weeks">Their Mondays.</param>
/// <param name="IsOwn">Somebody looks at the own work; a coordinator sees everybody's.</param>
public sealed record WorkloadList(ImmutableArray<PersonWork> Rows, ImmutableArray<DateOnly> Weeks, bool IsOwn);

/// <summary>
/// How much work lies where, for planning. A coordinator sees all reviewers; a reviewer only what is counted of this person. It tells of work, never of
/// what came out of it (AVG 5 lid 1 onder b and c; WOR art. 27).
/// </summary>
public sealed class WorkloadViews(PortalDbs dbs, TimeProvider clock)
{
    public async Task<WorkloadList> OfAsync(PersonId by, WorkloadFilter filter, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var today = Amsterdam.DateOf(clock.GetUtcNow());
        var weeks = EndedReview.Weeks(today, filter.Weeks);
        await using var db = await dbs.LookAsync(ct);
        if (await db.PersonAsync(by, ct) is not { } actor || (!actor.Is(Role.Coordinator) && !Reviews(actor))) return new WorkloadList([], weeks, IsOwn: true);

        var isOwn = !actor.Is(Role.Coordinator);
        var people = isOwn ? [actor] : await EverybodyAsync(db, ct);
        var ended = await EndedAsync(db, weeks[0], ct);
        var inHand = await db.ReviewsInHandAsync(ct);
        var watched = await WatchedAsync(db, [.. people.Select(person => person.Id)], [.. inHand.Select(item => item.Case), .. ended.Select(pair => pair.Case)], ct);
        var availability = await db.Availabilities.ToDictionaryAsync(item => item.Person, ct);
        return new WorkloadList(
            Sorted(people.Where(person => isOwn || person.Name.Contains(filter.Words.Trim(), StringComparison.CurrentCultureIgnoreCase)).Select(person =>
            {
                var mine = ended.Where(pair => pair.Review.Reviewer == person.Id).Select(pair => pair.Review).ToArray();
                var held = inHand.Where(item => item.Reviewer == person.Id).ToArray();
                return new PersonWork(
                    person.Id, person.Name, held.Count(item => !item.IsSecond), held.Count(item => item.IsSecond), held.Sum(item => item.SecondsLeft),
                    [.. weeks.Select(week => mine.Count(review => review.Week == week))], mine.Count(review => review.IsSecond), EndedReview.Median(mine.Select(review => review.Days)),
                    watched.GetValueOrDefault(person.Id), availability.GetValueOrDefault(person.Id));
            }), filter),
            weeks, isOwn);
    }

    internal static bool Reviews(Actor person) => person.Is(Role.Reviewer) || person.Is(Role.SecondReviewer);

    private static async Task<ImmutableArray<Actor>> EverybodyAsync(PortalDb db, CancellationToken ct) =>
        [.. (await db.WithRoleAsync(Role.Reviewer, ct)).Concat(await db.WithRoleAsync(Role.SecondReviewer, ct)).DistinctBy(person => person.Id)];

    // A review that ended in the period may have begun long before it: the whole timeline of such a case is read.
    private static async Task<ImmutableArray<(CaseId Case, EndedReview Review)>> EndedAsync(PortalDb db, DateOnly since, CancellationToken ct)
    {
        var (steps, from) = (EndedReview.Steps.ToArray(), Amsterdam.At(since, TimeOnly.MinValue).ToUniversalTime());
        var told = await db.CaseEvents
            .Where(item => steps.Contains(item.Action) && db.CaseEvents.Any(later => later.Case == item.Case && later.At >= from && steps.Contains(later.Action)))
            .Select(item => new ReviewStep(item.Case, item.Version, item.Action, item.By, item.At))
            .ToListAsync(ct);
        return [.. told.GroupBy(step => step.Case).SelectMany(@case => EndedReview.In(@case).Select(review => (@case.Key, review))).Where(pair => pair.review.Week >= since)];
    }

    private static async Task<Dictionary<PersonId, double>> WatchedAsync(PortalDb db, PersonId[] people, CaseId[] cases, CancellationToken ct)
    {
        var seen = await db.Seen.Where(item => cases.Contains(item.Case) && people.Contains(item.Reviewer)).ToListAsync(ct);
        return seen.GroupBy(item => item.Reviewer).ToDictionary(person => person.Key, person => person.GroupBy(item => item.Case).Sum(Watching.Done));
    }

    private static ImmutableArray<PersonWork> Sorted(IEnumerable<PersonWork> rows, WorkloadFilter filter)
    {
        var byName = rows.OrderBy(row => row.Name, StringComparer.CurrentCulture).ThenBy(row => row.Person.Value);
        return filter.Sort switch
        {
            WorkloadColumn.Name => filter.Descending ? [.. byName.Reverse()] : [.. byName],
            WorkloadColumn.InHand => By(row => row.InHand),
            WorkloadColumn.ToWatch => By(row => row.ToWatch),
            WorkloadColumn.Finished => By(row => row.FinishedInAll),
            WorkloadColumn.Days => By(row => row.Days ?? -1),
            WorkloadColumn.Watched => By(row => row.Watched),
            _ => By(row => row.SecondFinished),
        };

        ImmutableArray<PersonWork> By(Func<PersonWork, double> what) => filter.Descending ? [.. byName.OrderByDescending(what)] : [.. byName.OrderBy(what)];
    }
}
