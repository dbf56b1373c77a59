using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Committee;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Infrastructure.Audit;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Infrastructure.Vault;

namespace ReviewPortal.Web.Features.Student;

/// <summary>The student adds a file to what is being written, or takes it away before it is sent (Awb 4:8, 4:9).</summary>
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
        var may = await files.LookAsync(@case, by, async file => (Answer: file.AskToPrepare(Towards(use)), Problem: ProblemOf(await UnsentAsync(file, use, ct), hash, use)), ct);
        if (may.Answer is not Done) return (may.Answer ?? new Refused(Towards(use), RefusalKind.NoCase), null);
        if (may.Problem is not null) return (null, may.Problem);

        var answer = await kept.KeepAsync(bytes, (id, sha256) => files.PrepareAsync(
            @case, Towards(use), by,
            async file =>
            {
                if (use is AttachmentUse.View) file.OpenView();
                problem = ProblemOf(await UnsentAsync(file, use, ct), sha256, use);
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
        var answer = await files.PrepareAsync(
            @case, Towards(use), by,
            async file =>
            {
                if (await file.Db.Attachments.FirstOrDefaultAsync(item => item.Id == attachment && item.Case == @case && item.Use == use && item.SentAt == null, ct) is not { } own) return null;
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

    /// <summary>Of the files that are with the student still; what was sent earlier counts for the view it came with.</summary>
    private static AttachmentProblem? ProblemOf(List<Attachment> unsent, string sha256, AttachmentUse use) =>
        unsent.Exists(item => item.Sha256 == sha256) ? AttachmentProblem.Twice : unsent.Count >= Attachment.MostOf(use) ? AttachmentProblem.TooMany : null;

    private static CaseAction Towards(AttachmentUse use) => use is AttachmentUse.View ? CaseAction.GiveView : CaseAction.NameRepresentative;

    private static Task<List<Attachment>> UnsentAsync(CaseFile file, AttachmentUse use, CancellationToken ct) =>
        file.Db.Attachments.Where(item => item.Case == file.Case.Id && item.Use == use && item.SentAt == null).ToListAsync(ct);

    // Without its name, which can say anything about anybody: the log holds no personal data.
    private static Task WriteDownAsync(CaseFile file, string action, Attachment attachment, CancellationToken ct) => file.Db.AuditAsync(
        file.Actor, action, $"case/{file.Case.Id}",
        new { number = file.Case.Number.ToString(), attachment = attachment.Id, type = attachment.Type, bytes = attachment.Bytes, sha256 = attachment.Sha256 }, file.Now, ct);
}
