using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Decisions;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Web.Features.Appeals;

/// <summary>What the desk writes down of an objection that came in.</summary>
/// <param name="ReceivedOn">The day of receipt at the faciliteit, which decides (WHW 7.59a lid 6).</param>
/// <param name="ForwardedFrom">The organ that got it first, when it was sent to the wrong one.</param>
/// <param name="LateReason">Why lateness is excused, as far as the desk knows.</param>
public sealed record ObjectionIntake(DateOnly ReceivedOn, string Grounds, string ForwardedFrom, string LateReason);

/// <summary>The desk registers an objection to the executive board's decision on the enrolment (WHW 7.63a). A late one too: whether that is excused is not for the desk to say (Awb 6:11).</summary>
public sealed class RegisterObjection(CaseFiles files)
{
    private static readonly LetterKind[] OnEnrolment = [.. LetterKinds.About(LetterSubject.Enrolment)];

    public Task<Answer> LodgeAsync(CaseAsSeen @case, ObjectionIntake intake, PersonId by, CancellationToken ct) => files.StepAsync(
        @case, CaseAction.LodgeObjection, by,
        async file =>
        {
            var id = file.Case.Id;
            var letter = await file.Db.Letters.Where(item => item.Case == id && OnEnrolment.Contains(item.Kind)).OrderByDescending(item => item.PublishedAt).FirstOrDefaultAsync(ct);
            // What was decided on an objection is contested before the Council of State, and not by objecting again (WHW 7.66; Awb 7:11).
            file.State(Requirement.NoOpenObjection, file.Meets(Requirement.NoOpenObjection) && !file.After.Objections.Any(earlier => earlier.Letter == letter?.Id && earlier.Outcome is not null));
            // One that came before the decision was sent is kept too (Awb 6:10).
            file.StateWritten(Requirement.ObjectionReceived, intake.Grounds, letter is not null && intake.ReceivedOn >= Amsterdam.DateOf(file.Sitting.Start) && intake.ReceivedOn <= Amsterdam.DateOf(file.Now));
            file.StateLength(intake.LateReason, StaffWords.Explanation);
            file.StateLength(intake.ForwardedFrom, StaffWords.Line);
            if (letter is null || intake.ReceivedOn > Amsterdam.DateOf(file.Now) || !file.Meets(Requirement.NoOpenObjection)) return new Step();

            // Sent again, its term runs from that sending (Awb 2:11, 6:8); what still lies to be sent goes today at the earliest, and its posting says when it went.
            var fileBy = letter.Kind.RemedyTerm(Amsterdam.DateOf(file.After.SentAtOf(letter) ?? file.Now))!.LastDay;
            var objection = new Objection
            {
                Id = Guid.CreateVersion7(file.Now), Case = id, Letter = letter.Id, ReceivedOn = intake.ReceivedOn, FileBy = fileBy, DecideBy = Objection.DecideByFrom(fileBy, intake.ReceivedOn),
                LateReason = intake.LateReason.Trim(), ForwardedFrom = intake.ForwardedFrom.Trim(), Grounds = intake.Grounds.Trim(), RegisteredAt = file.Now, RegisteredByName = file.Actor.Name,
            };
            file.After.Objections = [.. file.After.Objections, objection];
            file.Db.Add(objection);
            return new Step(intake.Grounds);
        },
        keep: null,
        ct);

    /// <summary>The student withdraws the objection (Awb 6:21); the decision on the enrolment stays what it was.</summary>
    public Task<Answer> WithdrawAsync(CaseAsSeen @case, DateOnly on, string how, PersonId by, CancellationToken ct) => files.StepAsync(
        @case, CaseAction.WithdrawObjection, by,
        file =>
        {
            if (!file.Pin(Requirement.ObjectionOpen) || file.After.Objection is not { } objection) return new Step();
            file.StateWritten(Requirement.ObjectionWithdrawal, how, on >= objection.ReceivedOn && on <= Amsterdam.DateOf(file.Now));
            objection.WithdrawnOn = on;
            return new Step(how);
        },
        ct);
}
