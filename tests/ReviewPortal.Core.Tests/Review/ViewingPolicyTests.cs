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

    private static bool Meets(CaseInTheRooms @case, Requirement requirement) => @case.Facts(Who.Reviewer).Meets(requirement);
}
