using ReviewPortal.Core.Writing;

namespace ReviewPortal.Core.Calendar;

/// <summary>The words for terms and for the steps of their computation, in Dutch and English.</summary>
public static class TermTexts
{
    private static readonly Texts All = new(typeof(TermTexts));

    public static string Of(TermName name, Language language) => All[$"Term.{name}", language];

    /// <summary>"zes weken", "five working days before the test": how long and which way.</summary>
    public static string Length(Term term, Language language)
    {
        var length = All[$"Length.{term.Unit}", language, Number(term.Length, language)];
        return term.Direction is TermDirection.Back ? All[$"Length.Back.{term.Start.Kind}", language, length] : length;
    }

    /// <summary>The steps of a computation as sentences.</summary>
    public static IEnumerable<(DeadlineStep Step, string Sentence)> Explained(this Deadline deadline, Language language) =>
        deadline.Steps.Select(step => (step, Of(step, deadline.Term, language)));

    private static string Of(DeadlineStep step, Term term, Language language) =>
        Capital(All[$"Step.{Key(step, term)}", language, Arrives(step, language), step.Day?.Name(language), Capital(Number(term.Length, language))]);

    private static string Key(DeadlineStep step, Term term) => step.Kind switch
    {
        DeadlineStepKind.RollsOverHoliday when step.Day?.Decree is not null => "RollsOverEquatedDay",
        DeadlineStepKind.LastDay => $"LastDay.{term.Name}",
        DeadlineStepKind.CountedBack => $"CountedBack.{term.Unit}",
        var kind => kind.ToString(),
    };

    private static string Arrives(DeadlineStep step, Language language) =>
        step.Date.WithWeekday(language) + (step.Moment is { } moment ? $", {moment.ClockWithSeconds(language)}" : "");

    // As in running text: small numbers in words.
    private static string Number(int number, Language language) =>
        All["Numbers", language].Split(' ') is var words && number < words.Length ? words[number] : number.ToString(language.Culture());

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
