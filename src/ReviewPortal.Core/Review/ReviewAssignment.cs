using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Writing;

namespace ReviewPortal.Core.Review;

/// <summary>Who reviews a case, who reviews it independently a second time, and what the second reviewer found.</summary>
public sealed class ReviewAssignment
{
    public CaseId Case { get; init; }

    public PersonId Reviewer { get; set; }

    public required string ReviewerName { get; set; }

    public DateTimeOffset AssignedAt { get; set; }

    /// <summary>Why a part was not watched, or how the sample was taken; empty when everything recorded was watched.</summary>
    public string ViewingNote { get; set; } = "";

    public PersonId? SecondReviewer { get; set; }

    public string? SecondReviewerName { get; set; }

    public SecondOpinion? Opinion { get; set; }

    /// <summary>The second reviewer's own findings and reasons; kept while being written.</summary>
    public string OpinionReasons { get; set; } = "";

    public DateTimeOffset? OpinionAt { get; set; }

    /// <summary>Why the second reviewer did not watch a part.</summary>
    public string SecondViewingNote { get; set; } = "";

    public bool Involves(PersonId person) => Reviewer == person || SecondReviewer == person;

    /// <summary>The second review begins anew, with somebody else.</summary>
    public void ReleaseSecondReview() =>
        (SecondReviewer, SecondReviewerName, Opinion, OpinionReasons, OpinionAt, SecondViewingNote) = (null, null, null, "", null, "");

    /// <summary>What the assignment means for this person's actions.</summary>
    public void State(CaseFacts facts, Actor actor, Conflict conflict)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(conflict);
        facts
            .State(Requirement.OwnReview, Reviewer == actor.Id)
            .State(Requirement.SecondReviewerIsAnother, Reviewer != actor.Id && !conflict.WithSecondReview(actor) && (SecondReviewer is null || SecondReviewer == actor.Id))
            .State(Requirement.OwnSecondReview, SecondReviewer == actor.Id && Opinion is null)
            .State(Requirement.SecondReviewReasons, !Inked.IsEmpty(OpinionReasons))
            .State(Requirement.NoVerdict, Wording.IsNoVerdict(OpinionReasons))
            .State(Requirement.ReviewOfYours, Involves(actor.Id))
            .State(Requirement.SecondOpinionGiven, Opinion is not null)
            .State(Requirement.SecondReviewSupports, Opinion is SecondOpinion.Supports);
    }
}

public enum SecondOpinion
{
    Supports,
    DoesNotSupport,
}
