using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Core.Review;
using ReviewPortal.Core.Writing;

namespace ReviewPortal.Core.Tests.Review;

/// <summary>What an institution may ask beyond the account of the viewing (UU-REV-1).</summary>
public sealed class ViewingPolicyTests
{
    private static readonly ViewingPolicy MostAtFour = new(0.8, SpeedClass.UpTo4);

    [Fact]
    public void When_nothing_is_asked_a_note_goes_on_to_suffice()
    {
        var @case = A.Case().InReview();
        @case.Assignment!.ViewingNote = "Steekproef.";
        Assert.True(Meets(@case, Requirement.ViewingDocumented) && Meets(@case, Requirement.MinimumWatched));
    }

    [Fact]
    public void When_a_minimum_is_asked_a_note_does_not_replace_it()
    {
        var @case = A.Case().InReview();
        @case.Viewing = MostAtFour;
        @case.Assignment!.ViewingNote = "Steekproef.";
        Assert.True(Meets(@case, Requirement.ViewingDocumented));
        Assert.False(Meets(@case, Requirement.MinimumWatched));
    }

    [Theory]
    [InlineData(SpeedClass.UpTo2, 5760, true)]
    [InlineData(SpeedClass.UpTo4, 5760, true)]
    [InlineData(SpeedClass.UpTo4, 5759, false)]
    [InlineData(SpeedClass.UpTo16, 7200, false)]
    public void Only_what_was_played_slowly_enough_counts_on_every_track(SpeedClass speed, double until, bool met)
    {
        var @case = A.Case().InReview();
        @case.Viewing = MostAtFour;
        @case.Watched.AddRange(Enum.GetValues<TrackRole>().Select(role => A.Seen(role, speed, new Fragment(0, until))));
        Assert.Equal(met, Meets(@case, Requirement.MinimumWatched));
        @case.Watched.RemoveAll(seen => seen.Role is TrackRole.Phone);
        Assert.False(Meets(@case, Requirement.MinimumWatched));
    }

    [Fact]
    public void The_refusal_says_how_much_was_asked_and_how_much_was_watched()
    {
        var @case = A.Case().InReview();
        @case.Viewing = MostAtFour;
        @case.Watched.AddRange([A.Seen(TrackRole.Webcam, SpeedClass.UpTo4, new Fragment(0, 3600)), A.Seen(TrackRole.Webcam, SpeedClass.UpTo16, new Fragment(0, 7200)), A.Seen(TrackRole.Screen, SpeedClass.UpTo2, new Fragment(0, 7200))]);
        var refused = Assert.IsType<Refused>(CaseLifecycle.Ask(CaseState.InReview, CaseAction.FinishWithoutRemarks, [Role.Reviewer], @case.Facts(Who.Reviewer)));
        var text = refused.Text(Requirement.MinimumWatched, Language.Dutch);
        Assert.All([0.8.Percent(Language.Dutch), "4 maal", $"Laptopcamera {0.5.Percent(Language.Dutch)}", $"Telefooncamera {0.0.Percent(Language.Dutch)}", $"Scherm {1.0.Percent(Language.Dutch)}"], part => Assert.Contains(part, text, StringComparison.Ordinal));
        Assert.Contains(text, refused.Sentence(Language.Dutch), StringComparison.Ordinal);
        Assert.Contains(0.8.Percent(Language.English), refused.Text(Requirement.MinimumWatched, Language.English), StringComparison.Ordinal);
    }

    /// <summary>AP-DPIA-3: an opinion upon a recording that was not played is no second review.</summary>
    [Theory]
    [InlineData(CaseAction.SupportSuspicion)]
    [InlineData(CaseAction.RejectSuspicion)]
    public void What_the_institution_asks_it_asks_of_the_second_reviewer_too_of_what_the_second_played(CaseAction action)
    {
        var @case = A.Case().WatchedWhole().SecondReviewSupports();
        (@case.Viewing, @case.Assignment!.Opinion, @case.Assignment.SecondViewingNote) = (MostAtFour, null, "Steekproef.");
        var refused = Assert.IsType<Refused>(@case.Ask(action, Who.SecondReviewer));
        Assert.Equal([Requirement.SecondMinimumWatched], refused.Unmet);
        Assert.Contains($"Scherm {0.0.Percent(Language.Dutch)}", refused.Text(Requirement.SecondMinimumWatched, Language.Dutch), StringComparison.Ordinal);

        @case.Watched.AddRange(Enum.GetValues<TrackRole>().Select(role => BySecond(role, new Fragment(0, 5760))));
        Assert.True(@case.Ask(action, Who.SecondReviewer).IsDone);
    }

    [Fact]
    public void The_second_reviewer_has_played_the_moments_of_the_own_marks()
    {
        var @case = A.Case().With(A.Mark("OTHER_PERSON")).WatchedWhole().SecondReviewSupports();
        (@case.Assignment!.Opinion, @case.Assignment.SecondViewingNote) = (null, "Steekproef.");
        Assert.True(@case.Ask(CaseAction.SupportSuspicion, Who.SecondReviewer).IsDone);

        @case.Marks.Add(new Observation { Id = Guid.NewGuid(), Case = A.CaseId, By = Who.SecondReviewer.Id, Ground = "OTHER_PERSON", From = 100, To = 110, Seen = "Iemand loopt door het beeld." });
        Assert.Equal([Requirement.SecondMomentsWatched], Assert.IsType<Refused>(@case.Ask(CaseAction.SupportSuspicion, Who.SecondReviewer)).Unmet);
        @case.Watched.Add(BySecond(TrackRole.Webcam, new Fragment(100, 110)));
        Assert.True(@case.Ask(CaseAction.SupportSuspicion, Who.SecondReviewer).IsDone);
    }

    private static Seen BySecond(TrackRole role, Fragment played) => new() { Case = A.CaseId, Reviewer = Who.SecondReviewer.Id, Role = role, Speed = SpeedClass.UpTo4, Fragments = [played] };

    private static bool Meets(CaseInTheRooms @case, Requirement requirement) => @case.Facts(Who.Reviewer).Meets(requirement);
}
