using ReviewPortal.Core.Decisions;
using ReviewPortal.Core.Writing;

namespace ReviewPortal.Core.Letters;

/// <summary>What the letters say, in Dutch and English.</summary>
public static class LetterTexts
{
    private static readonly Texts All = new(typeof(LetterTexts));

    public static string Of(LetterKind kind, Language language) => All[$"Kind.{kind}", language];

    public static string Of(Outcome outcome, Language language) => All[$"Outcome.{outcome}", language];

    /// <summary>The word across the pages of what has not been published.</summary>
    public static string Draft(Language language) => All["Draft", language];

    /// <summary>The word across the pages of a letter in a language other than the one that counts.</summary>
    public static string Translation(Language language) => All["Translation", language];

    /// <summary>Where an appeal to the Council of State is lodged, in one line (WHW 7.66).</summary>
    public static string CouncilOfState(Language language) => All["CourtAppeal.Where", language];

    internal static string Of(string key, Language language, params object?[] fill) => All[key, language, fill];
}
