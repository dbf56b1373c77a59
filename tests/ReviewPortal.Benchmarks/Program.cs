using ReviewPortal.Benchmarks;

// Started by a line as a peer of its own, in another process.
if (args is ["--peer", var peer, var file, var url]) return await KestrelPeer.ServeAsync(peer, file, url);

var asked = new Asked(
    args.Where(argument => !argument.StartsWith("--", StringComparison.Ordinal)).ToHashSet(StringComparer.OrdinalIgnoreCase),
    Asked.Number(args, "--megabytes") ?? 512,
    (int)(Asked.Number(args, "--repeats") ?? 5));

var lines = new (string Name, Func<Asked, Task<IReadOnlyList<Row>>> RunAsync)[]
{
    ("serving", ServingLine.RunAsync),
    ("ingest", IngestLine.RunAsync),
    ("index", IndexLine.RunAsync),
};

if (asked.Lines.Except(lines.Select(line => line.Name), StringComparer.OrdinalIgnoreCase).ToArray() is { Length: > 0 } unknown)
{
    await Console.Error.WriteLineAsync($"Unknown: {string.Join(", ", unknown)}. There are: {string.Join(", ", lines.Select(line => line.Name))}.");
    return 2;
}

var rows = new List<Row>();
foreach (var (name, run) in lines)
{
    if (asked.Lines.Count > 0 && !asked.Lines.Contains(name)) continue;
    await Console.Error.WriteLineAsync($"{name} ...");
    rows.AddRange(await run(asked));
}

Console.WriteLine(Table.Of(rows));
return 0;
