using System.Globalization;

namespace ReviewPortal.Core.Recordings;

/// <summary>A moment in a recording, written as 00:42:17.3 (hours, minutes, seconds, tenths).</summary>
public static class Timecode
{
    public static string Of(double seconds)
    {
        // Tenths first, so that 59.96 becomes 00:01:00.0 and never 00:00:60.0.
        var tenths = (long)Math.Round(Math.Max(0, seconds) * 10, MidpointRounding.AwayFromZero);
        return string.Create(CultureInfo.InvariantCulture, $"{tenths / 36000:D2}:{tenths / 600 % 60:D2}:{tenths / 10 % 60:D2}.{tenths % 10}");
    }

    /// <summary>Reads 42, 42.5, 01:02.5 or 00:01:02.5; null when it is none of these.</summary>
    public static double? Parse(string? text)
    {
        var parts = text?.Trim().Replace(',', '.').Split(':');
        if (parts is not { Length: >= 1 and <= 3 }) return null;

        double seconds = 0;
        foreach (var part in parts)
        {
            if (!double.TryParse(part, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)) return null;
            seconds = (seconds * 60) + value;
        }

        return seconds;
    }
}
