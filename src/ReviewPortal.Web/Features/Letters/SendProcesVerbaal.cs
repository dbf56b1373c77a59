using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.ProcesVerbaal;
using ReviewPortal.Infrastructure.Pdf;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Web.Features.Letters;

/// <summary>The secretary sends the student the signed proces-verbaal outside an invitation: because the student asked for it, or because no view was asked (AVG 15; Awb 3:49, 4:11).</summary>
public sealed class SendProcesVerbaal(CaseFiles files, DocumentPress press)
{
    /// <param name="askedOn">The day on which the student asked for it; null when no view was asked and it goes with the reasons.</param>
    public Task<Answer> RunAsync(CaseAsSeen @case, DateOnly? askedOn, PersonId by, CancellationToken ct) => files.StepAsync(
        @case, CaseAction.SendProcesVerbaal, by,
        file =>
        {
            file.Pin(Requirement.ReportNotYetDisclosed);
            file.State(Requirement.DisclosureReason, askedOn is { } asked ? asked >= Amsterdam.DateOf(file.Sitting.Start) && asked <= Amsterdam.DateOf(file.Now) : file.View?.Waiver is not null);
            file.Disclosure ??= new ReportDisclosure { Case = file.Case.Id, Ground = askedOn is null ? DisclosureGround.WithoutInvitation : DisclosureGround.Requested, AskedOn = askedOn, At = file.Now, ByName = file.Actor.Name };
            return Task.FromResult(new Step());
        },
        file =>
        {
            file.Db.Add(file.Disclosure!);
            return press.IssueAsync(file, LetterKind.ProcesVerbaalSent, ct);
        },
        ct);
}
