using ReviewPortal.Benchmarks;
using ReviewPortal.Benchmarks.Letters;
using ReviewPortal.Benchmarks.Player;

// Started by a line as a peer of its own, in another process.
if (args is ["--peer", LetterLine.Once, var printed, _]) return LetterLine.PrintOnce(printed);
if (args is ["--peer", var peer, var file, var url]) return await KestrelPeer.ServeAsync(peer, file, url);

var asked = new Asked(
    args.Where(argument => !argument.StartsWith("--", StringComparison.Ordinal)).ToHashSet(StringComparer.OrdinalIgnoreCase),
    Asked.Number(args, "--megabytes"),
    (int)(Asked.Number(args, "--repeats") ?? 5),
    (Asked.Text(args, "--goals") ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToHashSet(StringComparer.OrdinalIgnoreCase));

var lines = new (string Name, Func<Asked, Task<IReadOnlyList<Row>>> RunAsync)[]
{
    ("serving", ServingLine.RunAsync),
    ("ingest", IngestLine.RunAsync),
    ("index", IndexLine.RunAsync),
    ("letters", LetterLine.RunAsync),
};

string[] names = [.. lines.Select(line => line.Name), "player"];
if (asked.Lines.Except(names, StringComparer.OrdinalIgnoreCase).ToArray() is { Length: > 0 } unknown)
{
    await Console.Error.WriteLineAsync($"Unknown: {string.Join(", ", unknown)}. There are: {string.Join(", ", names)}.");
    return 2;
}

var rows = new List<Row>();
foreach (var (name, run) in lines)
{
    if (!asked.Wants(name)) continue;
    await Console.Error.WriteLineAsync($"{name} ...");
    rows.AddRange(await run(asked));
}

if (rows.Count > 0) Console.WriteLine(Table.Of(rows));
if (asked.Wants("player")) Console.WriteLine(await PlayerLine.RunAsync(asked));
return 0;
