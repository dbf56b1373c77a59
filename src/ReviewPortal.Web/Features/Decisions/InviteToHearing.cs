using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Decisions;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Web.Features.Decisions;

/// <summary>The executive board invites the student to its hearing: on the proposal to end the enrolment (Awb 4:8), or on an objection (Awb 7:2). The student reads it with the case.</summary>
public sealed class InviteToHearing(CaseFiles files)
{
    public Task<Answer> RunAsync(CaseAsSeen @case, DateTimeOffset at, string place, PersonId by, CancellationToken ct) => files.StepAsync(
        @case, CaseAction.PlanEnrolmentHearing, by,
        file =>
        {
            file.State(Requirement.EnrolmentHearingDay, EnrolmentHearing.IsAhead(at, file.Now));
            file.State(Requirement.HearingPlace, !string.IsNullOrWhiteSpace(place));
            if (file.Meets(Requirement.EnrolmentHearingDay))
            {
                file.Db.Add(new EnrolmentHearing
                {
                    Id = Guid.CreateVersion7(file.Now), Case = file.Case.Id, About = file.After.Objection is { IsOpen: true } objection ? objection.Id : null,
                    PlannedAt = at, Place = place.Trim(), InvitedAt = file.Now, InvitedByName = file.Actor.Name,
                });
            }

            return new Step($"{Amsterdam.Wall(at):yyyy-MM-dd HH:mm}, {place.Trim()}");
        },
        ct);
}
