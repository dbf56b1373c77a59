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
    /// <param name="toPost">The decision was printed and has not been sent yet (<see cref="ToPost"/>).</param>
    public static string Of(CaseState state, Outcome? outcome, bool proposed, Language language, bool toPost = false)
    {
        var words = outcome is not { } known ? ToPost(state, toPost, language) ?? LifecycleTexts.Of(state, language)
            : proposed ? All["Proposed", language, LetterTexts.Of(known, language).ToLower(language.Culture())]
            : LetterTexts.Of(known, language);
        return outcome is not null && ToPost(state, toPost, language) is { } printed ? $"{words} ({printed.ToLower(language.Culture())})" : words;
    }

    /// <summary>A decision on paper is made known on the day on which it is sent (Awb 3:41): until then its case reads so; null for every other.</summary>
    public static string? ToPost(CaseState state, bool toPost, Language language) => toPost && state is CaseState.Notified ? All["State.ToPost", language] : null;
}
