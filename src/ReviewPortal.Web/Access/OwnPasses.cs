using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Core.Review;
using ReviewPortal.Core.Writing;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Web.Access;

/// <summary>What the institution wants of all its reviewers.</summary>
/// <param name="AfterOwnPass">Nobody sees signals before having watched the recordings without them.</param>
public sealed record SignalPolicy(bool AfterOwnPass);

/// <summary>Whether a supplier's signals are kept from a reviewer until that reviewer has watched without them: what a machine points at first, a person judges less freely (AP-INBR-3).</summary>
/// <param name="OfInstitution">The institution wants it; then a reviewer cannot want less.</param>
/// <param name="Own">The reviewer wants it.</param>
/// <param name="Watched">How far the own pass is, track by track; empty where nothing is hidden.</param>
public sealed record OwnPass(bool OfInstitution, bool Own, bool Hidden, ImmutableArray<TrackCoverage> Watched)
{
    /// <summary>From 0 to 1: of the track that was watched least.</summary>
    public double Share => Watched.IsEmpty ? 1 : Watched.Min(track => track.Watched);
}

/// <summary>Says for whom signals are hidden. Everything that gives a reviewer a signal asks here first.</summary>
public sealed class OwnPasses(PortalDbs dbs, SignalPolicy policy)
{
    public async Task<OwnPass> OfAsync(SittingId sitting, PersonId by, CancellationToken ct)
    {
        await using var db = await dbs.LookAsync(ct);
        return await OfAsync(db, sitting, by, ct);
    }

    public async Task<OwnPass> OfAsync(PortalDb db, SittingId sitting, PersonId by, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        var own = await db.Users.AnyAsync(user => user.Id == by.Value && user.SignalsAfterOwnPass, ct);
        var open = new OwnPass(policy.AfterOwnPass, own, Hidden: false, []);
        if (!policy.AfterOwnPass && !own) return open;

        // Only whoever is reviewing has a pass to make.
        var task = await db.Cases.Where(item => item.Sitting == sitting && (item.State == CaseState.InReview || item.State == CaseState.SecondReview))
            .Join(db.Assignments.Where(item => item.Reviewer == by || item.SecondReviewer == by), item => item.Id, item => item.Case, (_, assignment) => assignment)
            .FirstOrDefaultAsync(ct);
        if (task is null) return open;

        var watched = Coverage.Of(
            await db.Sittings.SingleAsync(item => item.Id == sitting, ct),
            await db.Recordings.Where(item => item.Sitting == sitting).ToListAsync(ct),
            await db.Seen.Where(item => item.Case == task.Case && item.Reviewer == by).ToListAsync(ct));
        // Why less than the whole suffices is the reviewer's to say, and stands in the proces-verbaal.
        var note = task.Reviewer == by ? task.ViewingNote : task.SecondViewingNote;
        return open with { Hidden = Inked.IsEmpty(note) && watched.Any(track => track.Watched < Coverage.WatchedWhole), Watched = watched };
    }

    /// <summary>The reviewer's own choice, for every case.</summary>
    public Task ChooseAsync(bool afterOwnPass, PersonId by, CancellationToken ct) => dbs.ChangeAsync(
        db => db.Users.Where(user => user.Id == by.Value).ExecuteUpdateAsync(user => user.SetProperty(item => item.SignalsAfterOwnPass, afterOwnPass), ct), ct);
}
