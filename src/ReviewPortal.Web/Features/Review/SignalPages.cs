using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Web.Features.Review;

/// <summary>One signal as a row of the list, with the reader's own answer: nobody sees another's while reviewing.</summary>
/// <param name="Index">Its place in the filtered list, from zero.</param>
public sealed record SignalRow(long Id, int Index, double At, SignalSource Source, string Text, bool? Confirmed, string Reason);

/// <param name="Total">How many there are with this filter.</param>
public sealed record SignalPage(ImmutableArray<SignalRow> Rows, int Total);

/// <summary>Reads the signals of a sitting page by page.</summary>
public sealed class SignalPages(PortalDbs dbs)
{
    private const int Largest = 500;

    public async Task<SignalPage> ReadAsync(CaseId @case, SittingId sitting, SignalFilter filter, int skip, int take, PersonId by, CancellationToken ct)
    {
        await using var db = await dbs.LookAsync(ct);
        var signals = db.SignalsOf(sitting, filter);
        var rows = await signals.Skip(skip).Take(Math.Min(take, Largest))
            .Select(signal => new
            {
                signal.Id,
                signal.At,
                signal.Source,
                signal.Text,
                Answer = db.SignalAnswers.Where(answer => answer.Case == @case && answer.Signal == signal.Id && answer.By == by).Select(answer => new { answer.Confirmed, answer.Reason }).FirstOrDefault(),
            })
            .ToListAsync(ct);
        return new SignalPage(
            [.. rows.Select((row, index) => new SignalRow(row.Id, skip + index, row.At, row.Source, row.Text, row.Answer?.Confirmed, row.Answer?.Reason ?? ""))],
            await signals.CountAsync(ct));
    }

    /// <summary>How many signals each source gave.</summary>
    public async Task<ImmutableSortedDictionary<SignalSource, int>> CountAsync(SittingId sitting, CancellationToken ct)
    {
        await using var db = await dbs.LookAsync(ct);
        var counts = await db.Signals.Where(signal => signal.Sitting == sitting).GroupBy(signal => signal.Source).Select(group => new { group.Key, Count = group.Count() }).ToListAsync(ct);
        return counts.ToImmutableSortedDictionary(count => count.Key, count => count.Count);
    }
}
