using System.CommandLine;
using ReviewPortal.Infrastructure.Import.Suppliers;
using ReviewPortal.Web.Features.Recordings;

namespace ReviewPortal.Web.Commands;

/// <summary>Takes in deliveries: bundles (folders, archives), files of suppliers, or a folder full of either.</summary>
internal static class ImportCommand
{
    private static readonly string[] Single = [".zip", ".json", ".csv"];

    public static Command Create(Func<ParseResult, PortalOptions> options)
    {
        var paths = new Argument<string[]>("PATH") { Arity = ArgumentArity.OneOrMore, Description = "A delivery (folder, ZIP or a supplier's file), or a folder of deliveries" };
        var format = new Option<string?>("--as") { Description = "The format of the delivery; otherwise its content says it" };
        format.AcceptOnlyFromAmong([TakeIn.Bundle, .. Enum.GetValues<SupplierFormat>().Select(SupplierFormats.Name)]);
        var sitting = new Option<string?>("--sitting") { Description = "The sitting to which a delivery of signals belongs, by its ID" };
        var command = new Command("import", "Take in deliveries") { paths, format, sitting };
        command.SetAction((parsed, ct) => CommandLine.WithPortalAsync(
            options(parsed),
            services => ImportAsync(services, parsed.GetValue(paths)!, parsed.GetValue(format), parsed.GetValue(sitting), ct),
            ct));
        return command;
    }

    private static async Task<int> ImportAsync(IServiceProvider services, string[] paths, string? format, string? sitting, CancellationToken ct)
    {
        var takeIn = services.GetRequiredService<TakeIn>();
        var refused = false;
        foreach (var path in paths.SelectMany(Deliveries))
        {
            foreach (var result in await takeIn.RunAsync(path, format, sitting, CommandLine.Operator, ct))
            {
                refused |= result.IsRefused;
                await (result.IsRefused ? Console.Error : Console.Out).WriteLineAsync(Sentence(path, result));
                foreach (var damaged in (result as TakenIn)?.Damaged ?? []) await Console.Error.WriteLineAsync($"  {damaged.Sentence(CommandTexts.Language)}");
                // Each signal that was left out, with its reason.
                foreach (var left in (result as SignalsTakenIn)?.Refused ?? []) await Console.Error.WriteLineAsync($"  {left.Sentence(CommandTexts.Language)}");
            }
        }

        return refused ? CommandLine.Refused : CommandLine.Ok;
    }

    // A folder without a manifest of its own but with deliveries in it stands for those.
    private static IEnumerable<string> Deliveries(string path)
    {
        if (!Directory.Exists(path) || File.Exists(Path.Combine(path, "manifest.json"))) return [path];
        var inside = Directory.EnumerateDirectories(path).Where(folder => File.Exists(Path.Combine(folder, "manifest.json")))
            .Concat(Directory.EnumerateFiles(path).Where(file => Single.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase)))
            .Order(StringComparer.Ordinal).ToArray();
        return inside.Length > 0 ? inside : [path];
    }

    private static string Sentence(string path, ImportResult result) => result switch
    {
        TakenIn taken => CommandTexts.Of("Import.TakenIn", path, taken.Case, taken.Sitting),
        AlreadyThere there => CommandTexts.Of("Import.AlreadyThere", path, there.Case, there.Sitting),
        Contradicts other => CommandTexts.Of("Import.Contradicts", path, other.Case),
        SittingOfItsOwn => CommandTexts.Of("Import.SittingOfItsOwn"),
        SignalsTakenIn { CameLate: true } late => CommandTexts.Of("Import.SignalsLate", path, late.Case),
        SignalsTakenIn taken => CommandTexts.Of("Import.Signals", path, taken.Case, taken.Added, taken.Known, taken.Refused.Length),
        SignalsThere there => CommandTexts.Of("Import.SignalsThere", path, there.Case),
        SignalsWait { Names.IsEmpty: true } => CommandTexts.Of("Import.SignalsWaitNameless", path),
        SignalsWait wait => CommandTexts.Of("Import.SignalsWait", path, string.Join(", ", wait.Names)),
        SignalsDiscarded aside => CommandTexts.Of("Import.SignalsDiscarded", path, aside.Reason),
        NoSitting no => CommandTexts.Of("Import.NoSitting", path, no.Named),
        SeveralSittings several => CommandTexts.Of("Import.SeveralSittings", path, several.Count),
        NotTakenIn no => CommandTexts.Of("Import.NotTakenIn", path, no.Refusal.Sentence(CommandTexts.Language)),
        _ => throw new InvalidOperationException($"{result.GetType().Name} has no sentence"),
    };
}
