using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Core.Writing;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Web.Features.Review;

/// <summary>Which signals somebody wants to see. List, timeline and keys use the same one, so that the n-th row is the n-th tick.</summary>
/// <param name="Kind">As its supplier calls it.</param>
/// <param name="Words">A part of the text, the kind, the site or the application; empty for all.</param>
/// <param name="Text">The whole text, to find equal ones.</param>
/// <param name="Answered">By the reader; null for both.</param>
public readonly record struct SignalFilter(
    SignalSource? Source = null, string? Kind = null, string? Words = null, string? Site = null, string? Application = null, string? Text = null, bool? Answered = null)
{
    /// <summary>It says which signals, and not only whether they were answered: without that, nobody has looked at what is answered together.</summary>
    public bool IsNarrow => Source is not null || !Inked.IsEmpty(Words) || Kind is not null || Site is not null || Application is not null || Text is not null;

    /// <summary>Of the signals of one kind with one text.</summary>
    public static SignalFilter EqualTo(SignalRow signal)
    {
        ArgumentNullException.ThrowIfNull(signal);
        return new(signal.Source, signal.Kind, Text: signal.Text);
    }

    public string ToQuery()
    {
        var query = new QueryBuilder();
        if (Source is { } source) query.Add("source", ((int)source).ToString(CultureInfo.InvariantCulture));
        foreach (var (name, value) in new[] { ("kind", Kind), ("words", Words), ("site", Site), ("application", Application), ("text", Text) })
            if (!string.IsNullOrEmpty(value)) query.Add(name, value);
        if (Answered is { } answered) query.Add("answered", answered ? "true" : "false");
        return query.ToString();
    }
}

/// <summary>The signals of a sitting as one reviewer sees them: with that reviewer's own answers, and nobody else's.</summary>
public sealed record SignalScope(CaseId Case, SittingId Sitting, PersonId By);

internal static class FilteredSignals
{
    private const int LongestWords = 100;

    /// <summary>In the order of the list.</summary>
    public static IOrderedQueryable<Signal> SignalsOf(this PortalDb db, SignalScope scope, SignalFilter filter) => db.SignalsIn(scope, filter).OrderBy(signal => signal.At).ThenBy(signal => signal.Id);

    /// <summary>In any order.</summary>
    public static IQueryable<Signal> SignalsIn(this PortalDb db, SignalScope scope, SignalFilter filter)
    {
        var (@case, sitting, by) = scope;
        var signals = db.Signals.Where(signal => signal.Sitting == sitting);
        if (filter.Source is { } source) signals = signals.Where(signal => signal.Source == source);
        if (filter.Kind is { Length: > 0 } kind) signals = signals.Where(signal => signal.Kind == kind);
        if (filter.Site is { Length: > 0 } site) signals = signals.Where(signal => signal.Site == site);
        if (filter.Application is { Length: > 0 } application) signals = signals.Where(signal => signal.Application == application);
        if (filter.Text is { } text) signals = signals.Where(signal => signal.Text == text);
        if (Pattern(filter.Words) is { } pattern)
        {
            signals = signals.Where(signal => EF.Functions.Like(signal.Text, pattern, LikePattern.Escape) || EF.Functions.Like(signal.Kind, pattern, LikePattern.Escape)
                || EF.Functions.Like(signal.Site!, pattern, LikePattern.Escape) || EF.Functions.Like(signal.Application!, pattern, LikePattern.Escape));
        }

        if (filter.Answered is { } answered) signals = signals.Where(signal => db.SignalAnswers.Any(answer => answer.Case == @case && answer.Signal == signal.Id && answer.By == by) == answered);
        return signals;
    }

    private static string? Pattern(string? words)
    {
        var plain = words?.Trim();
        if (string.IsNullOrEmpty(plain)) return null;
        if (plain.Length > LongestWords) plain = plain[..LongestWords];
        return LikePattern.Containing(plain);
    }
}
