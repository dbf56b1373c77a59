using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Committee;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Necessity;
using ReviewPortal.Core.Writing;
using ReviewPortal.Infrastructure.Pdf;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Web.Features.Student;

/// <summary>The student lets somebody speak and receive copies on the student's behalf, or ends that (Awb 2:1, 6:17).</summary>
public sealed class NameRepresentative(CaseFiles files)
{
    /// <summary>Who stood until now ends with it. A document that was added for it is handed to the board in the same step.</summary>
    public Task<Answer> RunAsync(CaseAsSeen @case, RepresentativeDraft draft, PersonId by, CancellationToken ct) => files.StepAsync(
        @case, CaseAction.NameRepresentative, by,
        async file =>
        {
            ArgumentNullException.ThrowIfNull(draft);
            var document = await file.Db.Attachments.Where(item => item.Case == file.Case.Id && item.Use == AttachmentUse.Authorisation && item.SentAt == null).OrderBy(item => item.AddedAt).FirstOrDefaultAsync(ct);
            file.State(Requirement.RepresentativeReachable, draft.IsReachable);
            file.State(Requirement.AddressWithinBounds, draft.IsWithinBounds);
            file.State(Requirement.AddressPrintable, IsPrintable(draft));
            file.State(Requirement.NoCitizenNumber, HasNoCitizenNumber(draft));
            file.State(Requirement.AuthorisationGiven, document is not null || !Inked.IsEmpty(draft.Declaration));
            document?.SentAt = file.Now;
            await EndAsync(file, ct);
            file.Representative = new Representative
            {
                Id = Guid.CreateVersion7(file.Now), Case = file.Case.Id, Name = draft.Name.Trim(), Organisation = draft.Organisation.Trim(), Address = draft.Address.Trim(), Email = draft.Email.Trim(),
                Declaration = draft.Declaration.Trim(), Document = document?.Id, From = file.Now,
            };
            file.Db.Add(file.Representative);
            return new Step(file.Representative.FullName);
        },
        keep: null,
        ct);

    // Letters and envelopes name them; the board cannot mend what the student wrote.
    internal static bool IsPrintable(RepresentativeDraft draft) => !draft.IsWithinBounds || DocumentPrinter.Unprintable(draft.InLetters).IsEmpty;

    internal static bool HasNoCitizenNumber(RepresentativeDraft draft) => !draft.IsWithinBounds || !CitizenNumbers.StandIn([], draft.Name, draft.Organisation, draft.Address, draft.Email, draft.Declaration);

    public Task<Answer> WithdrawAsync(CaseAsSeen @case, PersonId by, CancellationToken ct) => files.StepAsync(
        @case, CaseAction.WithdrawRepresentative, by,
        async file =>
        {
            var standing = file.Representative;
            file.Pin(Requirement.RepresentativeStands);
            await EndAsync(file, ct);
            return new Step(standing?.FullName);
        },
        keep: null,
        ct);

    // Copies that lie to be posted are not posted any more: nobody is sent a letter about somebody they do not speak for (AVG 5 lid 1 onder f).
    private static async Task EndAsync(CaseFile file, CancellationToken ct)
    {
        if (file.Representative is not { } standing) return;
        standing.End(file.Now);
        file.Db.RemoveRange(await file.Db.Sendings.Where(sending => sending.Representative == standing.Id && sending.Proof == "").ToListAsync(ct));
    }
}
