using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Writing;
using ReviewPortal.Infrastructure.Accounts;
using ReviewPortal.Infrastructure.Audit;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Web.Features.Student;

/// <summary>Why an agreement was not kept or not withdrawn.</summary>
public enum ConsentObjection
{
    /// <summary>Only a student agrees, and only for themselves.</summary>
    NotYours,

    /// <summary>The page was open while the wording changed: nobody agrees to words they have not read.</summary>
    OlderWording,
    AlreadyGiven,
    NotGiven,
}

/// <summary>What a student agreed to of one kind of messages.</summary>
/// <param name="Since">Null when the student does not agree.</param>
public sealed record MyConsent(MessageKind Kind, DateTimeOffset? Since);

/// <summary>A student agrees to messages through the portal, kind by kind, and takes it back whenever they like (Awb 2:8). What goes out after that goes by post.</summary>
public sealed class AgreeToDelivery(PortalDbs dbs, TimeProvider clock)
{
    /// <param name="wording">The version of the words the student has read.</param>
    /// <param name="language">The language in which they were read.</param>
    public Task<ConsentObjection?> GiveAsync(MessageKind kind, string wording, Language language, PersonId by, CancellationToken ct) => dbs.ChangeAsync(
        async db =>
        {
            if (await StudentAsync(db, by, ct) is not { } student) return ConsentObjection.NotYours;
            // Of another kind or in another language there are no words to read.
            if (wording is not ConsentWording.Current || !Enum.IsDefined(kind) || !Enum.IsDefined(language)) return ConsentObjection.OlderWording;
            if (await db.DeliveryConsents.AnyAsync(item => item.Person == by && item.Kind == kind && item.WithdrawnAt == null, ct)) return ConsentObjection.AlreadyGiven;
            var now = clock.GetUtcNow();
            var given = new DeliveryConsent { Id = Guid.CreateVersion7(now), Person = by, PersonName = student.Name, Kind = kind, GivenAt = now, Wording = wording, Language = language };
            db.Add(given);
            await db.AuditAsync(student, "delivery.agree", $"account/{by}", new { consent = given.Id, kind, wording, language, text = ConsentWording.Of(kind, language, wording) }, now, ct);
            await db.SaveChangesAsync(ct);
            return (ConsentObjection?)null;
        },
        ct);

    public Task<ConsentObjection?> WithdrawAsync(MessageKind kind, PersonId by, CancellationToken ct) => dbs.ChangeAsync(
        async db =>
        {
            if (await StudentAsync(db, by, ct) is not { } student) return ConsentObjection.NotYours;
            if (await db.DeliveryConsents.FirstOrDefaultAsync(item => item.Person == by && item.Kind == kind && item.WithdrawnAt == null, ct) is not { } given) return ConsentObjection.NotGiven;
            var now = clock.GetUtcNow();
            given.Withdraw(now);
            await db.AuditAsync(student, "delivery.withdraw", $"account/{by}", new { consent = given.Id, kind }, now, ct);
            await db.SaveChangesAsync(ct);
            return (ConsentObjection?)null;
        },
        ct);

    /// <summary>Every kind, with since when this student agrees; empty for whoever is no student.</summary>
    public async Task<ImmutableArray<MyConsent>> ListAsync(PersonId by, CancellationToken ct)
    {
        await using var db = await dbs.LookAsync(ct);
        if (await StudentAsync(db, by, ct) is null) return [];
        var given = await db.DeliveryConsents.Where(item => item.Person == by && item.WithdrawnAt == null).ToDictionaryAsync(item => item.Kind, item => item.GivenAt, ct);
        return [.. Enum.GetValues<MessageKind>().Select(kind => new MyConsent(kind, given.TryGetValue(kind, out var at) ? at : null))];
    }

    private static async Task<Actor?> StudentAsync(PortalDb db, PersonId by, CancellationToken ct) =>
        await db.PersonAsync(by, ct) is { StudentNumber: not null } person && person.Is(Role.Student) ? person : null;
}
