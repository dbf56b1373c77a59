using System.Collections.Immutable;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Necessity;
using ReviewPortal.Core.Recordings;

namespace ReviewPortal.Core.Review;

/// <summary>Who may not take part (Awb 2:4, WHW 7.12b lid 4, I9).</summary>
/// <param name="Withdrawn">The reviewers who gave this case back themselves.</param>
public sealed record Conflict(Exam Exam, Sitting Sitting, ReviewAssignment? Review, ImmutableArray<PersonId> Withdrawn)
{
    /// <summary>The members and secretaries who declared an interest in this case themselves.</summary>
    public ImmutableArray<PersonId> Declared { get; init; } = [];

    /// <summary>The examiner and the student of the test: neither reviews it nor decides about it.</summary>
    public bool IsParty(Actor person) => IsParty(Exam, Sitting.StudentNumber, person);

    /// <inheritdoc cref="IsParty(Actor)"/>
    public static bool IsParty(Exam exam, string student, Actor person)
    {
        ArgumentNullException.ThrowIfNull(exam);
        ArgumentNullException.ThrowIfNull(person);
        return exam.IsExaminedBy(person.Email) || (person.StudentNumber is { } number && number == student);
    }

    /// <summary>May not look a second time, independently: a party, or somebody who withdrew.</summary>
    public bool WithSecondReview(Actor person) => IsParty(person) || Withdrawn.Contains(person.Id);

    /// <summary>May not take part in the board's work: a party, whoever reviewed the case or withdrew from it, or whoever declared an interest.</summary>
    public bool WithBoard(Actor person) => WithSecondReview(person) || Review?.Involves(person.Id) is true || Declared.Contains(person.Id);
}
