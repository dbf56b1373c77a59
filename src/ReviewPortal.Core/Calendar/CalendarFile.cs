using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace ReviewPortal.Core.Calendar;

/// <summary>Something to put in a calendar: a day, or from one moment to another.</summary>
/// <param name="Uid">Stays the same when the event moves; then <paramref name="Sequence"/> goes up.</param>
/// <param name="Until">Null: a whole day, the one in Amsterdam.</param>
public sealed record CalendarEvent(string Uid, string Summary, DateTimeOffset From, DateTimeOffset? Until)
{
    public int Sequence { get; init; }

    public string Place { get; init; } = "";

    public string Details { get; init; } = "";
}

/// <summary>Events as a file that calendars read (RFC 5545): CRLF, lines of at most 75 octets, times in UTC.</summary>
public static class CalendarFile
{
    public const string ContentType = "text/calendar; charset=utf-8";

    private const int Octets = 75;

    /// <param name="stamp">When the file is made (DTSTAMP).</param>
    /// <param name="events">In the order in which they are to stand.</param>
    public static string Write(DateTimeOffset stamp, params ImmutableArray<CalendarEvent> events)
    {
        var text = new StringBuilder();
        foreach (var line in (IEnumerable<string>)["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//ReviewPortal//NONSGML 1.0//NL", "CALSCALE:GREGORIAN", "METHOD:PUBLISH", .. events.SelectMany(item => Lines(item, stamp)), "END:VCALENDAR"])
            Fold(text, line);
        return text.ToString();
    }

    private static IEnumerable<string> Lines(CalendarEvent item, DateTimeOffset stamp)
    {
        yield return "BEGIN:VEVENT";
        yield return $"UID:{Escaped(item.Uid)}";
        yield return $"DTSTAMP:{Utc(stamp)}";
        yield return Invariant($"SEQUENCE:{item.Sequence}");
        if (item.Until is { } until)
        {
            yield return $"DTSTART:{Utc(item.From)}";
            yield return $"DTEND:{Utc(until)}";
        }
        else
        {
            // The end of a whole day is the day after it (3.6.1).
            yield return $"DTSTART;VALUE=DATE:{Day(Amsterdam.DateOf(item.From))}";
            yield return $"DTEND;VALUE=DATE:{Day(Amsterdam.DateOf(item.From).AddDays(1))}";
        }

        yield return $"SUMMARY:{Escaped(item.Summary)}";
        if (item.Place.Length > 0) yield return $"LOCATION:{Escaped(item.Place)}";
        if (item.Details.Length > 0) yield return $"DESCRIPTION:{Escaped(item.Details)}";
        yield return "END:VEVENT";
    }

    // A line is folded between characters, never inside one (3.1).
    private static void Fold(StringBuilder text, string line)
    {
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > Octets)
            {
                text.Append("\r\n ");
                octets = 1;
            }

            text.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }

        text.Append("\r\n");
    }

    // 3.3.11; other control characters have no place in a text at all.
    private static string Escaped(string text)
    {
        var escaped = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace(";", "\\;", StringComparison.Ordinal).Replace(",", "\\,", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);
        return string.Concat(escaped.Where(character => !char.IsControl(character)));
    }

    private static string Utc(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    private static string Day(DateOnly date) => date.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
