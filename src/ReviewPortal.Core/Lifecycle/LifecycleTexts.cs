using ReviewPortal.Core.Writing;

namespace ReviewPortal.Core.Lifecycle;

/// <summary>The words for states, actions, roles, rooms and requirements, in Dutch and English.</summary>
public static class LifecycleTexts
{
    private static readonly Texts All = new(typeof(LifecycleTexts));

    public static string Of(CaseState state, Language language) => All[$"State.{state}", language];

    public static string Of(CaseAction action, Language language) => All[$"Action.{action}", language];

    /// <summary>The action as something that has happened, for a timeline.</summary>
    public static string Happened(CaseAction action, Language language) => All[$"Event.{action}", language];

    /// <inheritdoc cref="Happened(CaseAction, Language)"/>
    /// <param name="printed">Its letter was made to be posted or handed over, and made nothing known by that (Awb 3:41).</param>
    public static string Happened(CaseAction action, bool printed, Language language) =>
        printed && action is (CaseAction.Publish or CaseAction.SendAgain) ? All[$"Event.{action}.Printed", language] : Happened(action, language);

    public static string Of(Role role, Language language) => All[$"Role.{role}", language];

    public static string Of(Room room, Language language) => All[$"Room.{room}", language];

    /// <summary>The requirement as a sentence that says what is missing.</summary>
    public static string Of(Requirement requirement, Language language) => All[$"Requirement.{requirement}", language];

    /// <summary>That somebody has to be invited to a hearing first; or that the hearing is still to come, and when.</summary>
    /// <param name="ahead">The day and the hour of that hearing; null for who was not invited.</param>
    public static string NotHeard(string? ahead, Language language) => ahead is null ? Of("Detail.NotInvited", language) : Of("Detail.HearingAhead", language, ahead);

    /// <summary>A letter that begins a term was printed and not sent yet.</summary>
    public static string LetterToSend(Language language) => All["Detail.LetterToSend", language];

    /// <summary>Why an earlier day of sending than the recorded one is refused.</summary>
    public static string PostedLater(DateOnly recorded, Language language) => All["Detail.PostedLater", language, recorded.InWords(language)];

    /// <summary>With a new decision the chance lapses that the one before gave.</summary>
    /// <param name="day">The day of the test that was planned, in words; null when none was.</param>
    public static string ChanceLapsed(string? day, Language language) => day is null ? All["Note.ChanceLapsed", language] : All["Note.RetakeLapsed", language, day];

    /// <summary>The chance lapses with the decision that gave it, which was annulled.</summary>
    /// <inheritdoc cref="ChanceLapsed" path="/param"/>
    public static string ChanceAnnulled(string? day, Language language) => day is null ? All["Note.ChanceAnnulled", language] : All["Note.RetakeAnnulled", language, day];

    /// <summary>The line above what the student added to a view.</summary>
    /// <param name="moment">In words.</param>
    public static string Supplement(string moment, Language language) => All["Note.Supplement", language, moment];

    /// <summary>The line above what the student stated at a hearing, beside what was written before.</summary>
    /// <inheritdoc cref="Supplement" path="/param"/>
    public static string AtHearing(string moment, Language language) => All["Note.AtHearing", language, moment];

    /// <summary>How many characters a text takes, and how many have to go.</summary>
    public static string TooLong(int length, int longest, Language language) => All["Detail.TooLong", language, length - longest, longest];

    internal static string Of(string key, Language language, params object?[] fill) => All[key, language, fill];
}
