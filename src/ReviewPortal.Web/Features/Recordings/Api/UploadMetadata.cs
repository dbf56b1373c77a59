using System.Collections.Immutable;
using System.Text;

namespace ReviewPortal.Web.Features.Recordings.Api;

/// <summary>What goes with an upload in the header Upload-Metadata: pairs of a word and a text in base64, with commas between (tus 1.0.0, Creation).</summary>
internal static class UploadMetadata
{
    private const int LongestName = 200;

    /// <returns>Null when it is none.</returns>
    public static ImmutableDictionary<string, string>? Parse(string? header)
    {
        var found = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var pair in (header ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (pair.Split(' ', StringSplitOptions.RemoveEmptyEntries) is not ([var key, ..] and { Length: <= 2 } words)) return null;
            if (!found.TryAdd(key, "")) return null;
            if (words is [_, var value] && Decoded(value) is { } text) found[key] = text;
            else if (words.Length is 2) return null;
        }

        return found.ToImmutable();
    }

    /// <summary>What a person may be shown as the name of a file; it is never used as a path.</summary>
    public static string Name(string? name)
    {
        var last = string.Concat((name ?? "").Split('/', '\\')[^1].Where(letter => !char.IsControl(letter))).Trim();
        return last.Length is 0 ? "upload" : last[..Math.Min(last.Length, LongestName)];
    }

    private static string? Decoded(string value)
    {
        try
        {
            return Encoding.UTF8.GetString(Convert.FromBase64String(value));
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
