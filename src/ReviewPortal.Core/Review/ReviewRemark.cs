using ReviewPortal.Core.Cases;

namespace ReviewPortal.Core.Review;

/// <summary>
/// What one of the two reviewers says to the other about a moment on which they compare their marks. It is added to and never changed, and is part
/// of the file: the proces-verbaal states it, so that the board and in the end the student read it (Awb 7:4 lid 2, 8:42).
/// </summary>
public sealed class ReviewRemark
{
    public Guid Id { get; init; }

    public CaseId Case { get; init; }

    /// <summary>The first reviewer's mark it is about; null when there is none, or when it is about the whole.</summary>
    public Guid? FirstMark { get; init; }

    /// <inheritdoc cref="FirstMark"/>
    public Guid? SecondMark { get; init; }

    public PersonId By { get; init; }

    public required string ByName { get; init; }

    public DateTimeOffset At { get; init; }

    public required string Text { get; init; }
}
