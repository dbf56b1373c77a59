using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace ReviewPortal.Journeys;

/// <summary>A delivery made from a sample: the same recordings and candidate, another test on another day.</summary>
internal static class NewSitting
{
    private const string Day = "2026-11-16";

    /// <returns>The folder of the delivery; the caller's to remove.</returns>
    public static DirectoryInfo From(string sample, string examCode, string examTitle)
    {
        var folder = Directory.CreateTempSubdirectory("delivery");
        foreach (var file in Directory.EnumerateFiles(Places.Sample(sample))) File.Copy(file, Path.Combine(folder.FullName, Path.GetFileName(file)));

        var path = Path.Combine(folder.FullName, "manifest.json");
        var manifest = JsonNode.Parse(File.ReadAllText(path))!;
        var exam = manifest["exam"]!;
        exam["code"] = examCode;
        exam["title"] = examTitle;
        OnTheDay(exam, "start");
        OnTheDay(exam, "end");
        OnTheDay(manifest, "start");
        OnTheDay(manifest, "end");
        exam["breaks"] = new JsonArray();
        File.WriteAllText(path, manifest.ToJsonString());
        return folder;
    }

    /// <summary>As <see cref="From"/>, with other recordings in the place of the sample's own, by the names of their tracks.</summary>
    public static DirectoryInfo With(string sample, string examCode, string examTitle, IReadOnlyDictionary<string, byte[]> recordings)
    {
        var folder = From(sample, examCode, examTitle);
        var path = Path.Combine(folder.FullName, "manifest.json");
        var manifest = JsonNode.Parse(File.ReadAllText(path))!;
        foreach (var track in manifest["tracks"]!.AsArray())
        {
            var bytes = recordings[track!["role"]!.GetValue<string>()];
            File.WriteAllBytes(Path.Combine(folder.FullName, track["file"]!.GetValue<string>()), bytes);
            (track["bytes"], track["sha256"], track["offsetSeconds"]) = (bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes)), 0);
        }

        File.WriteAllText(path, manifest.ToJsonString());
        return folder;
    }

    // Only the date changes: the recordings keep their place in the sitting.
    private static void OnTheDay(JsonNode node, string field) => node[field] = Day + node[field]!.GetValue<string>()[10..];
}
