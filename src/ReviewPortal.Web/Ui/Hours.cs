using ReviewPortal.Core.Writing;

namespace ReviewPortal.Web.Ui;

/// <summary>An amount of recording in hours, as people say it: 4,5.</summary>
internal static class Hours
{
    public static string Of(double seconds, Language language) => (seconds / 3600).ToString("0.0", language.Culture());
}
