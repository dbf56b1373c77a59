using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace ReviewPortal.Core.Tests.Writing;

/// <summary>The resource files of all three projects, read from the disk as XML.</summary>
internal static partial class ResourceFiles
{
    /// <summary>The Dutch files, each with an English one beside it, as paths from the root.</summary>
    public static IReadOnlyList<string> Dutch => [.. Repository.Files("src", ".resx").Where(path => !path.EndsWith(".en.resx", StringComparison.Ordinal))];

    public static string EnglishOf(string dutch) => dutch[..^".resx".Length] + ".en.resx";

    /// <summary>The file of a marker class, such as UiTexts.</summary>
    public static string Of(string marker) => Dutch.Single(path => Path.GetFileNameWithoutExtension(path) == marker);

    public static IReadOnlyList<KeyValuePair<string, string>> Read(string path) => Parse(Repository.Read(path));

    public static IReadOnlyList<KeyValuePair<string, string>> Parse(string xml) =>
        [.. XDocument.Parse(xml).Root!.Elements("data").Select(data => KeyValuePair.Create(data.Attribute("name")!.Value, data.Element("value")?.Value ?? ""))];

    /// <summary>What is wrong between a Dutch file and the English one beside it, each fault in a line.</summary>
    public static IEnumerable<string> Faults(IReadOnlyList<KeyValuePair<string, string>> dutch, IReadOnlyList<KeyValuePair<string, string>> english)
    {
        foreach (var twice in dutch.GroupBy(text => text.Key).Concat(english.GroupBy(text => text.Key)).Where(group => group.Count() > 1)) yield return $"{twice.Key} stands there twice";
        foreach (var missing in dutch.ExceptBy(english.Select(text => text.Key), text => text.Key)) yield return $"{missing.Key} has no English";
        foreach (var missing in english.ExceptBy(dutch.Select(text => text.Key), text => text.Key)) yield return $"{missing.Key} has no Dutch";
        foreach (var empty in dutch.Concat(english).Where(text => string.IsNullOrWhiteSpace(text.Value))) yield return $"{empty.Key} is empty";
        foreach (var (key, text) in dutch)
        {
            if (english.FirstOrDefault(other => other.Key == key).Value is { } other && !Placeholders(text).SequenceEqual(Placeholders(other))) yield return $"{key} is filled in differently";
        }
    }

    private static IEnumerable<string> Placeholders(string text) => Placeholder().Matches(text).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal);

    [GeneratedRegex(@"\{\d+[^}]*\}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Placeholder();
}
