using System.CommandLine;
using ReviewPortal.Web.Features.Recordings;

namespace ReviewPortal.Web.Commands;

/// <summary>Takes in deliveries: folders, archives, or a folder full of either.</summary>
internal static class ImportCommand
{
    private const string Bundle = "bundle";

    public static Command Create(Func<ParseResult, PortalOptions> options)
    {
        var paths = new Argument<string[]>("PATH") { Arity = ArgumentArity.OneOrMore, Description = "A delivery (folder or ZIP), or a folder of deliveries" };
        var format = new Option<string>("--as") { Description = "The format of the delivery", DefaultValueFactory = _ => Bundle };
        format.AcceptOnlyFromAmong(Bundle);
        var sitting = new Option<string?>("--sitting") { Description = "The sitting to which a delivery of signals belongs" };
        var command = new Command("import", "Take in deliveries") { paths, format, sitting };
        command.SetAction((parsed, ct) => CommandLine.WithPortalAsync(
            options(parsed),
            services => ImportAsync(services.GetRequiredService<ImportDelivery>(), parsed.GetValue(paths)!, parsed.GetValue(sitting), ct),
            ct));
        return command;
    }

    private static async Task<int> ImportAsync(ImportDelivery import, string[] paths, string? sitting, CancellationToken ct)
    {
        if (sitting is not null)
        {
            await Console.Error.WriteLineAsync(CommandTexts.Of("Import.SittingOfItsOwn"));
            return CommandLine.Refused;
        }

        var refused = false;
        foreach (var path in paths.SelectMany(Deliveries))
        {
            var result = await import.RunAsync(path, CommandLine.Operator, ct);
            refused |= result is NotTakenIn or Contradicts;
            await (result is NotTakenIn or Contradicts ? Console.Error : Console.Out).WriteLineAsync(Sentence(path, result));
        }

        return refused ? CommandLine.Refused : CommandLine.Ok;
    }

    // A folder without a manifest of its own but with deliveries in it stands for those.
    private static IEnumerable<string> Deliveries(string path)
    {
        if (!Directory.Exists(path) || File.Exists(Path.Combine(path, "manifest.json"))) return [path];
        var inside = Directory.EnumerateDirectories(path).Where(folder => File.Exists(Path.Combine(folder, "manifest.json")))
            .Concat(Directory.EnumerateFiles(path, "*.zip"))
            .Order(StringComparer.Ordinal).ToArray();
        return inside.Length > 0 ? inside : [path];
    }

    private static string Sentence(string path, ImportResult result) => result switch
    {
        TakenIn taken => CommandTexts.Of("Import.TakenIn", path, taken.Case, taken.Sitting),
        AlreadyThere there => CommandTexts.Of("Import.AlreadyThere", path, there.Case, there.Sitting),
        Contradicts other => CommandTexts.Of("Import.Contradicts", path, other.Case),
        NotTakenIn no => CommandTexts.Of("Import.NotTakenIn", path, no.Refusal.Sentence(CommandTexts.Language)),
        _ => throw new InvalidOperationException($"{result.GetType().Name} has no sentence"),
    };
}
