using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Committee;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Writing;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Web.Features.Committee;

/// <summary>The term has passed without a view. That is recorded, and it is no admission.</summary>
public sealed class RecordNoReaction(CaseFiles files)
{
    /// <summary>Before silence is recorded the student is reminded; the portal shows it to the student, with its day.</summary>
    public Task<Answer> RemindAsync(CaseAsSeen @case, PersonId by, CancellationToken ct) => files.StepAsync(
        @case, CaseAction.RemindStudent, by,
        file =>
        {
            if (file.Invitation is { } invitation) invitation.RemindedAt ??= file.Now;
            return new Step();
        },
        ct);

    /// <param name="withoutReminder">Why no reminder was sent; empty when one was.</param>
    public Task<Answer> RunAsync(CaseAsSeen @case, string withoutReminder, PersonId by, CancellationToken ct) => files.StepAsync(
        @case, CaseAction.RecordNoReaction, by,
        file =>
        {
            file.StateLength(withoutReminder, StaffWords.Explanation);
            if (!Inked.IsEmpty(withoutReminder)) file.State(Requirement.ReminderSent, true);
            // A draft the student never handed in is no view, and nobody else reads it.
            var view = file.OpenView();
            // Who gave a view in writing and did not come to the hearing gave a view.
            if (view.ReceivedAt is null) (view.Text, view.Form, view.ReceivedAt) = ("", ViewForm.NoReaction, file.Now);
            return new Step(withoutReminder);
        },
        ct);
}
