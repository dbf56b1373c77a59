using ReviewPortal.Core.Writing;

namespace ReviewPortal.Core.Necessity;

/// <summary>The words for the procedure of a request for a special facility, in Dutch and English.</summary>
public static class FacilityTexts
{
    private static readonly Texts All = new(typeof(FacilityTexts));

    public static string Of(FacilityState state, Language language) => All[$"State.{state}", language];

    public static string Of(FacilityAction action, Language language) => All[$"Action.{action}", language];

    /// <summary>The action as something that has happened, for the audit log.</summary>
    public static string Happened(FacilityAction action, Language language) => All[$"Event.{action}", language];

    public static string Of(FacilityNeed need, Language language) => All[$"Need.{need}", language];

    /// <summary>The need with the request that stands in the way.</summary>
    internal static string AskedIn(FacilityNumber earlier, Language language) => All["Need.NotAskedYet.Earlier", language, earlier];

    public static string Of(FacilityReason reason, Language language) => All[$"Reason.{reason}", language];

    internal static string Refused(string kind, FacilityAction action, FacilityState? state, Language language) =>
        All[$"Refused.{kind}", language, Of(action, language), state is { } known ? Of(known, language) : ""];
}
