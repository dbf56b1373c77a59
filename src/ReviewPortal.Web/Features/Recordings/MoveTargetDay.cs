using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Web.Features.Recordings;

/// <summary>The coordinator gives a review another target date than the house term does, and says why.</summary>
public sealed class MoveTargetDay(CaseFiles files)
{
    public Task<Answer> RunAsync(CaseAsSeen @case, DateOnly day, string reason, PersonId by, CancellationToken ct) => files.StepAsync(
        @case, CaseAction.MoveTargetDay, by,
        file =>
        {
            file.State(Requirement.TargetDayAhead, IsPossible(day, file.Case.Due, Amsterdam.DateOf(file.Now)));
            file.StateWritten(Requirement.TargetDayReason, reason, longest: StaffWords.ShortReason);
            return new Step(reason, day);
        },
        ct);

    /// <summary>Another day than it is, from today on and within a year.</summary>
    public static bool IsPossible(DateOnly day, DateOnly? due, DateOnly today) => day != due && day >= today && day <= today.AddYears(1);
}
