using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Infrastructure.Mail;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Web.Features.Letters;

/// <summary>A mail server reported that an e-mail could not be delivered, and the secretary finds that it was, or that it does not matter: the letter stands as it stood (Awb 2:11, 2:25).</summary>
public sealed class SetReportAside(CaseFiles files)
{
    public Task<Answer> RunAsync(CaseAsSeen @case, Guid report, string why, PersonId by, CancellationToken ct) => files.StepAsync(
        @case, CaseAction.SetReportAside, by,
        async file =>
        {
            // One question at a time of each e-mail: the oldest comes first.
            file.State(Requirement.ReportUnanswered, (await file.Db.ProgressAsync(file.Case.Id, ct)).Any(mail => mail.QuestionAt(file.Now)?.Id == report));
            file.State(Requirement.ReportAsideReason, !string.IsNullOrWhiteSpace(why));
            return new Step(why.Trim());
        },
        file =>
        {
            file.Db.Add(new ReportSetAside { Id = Guid.CreateVersion7(file.Now), Case = file.Case.Id, Report = report, Why = why.Trim(), At = file.Now, ByName = file.Actor.Name });
            return Task.CompletedTask;
        },
        ct);
}
