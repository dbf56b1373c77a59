using ReviewPortal.Core.Lifecycle;

namespace ReviewPortal.Core.Necessity;

/// <summary>How long the texts in a request may be, in characters (house rule): the same on the form and behind it, for the student, the board and whoever it asks.</summary>
public static class FacilityLengths
{
    public const int Test = 200;
    public const int Course = 60;
    public const int Programme = 200;
    public const int WhyLate = 4000;
    public const int Explanation = 8000;
    public const int Health = 600;
    public const int View = StudentWords.Longest;

    /// <summary>What the board asks an adviser, the examiner or the director.</summary>
    public const int Question = 4000;
    public const int Answer = 10_000;

    /// <summary>Each of the board's findings, and what it says of a view and of proportionality.</summary>
    public const int Finding = 8000;
    public const int Reasons = StudentWords.Longest;
    public const int PrivacyStatement = 200;

    /// <summary>What this step wrote fits. What a student writes, the step itself measures before it trims anything.</summary>
    internal static bool Fit(FacilityRequest request, FacilityAction action, Consultation? asked) => action switch
    {
        FacilityAction.AskAdvice or FacilityAction.ConsultExaminer or FacilityAction.AskDirector => asked is null || asked.Question.Length <= Question,
        FacilityAction.GiveAdvice or FacilityAction.AnswerExaminer or FacilityAction.AnswerDirector => asked is null || asked.Answer.Length <= Answer,
        FacilityAction.Assess => request.Assessment is not { } found || Longest(found.LateReasons, found.SpecialReasons, found.AlternativeReasons, found.LighterReasons) <= Finding,
        FacilityAction.AskView => request.View is not { } view || view.Differing.Length <= Finding,
        FacilityAction.Grant or FacilityAction.Refuse => request.Decision is not { } made || (made.Reasons.Length <= Reasons && Longest(made.Proportionality, made.ReplyToView) <= Finding && made.PrivacyStatement.Length <= PrivacyStatement),
        _ => true,
    };

    private static int Longest(params ReadOnlySpan<string> texts)
    {
        var longest = 0;
        foreach (var text in texts) longest = Math.Max(longest, text.Length);
        return longest;
    }
}
