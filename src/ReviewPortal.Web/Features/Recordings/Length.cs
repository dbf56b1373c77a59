using System.Globalization;

namespace ReviewPortal.Web.Features.Recordings;

/// <summary>How long something lasts, as short as a column wants it: 1:58:04, 0:41.</summary>
internal static class Length
{
    public static string Of(double seconds)
    {
        var whole = (long)Math.Round(Math.Max(0, seconds), MidpointRounding.AwayFromZero);
        return whole >= 3600
            ? string.Create(CultureInfo.InvariantCulture, $"{whole / 3600}:{whole / 60 % 60:D2}:{whole % 60:D2}")
            : string.Create(CultureInfo.InvariantCulture, $"{whole / 60}:{whole % 60:D2}");
    }
}
