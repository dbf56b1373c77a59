using System.Globalization;
using ReviewPortal.Core.Writing;

namespace ReviewPortal.Web.Ui;

/// <summary>The language of the page that is being shown.</summary>
public static class Here
{
    public static Language Language => Languages.Of(CultureInfo.CurrentUICulture);
}
