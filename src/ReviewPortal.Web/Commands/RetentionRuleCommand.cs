using System.CommandLine;
using ReviewPortal.Core.Retention;
using ReviewPortal.Web.Features.Retention;

namespace ReviewPortal.Web.Commands;

/// <summary>Says for which exams the retention schedule was adopted, and takes in what waited for it (KV-BEW-1).</summary>
internal static class RetentionRuleCommand
{
    public static Command Create(Func<ParseResult, PortalOptions> options)
    {
        var scopes = new (CoverageScope Scope, Option<string?> Option)[]
        {
            (CoverageScope.Faculty, new("--faculty") { Description = "All exams of this faculty" }),
            (CoverageScope.Course, new("--course") { Description = "All exams of the course with this code" }),
            (CoverageScope.Exam, new("--exam") { Description = "The exam with this code" }),
        };
        var from = AgreementCommand.Day("--from", "For exams on this day or later, as 2026-09-01", required: true);
        var basis = new Option<string>("--basis") { Description = "The decision by which the schedule was adopted", Required = true };
        var command = new Command("retention-rule", "Register for which exams the retention schedule applies") { from, basis };
        foreach (var (_, option) in scopes) command.Options.Add(option);
        command.Validators.Add(result =>
        {
            if (scopes.Count(scope => result.GetResult(scope.Option) is not null) is not 1) result.AddError(GateCommandTexts.Of("Rule.OneScope"));
        });
        command.SetAction((parsed, ct) =>
        {
            var (scope, named) = scopes.Select(pair => (pair.Scope, Value: parsed.GetValue(pair.Option))).First(pair => pair.Value is not null);
            return CommandLine.WithPortalAsync(options(parsed), services => RegisterAsync(services, new CoverageDraft(scope, named!, parsed.GetValue(from), parsed.GetValue(basis)!), ct), ct);
        });
        return command;
    }

    private static async Task<int> RegisterAsync(IServiceProvider services, CoverageDraft draft, CancellationToken ct)
    {
        if (await services.GetRequiredService<RetentionRules>().RegisterAsync(draft, CommandLine.Operator, ct) is { } objection)
        {
            await Console.Error.WriteLineAsync(GateCommandTexts.Of($"Rule.{objection}"));
            return CommandLine.Refused;
        }

        await Console.Out.WriteLineAsync(GateCommandTexts.Of("Rule.Registered", GateCommandTexts.Of($"Scope.{draft.Scope}"), draft.Named.Trim()));
        await AgreementCommand.ReleaseAsync(services, ct);
        return CommandLine.Ok;
    }
}
