using System.CommandLine;
using ReviewPortal.Infrastructure.Import.Rosters;
using ReviewPortal.Infrastructure.Import.Suppliers;
using ReviewPortal.Web.Features.Recordings;

namespace ReviewPortal.Web.Commands;

/// <summary>Takes in deliveries: bundles (folders, archives), files of suppliers, or a folder full of either.</summary>
internal static class ImportCommand
{
    private static readonly string[] Single = [".zip", ".json", ".csv"];

    private static readonly string[] Pictures = [".png", ".jpg", ".jpeg", ".webp"];

    public static Command Create(Func<ParseResult, PortalOptions> options)
    {
        var paths = new Argument<string[]>("PATH") { Arity = ArgumentArity.OneOrMore, Description = "A delivery (folder, ZIP or a supplier's file), or a folder of deliveries" };
        var format = new Option<string?>("--as") { Description = "The format of the delivery; otherwise its content says it" };
        format.AcceptOnlyFromAmong([TakeIn.Bundle, .. Enum.GetValues<SupplierFormat>().Select(SupplierFormats.Name), .. Enum.GetValues<RosterFormat>().Select(RosterFormats.Name)]);
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
                var lines = ImportSentence.Lines(path, result, CommandTexts.Language).ToArray();
                await (result.IsRefused ? Console.Error : Console.Out).WriteLineAsync(lines[0]);
                foreach (var line in lines[1..]) await Console.Error.WriteLineAsync($"  {line}");
            }
        }

        return refused ? CommandLine.Refused : CommandLine.Ok;
    }

    // A folder without a manifest of its own but with deliveries in it stands for those.
    private static IEnumerable<string> Deliveries(string path)
    {
        if (!Directory.Exists(path) || IsDelivery(path)) return [path];
        var inside = Directory.EnumerateDirectories(path).Where(IsDelivery)
            .Concat(Directory.EnumerateFiles(path).Where(file => Single.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase)))
            .Order(StringComparer.Ordinal).ToArray();
        return inside.Length > 0 ? inside : [path];
    }

    // A bundle, or screenshots beside what is said about them.
    private static bool IsDelivery(string folder) => File.Exists(Path.Combine(folder, "manifest.json"))
        || Directory.EnumerateFiles(folder).Any(file => Pictures.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase));
}
