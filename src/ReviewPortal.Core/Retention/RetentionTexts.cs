using ReviewPortal.Core.Writing;

namespace ReviewPortal.Core.Retention;

/// <summary>What the retention schedule says, in Dutch and English.</summary>
public static class RetentionTexts
{
    private static readonly Texts All = new(typeof(RetentionTexts));

    public static string Of(string key, Language language, params object?[] fill) => All[key, language, fill];
}
