using System.Globalization;
using ReviewPortal.Core.Writing;

namespace ReviewPortal.Web.Ui;

/// <summary>An amount of recording in hours.</summary>
internal static class Hours
{
    /// <summary>As a page shows it: hours and minutes, 4:30. What has begun counts as a minute.</summary>
    public static string Of(double seconds)
    {
        var minutes = (long)Math.Ceiling(Math.Max(0, seconds) / 60);
        return string.Create(CultureInfo.InvariantCulture, $"{minutes / 60}:{minutes % 60:D2}");
    }

    /// <summary>As a spreadsheet of this language adds it up: 4,5.</summary>
    public static string Number(double seconds, Language language) => (seconds / 3600).ToString("0.##", language.Culture());
}
