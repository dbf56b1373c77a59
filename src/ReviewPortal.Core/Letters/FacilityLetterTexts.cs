using ReviewPortal.Core.Writing;

namespace ReviewPortal.Core.Letters;

/// <summary>What the letter on a special facility says, in Dutch and English.</summary>
internal static class FacilityLetterTexts
{
    private static readonly Texts All = new(typeof(FacilityLetterTexts));

    public static string Of(string key, Language language, params object?[] fill) => All[key, language, fill];
}
