using System.Collections.Immutable;

namespace ReviewPortal.Core.Writing;

/// <summary>An address as people type it, line by line below a name.</summary>
public static class AddressLines
{
    /// <summary>What an envelope has room for.</summary>
    public const int Most = 6;

    /// <summary>Without empty lines.</summary>
    public static ImmutableArray<string> Of(string? address) => [.. (address ?? "").Split('\n', StringSplitOptions.TrimEntries).Where(line => !Inked.IsEmpty(line))];
}
