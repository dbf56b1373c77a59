using ReviewPortal.Core.Writing;

namespace ReviewPortal.Core.Necessity;

/// <summary>The words for what one candidate is allowed, in Dutch and English.</summary>
public static class EnrolmentTexts
{
    private static readonly Texts All = new(typeof(EnrolmentTexts));

    public static string Of(Allowance allowance, Language language) => All[$"Allowance.{allowance}", language];

    public static string Of(Attendance attendance, Language language) => All[$"Attendance.{attendance}", language];

    /// <summary>"20 minuten extra tijd": what stands on a page or beside a recording.</summary>
    public static string ExtraTime(int minutes, Language language) => All["ExtraTime", language, minutes];
}
