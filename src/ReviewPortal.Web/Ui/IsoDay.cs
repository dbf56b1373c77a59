using System.Globalization;

namespace ReviewPortal.Web.Ui;

/// <summary>A day as 2026-11-16: in fields for days, in addresses and in files, whatever the language.</summary>
internal static class IsoDay
{
    private const string Format = "yyyy-MM-dd";

    public static string? Of(DateOnly? day) => day?.ToString(Format, CultureInfo.InvariantCulture);

    /// <returns>Null for anything else.</returns>
    public static DateOnly? Parse(string? text) => DateOnly.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
