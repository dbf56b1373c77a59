using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Committee;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Infrastructure.Vault;

namespace ReviewPortal.Web.Commands;

/// <summary>Reads back what students added to their cases: a decision may rest on it.</summary>
internal static class VerifyAttachments
{
    public static async Task<bool> RunAsync(PortalDb db, AttachmentFiles files, Func<bool, string, object?[], Task<bool>> say, CancellationToken ct)
    {
        var whole = true;
        var attachments = await db.Attachments.ToListAsync(ct);
        foreach (var attachment in attachments)
        {
            if (!await IsWholeAsync(attachment, files, ct)) whole = await say(false, "Verify.AttachmentChanged", [attachment.Id]);
        }

        return whole && (attachments.Count is 0 || await say(true, "Verify.Attachments", [attachments.Count]));
    }

    private static async Task<bool> IsWholeAsync(Attachment attachment, AttachmentFiles files, CancellationToken ct)
    {
        try
        {
            return await files.ReadAsync(attachment, ct) is not null;
        }
        catch (DamagedRecordingException)
        {
            return false;
        }
    }
}
