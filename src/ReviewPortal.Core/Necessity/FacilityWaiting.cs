using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Lifecycle;

namespace ReviewPortal.Core.Necessity;

/// <summary>Whom a request waits for.</summary>
public static class FacilityWaiting
{
    private static readonly FacilityAction[] Answers = [FacilityAction.GiveAdvice, FacilityAction.AnswerExaminer, FacilityAction.AnswerDirector];

    /// <summary>The roles that may find something waiting.</summary>
    public static readonly IReadOnlyCollection<Role> Roles = [Role.BoardSecretary, Role.BoardMember, Role.Chair, Role.StudyAdviser, Role.EducationDirector, Role.Examiner];

    /// <summary>It waits for the board until its letter has gone out, unless the study adviser was asked; and for whoever was asked and has not answered.</summary>
    public static bool IsFor(FacilityRequest request, Actor actor, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(actor);
        if (request.IsClosed) return false;
        return FacilitySight.Of(request, actor) is FacilitySeen.Whole
            ? request.State is not FacilityState.Advice
            : Answers.Any(action => FacilityProcedure.IsOpen(request.State, action, actor.Roles, FacilityFacts.Of(request, action, actor, now)));
    }
}
