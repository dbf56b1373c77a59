using System.Collections.Immutable;
using System.Text.Json;

namespace ReviewPortal.Web.Features.Recordings;

/// <summary>Something in a manifest that its format does not name. It is kept, as it came, and shown; nothing is concluded from it.</summary>
/// <param name="Path">"recorder.serial", "tracks[1].lens".</param>
public sealed record UnknownField(string Path, string Json)
{
    private const int Longest = 500, Most = 100;

    private static readonly Dictionary<string, string[]> Known = new(StringComparer.Ordinal)
    {
        [""] = ["schema", "exam", "candidate", "externalIds", "recorder", "start", "end", "tracks", "events", "chat"],
        ["exam"] = ["code", "title", "course", "faculty", "examiner", "start", "end", "allowedAids", "breaks", "instructions"],
        ["candidate"] = ["pseudonym", "studentNumber"],
        ["recorder"] = ["name", "version"],
        ["tracks"] = ["role", "file", "bytes", "sha256", "offsetSeconds", "clock", "segments"],
        ["segments"] = ["file", "bytes", "sha256", "offsetSeconds", "clock"],
    };

    /// <param name="manifest">As it came.</param>
    /// <param name="ofCandidate">Whether what it says of the candidate comes along: it may be a name.</param>
    public static ImmutableArray<UnknownField> In(string manifest, bool ofCandidate)
    {
        using var json = JsonDocument.Parse(manifest);
        return [.. Of(json.RootElement, "", "").Where(field => ofCandidate || !field.Path.StartsWith("candidate.", StringComparison.Ordinal)).Take(Most)];
    }

    private static IEnumerable<UnknownField> Of(JsonElement element, string kind, string path)
    {
        if (element.ValueKind is not JsonValueKind.Object) return [];
        return element.EnumerateObject().SelectMany(member =>
        {
            var inner = path.Length is 0 ? member.Name : $"{path}.{member.Name}";
            if (!Known[kind].Contains(member.Name, StringComparer.Ordinal)) return [new UnknownField(inner, Short(member.Value.GetRawText()))];
            if (!Known.ContainsKey(member.Name)) return [];
            return member.Value.ValueKind is JsonValueKind.Array
                ? member.Value.EnumerateArray().SelectMany((item, at) => Of(item, member.Name, FormattableString.Invariant($"{inner}[{at}]")))
                : Of(member.Value, member.Name, inner);
        });
    }

    private static string Short(string json) => json.Length <= Longest ? json : json[..Longest] + "…";
}
