using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Committee;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Infrastructure.Audit;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Infrastructure.Vault;

namespace ReviewPortal.Web.Features.Student;

/// <summary>The student adds a file to what is being written, the view or an addition to it, or takes it away before it is sent (Awb 4:8, 4:9).</summary>
public sealed class AttachFile(CaseFiles files, AttachmentFiles kept)
{
    /// <param name="name">As the student's device calls it.</param>
    /// <returns>Why the file is not taken, or what the lifecycle says.</returns>
    public async Task<(Answer? Answer, AttachmentProblem? Problem)> RunAsync(CaseId @case, string name, byte[] bytes, PersonId by, CancellationToken ct, AttachmentUse use = AttachmentUse.View)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        if (bytes.Length is 0) return (null, AttachmentProblem.Empty);
        if (bytes.Length > Attachment.MostBytes) return (null, AttachmentProblem.TooLarge);
        if (AttachmentContent.TypeOf(bytes) is not { } type) return (null, AttachmentProblem.UnknownType);
        // Asked before anything is sealed: who may not write the view does not get as far as the vault.
        AttachmentProblem? problem = null;
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        var may = await files.LookAsync(@case, by, async file => (Answer: Ask(file, use), Problem: ProblemOf(await BesideAsync(file, use, ct), hash, use), Towards: Towards(file, use)), ct);
        if (may.Answer is not Done) return (may.Answer ?? new Refused(CaseAction.GiveView, RefusalKind.NoCase), null);
        if (may.Problem is not null) return (null, may.Problem);

        var answer = await kept.KeepAsync(bytes, (id, sha256) => files.PrepareAsync(
            @case, may.Towards, by,
            async file =>
            {
                // The view was handed in, or its term ended, while the file was being sealed.
                if (Ask(file, use) is Refused refused) return refused;
                if (use is AttachmentUse.View) file.OpenView();
                problem = ProblemOf(await BesideAsync(file, use, ct), sha256, use);
                if (problem is not null) return Refused.Unkept(RefusalKind.ChangedMeanwhile);
                var attachment = new Attachment
                {
                    Id = id, Case = @case, Use = use, Name = Attachment.NameOf(name, type), Type = type, Bytes = bytes.Length, Sha256 = sha256,
                    TellsPlace = AttachmentContent.TellsPlace(bytes, type), AddedAt = file.Now,
                };
                file.Db.Add(attachment);
                await WriteDownAsync(file, "attachment.add", attachment, ct);
                return null;
            },
            ct), ct);
        return problem is null ? (answer, null) : (null, problem);
    }

    /// <summary>Before it was sent; then it is destroyed at once.</summary>
    public async Task<Answer> RemoveAsync(CaseId @case, Guid attachment, PersonId by, CancellationToken ct, AttachmentUse use = AttachmentUse.View)
    {
        var found = false;
        var towards = await files.LookAsync(@case, by, file => Towards(file, use), ct);
        var answer = await files.PrepareAsync(
            @case, towards, by,
            async file =>
            {
                if (await file.Db.Attachments.FirstOrDefaultAsync(item => item.Id == attachment && item.Case == @case && item.Use == use, ct) is not { } own) return null;
                if (own.SentAt is not null) return Refused.Unkept(RefusalKind.ChangedMeanwhile);
                found = true;
                file.Db.Remove(own);
                await WriteDownAsync(file, "attachment.remove", own, ct);
                return null;
            },
            ct);
        // The row first: bytes without a row are found by the next verify, and a row never stands without its bytes.
        if (found && answer.IsDone) await kept.DestroyAsync(attachment, CancellationToken.None);
        return answer;
    }

    private static AttachmentProblem? ProblemOf(List<Attachment> beside, string sha256, AttachmentUse use) =>
        beside.Exists(item => item.Sha256 == sha256) ? AttachmentProblem.Twice : beside.Count >= Attachment.MostOf(use) ? AttachmentProblem.TooMany : null;

    private static CaseAction Towards(CaseFile file, AttachmentUse use) =>
        use is AttachmentUse.Authorisation ? CaseAction.NameRepresentative : file.View?.ReceivedAt is null ? CaseAction.GiveView : CaseAction.SupplementView;

    private static Answer Ask(CaseFile file, AttachmentUse use) => Towards(file, use) is var towards and not CaseAction.SupplementView ? file.AskToPrepare(towards) : GiveView.ToSupplement(file);

    // Those the student still has and those that came with the same view: a view is bounded together with what is added to it.
    private static async Task<List<Attachment>> BesideAsync(CaseFile file, AttachmentUse use, CancellationToken ct)
    {
        var all = await file.Db.Attachments.Where(item => item.Case == file.Case.Id && item.Use == use).ToListAsync(ct);
        return all.FindAll(item => item.SentAt is null || item.CameWithView(file.View?.ReceivedAt, file.View?.CompleteAt));
    }

    // Without its name, which can say anything about anybody: the log holds no personal data.
    private static Task WriteDownAsync(CaseFile file, string action, Attachment attachment, CancellationToken ct) => file.Db.AuditAsync(
        file.Actor, action, $"case/{file.Case.Id}",
        new { number = file.Case.Number.ToString(), attachment = attachment.Id, type = attachment.Type, bytes = attachment.Bytes, sha256 = attachment.Sha256 }, file.Now, ct);
}
