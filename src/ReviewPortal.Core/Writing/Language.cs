using System.Globalization;

namespace ReviewPortal.Core.Writing;

/// <summary>The two languages of the portal; Dutch is the authoritative one (Awb 2:6).</summary>
public enum Language
{
    Dutch,
    English,
}

public static class Languages
{
    /// <summary>"nl" or "en", as written on the command line and in addresses.</summary>
    public static string Code(this Language language) => language is Language.English ? "en" : "nl";

    public static CultureInfo Culture(this Language language) =>
        CultureInfo.GetCultureInfo(language is Language.English ? "en-GB" : "nl-NL");

    /// <summary>The language of a culture; every culture that is not English reads Dutch.</summary>
    public static Language Of(CultureInfo culture) =>
        culture.TwoLetterISOLanguageName is "en" ? Language.English : Language.Dutch;

    public static Language? Parse(string code) => code switch
    {
        "nl" => Language.Dutch,
        "en" => Language.English,
        _ => null,
    };
}
