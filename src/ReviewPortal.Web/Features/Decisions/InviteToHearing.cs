using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Decisions;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Writing;
using ReviewPortal.Infrastructure.Pdf;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Web.Features.Decisions;

/// <summary>
/// The executive board invites the student to its hearing: on the proposal to end the enrolment (Awb 4:8), or on an objection (Awb 7:2). The invitation is a letter; one that moves the day
/// says that it replaces the one before, and so does one that only mends the place.
/// </summary>
public sealed class InviteToHearing(CaseFiles files, DocumentPress press)
{
    public Task<Answer> RunAsync(CaseAsSeen @case, DateTimeOffset at, string place, PersonId by, CancellationToken ct) => files.StepAsync(
        @case, CaseAction.PlanEnrolmentHearing, by,
        async file =>
        {
            var ahead = EnrolmentHearing.IsAhead(at, file.Now);
            // The same day and hour at another place: the notice that was given with them stands.
            var inTime = !ahead || file.After.Hearing?.PlannedAt == at || Amsterdam.DateOf(at) >= EnrolmentHearing.Earliest(IsOnObjection(file), file.Now);
            file.State(Requirement.EnrolmentHearingDay, ahead);
            file.State(Requirement.HearingDiffers, file.After.Hearing?.IsTo(at, place) is not true);
            file.State(Requirement.NoticeTerm, inTime || IsOnObjection(file));
            file.State(Requirement.TimeForPapers, inTime || !IsOnObjection(file));
            file.StateWritten(Requirement.HearingPlace, place, longest: EnrolmentHearing.LongestPlace);
            if (file.Meets(Requirement.EnrolmentHearingDay)) file.Db.Add(Invite(file, at, place));
            await press.StateWordsAsync(file, LetterKind.EnrolmentHearing, ct);
            return new Step($"{Amsterdam.Wall(at):yyyy-MM-dd HH:mm}, {place.Trim()}");
        },
        file => press.IssueAsync(file, LetterKind.EnrolmentHearing, ct),
        ct);

    /// <summary>The invitation as it would read; null when there is nothing to be heard on, nothing new to tell, or not for this person.</summary>
    public Task<Document?> DrawAsync(CaseId @case, DateTimeOffset at, string place, PersonId by, CancellationToken ct) => files.LookAsync(
        @case, by,
        async file =>
        {
            if (!file.Meets(Requirement.EnrolmentToDecide) || file.After.Hearing?.IsTo(at, place) is true || !file.AskToPrepare(CaseAction.PlanEnrolmentHearing).IsDone) return null;
            Invite(file, at, place);
            return await press.DraftAsync(file, LetterKind.EnrolmentHearing, ct);
        },
        ct);

    private static bool IsOnObjection(CaseFile file) => file.After.Objection is { IsOpen: true };

    private static EnrolmentHearing Invite(CaseFile file, DateTimeOffset at, string place)
    {
        var invited = new EnrolmentHearing
        {
            Id = Guid.CreateVersion7(file.Now), Case = file.Case.Id, About = file.After.Objection is { IsOpen: true } objection ? objection.Id : null,
            PlannedAt = at, Place = place.Trim(), InvitedAt = file.Now, InvitedByName = file.Actor.Name,
        };
        file.After.Hearings = [.. file.After.Hearings, invited];
        return invited;
    }
}
