using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Core.Review;

namespace ReviewPortal.Core.Tests.Review;

public sealed class ReviewFactsTests
{
    [Fact]
    public void Watching_everything_or_saying_why_not_documents_the_viewing()
    {
        var @case = A.Case().InReview();
        Assert.False(@case.Facts(Who.Reviewer).Meets(Requirement.ViewingDocumented));

        @case.Assignment!.ViewingNote = "Steekproef van vijf minuten per kwartier.";
        Assert.True(@case.Facts(Who.Reviewer).Meets(Requirement.ViewingDocumented));
        Assert.True(A.Case().InReview().WatchedWhole().Facts(Who.Reviewer).Meets(Requirement.ViewingDocumented));
    }

    [Theory]
    [InlineData("OTHER_PERSON", true)]
    [InlineData("CHEATING", true)]
    [InlineData("RECORDING_MISSING", true)]
    [InlineData("EXCULPATORY", false)]
    [InlineData("NETIQUETTE", false)]
    public void A_ground_can_be_reported_or_is_a_note_only(string ground, bool reported)
    {
        var facts = A.Case().InReview().With(A.Mark(ground)).Facts(Who.Reviewer);
        Assert.Equal(reported, facts.Meets(Requirement.GroundOtherThanNetiquette));
        Assert.Equal(!reported, facts.Meets(Requirement.NoGroundMarked));
    }

    [Theory]
    [InlineData("", 10)]
    [InlineData("   ", 10)]
    [InlineData("De lamp gaat uit.", 0)]
    public void A_mark_without_a_description_or_a_length_carries_no_report_and_still_stands_in_the_way(string seen, double length)
    {
        var facts = A.Case().InReview().With(A.Mark("POOR_LIGHTING", 100, 100 + length, seen)).Facts(Who.Reviewer);
        Assert.False(facts.Meets(Requirement.GroundOtherThanNetiquette));
        Assert.False(facts.Meets(Requirement.NoGroundMarked));
        Assert.False(facts.Meets(Requirement.FactsApartFromInference));
    }

    [Fact]
    public void A_verdict_among_the_facts_is_not_kept_apart_but_in_the_inference_it_may_stand()
    {
        Assert.False(A.Case().InReview().With(A.Mark("OTHER_PERSON", seen: "Hier wordt gespiekt.")).Facts(Who.Reviewer).Meets(Requirement.FactsApartFromInference));
        Assert.True(A.Case().InReview().With(A.Mark("OTHER_PERSON", inference: "Vermoeden van fraude.")).Facts(Who.Reviewer).Meets(Requirement.FactsApartFromInference));
    }

    [Fact]
    public void Only_the_assigned_reviewer_owns_the_review()
    {
        var @case = A.Case().InReview();
        Assert.True(@case.Facts(Who.Reviewer).Meets(Requirement.OwnReview));
        Assert.False(@case.Facts(Who.SecondReviewer).Meets(Requirement.OwnReview));
    }

    /// <summary>AP-DPIA-3: the second pair of eyes is another person's, and not the examiner's.</summary>
    [Fact]
    public void The_second_reviewer_is_not_the_first_not_the_examiner_and_not_late()
    {
        var @case = A.Case().InReview();
        Assert.True(Another(Who.SecondReviewer));
        Assert.False(Another(Who.Reviewer));
        Assert.False(Another(Who.Examiner));
        Assert.False(Another(Who.SecondReviewer with { Email = A.ExaminersAddress.ToUpperInvariant() }));

        @case.Assignment!.SecondReviewer = Who.SecondReviewer.Id;
        Assert.True(Another(Who.SecondReviewer));
        Assert.False(Another(Who.Person(20, "Ruben Achterberg", Role.SecondReviewer)));

        bool Another(Actor person) => @case.Facts(person).Meets(Requirement.SecondReviewerIsAnother);
    }

    [Fact]
    public void A_second_opinion_is_given_once_with_reasons()
    {
        var @case = A.Case().SecondReviewSupports();
        Assert.False(@case.Facts(Who.SecondReviewer).Meets(Requirement.OwnSecondReview));

        @case.Assignment!.Opinion = null;
        Assert.True(@case.Facts(Who.SecondReviewer).Meets(Requirement.OwnSecondReview));
        Assert.False(@case.Facts(Who.Reviewer).Meets(Requirement.OwnSecondReview));
        Assert.False(@case.Facts(Who.SecondReviewer).Meets(Requirement.SecondReviewSupports));

        @case.Assignment.OpinionReasons = " ";
        Assert.False(@case.Facts(Who.SecondReviewer).Meets(Requirement.SecondReviewReasons));
        @case.Assignment.Opinion = SecondOpinion.DoesNotSupport;
        Assert.False(@case.Facts(Who.Reviewer).Meets(Requirement.SecondReviewSupports));
    }
}
