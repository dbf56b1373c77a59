using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Core.Review;

namespace ReviewPortal.Infrastructure.Store;

/// <summary>A review that lies with somebody now.</summary>
/// <param name="SecondsLeft">Of recording that this person has not watched.</param>
public sealed record ReviewInHand(PersonId Reviewer, CaseId Case, bool IsSecond, double SecondsLeft);

/// <summary>How much lies with each reviewer, counted from what was recorded and what was watched.</summary>
public static class ReviewLoads
{
    /// <param name="people">Whose; in the same order.</param>
    /// <param name="today">On which day somebody may be away.</param>
    public static async Task<ImmutableArray<ReviewerLoad>> ReviewLoadsAsync(this PortalDb db, IReadOnlyCollection<Actor> people, DateOnly today, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(people);
        var inHand = (await db.ReviewsInHandAsync(ct)).ToLookup(item => item.Reviewer);
        var availability = await db.Availabilities.AsNoTracking().ToDictionaryAsync(item => item.Person, ct);
        return [.. people.Select(person => new ReviewerLoad(person.Id, person.Name, inHand[person.Id].Count(), inHand[person.Id].Sum(item => item.SecondsLeft))
        {
            IsAway = availability.GetValueOrDefault(person.Id)?.IsAwayOn(today) is true,
            MostSeconds = availability.GetValueOrDefault(person.Id)?.MostHours * 3600.0,
        })];
    }

    /// <summary>Everybody's first reviews, and the second reviews of which the opinion is still to come.</summary>
    public static async Task<ImmutableArray<ReviewInHand>> ReviewsInHandAsync(this PortalDb db, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        var held = await db.Assignments
            .Join(db.Cases, assignment => assignment.Case, item => item.Id, (assignment, item) => new { assignment, item })
            .Where(pair => pair.item.State == CaseState.InReview || (pair.item.State == CaseState.SecondReview && pair.assignment.SecondReviewer != null && pair.assignment.Opinion == null))
            .Select(pair => new { pair.item.Id, pair.item.Sitting, pair.item.State, pair.assignment.Reviewer, pair.assignment.SecondReviewer })
            .ToListAsync(ct);
        var cases = held.Select(item => item.Id).ToArray();
        var lengths = await db.RecordedAsync([.. held.Select(item => item.Sitting)], ct);
        var seen = (await db.Seen.AsNoTracking().Where(item => cases.Contains(item.Case)).ToListAsync(ct)).ToLookup(item => (item.Case, item.Reviewer));
        return [.. held.Select(item =>
        {
            var second = item.State is CaseState.SecondReview;
            var reviewer = second ? item.SecondReviewer!.Value : item.Reviewer;
            return new ReviewInHand(reviewer, item.Id, second, lengths[item.Sitting].StillToDo([.. seen[(item.Id, reviewer)]]));
        })];
    }

    /// <summary>What was recorded of each of these sittings.</summary>
    public static async Task<IReadOnlyDictionary<SittingId, RecordedSitting>> RecordedAsync(this PortalDb db, IReadOnlyCollection<SittingId> sittings, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        var lengths = await db.Sittings.Where(item => sittings.Contains(item.Id)).Select(item => new { item.Id, item.Start, item.End }).ToListAsync(ct);
        var recordings = (await db.Recordings.AsNoTracking().Where(item => sittings.Contains(item.Sitting)).ToListAsync(ct)).ToLookup(item => item.Sitting);
        return lengths.ToDictionary(item => item.Id, item => new RecordedSitting((item.End - item.Start).TotalSeconds, [.. recordings[item.Id]]));
    }
}

/// <param name="Seconds">From the start of the sitting to its end.</param>
public sealed record RecordedSitting(double Seconds, ImmutableArray<Recording> Recordings)
{
    /// <inheritdoc cref="Watching.StillToDo"/>
    public double StillToDo(IReadOnlyCollection<Seen> seen) => Watching.StillToDo(Seconds, Recordings, seen);
}
