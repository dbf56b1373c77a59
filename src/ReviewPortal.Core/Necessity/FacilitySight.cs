using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Lifecycle;

namespace ReviewPortal.Core.Necessity;

/// <summary>How much of a request somebody sees.</summary>
public enum FacilitySeen
{
    Nothing,

    /// <summary>That it was granted or refused, and nothing of why (UU-R1-13).</summary>
    Outcome,

    /// <summary>The test and the question: the examiner and the director are asked about the test, not about the student.</summary>
    Question,

    /// <summary>The request with its explanation, for the study adviser; what the student stated about health is not in it (UU-R1-11).</summary>
    Request,

    /// <summary>Everything, health included: the deciders and the secretary (UU-R1-3).</summary>
    Whole,

    /// <summary>The student's own.</summary>
    Own,
}

/// <summary>Who may see how much of a request (AVG 5 lid 1 onder c, AVG 9). A reviewer sees nothing of it.</summary>
public static class FacilitySight
{
    public static FacilitySeen Of(FacilityRequest request, Actor actor)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(actor);
        if (actor.Is(Role.Student) && actor.StudentNumber == request.StudentNumber) return FacilitySeen.Own;
        // Whoever examines the test takes no part in the decision on it (WHW 7.12b lid 4).
        var examines = request.Examiner?.Person == actor.Id;
        if (!examines && (actor.Is(Role.BoardSecretary) || actor.Is(Role.BoardMember) || actor.Is(Role.Chair))) return FacilitySeen.Whole;
        if (actor.Is(Role.StudyAdviser) && request.Adviser?.Person == actor.Id) return FacilitySeen.Request;
        if (examines || (actor.Is(Role.EducationDirector) && request.Director?.Person == actor.Id)) return FacilitySeen.Question;
        return actor.Is(Role.Coordinator) && request.PublishedAt is not null ? FacilitySeen.Outcome : FacilitySeen.Nothing;
    }
}
