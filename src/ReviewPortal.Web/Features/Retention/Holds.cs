using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Retention;
using ReviewPortal.Core.Writing;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Web.Features.Retention;

/// <summary>A hold keeps a case from destruction; one person asks to lift it, another lifts it. Under a restriction recordings are neither played nor handed out (AVG 18).</summary>
public sealed class Holds(CaseFiles files)
{
    public Task<Answer> PlaceAsync(CaseAsSeen @case, string reason, DateOnly reviewOn, PersonId by, CancellationToken ct) => files.StepAsync(
        @case, CaseAction.PlaceHold, by,
        file =>
        {
            file.StateWritten(Requirement.HoldReason, reason, reviewOn > Amsterdam.DateOf(file.Now));
            file.Db.Add(new Hold { Id = Guid.CreateVersion7(file.Now), Case = file.Case.Id, Reason = reason.Trim(), ReviewOn = reviewOn, PlacedAt = file.Now, PlacedByName = file.Actor.Name });
            return new Step(reason);
        },
        ct);

    public Task<Answer> AskToLiftAsync(CaseAsSeen @case, string reason, PersonId by, CancellationToken ct) => files.StepAsync(
        @case, CaseAction.AskToLiftHold, by,
        file =>
        {
            file.StateWritten(Requirement.HoldReason, reason);
            if (file.Hold is { } hold) (hold.LiftAskedBy, hold.LiftAskedByName, hold.LiftReason) = (file.Actor.Id, file.Actor.Name, reason.Trim());
            return new Step(reason);
        },
        ct);

    public Task<Answer> LiftAsync(CaseAsSeen @case, PersonId by, CancellationToken ct) => files.StepAsync(
        @case, CaseAction.LiftHold, by,
        file =>
        {
            file.Pin(Requirement.HoldLies);
            file.Pin(Requirement.AskedByAnother);
            if (file.Hold is { } hold) (hold.LiftedAt, hold.LiftedBy, hold.LiftedByName) = (file.Now, file.Actor.Id, file.Actor.Name);
            return new Step(file.Hold?.LiftReason);
        },
        ct);

    public Task<Answer> RestrictAsync(CaseAsSeen @case, string reason, PersonId by, CancellationToken ct) => files.StepAsync(
        @case, CaseAction.Restrict, by,
        file =>
        {
            file.StateWritten(Requirement.RestrictionReason, reason);
            file.Pin(Requirement.NotYetRestricted);
            file.Db.Add(new Restriction { Id = Guid.CreateVersion7(file.Now), Case = file.Case.Id, Reason = reason.Trim(), From = file.Now, PlacedByName = file.Actor.Name });
            return new Step(reason);
        },
        ct);

    public Task<Answer> EndRestrictionAsync(CaseAsSeen @case, string reason, PersonId by, CancellationToken ct) => files.StepAsync(
        @case, CaseAction.EndRestriction, by,
        file =>
        {
            file.StateWritten(Requirement.RestrictionReason, reason);
            file.Pin(Requirement.RestrictionRuns);
            if (file.Restriction is { } restriction) (restriction.EndedAt, restriction.EndReason) = (file.Now, reason.Trim());
            return new Step(reason);
        },
        ct);
}
