using ReviewPortal.Core.Appeals;
using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Writing;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Web.Features.Appeals;

/// <summary>What the desk writes down of an appeal that came in.</summary>
/// <param name="ReceivedOn">The day of receipt at the faciliteit, which decides (WHW 7.59a lid 6).</param>
/// <param name="ForwardedFrom">The organ that got it first, when it was sent to the wrong one.</param>
/// <param name="LateReason">Why lateness is excused, as far as the desk knows.</param>
/// <param name="Letter">The letter it is against; null for the one whose term runs.</param>
public sealed record AppealIntake(DateOnly ReceivedOn, string Grounds, string ForwardedFrom, string LateReason, Guid? Letter = null);

/// <summary>The appeals desk registers an appeal. A late one too: whether that is excused is not for the desk to say (Awb 6:11).</summary>
public sealed class RegisterAppeal(CaseFiles files)
{
    public Task<Answer> LodgeAsync(CaseAsSeen @case, AppealIntake intake, PersonId by, CancellationToken ct) =>
        RunAsync(@case, CaseAction.LodgeAppeal, AppealBody.ExamAppealsBoard, intake, by, ct);

    /// <summary>Against the ruling, with the Council of State (WHW 7.64).</summary>
    public Task<Answer> LodgeFurtherAsync(CaseAsSeen @case, AppealIntake intake, PersonId by, CancellationToken ct) =>
        RunAsync(@case, CaseAction.LodgeFurtherAppeal, AppealBody.CouncilOfState, intake, by, ct);

    private Task<Answer> RunAsync(CaseAsSeen @case, CaseAction action, AppealBody body, AppealIntake intake, PersonId by, CancellationToken ct) => files.StepAsync(
        @case, action, by,
        file =>
        {
            var today = Amsterdam.DateOf(file.Now);
            var ground = file.After.Ground();
            var ruling = body is AppealBody.CouncilOfState ? ground.RulingToContest : null;
            var against = ground.Chances.FirstOrDefault(chance => chance.Letter == intake.Letter) ?? (ground.Decision is { } decision && decision.Letter == intake.Letter ? decision : ground.Default(today));
            var early = body is AppealBody.ExamAppealsBoard ? Printed(file, ground, against, intake.ReceivedOn) : null;
            if (early is not null) against = null;
            // Each decision has its own term, and so has the ruling (Awb 6:8).
            var last = body is AppealBody.CouncilOfState ? ruling?.NextTerm : against?.Window.Term;
            var late = intake.ReceivedOn > last?.LastDay;
            // An appeal that came before the decision was sent is kept too (Awb 6:10); one from the future is a slip of the pen.
            file.StateWritten(Requirement.AppealReceived, intake.Grounds, intake.ReceivedOn >= Amsterdam.DateOf(file.Sitting.Start) && intake.ReceivedOn <= today);
            file.StateLength(intake.LateReason, StaffWords.Explanation);
            file.StateLength(intake.ForwardedFrom, StaffWords.Line);
            file.State(Requirement.LatenessExcused, !late || !Inked.IsEmpty(intake.LateReason));
            if (body is AppealBody.ExamAppealsBoard) file.State(Requirement.NotYetRuled, !ground.IsRuledOn(against));
            // Asked before this one is there.
            if (!file.Pin(Requirement.NoOpenAppeal)) return new Step();
            var appeal = new Appeal
            {
                Id = Guid.CreateVersion7(file.Now),
                Case = file.Case.Id,
                Body = body,
                ReceivedOn = intake.ReceivedOn,
                LateReason = intake.LateReason.Trim(),
                ForwardedFrom = intake.ForwardedFrom.Trim(),
                Grounds = intake.Grounds.Trim(),
                Letter = ruling is null ? early?.Id ?? against?.Letter ?? file.CountingLetter?.Id : ground.IsOnChance(ruling) ? ruling.Letter : ground.Decision?.Letter ?? ruling.Letter,
                RegisteredAt = file.Now,
                RegisteredByName = file.Actor.Name,
            };
            if (last is not null) appeal.TermBegan(last.LastDay);
            file.Db.Add(appeal);
            file.After.Appeals = [.. file.After.Appeals, appeal];
            return new Step(intake.Grounds);
        },
        ct);

    // Against the decision that stands nothing can be lodged any more, and a new one lies printed: what comes in is against that, before it was sent (Awb 6:10).
    private static Letter? Printed(CaseFile file, AppealGround ground, Appealable? against, DateOnly receivedOn) =>
        file.After is { Kept: not null, Letter: { } printed } && against is not null && against == ground.Decision && receivedOn > Amsterdam.DateOf(printed.PublishedAt)
            && (ground.IsRuledOn(against) || receivedOn > against.Window.Term.LastDay) ? printed : null;
}
