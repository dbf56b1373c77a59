using ReviewPortal.Core.Decisions;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Writing;

namespace ReviewPortal.Web.Ui;

/// <summary>Where a case stands, in words.</summary>
internal static class StateWords
{
    private static readonly Texts All = new(typeof(UiTexts));

    /// <param name="proposed">One member signed the outcome, and no other yet.</param>
    public static string Of(CaseState state, Outcome? outcome, bool proposed, Language language) => outcome is not { } known ? LifecycleTexts.Of(state, language)
        : proposed ? All["Proposed", language, LetterTexts.Of(known, language).ToLower(language.Culture())]
        : LetterTexts.Of(known, language);
}
