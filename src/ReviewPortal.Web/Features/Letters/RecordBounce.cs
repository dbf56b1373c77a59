using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Infrastructure.Mail;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Web.Features.Letters;

/// <summary>A server took the e-mail and another reported later that it could not be delivered: the report came elsewhere, and is entered here (Awb 2:11).</summary>
public sealed class RecordBounce(CaseFiles files)
{
    /// <param name="on">The day of the report, in Amsterdam.</param>
    /// <param name="text">What it says.</param>
    public Task<Answer> RunAsync(CaseAsSeen @case, Guid notification, DateOnly on, string text, PersonId by, CancellationToken ct)
    {
        NotificationProgress? found = null;
        return files.StepAsync(
            @case, CaseAction.RecordBounce, by,
            async file =>
            {
                found = (await file.Db.ProgressAsync(file.Case.Id, ct)).FirstOrDefault(item => item.Notification.Id == notification);
                file.State(Requirement.NotificationOut, found?.CanComeBack(file.Now) is true);
                file.State(Requirement.BounceDay, found?.CanComeBackOn(on, file.Now) is not false);
                file.State(Requirement.DeliveryProblem, !string.IsNullOrWhiteSpace(text));
                return new Step(text.Trim());
            },
            file =>
            {
                file.Db.Add(found!.CameBack(on, text, file.Now, file.Actor.Name));
                return Task.CompletedTask;
            },
            ct);
    }
}
