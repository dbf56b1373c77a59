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
    public Task<Answer> RunAsync(CaseAsSeen @case, IReadOnlySet<Guid> reports, string why, PersonId by, CancellationToken ct) => files.StepAsync(
        @case, CaseAction.SetReportAside, by,
        async file =>
        {
            var mails = await file.Db.ProgressAsync(file.Case.Id, ct);
            file.State(Requirement.ReportUnanswered, reports.Count > 0 && mails.Any(mail => reports.IsSubsetOf(mail.QuestionsAt(file.Now).Select(report => report.Id))));
            file.StateLength(why, StudentWords.Longest);
            file.State(Requirement.ReportAsideReason, !string.IsNullOrWhiteSpace(why));
            return new Step(why.Trim());
        },
        file =>
        {
            file.Db.AddRange(reports.Select(report => new ReportSetAside { Id = Guid.CreateVersion7(file.Now), Case = file.Case.Id, Report = report, Why = why.Trim(), At = file.Now, ByName = file.Actor.Name }));
            return Task.CompletedTask;
        },
        ct);
}
