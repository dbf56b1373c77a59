using System.CommandLine;
using System.Globalization;
using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Writing;

namespace ReviewPortal.Web.Commands;

/// <summary>Computes a statutory term and shows every step with its source.</summary>
internal static class TermCommand
{
    // The rules that are applied are those of this age.
    private const int FirstYear = 2000;
    private const int LastYear = 2100;

    public static Command Create()
    {
        var published = new Option<DateOnly>("--published")
        {
            Description = "The day of publication, as 2026-11-20",
            Required = true,
            CustomParser = result =>
            {
                if (DateOnly.TryParseExact(result.Tokens.SingleOrDefault()?.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= FirstYear and <= LastYear) return day;
                result.AddError(CommandTexts.Of("Term.BadDate", FirstYear, LastYear));
                return default;
            },
        };
        var json = new Option<bool>("--json") { Description = "Print JSON" };
        var appeal = new Command("appeal", "The last day to appeal") { published, json };
        appeal.SetAction(parsed => Console.Out.WriteLine(Print(StatutoryTerms.Appeal(parsed.GetValue(published)), parsed.GetValue(json))));
        return new Command("term", "Compute a statutory term") { appeal };
    }

    private static string Print(Deadline term, bool json) => json
        ? JsonOutput.Of(new { term.LastDay, term.Basis, steps = term.Steps.Select(step => new { step.Kind, step.Date, step.Basis, day = step.Day?.Dutch }) })
        : string.Join(Environment.NewLine, term.Steps.Select(Line).Prepend($"{term.LastDay:yyyy-MM-dd}"));

    private static string Line(DeadlineStep step)
    {
        var language = CommandTexts.Language;
        var holiday = language is Language.English ? step.Day?.English : step.Day?.Dutch;
        return $"  {CommandTexts.Of($"Term.{step.Kind}", step.Date.WithWeekday(language), holiday)} ({(step.Day is { } day ? day.Basis : step.Basis)})";
    }
}
