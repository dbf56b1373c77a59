using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Infrastructure.Mail;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Web.Features.Letters;

/// <summary>A mail server reported that an e-mail could not be delivered, and the secretary finds that it was, or that it does not matter: the letter stands as it stood (Awb 2:11, 2:25).</summary>
public sealed class SetReportAside(CaseFiles files)
{
    /// <param name="reports">Those that the secretary read, all on one e-mail: one answer is for all of them, and for none that came in since.</param>
    public Task<Answer> RunAsync(CaseAsSeen @case, IReadOnlySet<Guid> reports, string why, PersonId by, CancellationToken ct)
    {
        NotificationProgress? about = null;
        return files.StepAsync(
            @case, CaseAction.SetReportAside, by,
            async file =>
            {
                about = (await file.Db.ProgressAsync(file.Case.Id, ct)).FirstOrDefault(mail => mail.Asks(reports, file.Now));
                file.State(Requirement.ReportUnanswered, about is not null);
                file.StateLength(why, StudentWords.Longest);
                file.State(Requirement.ReportAsideReason, !string.IsNullOrWhiteSpace(why));
                return new Step(why.Trim());
            },
            file =>
            {
                file.Db.AddRange(about!.SetAside(reports, why, file.Now, file.Actor.Name));
                return Task.CompletedTask;
            },
            ct);
    }
}
