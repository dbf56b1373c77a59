using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Necessity;
using ReviewPortal.Core.Writing;
using ReviewPortal.Infrastructure.Accounts;
using ReviewPortal.Infrastructure.Audit;
using ReviewPortal.Infrastructure.Pdf;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Infrastructure.Vault;
using ReviewPortal.Web.Access;
using ReviewPortal.Web.Ui;

namespace ReviewPortal.Web.Features.Letters;

/// <summary>As what somebody comes to a letter.</summary>
internal enum LetterReader
{
    Stranger,
    Addressee,
    Board,
}

/// <summary>Letters as PDF: the draft for those who write it, the published bytes for them and for the student.</summary>
internal static class LetterDocuments
{
    public static void MapLetterDocuments(this WebApplication app)
    {
        app.MapGet("/letters/{number}/preview.pdf", PreviewAsync).NeverStored().RequireAuthorization().ExcludeFromDescription();
        app.MapGet("/letters/pdf/{letter:guid}", PublishedAsync).NeverStored().RequireAuthorization()
            .WithName("Letter").WithSummary("A published letter, as PDF.").Produces(200, contentType: "application/pdf").Produces(404).ProducesProblem(500);
    }

    private static async Task<IResult> PreviewAsync(string number, string? language, Guid? way, HttpContext context, CaseDoor door, CaseFiles files, DocumentPress press, ChosenWays ways, CancellationToken ct)
    {
        var by = context.User.PersonId();
        if (await door.OpenAsync(number, Room.Decisions, by, ct) is not { } head) return Results.NotFound();
        var pdf = await files.LookAsync(head.Id, by, file => DraftAsync(file, press, Languages.Parse(language ?? "nl") ?? Language.Dutch, ways.Find(way, by), ct), ct);
        return pdf is null ? Results.NotFound() : Results.Bytes(pdf, "application/pdf");
    }

    private static async Task<byte[]?> DraftAsync(CaseFile file, DocumentPress press, Language language, ChosenWay? way, CancellationToken ct)
    {
        if (!CaseSight.MayKnowOutcome(file.Case.State, file.Actor.Roles) || file.Decision is not { } decision || !LetterKinds.IsKnown(decision.Draft)) return null;
        if (!decision.IsSigned) decision.Write(decision.Draft.ForItsOutcome());
        return await press.PreviewAsync(file, file.DecisionKind, language, ct, way?.Channel ?? SendingChannel.Portal, way?.Address);
    }

    private static async Task<IResult> PublishedAsync(Guid letter, bool? download, HttpContext context, CaseDoor door, PortalDbs dbs, DamagedAnswer damaged, TimeProvider clock, CancellationToken ct)
    {
        var by = context.User.PersonId();
        await using var db = await dbs.LookAsync(ct);
        if (await db.Letters.FirstOrDefaultAsync(item => item.Id == letter, ct) is not { } found) return Results.NotFound();

        var (reader, number) = await ReaderAsync(db, found, door, by, ct);
        if (reader is LetterReader.Stranger) return Results.NotFound();
        if (reader is LetterReader.Addressee)
        {
            if (found.FirstOpenedAt is null) await NoteOpeningAsync(dbs, letter, by, clock.GetUtcNow(), ct);
            if (download is true) await NoteDownloadAsync(dbs, letter, by, clock.GetUtcNow(), ct);
        }

        return await damaged.InsteadOfLetterAsync(letter, async () =>
        {
            var content = await db.Files.Where(file => file.Sha256 == found.Sha256).Select(file => file.Content).SingleAsync(ct);
            // Other bytes than those that went out are no letter of this institution.
            if (KeptFile.HashOf(content) != found.Sha256) throw new DamagedRecordingException($"The bytes of letter {letter} are not those that were published");
            var name = FileNames.Of(found, number);
            if (download is true) return Results.Bytes(content, "application/pdf", name);
            context.Response.Shows(name);
            return Results.Bytes(content, "application/pdf");
        });
    }

    /// <summary>As what this person comes to a letter, and the number under which it is known.</summary>
    public static async Task<(LetterReader Reader, string Number)> ReaderAsync(PortalDb db, Letter letter, CaseDoor door, PersonId by, CancellationToken ct)
    {
        if (letter.Request is { } request)
        {
            var (seen, known) = await FacilityDocuments.SeenAsync(db, request, by, ct);
            return (seen is FacilitySeen.Whole ? LetterReader.Board : seen is FacilitySeen.Own ? LetterReader.Addressee : LetterReader.Stranger, known.ToString());
        }

        var number = (await db.Cases.Where(item => item.Id == letter.Case).Select(item => item.Number).SingleAsync(ct)).ToString();
        if (await door.OpenAsync(number, Room.Letters, by, ct) is not null || await door.OpenAsync(number, Room.Committee, by, ct) is not null) return (LetterReader.Board, number);
        return (await door.OpenAsStudentAsync(number, by, ct) is null ? LetterReader.Stranger : LetterReader.Addressee, number);
    }

    private static Task<bool> NoteDownloadAsync(PortalDbs dbs, Guid letter, PersonId by, DateTimeOffset now, CancellationToken ct) => dbs.ChangeAsync(
        async db =>
        {
            var found = await db.Letters.SingleAsync(item => item.Id == letter, ct);
            if (await db.PersonAsync(by, ct) is not { } student) return false;
            await db.AuditAsync(student, DeliveryLog.Download, found.Subject, new { letter, kind = found.Kind, sha256 = found.Sha256 }, now, ct);
            await db.SaveChangesAsync(ct);
            return true;
        },
        ct);

    // The first time the student opens a letter is kept as proof that it was taken note of (Awb 2:25), and in the audit log, where nobody can change it.
    private static Task<bool> NoteOpeningAsync(PortalDbs dbs, Guid letter, PersonId by, DateTimeOffset now, CancellationToken ct) => dbs.ChangeAsync(
        async db =>
        {
            var found = await db.Letters.SingleAsync(item => item.Id == letter, ct);
            if (await db.PersonAsync(by, ct) is not { } student || !found.Opened(now)) return false;
            await db.AuditAsync(student, "letter.open", found.Subject, new { letter, kind = found.Kind, sha256 = found.Sha256, published = found.PublishedAt }, now, ct);
            await db.SaveChangesAsync(ct);
            return true;
        },
        ct);
}
