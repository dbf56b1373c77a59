using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using ReviewPortal.Core.Recordings;

namespace ReviewPortal.Infrastructure.Media.Caged;

/// <summary>
/// Reads what the filters say in the log of ffmpeg. A line begins with the name of its filter: a text in the recording's own metadata is printed behind spaces, and
/// cannot pretend to be one.
/// </summary>
internal sealed partial class MeasureLog
{
    private readonly List<(double From, double To)> _black = [], _frozen = [], _silent = [];
    private double? _frozenFrom, _silentFrom;

    /// <summary>Samples of sound.</summary>
    public long? Samples { get; private set; }

    public ImmutableArray<Fragment> Black => Fragments(_black, null);

    /// <summary>What was still going on at the end lasts until there.</summary>
    public ImmutableArray<Fragment> Frozen(double end) => Fragments(_frozen, _frozenFrom is { } from ? (from, end) : null);

    /// <inheritdoc cref="Frozen"/>
    public ImmutableArray<Fragment> Silent(double end) => Fragments(_silent, _silentFrom is { } from ? (from, end) : null);

    public void Hear(string line)
    {
        if (Said().Match(line) is not { Success: true } said) return;
        if (BlackStretch().Match(line) is { Success: true } black) _black.Add((Number(black.Groups["from"]), Number(black.Groups["to"])));
        else if (Moment().Match(line) is { Success: true } moment) Hear(moment.Groups["what"].Value, Number(moment.Groups["at"]));
        else if (Count().Match(line) is { Success: true } count && long.TryParse(count.Groups["count"].ValueSpan, CultureInfo.InvariantCulture, out var samples)) Samples = samples;
    }

    private void Hear(string what, double at)
    {
        switch (what)
        {
            case "freeze_start": _frozenFrom = at; break;
            case "freeze_end": Close(_frozen, ref _frozenFrom, at); break;
            case "silence_start": _silentFrom = at; break;
            case "silence_end": Close(_silent, ref _silentFrom, at); break;
        }
    }

    private static void Close(List<(double From, double To)> into, ref double? from, double to)
    {
        if (from is { } began) into.Add((began, to));
        from = null;
    }

    private static ImmutableArray<Fragment> Fragments(List<(double From, double To)> found, (double From, double To)? open) =>
        [.. (open is { } last ? found.Append(last) : found).Where(pair => pair.To > 0 && pair.To > pair.From).Select(pair => new Fragment(Math.Max(0, pair.From), pair.To))];

    private static double Number(Group text) => double.TryParse(text.ValueSpan, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : 0;

    [GeneratedRegex(@"^\[(?:blackdetect|freezedetect|silencedetect|Parsed_astats_\d+) @ 0x[0-9a-f]+\] ", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Said();

    [GeneratedRegex(@"\] black_start:(?<from>\S+) black_end:(?<to>\S+)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex BlackStretch();

    [GeneratedRegex(@"\] (?:lavfi\.freezedetect\.)?(?<what>freeze_start|freeze_end|silence_start|silence_end): (?<at>\S+)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Moment();

    [GeneratedRegex(@"\] Number of samples: (?<count>\d+)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Count();
}
