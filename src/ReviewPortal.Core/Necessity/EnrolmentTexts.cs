using ReviewPortal.Core.Writing;

namespace ReviewPortal.Core.Necessity;

/// <summary>The words for what one candidate is allowed, in Dutch and English.</summary>
public static class EnrolmentTexts
{
    private static readonly Texts All = new(typeof(EnrolmentTexts));

    public static string Of(Allowance allowance, Language language) => All[$"Allowance.{allowance}", language];

    public static string Of(Attendance attendance, Language language) => All[$"Attendance.{attendance}", language];

    /// <summary>"20 minuten extra tijd · extra pauzes": what stands on a page or beside a recording; empty when there is nothing.</summary>
    public static string Of(int extraMinutes, IEnumerable<Allowance> allowances, Language language) => string.Join(
        " · ", (extraMinutes > 0 ? new[] { All["ExtraTime", language, extraMinutes] } : []).Concat(allowances.Select(allowance => Of(allowance, language))));

    /// <summary>The same for a reviewer, beside what everybody is allowed.</summary>
    public static string MayAlso(string what, Language language) => All["MayAlso", language, what];
}
