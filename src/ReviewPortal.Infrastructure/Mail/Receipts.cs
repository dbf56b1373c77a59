using System.Collections.Frozen;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Necessity;
using ReviewPortal.Infrastructure.Audit;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Infrastructure.Mail;

/// <summary>Says to the student by e-mail that something was received.</summary>
public static class Receipts
{
    // What the student sends by the portal is confirmed the way it came (Awb 2:17).
    private static readonly FrozenSet<CaseAction> ByPortal = [CaseAction.GiveView, CaseAction.SupplementView, CaseAction.AskHearing, CaseAction.CommentOnMinutes, CaseAction.RequestRetake];

    private static readonly FrozenSet<FacilityAction> OnRequests = [FacilityAction.File, FacilityAction.GiveView];

    // What came to the desk came in whatever way: by e-mail it is confirmed to who agreed to that (Awb 2:8, 6:14).
    private static readonly FrozenSet<CaseAction> AtTheDesk = [CaseAction.LodgeAppeal, CaseAction.LodgeObjection];

    /// <summary>Part of the step that received it; nothing for another step, and nothing without an account.</summary>
    public static async Task ConfirmAsync(this CaseFile file, CaseAction action, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (file.Student is not { } student) return;
        if (!ByPortal.Contains(action) && !(AtTheDesk.Contains(action) && await file.Db.AgreesAsync(student, MessageKind.Procedure, ct))) return;
        file.Db.Add(new Receipt { Id = Guid.CreateVersion7(file.Now), Case = file.Case.Id, Action = action, At = file.Now, Language = file.LetterLanguage });
    }

    /// <inheritdoc cref="ConfirmAsync(CaseFile, CaseAction, CancellationToken)"/>
    public static void Confirm(this FacilityFile file, FacilityAction action)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (file.Student is null || !OnRequests.Contains(action)) return;
        file.Db.Add(new Receipt { Id = Guid.CreateVersion7(file.Now), Request = file.Request.Id, RequestAction = action, At = file.Now, Language = file.LetterLanguage });
    }
}

/// <summary>Carries out the receipts that wait, as part of a round of the outbox. How far a try came is kept before each of its steps: none goes twice.</summary>
internal sealed class ReceiptRound(PortalDbs dbs, MailCarrier carrier, MailSettings settings, Institutions institutions, TimeProvider clock)
{
    private static readonly MailEnd[] Again = [.. Enum.GetValues<MailEnd>().Where(end => end.MayTryAgain())];

    public async Task<IReadOnlyList<Receipt>> DueAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var since = now - NotificationProgress.GiveUpAfter;
        await using var db = await dbs.LookAsync(ct);
        var waiting = await db.Receipts.AsNoTracking().Where(item => item.At > since && (item.End == null || Again.Contains(item.End.Value))).OrderBy(item => item.At).ToListAsync(ct);
        return waiting.FindAll(item => item.IsDue(now, settings.Lease.ToHandOver));
    }

    /// <returns>How it ended; null when it was not due any more.</returns>
    public async Task<MailEnd?> CarryAsync(Receipt receipt, CancellationToken ct)
    {
        if (await BeginAsync(receipt.Id, ct) is not { } number) return null;
        var mail = await WriteAsync(receipt, ct);
        var carried = mail is null ? new Carried(MailEnd.NoAddress, "") : await carrier.CarryAsync(mail, () => HandOverAsync(receipt.Id, number), ct);
        await dbs.ChangeAsync(async db =>
        {
            var kept = await db.Receipts.SingleAsync(item => item.Id == receipt.Id, CancellationToken.None);
            kept.Finish(number, carried.End);
            await db.AuditAsync(Outbox.Portal, "mail.receipt", receipt.Subject, new { receipt = receipt.Id, number, end = carried.End, answer = carried.Answer, to = mail?.To ?? "" }, clock.GetUtcNow(), CancellationToken.None);
            return await db.SaveChangesAsync(CancellationToken.None);
        }, CancellationToken.None);
        return carried.End;
    }

    private Task<int?> BeginAsync(Guid id, CancellationToken ct) => dbs.ChangeAsync<int?>(async db =>
    {
        var (now, receipt) = (clock.GetUtcNow(), await db.Receipts.SingleAsync(item => item.Id == id, ct));
        // Another portal on this database may have begun it since this round looked.
        if (!receipt.IsDue(now, settings.Lease.ToHandOver)) return null;
        receipt.Begin(now);
        await db.SaveChangesAsync(ct);
        return receipt.Tries;
    }, ct);

    /// <returns>Null when the account has no address that can be used.</returns>
    private async Task<WrittenMail?> WriteAsync(Receipt receipt, CancellationToken ct)
    {
        await using var db = await dbs.LookAsync(ct);
        if (await Outbox.AddressAsync(db, receipt.Case, receipt.Request, ct) is not { } to) return null;
        var number = receipt.Case is { } @case
            ? (await db.Cases.Where(item => item.Id == @case).Select(item => item.Number).SingleAsync(ct)).ToString()
            : (await db.FacilityRequests.Where(item => item.Id == receipt.Request).Select(item => item.Number).SingleAsync(ct)).ToString();
        var institution = (await institutions.OfAsync(HouseTexts.Everybody, ct)).NameOrPortal();
        var text = ReceiptMail.Write(institution, new Uri($"{settings.SignIn.AbsoluteUri}/{number}"), receipt.At, receipt.Language);
        return new WrittenMail(receipt.Id, settings.MessageId(receipt.Id.ToString("N")), settings.From, institution.In(receipt.Language), to, text.Subject, text.Text, receipt.Language, clock.GetUtcNow());
    }

    // Not to be cancelled: what is about to happen outside is written down.
    private Task<int> HandOverAsync(Guid id, int number) => dbs.ChangeAsync(async db =>
    {
        (await db.Receipts.SingleAsync(item => item.Id == id, CancellationToken.None)).HandOver(number);
        return await db.SaveChangesAsync(CancellationToken.None);
    }, CancellationToken.None);
}
