using System.CommandLine;
using System.Globalization;
using ReviewPortal.Web.Features.Recordings;

namespace ReviewPortal.Web.Commands;

/// <summary>Registers a processing agreement, and takes in what waited for it (AVG 28 lid 3).</summary>
internal static class AgreementCommand
{
    public static Command Create(Func<ParseResult, PortalOptions> options)
    {
        var supplier = new Argument<string>("SUPPLIER") { Description = "As its deliveries name it, without a version" };
        var from = Day("--from", "The first day, as 2026-09-01", required: true);
        var until = Day("--until", "The last day; without it there is no fixed end", required: false);
        var reference = new Option<string>("--reference") { Description = "Where the signed text can be found", Required = true };
        var command = new Command("agreement", "Register a processing agreement with a supplier") { supplier, from, until, reference };
        command.SetAction((parsed, ct) => CommandLine.WithPortalAsync(
            options(parsed),
            services => RegisterAsync(services, new AgreementDraft(parsed.GetValue(supplier)!, parsed.GetValue(reference)!, parsed.GetValue(from), parsed.GetValue(until)), ct),
            ct));
        return command;
    }

    public static Option<DateOnly?> Day(string name, string description, bool required) => new(name)
    {
        Description = description,
        Required = required,
        CustomParser = result =>
        {
            if (result.Tokens is [var token] && DateOnly.TryParseExact(token.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 2000 and <= 2100) return day;
            result.AddError(CommandTexts.Of("Term.BadDate", 2000, 2100));
            return null;
        },
    };

    /// <summary>What waited in quarantine and lacks nothing any more, with its sentences.</summary>
    public static async Task ReleaseAsync(IServiceProvider services, CancellationToken ct)
    {
        foreach (var (name, results) in await services.GetRequiredService<Quarantine>().ReleaseAllAsync(ct))
        {
            foreach (var line in results.SelectMany(result => ImportSentence.Lines(name, result, CommandTexts.Language))) await Console.Out.WriteLineAsync(line);
        }
    }

    private static async Task<int> RegisterAsync(IServiceProvider services, AgreementDraft draft, CancellationToken ct)
    {
        if (await services.GetRequiredService<SupplierRegister>().RegisterAsync(draft, CommandLine.Operator, ct) is { } objection)
        {
            await Console.Error.WriteLineAsync(GateCommandTexts.Of($"Agreement.{objection}"));
            return CommandLine.Refused;
        }

        await Console.Out.WriteLineAsync(GateCommandTexts.Of("Agreement.Registered", draft.Supplier.Trim(), draft.Reference.Trim()));
        await ReleaseAsync(services, ct);
        return CommandLine.Ok;
    }
}
