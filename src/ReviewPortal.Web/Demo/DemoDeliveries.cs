using System.Text.Json.Nodes;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Writing;
using ReviewPortal.Web.Features.Recordings;

namespace ReviewPortal.Web.Demo;

/// <summary>Deliveries that did not become a case: one from a supplier without an agreement, and one whose sitting is not known.</summary>
internal static class DemoDeliveries
{
    private const string Unknown = """
        { "status": "suspicious", "external_id": "onbekende-poging-17", "comments": [ { "comment": "Looks aside", "status": "Suspicious", "start": 62, "stop": 70, "duration": 8 } ] }
        """;

    public static async Task DeliverAsync(TakeIn takeIn, string sample, Actor coordinator, CancellationToken ct)
    {
        var folder = Directory.CreateTempSubdirectory("demo");
        try
        {
            var bundle = Path.Combine(folder.FullName, "toetsblik-2026-11-02");
            Copy(sample, bundle);
            await SignAsAnotherAsync(Path.Combine(bundle, "manifest.json"), ct);
            Must<Quarantined>(await takeIn.RunAsync(bundle, format: null, sitting: null, coordinator, ct));

            var signals = Path.Combine(folder.FullName, "edx-review-17.json");
            await File.WriteAllTextAsync(signals, Unknown, ct);
            Must<SignalsWait>(await takeIn.RunAsync(signals, format: null, sitting: null, coordinator, ct));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var place = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(place)!);
            File.Copy(file, place);
        }
    }

    private static async Task SignAsAnotherAsync(string manifest, CancellationToken ct)
    {
        var root = JsonNode.Parse(await File.ReadAllTextAsync(manifest, ct))!;
        root["recorder"]!["name"] = "Toetsblik";
        root["candidate"]!["pseudonym"] = "C-4799";
        root["externalIds"] = new JsonObject();
        await File.WriteAllTextAsync(manifest, root.ToJsonString(), ct);
    }

    private static void Must<T>(IReadOnlyCollection<ImportResult> results)
        where T : ImportResult
    {
        if (results.FirstOrDefault(result => result is not T) is { } other) throw new InvalidOperationException("The demo: " + ImportSentence.Of("delivery", other, Language.English));
    }
}
