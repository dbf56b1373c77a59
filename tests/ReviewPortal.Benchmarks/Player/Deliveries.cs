using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ReviewPortal.Benchmarks.Player;

/// <summary>A recording as it is delivered.</summary>
/// <param name="ClockRate">Seconds of the file in one of the sitting; where it is not 1, the recorder tells its own time at the beginning and after a quarter of an hour.</param>
internal sealed record Delivered(string Role, string File, double Offset, double ClockRate = 1);

/// <summary>Writes what a recorder would deliver: recordings, signals, and the manifest beside them.</summary>
internal static class Deliveries
{
    private static readonly DateTimeOffset Start = new(2026, 11, 2, 9, 0, 0, TimeSpan.FromHours(1));
    private static readonly string[] Sources = ["mouse", "keyboard", "clipboard", "browser", "tab", "website"];

    public static async Task WriteAsync(string folder, string name, double seconds, IEnumerable<Delivered> recordings, int signals = 0)
    {
        var tracks = new JsonArray();
        foreach (var (role, path, offset, rate) in recordings)
        {
            await using var written = File.OpenRead(Path.Combine(folder, path));
            tracks.Add(new JsonObject { ["role"] = role, ["file"] = path, ["bytes"] = written.Length, ["offsetSeconds"] = offset, ["sha256"] = Convert.ToHexStringLower(await SHA256.HashDataAsync(written)) });
            if (rate is not 1) tracks[^1]!["clock"] = new JsonArray(Beat(offset, 0), Beat(offset + 900, 900 * rate));
        }

        var (start, end) = (Start.ToString("O"), Start.AddSeconds(seconds).ToString("O"));
        var manifest = new JsonObject
        {
            ["schema"] = "reviewportal.bundle/1",
            ["exam"] = new JsonObject
            {
                ["code"] = $"BENCH-{name}", ["title"] = $"Benchmark {name}", ["course"] = "BENCH", ["faculty"] = "Bètawetenschappen", ["examiner"] = "a.devries@uni.example",
                ["start"] = start, ["end"] = end, ["allowedAids"] = new JsonArray(), ["breaks"] = new JsonArray(), ["instructions"] = new JsonArray(),
            },
            ["candidate"] = new JsonObject { ["pseudonym"] = "C-1", ["studentNumber"] = "0412701" },
            ["externalIds"] = new JsonObject(),
            ["recorder"] = new JsonObject { ["name"] = "Voorbeeld Proctoring", ["version"] = "1" },
            ["start"] = start, ["end"] = end, ["tracks"] = tracks,
        };
        if (signals > 0)
        {
            manifest["events"] = "events.jsonl";
            await WriteSignalsAsync(Path.Combine(folder, "events.jsonl"), seconds, signals);
        }

        await File.WriteAllTextAsync(Path.Combine(folder, "manifest.json"), manifest.ToJsonString());
    }

    private static JsonObject Beat(double at, double media) => new() { ["at"] = at, ["media"] = media };

    private static async Task WriteSignalsAsync(string path, double seconds, int signals)
    {
        var random = new Random(7);
        await using var lines = new StreamWriter(path);
        foreach (var at in Enumerable.Range(0, signals).Select(_ => random.NextDouble() * seconds).Order())
        {
            var source = Sources[random.Next(Sources.Length)];
            await lines.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $$"""{"at":{{at:F3}},"source":"{{source}}","kind":"{{source}}","text":{{JsonSerializer.Serialize(source)}}}"""));
        }
    }
}
