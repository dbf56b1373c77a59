using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Writing;
using ReviewPortal.Infrastructure.Audit;
using ReviewPortal.Infrastructure.Mail;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Infrastructure.Pdf;

/// <summary>A letter that is about to go out, of a case or of a request.</summary>
/// <param name="Channel">How it goes out.</param>
public sealed record OutgoingLetter(PortalDb Db, Actor By, DateTimeOffset Now, LetterKind Kind, Language Language, SendingChannel Channel)
{
    public CaseId? Case { get; init; }

    public Guid? Request { get; init; }

    public DateOnly? AppealBy { get; init; }

    /// <summary>The version of the house texts it was written with; null for those of the configuration.</summary>
    public Guid? HouseTexts { get; init; }

    /// <summary>The notification that failed, when this letter makes something known again (Awb 2:11).</summary>
    public Guid? Replaces { get; init; }
}

/// <summary>Prints letters for good, seals them and keeps their bytes, whatever they are about.</summary>
public sealed class LetterIssue(DocumentPrinter printer, ElectronicSeal seal, PublicAddress address)
{
    /// <summary>Fixes the bytes, with code and audit root, and lets the student know when it stands in the portal; part of the caller's transaction.</summary>
    /// <param name="write">Writes it with what it will be known by.</param>
    /// <exception cref="NoSuchChoiceException">It goes out in a way that stands in no list.</exception>
    public async Task<Letter> RunAsync(OutgoingLetter outgoing, Func<Imprint, Document> write, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(outgoing);
        ArgumentNullException.ThrowIfNull(write);
        // There are no words for it, and they are asked for before anything is kept.
        Choices.RefuseUnknown(outgoing.Channel);
        var imprint = new Imprint(LetterCode.Random(), await outgoing.Db.AuditRootAsync(ct), address.Verification);
        var kept = await KeepAsync(outgoing.Db, write(imprint), outgoing.Now, ct);
        var letter = new Letter
        {
            Id = Guid.CreateVersion7(outgoing.Now),
            Case = outgoing.Case,
            Request = outgoing.Request,
            Kind = outgoing.Kind,
            Language = outgoing.Language,
            Sha256 = kept.Sha256,
            Code = imprint.Code,
            AuditRoot = imprint.AuditRoot,
            HouseTexts = outgoing.HouseTexts,
            PublishedBy = outgoing.By.Id,
            PublishedByName = outgoing.By.Name,
            PublishedAt = outgoing.Now,
            AppealBy = outgoing.AppealBy,
        };
        outgoing.Db.Add(letter);
        if (outgoing.Channel is SendingChannel.Portal) outgoing.Db.Notify(letter, outgoing.Language, outgoing.Now, outgoing.Replaces);
        return letter;
    }

    /// <summary>Prints and seals a document and keeps its bytes under their hash.</summary>
    public async Task<KeptFile> KeepAsync(PortalDb db, Document document, DateTimeOffset now, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        var kept = KeptFile.Pdf(seal.Seal(printer.Print(document, now), now));
        if (!await db.Files.AnyAsync(item => item.Sha256 == kept.Sha256, ct)) db.Add(kept);
        return kept;
    }
}
