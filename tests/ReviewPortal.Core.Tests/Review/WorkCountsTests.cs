using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Core.Review;

namespace ReviewPortal.Core.Tests.Review;

/// <summary>What is counted about work: what is left to watch, how long a review took, and who is there.</summary>
public sealed class WorkCountsTests
{
    private static readonly DateTimeOffset Monday = new(2026, 11, 9, 9, 0, 0, TimeSpan.FromHours(1));
    private static readonly CaseId Other = new(new Guid(7, 0, 0, new byte[8]));

    [Fact]
    public void Tracks_are_watched_side_by_side_and_what_was_not_recorded_is_nobodys_to_watch()
    {
        Recording[] recordings = [A.Recording(TrackRole.Webcam, seconds: 3600), A.Recording(TrackRole.Screen, seconds: 7200)];
        Assert.Equal(7200, Watching.StillToDo(7200, recordings, []));
        Assert.Equal(5400, Watching.StillToDo(5400, recordings, []));
        // Half an hour on the one track is still to be watched on the other.
        Assert.Equal(7200, Watching.StillToDo(7200, recordings, [A.Seen(TrackRole.Webcam, SpeedClass.UpTo2, new Fragment(0, 1800))]));
        Assert.Equal(5400, Watching.StillToDo(7200, recordings, [A.Seen(TrackRole.Webcam, SpeedClass.UpTo2, new Fragment(0, 1800)), A.Seen(TrackRole.Screen, SpeedClass.UpTo16, new Fragment(0, 1800))]));
        Assert.Equal(0, Watching.StillToDo(7200, [], []));
        Assert.Equal(1800, Watching.Done([A.Seen(TrackRole.Webcam, SpeedClass.UpTo2, new Fragment(0, 1800)), A.Seen(TrackRole.Screen, SpeedClass.UpTo4, new Fragment(0, 1800))]));
    }

    [Fact]
    public void A_review_runs_from_the_last_time_it_was_given_and_says_nothing_of_what_was_found()
    {
        var (noor, ruben, sanne) = (Who.Reviewer.Id, Who.Person(11, "Ruben", Role.Reviewer).Id, Who.SecondReviewer.Id);
        var ended = EndedReview.In(
        [
            new(A.CaseId, 2, CaseAction.Assign, Who.Secretary.Id, Monday),
            new(A.CaseId, 4, CaseAction.TakeReview, ruben, Monday.AddDays(2)),
            new(A.CaseId, 5, CaseAction.AskSecondReview, ruben, Monday.AddDays(5)),
            new(A.CaseId, 6, CaseAction.TakeSecondReview, sanne, Monday.AddDays(6)),
            new(A.CaseId, 7, CaseAction.RejectSuspicion, sanne, Monday.AddDays(7)),
            new(Other, 3, CaseAction.FinishWithoutRemarks, noor, Monday.AddDays(1)),
            new(Other, 2, CaseAction.Assign, Who.Secretary.Id, Monday),
        ]);
        Assert.Equal(
            [(ruben, 3.0, false), (sanne, 1.0, true), (noor, 1.0, false)],
            ended.Select(review => (review.Reviewer, review.Days, review.IsSecond)));
        Assert.Equal([new DateOnly(2026, 11, 9), new DateOnly(2026, 11, 16), new DateOnly(2026, 11, 9)], ended.Select(review => review.Week));
        // Nothing of it can tell one end from another.
        Assert.DoesNotContain(typeof(EndedReview).GetProperties(), property => property.PropertyType == typeof(CaseAction) || property.PropertyType == typeof(CaseState));
    }

    [Fact]
    public void What_was_never_given_has_no_length() => Assert.Empty(EndedReview.In([new(A.CaseId, 2, CaseAction.FinishWithoutRemarks, Who.Reviewer.Id, Monday)]));

    [Theory]
    [InlineData(2026, 11, 22, 16)]
    [InlineData(2026, 11, 16, 16)]
    [InlineData(2026, 11, 23, 23)]
    public void A_week_begins_on_monday(int year, int month, int day, int monday) =>
        Assert.Equal([new DateOnly(2026, 11, monday).AddDays(-7), new DateOnly(2026, 11, monday)], EndedReview.Weeks(new DateOnly(year, month, day), 2));

    [Fact]
    public void As_many_took_longer_as_shorter()
    {
        Assert.Null(EndedReview.Median([]));
        Assert.Equal(2, EndedReview.Median([9, 1, 2]));
        Assert.Equal(1.5, EndedReview.Median([9, 1, 2, 1]));
    }

    [Theory]
    [InlineData(null, null, null, true, false)]
    [InlineData(10, 12, 20, true, true)]
    [InlineData(11, null, null, true, true)]
    [InlineData(12, 13, null, true, false)]
    [InlineData(9, 10, null, true, false)]
    [InlineData(12, 11, null, false, false)]
    [InlineData(null, 12, null, false, false)]
    [InlineData(null, null, 0, false, false)]
    [InlineData(null, null, 1001, false, false)]
    public void Somebody_is_away_from_the_first_to_the_last_day(int? from, int? until, int? hours, bool sound, bool away)
    {
        var availability = new Availability { AwayFrom = Day(from), AwayUntil = Day(until), MostHours = hours };
        Assert.Equal(sound, availability.IsSound);
        if (sound) Assert.Equal(away, availability.IsAwayOn(new DateOnly(2026, 11, 11)));
    }

    private static DateOnly? Day(int? day) => day is { } number ? new DateOnly(2026, 11, number) : null;
}
