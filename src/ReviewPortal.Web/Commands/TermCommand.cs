using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Writing;
using ReviewPortal.Web.Ui;

namespace ReviewPortal.Web.Commands;

/// <summary>Computes a term and shows every step with its source.</summary>
internal static class TermCommand
{
    // The rules that are applied are those of this age.
    private const int FirstYear = 2000;
    private const int LastYear = 2100;

    private static readonly string[] MomentForms = ["yyyy-MM-ddTHH:mm", "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-ddTHH:mmzzz", "yyyy-MM-ddTHH:mm:sszzz"];

    public static Command Create() => new("term", "Compute a term, step by step with its sources")
    {
        Kind("appeal", "The last day to appeal", Day("--published", "The day of publication, as 2026-11-20"), StatutoryTerms.Appeal),
        Kind("settlement", "The last day to say whether there is an amicable settlement", Day("--received", "The day of receipt at the faciliteit, as 2026-11-20"), StatutoryTerms.Settlement),
        Kind("cbe", "The last day for the Examination Appeals Board to decide", Day("--expired", "The last day of the term to appeal, as 2026-11-20"), StatutoryTerms.AppealsBoardDecision),
        Kind("further-appeal", "The last day to appeal to the Council of State", Day("--published", "The day on which the appeals board's decision was published, as 2026-11-20"), StatutoryTerms.FurtherAppeal),
        Kind("enrolment-objection", "The last day to object to a decision on an enrolment", Day("--published", "The day of publication, as 2026-11-20"), StatutoryTerms.EnrolmentObjection),
        Kind("board-objection", "The last day for the executive board to decide on an objection", Day("--expired", "The last day of the term to object, as 2026-11-20"), StatutoryTerms.ExecutiveBoardObjection),
        Kind("notification", "The last moment to tell the student of a letter in the portal", Moment("--published", "When it could be read, as 2026-11-20T09:30 in Amsterdam or with an offset"), StatutoryTerms.PortalNotificationExplained),
        Kind("chance-answer", "The last day to answer a request for an extra chance", Day("--requested", "The day of the request, as 2026-11-20"), ProtocolTerms.ChanceAnswer),
        Kind("facility-request", "The last day to ask for a special facility in time", Day("--exam", "The day of the test, as 2026-11-20"), ProtocolTerms.FacilityRequest),
        Kind("student-notice", "The last day to tell students of proctoring", Day("--exam", "The day of the test, as 2026-11-20"), ProtocolTerms.StudentNotice),
        Kind("objection", "The last day for an objection with the course coordinator in time", Day("--exam", "The day of the test, as 2026-11-20"), ProtocolTerms.Objection),
    };

    private static Command Kind<T>(string name, string description, Option<T> from, Func<T, Deadline> compute)
    {
        var json = new Option<bool>("--json") { Description = "Print JSON" };
        var language = new Option<string?>("--language") { Description = "nl or en; without it the language of the shell" };
        language.AcceptOnlyFromAmong("nl", "en");
        var command = new Command(name, description) { from, language, json };
        command.SetAction(parsed => Console.Out.WriteLine(Print(
            compute(parsed.GetValue(from)!),
            parsed.GetValue(language) is { } code ? Languages.Parse(code)!.Value : CommandTexts.Language,
            parsed.GetValue(json))));
        return command;
    }

    private static Option<DateOnly> Day(string name, string description) => new(name)
    {
        Description = description,
        Required = true,
        CustomParser = result =>
        {
            if (DateOnly.TryParseExact(Only(result), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && InThisAge(day)) return day;
            result.AddError(CommandTexts.Of("Term.BadDate", FirstYear, LastYear));
            return default;
        },
    };

    private static Option<DateTimeOffset> Moment(string name, string description) => new(name)
    {
        Description = description,
        Required = true,
        CustomParser = result =>
        {
            if (TryMoment(Only(result), out var moment) && InThisAge(Amsterdam.DateOf(moment))) return moment;
            result.AddError(CommandTexts.Of("Term.BadMoment", FirstYear, LastYear));
            return default;
        },
    };

    // A time without an offset is the time on the clock in Amsterdam.
    private static bool TryMoment(string? text, out DateTimeOffset moment)
    {
        moment = default;
        if (!DateTimeOffset.TryParseExact(text?.Replace("Z", "+00:00", StringComparison.Ordinal), MomentForms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var read)) return false;

        var named = text!.EndsWith('Z') || text.LastIndexOfAny(['+', '-']) > text.IndexOf('T', StringComparison.Ordinal);
        moment = named ? read : Amsterdam.At(DateOnly.FromDateTime(read.DateTime), TimeOnly.FromDateTime(read.DateTime));
        return true;
    }

    private static string? Only(ArgumentResult result) => result.Tokens.Count is 1 ? result.Tokens[0].Value : null;

    private static bool InThisAge(DateOnly day) => day.Year is >= FirstYear and <= LastYear;

    private static string Print(Deadline term, Language language, bool json) => json
        ? JsonOutput.Of(new
        {
            term.LastDay,
            term.Basis,
            steps = term.Explained(language).Select(line => new { line.Step.Kind, line.Step.Date, line.Step.Moment, line.Step.Basis, day = line.Step.Day?.Dutch, line.Sentence, line.Step.Source }),
            term.Moment,
            term.NeedsChecking,
        })
        : string.Join(Environment.NewLine, term.Explained(language).Select(line => $"  {line.Sentence} ({Sources.Cited(line.Step.Source, language)})").Prepend(Ends(term)));

    private static string Ends(Deadline term) => term.Moment is { } moment ? $"{moment:yyyy-MM-ddTHH:mm:sszzz}" : $"{term.LastDay:yyyy-MM-dd}";
}
