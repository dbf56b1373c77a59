namespace ReviewPortal.Web.Ui;

/// <summary>Light, dark, or as the device prefers; remembered in a cookie so that no page flashes in the wrong colours.</summary>
public static class Colours
{
    public const string Cookie = "portal.theme";
    public const string Light = "light";
    public const string Dark = "dark";
    public const string Auto = "auto";

    public static string Parse(string? value) => value is Light or Dark ? value : Auto;

    public static string Of(HttpContext? context) => Parse(context?.Request.Cookies[Cookie]);

    /// <summary>What the switch turns to next.</summary>
    public static string After(string colours) => colours switch { Auto => Light, Light => Dark, _ => Auto };
}
