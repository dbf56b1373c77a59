using ReviewPortal.Core.Writing;

namespace ReviewPortal.Core.Lifecycle;

/// <summary>How much a student can write in one text: letters quote all of it, and must stay letters.</summary>
public static class StudentWords
{
    /// <summary>House rule: in characters, a view together with everything that was added to it.</summary>
    public const int Longest = 20_000;

    public static bool Fit(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length <= Longest;
    }

    /// <summary>How much has to go.</summary>
    public static string TooMuch(string text, Language language)
    {
        ArgumentNullException.ThrowIfNull(text);
        return LifecycleTexts.Of("Detail.WithinLength", language, text.Length - Longest, Longest);
    }
}
