using System.Globalization;
using ReviewPortal.Core.Cases;

namespace ReviewPortal.Web.Commands;

/// <summary>The house terms of the settings. Read at the start, so that a mistyped name or number stops the portal with a sentence.</summary>
internal static class HouseTermSettings
{
    private const string Section = "HouseTerms";

    /// <exception cref="SettingException">A name that is no house term, or a number that no term can last.</exception>
    public static HouseTerms Read(IConfiguration settings) =>
        settings.GetSection(Section).GetChildren().Aggregate(HouseTerms.Standard, (terms, row) => With(terms, row.Key, row.Value));

    private static HouseTerms With(HouseTerms terms, string name, string? days)
    {
        if (!HouseTerms.Names.Contains(name, StringComparer.OrdinalIgnoreCase))
            throw new SettingException(CommandTexts.Of("HouseTerms.Unknown", $"{Section}:{name}", string.Join(", ", HouseTerms.Names)));

        var number = int.TryParse(days, NumberStyles.None, CultureInfo.InvariantCulture, out var read) ? read : 0;
        return terms.With(name, number) ?? throw new SettingException(CommandTexts.Of("HouseTerms.BadNumber", $"{Section}:{name}", days, HouseTerms.Shortest, HouseTerms.Longest));
    }
}
