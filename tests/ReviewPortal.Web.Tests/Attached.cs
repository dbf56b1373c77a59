using System.Text;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Committee;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Infrastructure.Vault;
using ReviewPortal.Web.Features.Student;

namespace ReviewPortal.Web.Tests;

/// <summary>Files that students send, as their devices make them.</summary>
internal static class Attached
{
    public static readonly byte[] Text = Encoding.UTF8.GetBytes("Þrúður belde om 10.04 uur.\r\n");

    public static readonly byte[] Pdf = "%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"u8.ToArray();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>A photograph of one point, which says with what and where it was taken.</summary>
    public static byte[] Photo(bool withPlace)
    {
        // "II", 42, the first list at 8: one entry, which points to the place or names the direction of the camera.
        byte[] tiff = [.. "II*\0"u8, 8, 0, 0, 0, 1, 0, .. withPlace ? (byte[])[0x25, 0x88] : [0x12, 0x01], 4, 0, 1, 0, 0, 0, 26, 0, 0, 0, 0, 0, 0, 0];
        byte[] body = [.. "Exif\0\0"u8, .. tiff];
        byte[] frame = [0xFF, 0xC0, 0, 11, 8, 0, 1, 0, 1, 1, 1, 0x11, 0];
        return [0xFF, 0xD8, 0xFF, 0xE1, (byte)((body.Length + 2) >> 8), (byte)(body.Length + 2), .. body, .. frame, 0xFF, 0xDA, 0, 2, 0xFF, 0xD9];
    }

    public static Task<(Answer? Answer, AttachmentProblem? Problem)> TryAsync(APortal portal, ACase @case, string name, byte[] bytes, string by = "student") =>
        portal.Get<AttachFile>().RunAsync(@case.Id, name, bytes, portal.Who(by).Id, Ct);

    /// <summary>A file of the student's that lies there whatever the state of the case.</summary>
    public static async Task<Guid> LaidAsync(APortal portal, ACase @case, bool sent)
    {
        var laid = Guid.Empty;
        await ACase.DoneAsync(portal.Get<AttachmentFiles>().KeepAsync(Text, async (id, sha256) =>
        {
            laid = id;
            var now = portal.Clock.GetUtcNow();
            await portal.Dbs.ChangeAsync(
                async db =>
                {
                    db.Add(new Attachment { Id = id, Case = @case.Id, Name = "bericht.txt", Type = AttachmentType.Text, Bytes = Text.Length, Sha256 = sha256, AddedAt = now, SentAt = sent ? now : null });
                    return await db.SaveChangesAsync(Ct);
                },
                Ct);
            return new Done(CaseLifecycle.Table[0]);
        }, Ct));
        return laid;
    }

    /// <summary>The file is taken; its row.</summary>
    public static async Task<Attachment> AddAsync(APortal portal, ACase @case, string name = "bericht.txt", byte[]? bytes = null)
    {
        var before = await portal.ReadAsync(db => db.Attachments.Select(item => item.Id).ToListAsync(Ct));
        var (answer, problem) = await TryAsync(portal, @case, name, bytes ?? Text);
        Assert.Null(problem);
        await ACase.DoneAsync(Task.FromResult(answer!));
        return await portal.ReadAsync(db => db.Attachments.SingleAsync(item => !before.Contains(item.Id), Ct));
    }
}
