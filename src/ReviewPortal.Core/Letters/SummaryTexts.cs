using ReviewPortal.Core.Writing;

namespace ReviewPortal.Core.Letters;

/// <summary>The plain words at the top of every letter.</summary>
internal static class SummaryTexts
{
    private static readonly Texts All = new(typeof(SummaryTexts));

    public static string Of(string key, Language language, params object?[] fill) => All[key, language, fill];

    public static bool Has(string key) => All.Has(key);
}
