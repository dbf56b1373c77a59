using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Letters;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Infrastructure.Mail;

/// <summary>Whether a student agreed to messages through the portal, as of now (Awb 2:8).</summary>
public static class Agreements
{
    /// <returns>False also when the student has no account: nobody agreed then.</returns>
    public static async Task<bool> AgreesAsync(this CaseFile file, LetterKind kind, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(file);
        return await file.Db.AgreesAsync(file.Student, kind, ct);
    }

    /// <inheritdoc cref="AgreesAsync(CaseFile, LetterKind, CancellationToken)"/>
    public static async Task<bool> AgreesAsync(this PortalDb db, StudentAccount? account, LetterKind kind, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        return account is { } student && await db.AgreesAsync(student, MessageKinds.Of(kind), ct);
    }

    /// <inheritdoc cref="AgreesAsync(CaseFile, LetterKind, CancellationToken)"/>
    public static async Task<bool> AgreesAsync(this PortalDb db, StudentAccount student, MessageKind of, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(student);
        var person = new PersonId(student.Id);
        return await db.DeliveryConsents.AnyAsync(item => item.Person == person && item.Kind == of && item.WithdrawnAt == null, ct);
    }
}
