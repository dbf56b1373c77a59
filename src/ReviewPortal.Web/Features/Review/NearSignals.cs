using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Web.Access;

namespace ReviewPortal.Web.Features.Review;

/// <summary>A signal near a mark, to be linked with it.</summary>
public sealed record NearSignal(long Id, double At, SignalSource Source, string Text);

/// <summary>The signals around a moment, and those a mark is linked with already; none while they are hidden from the reader (<see cref="OwnPass"/>).</summary>
public sealed class NearSignals(PortalDbs dbs, OwnPasses passes)
{
    /// <summary>Seconds before and after.</summary>
    public const double Around = 10;

    /// <summary>More of them are looked for in the list of signals.</summary>
    public const int Most = 40;

    public async Task<ImmutableArray<NearSignal>> OfAsync(SittingId sitting, Fragment fragment, ImmutableArray<long> linked, PersonId by, CancellationToken ct)
    {
        await using var db = await dbs.LookAsync(ct);
        if ((await passes.OfAsync(db, sitting, by, ct)).Hidden) return [];
        var ids = linked.ToArray();
        var (from, to) = (fragment.From - Around, fragment.To + Around);
        var of = db.Signals.AsNoTracking().Where(signal => signal.Sitting == sitting);
        var known = await of.Where(signal => ids.Contains(signal.Id)).ToListAsync(ct);
        var near = await of.Where(signal => signal.At >= from && signal.At <= to).OrderBy(signal => signal.At).Take(Most).ToListAsync(ct);
        return [.. known.Concat(near).DistinctBy(signal => signal.Id).OrderBy(signal => signal.At).ThenBy(signal => signal.Id).Select(signal => new NearSignal(signal.Id, signal.At, signal.Source, signal.Text))];
    }
}
