using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Lifecycle;

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

    /// <summary>The last letter of these kinds in each case, where that was printed and no sending of it ever went: it has not been made known (<see cref="Sending.Went"/>).</summary>
    public static IQueryable<Letter> OnlyPrinted(this PortalDb db, LetterKind[] kinds)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.Letters.Where(letter => kinds.Contains(letter.Kind) && !db.Letters.Any(later => later.Case == letter.Case && kinds.Contains(later.Kind) && later.PublishedAt > letter.PublishedAt)
            && db.Sendings.Any(sending => sending.Letter == letter.Id && sending.Representative == null)
            && !db.Sendings.Any(sending => sending.Letter == letter.Id && sending.Representative == null && (sending.Channel == SendingChannel.Portal || sending.Proof != "")));
    }

    /// <summary>Decisions that were printed and never sent.</summary>
    public static IQueryable<Letter> OnlyPrintedDecisions(this PortalDb db) => db.OnlyPrinted([.. LetterKinds.About(LetterSubject.Decision)]);

    /// <summary>Decisions of which no sending counts and none lies printed: they have to be sent again, as <see cref="Aftermath.IsToSendAgain"/> says of one case.</summary>
    public static IQueryable<Letter> DecisionsToSendAgain(this PortalDb db)
    {
        ArgumentNullException.ThrowIfNull(db);
        LetterKind[] kinds = [.. LetterKinds.About(LetterSubject.Decision)];
        return db.Letters.Where(letter => kinds.Contains(letter.Kind) && !db.Letters.Any(later => later.Case == letter.Case && kinds.Contains(later.Kind) && later.PublishedAt > letter.PublishedAt)
            && db.Sendings.Any(sending => sending.Letter == letter.Id && sending.Representative == null)
            && !db.Sendings.Any(sending => sending.Letter == letter.Id && sending.Representative == null && sending.FailedAt == null)
            && !db.DecisionsToPost().Any(sending => sending.Case == letter.Case));
    }

    /// <summary>Proposals to end an enrolment whose letter was printed and never sent: the student does not know of them (Awb 3:40).</summary>
    public static IQueryable<Letter> OnlyPrintedProposals(this PortalDb db) => db.OnlyPrinted([LetterKind.FraudProposal, LetterKind.TerminationProposed]);

    /// <summary>When letters of a case were made to be posted or handed over: the steps of those moments made nothing known (Awb 3:41).</summary>
    /// <param name="events">Of that case: before a decision went out nothing is looked up.</param>
    public static async Task<IReadOnlySet<DateTimeOffset>> PrintedAtAsync(this PortalDb db, CaseId @case, IEnumerable<CaseEvent> events, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        if (!events.Any(item => item.Action is CaseAction.Publish or CaseAction.SendAgain)) return new HashSet<DateTimeOffset>();
        return (await db.Letters.Where(letter => letter.Case == @case && db.Sendings.Any(sending => sending.Letter == letter.Id && sending.Representative == null && sending.PostBy != null)).Select(letter => letter.PublishedAt).ToListAsync(ct)).ToHashSet();
    }

    public static async Task<ImmutableArray<RequestToPost>> RequestsToPostAsync(this PortalDb db, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        var found = db.ToPost().Join(db.Letters.Where(letter => letter.Request != null), sending => sending.Letter, letter => letter.Id, (sending, letter) => new RequestToPost(
            letter.Request!.Value, sending.PostBy, db.Sendings.Any(other => other.Letter == letter.Id && (other.Channel == SendingChannel.Portal || other.Proof != ""))));
        return [.. await found.ToListAsync(ct)];
    }
}
