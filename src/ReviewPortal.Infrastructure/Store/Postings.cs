using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Letters;

namespace ReviewPortal.Infrastructure.Store;

/// <summary>A request for a special facility whose letter was printed and has not been posted or handed over yet.</summary>
/// <param name="By">The day by which it ought to be.</param>
/// <param name="IsKnown">It was made known before, in another way (Awb 3:41).</param>
public sealed record RequestToPost(Guid Request, DateOnly? By, bool IsKnown);

/// <summary>Finds letters that were printed and not yet written down as posted or handed over (Awb 2:8, 3:41).</summary>
public static class Postings
{
    private static readonly LetterKind[] MakeKnown = [LetterKind.SentAgain, .. LetterKinds.About(LetterSubject.Decision)];

    /// <summary>As a sending says of itself (<see cref="Sending.IsToPost"/>).</summary>
    public static IQueryable<Sending> ToPost(this PortalDb db)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.Sendings.Where(sending => sending.Channel != SendingChannel.Portal && sending.Proof == "" && sending.FailedAt == null);
    }

    /// <summary>Those that make a decision known, by itself or with the letter that goes with it: until they are posted it has no effect (Awb 3:40, 3:41).</summary>
    public static IQueryable<Sending> DecisionsToPost(this PortalDb db) => db.ToPost().Where(sending => sending.Representative == null && db.Letters.Any(letter => letter.Id == sending.Letter && MakeKnown.Contains(letter.Kind)));

    public static async Task<ImmutableArray<RequestToPost>> RequestsToPostAsync(this PortalDb db, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        var found = db.ToPost().Join(db.Letters.Where(letter => letter.Request != null), sending => sending.Letter, letter => letter.Id, (sending, letter) => new RequestToPost(
            letter.Request!.Value, sending.PostBy, db.Sendings.Any(other => other.Letter == letter.Id && (other.Channel == SendingChannel.Portal || other.Proof != ""))));
        return [.. await found.ToListAsync(ct)];
    }
}
