using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Committee;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Infrastructure.Accounts;
using ReviewPortal.Infrastructure.Audit;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Infrastructure.Vault;
using ReviewPortal.Web.Access;
using ReviewPortal.Web.Ui;

namespace ReviewPortal.Web.Features.Student;

/// <summary>
/// What a student added, for the student and, once it was sent, for the board. Always as a file to save and never to be shown here: its bytes are a stranger's.
/// </summary>
internal static class AttachmentEndpoint
{
    public static void MapAttachments(this WebApplication app) => app.MapGet("/attachments/{number}/{attachment:guid}", SendAsync).NeverStored().RequireAuthorization()
        .WithName("Attachment").WithSummary("A file that the student added to the view or to an authorisation, to download: for the student, and for the board once it was sent.")
        .Produces(200, contentType: "application/octet-stream").Produces(404).ProducesProblem(500);

    private static async Task<IResult> SendAsync(
        string number, Guid attachment, HttpContext context, CaseDoor door, PortalDbs dbs, AttachmentFiles files, DamagedAnswer damaged, TimeProvider clock, CancellationToken ct)
    {
        var by = context.User.PersonId();
        var staff = await door.OpenAsync(number, Room.Committee, by, ct);
        if ((staff ?? await door.OpenAsStudentAsync(number, by, ct)) is not { } head) return Results.NotFound();
        await using var db = await dbs.LookAsync(ct);
        var found = await db.Attachments.AsNoTracking().FirstOrDefaultAsync(item => item.Id == attachment && item.Case == head.Id, ct);
        if (found is null || (staff is not null && found.SentAt is null)) return Results.NotFound();
        return await damaged.InsteadOfFileAsync(attachment, async () =>
        {
            if (await files.ReadAsync(found, ct) is not { } bytes) return Results.NotFound();
            if (staff is not null) await NoteAsync(dbs, head, found, by, clock.GetUtcNow(), ct);
            context.Response.Headers.XContentTypeOptions = "nosniff";
            return Results.Bytes(bytes, Attachment.ContentTypeOf(found.Type), found.Name);
        });
    }

    private static Task<bool> NoteAsync(PortalDbs dbs, CaseHead head, Attachment attachment, PersonId by, DateTimeOffset now, CancellationToken ct) => dbs.ChangeAsync(
        async db =>
        {
            if (await db.PersonAsync(by, ct) is not { } person) return false;
            await db.AuditAsync(person, "attachment.open", $"case/{head.Id}", new { number = head.Number.ToString(), attachment = attachment.Id, sha256 = attachment.Sha256 }, now, ct);
            await db.SaveChangesAsync(ct);
            return true;
        },
        ct);
}
