using System.Text;
using ReviewPortal.Core.Calendar;

namespace ReviewPortal.Core.Tests.Calendar;

/// <summary>RFC 5545, read from the bytes.</summary>
public sealed class CalendarFileTests
{
    private static readonly DateTimeOffset Stamp = Amsterdam.At(new(2026, 11, 10), new(10, 0));

    [Fact]
    public void A_hearing_in_winter_stands_in_utc_and_ends_after_it_began()
    {
        var at = Amsterdam.At(new(2026, 11, 19), new(10, 0));
        Assert.Equal(
            [
                "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//ReviewPortal//NONSGML 1.0//NL", "CALSCALE:GREGORIAN", "METHOD:PUBLISH", "BEGIN:VEVENT", "UID:hearing-1@reviewportal",
                "DTSTAMP:20261110T090000Z", "SEQUENCE:2", "DTSTART:20261119T090000Z", "DTEND:20261119T100000Z", "SUMMARY:Hoorzitting in zaak 2026-0158", "LOCATION:Kamer 1.14",
                "END:VEVENT", "END:VCALENDAR",
            ],
            Lines(CalendarFile.Write(Stamp, new CalendarEvent("hearing-1@reviewportal", "Hoorzitting in zaak 2026-0158", at, at.AddHours(1)) { Sequence = 2, Place = "Kamer 1.14" })));
    }

    [Fact]
    public void A_hearing_in_summer_is_two_hours_from_utc()
    {
        var at = Amsterdam.At(new(2026, 6, 19), new(10, 0));
        Assert.Contains("DTSTART:20260619T080000Z", Lines(CalendarFile.Write(Stamp, new CalendarEvent("h", "H", at, at.AddHours(1)))));
    }

    /// <summary>3.6.1: the end of a whole day is the day after it.</summary>
    [Fact]
    public void A_session_without_a_time_is_a_whole_day_in_amsterdam()
    {
        var lines = Lines(CalendarFile.Write(Stamp, new CalendarEvent("s", "Zitting", Amsterdam.At(new(2026, 12, 31), new(0, 0)), Until: null)));
        Assert.Contains("DTSTART;VALUE=DATE:20261231", lines);
        Assert.Contains("DTEND;VALUE=DATE:20270101", lines);
    }

    [Fact]
    public void What_means_something_to_a_calendar_is_escaped()
    {
        var lines = Lines(CalendarFile.Write(Stamp, new CalendarEvent("s", @"A,b;c\d", Stamp, null) { Place = "Kamer 1\r\nEND:VEVENT\r\nX:\u0007" }));
        Assert.Contains(@"SUMMARY:A\,b\;c\\d", lines);
        Assert.Contains(@"LOCATION:Kamer 1\nEND:VEVENT\nX:", lines);
        Assert.Single(lines, "END:VEVENT");
    }

    /// <summary>3.1: octets, not letters; and no letter is cut in two.</summary>
    [Theory]
    [InlineData("孝慈")]
    [InlineData("é")]
    [InlineData("😅")]
    [InlineData("a")]
    public void No_line_is_longer_than_75_octets_and_unfolded_it_reads_as_before(string letter)
    {
        var place = string.Concat(Enumerable.Repeat(letter, 120));
        var text = CalendarFile.Write(Stamp, new CalendarEvent("s", "S", Stamp, null) { Place = place });
        Assert.DoesNotContain("\n", text.Replace("\r\n", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.EndsWith("END:VCALENDAR\r\n", text, StringComparison.Ordinal);
        Assert.All(text.Split("\r\n"), line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
        Assert.DoesNotContain('\uFFFD', Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)));
        Assert.Contains($"LOCATION:{place}\r\n", text.Replace("\r\n ", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    private static string[] Lines(string text) => text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
}
