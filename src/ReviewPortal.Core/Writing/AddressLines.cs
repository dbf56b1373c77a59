using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace ReviewPortal.Core.Writing;

/// <summary>An address as people type it, line by line below a name.</summary>
public static partial class AddressLines
{
    /// <summary>What an envelope has room for.</summary>
    public const int Most = 6;

    /// <summary>Without empty lines.</summary>
    public static ImmutableArray<string> Of(string? address) => [.. (address ?? "").Split('\n', StringSplitOptions.TrimEntries).Where(line => !Inked.IsEmpty(line))];

    /// <summary>Enough for the post: a street and a postcode with a place, or abroad a street, a place and a country.</summary>
    public static bool IsWhole(string? address) => Of(address) is { Length: >= 2 } lines && (lines.Length > 2 || lines.Any(line => PostcodeWithPlace().IsMatch(line)));

    [GeneratedRegex(@"\b[1-9][0-9]{3}\s?[A-Z]{2}\s+\S", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PostcodeWithPlace();
}
