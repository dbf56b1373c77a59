using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Web.Features.Review;

/// <summary>Which signals somebody wants to see. List and timeline use the same one, so that the n-th row is the n-th tick.</summary>
/// <param name="Words">A part of the text; empty for all.</param>
public readonly record struct SignalFilter(SignalSource? Source, string? Words);

internal static class FilteredSignals
{
    private const int LongestWords = 100;

    public static IQueryable<Signal> SignalsOf(this PortalDb db, SittingId sitting, SignalFilter filter)
    {
        var signals = db.Signals.Where(signal => signal.Sitting == sitting);
        if (filter.Source is { } source) signals = signals.Where(signal => signal.Source == source);
        if (Pattern(filter.Words) is { } pattern) signals = signals.Where(signal => EF.Functions.Like(signal.Text, pattern, @"\"));
        return signals.OrderBy(signal => signal.At).ThenBy(signal => signal.Id);
    }

    private static string? Pattern(string? words)
    {
        var plain = words?.Trim();
        if (string.IsNullOrEmpty(plain)) return null;
        if (plain.Length > LongestWords) plain = plain[..LongestWords];
        return $"%{plain.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("%", @"\%", StringComparison.Ordinal).Replace("_", @"\_", StringComparison.Ordinal)}%";
    }
}
