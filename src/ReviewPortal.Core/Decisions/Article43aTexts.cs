using ReviewPortal.Core.Writing;

namespace ReviewPortal.Core.Decisions;

/// <summary>What art. 4.3a comes to and why, in words that may stand on a page and in a letter.</summary>
public static class Article43aTexts
{
    private static readonly Texts All = new(typeof(Article43aTexts));

    internal static string Of(string reason, Language language) => All[reason, language];
}
