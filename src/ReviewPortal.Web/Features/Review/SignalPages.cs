using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Web.Access;

namespace ReviewPortal.Web.Features.Review;

/// <summary>One signal as a row of the list, with the reader's own answer: nobody sees another's while reviewing.</summary>
/// <param name="Index">Its place in the filtered list, from zero.</param>
public sealed record SignalRow(long Id, int Index, double At, SignalSource Source, string Kind, string Text, bool? Confirmed, string Reason)
{
    /// <summary>The mark on which its confirmation rests.</summary>
    public Guid? Mark { get; init; }
}

/// <param name="Total">How many there are with this filter.</param>
public sealed record SignalPage(ImmutableArray<SignalRow> Rows, int Total);

/// <summary>How many signals there are of each kind, and about which sites and applications, to choose from.</summary>
public sealed record SignalFacets(ImmutableArray<(SignalSource Source, string Kind, int Count)> Kinds, ImmutableArray<(string Name, int Count)> Sites, ImmutableArray<(string Name, int Count)> Applications)
{
    public static readonly SignalFacets None = new([], [], []);

    public int Total => Kinds.Sum(kind => kind.Count);
}

/// <summary>Reads the signals of a sitting page by page; nothing while they are hidden from the reader (<see cref="OwnPass"/>).</summary>
public sealed class SignalPages(PortalDbs dbs, OwnPasses passes)
{
    private const int Largest = 500, MostPlaces = 40;

    /// <param name="total">How many there are, when that was counted before.</param>
    public async Task<SignalPage> ReadAsync(SignalScope scope, SignalFilter filter, int skip, int take, int? total, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(scope);
        await using var db = await dbs.LookAsync(ct);
        if ((await passes.OfAsync(db, scope.Sitting, scope.By, ct)).Hidden) return new SignalPage([], 0);
        // The rows of the page by the index alone, and only then their texts: far down a long list that is what keeps it quick.
        var ids = await db.SignalsOf(scope, filter).Skip(skip).Take(Math.Min(take, Largest)).Select(signal => signal.Id).ToListAsync(ct);
        var rows = await db.Signals.Where(signal => ids.Contains(signal.Id)).OrderBy(signal => signal.At).ThenBy(signal => signal.Id)
            .Select(signal => new
            {
                signal.Id,
                signal.At,
                signal.Source,
                signal.Kind,
                signal.Text,
                Answer = db.SignalAnswers.Where(answer => answer.Case == scope.Case && answer.Signal == signal.Id && answer.By == scope.By).Select(answer => new { answer.Confirmed, answer.Reason, answer.Mark }).FirstOrDefault(),
            })
            .ToListAsync(ct);
        return new SignalPage(
            [.. rows.Select((row, index) => new SignalRow(row.Id, skip + index, row.At, row.Source, row.Kind, row.Text, row.Answer?.Confirmed, row.Answer?.Reason ?? "") { Mark = row.Answer?.Mark })],
            total ?? await db.SignalsIn(scope, filter).CountAsync(ct));
    }

    /// <returns>Null when it is not of this sitting, or hidden from the reader.</returns>
    public async Task<SignalRow?> FindAsync(SignalScope scope, long signal, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(scope);
        await using var db = await dbs.LookAsync(ct);
        if ((await passes.OfAsync(db, scope.Sitting, scope.By, ct)).Hidden) return null;
        return await db.Signals.Where(item => item.Id == signal && item.Sitting == scope.Sitting)
            .Select(item => new SignalRow(item.Id, 0, item.At, item.Source, item.Kind, item.Text, null, "")).FirstOrDefaultAsync(ct);
    }

    public async Task<int> CountAsync(SignalScope scope, SignalFilter filter, Fragment? within, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(scope);
        await using var db = await dbs.LookAsync(ct);
        return (await passes.OfAsync(db, scope.Sitting, scope.By, ct)).Hidden ? 0 : await db.SignalsIn(scope, filter).Within(within).CountAsync(ct);
    }

    public async Task<SignalFacets> FacetsAsync(SignalScope scope, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(scope);
        await using var db = await dbs.LookAsync(ct);
        if ((await passes.OfAsync(db, scope.Sitting, scope.By, ct)).Hidden) return SignalFacets.None;
        var all = db.Signals.Where(signal => signal.Sitting == scope.Sitting);
        var kinds = await all.GroupBy(signal => new { signal.Source, signal.Kind }).Select(group => new { group.Key.Source, group.Key.Kind, Count = group.Count() }).ToListAsync(ct);
        var sites = await all.Where(signal => signal.Site != null).GroupBy(signal => signal.Site!).Select(group => new { Name = group.Key, Count = group.Count() }).OrderByDescending(group => group.Count).Take(MostPlaces).ToListAsync(ct);
        var applications = await all.Where(signal => signal.Application != null).GroupBy(signal => signal.Application!).Select(group => new { Name = group.Key, Count = group.Count() }).OrderByDescending(group => group.Count).Take(MostPlaces).ToListAsync(ct);
        return new SignalFacets(
            [.. kinds.OrderBy(kind => kind.Source).ThenBy(kind => kind.Kind, StringComparer.OrdinalIgnoreCase).Select(kind => (kind.Source, kind.Kind, kind.Count))],
            [.. sites.Select(place => (place.Name, place.Count))],
            [.. applications.Select(place => (place.Name, place.Count))]);
    }
}

internal static class SignalsWithin
{
    /// <summary>Those in this fragment; all when there is none.</summary>
    public static IQueryable<Signal> Within(this IQueryable<Signal> signals, Fragment? fragment)
    {
        if (fragment is not { } within) return signals;
        var (from, to) = (within.From, within.To);
        return signals.Where(signal => signal.At >= from && signal.At <= to);
    }
}
