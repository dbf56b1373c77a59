using ReviewPortal.Core.Cases;

namespace ReviewPortal.Core.Recordings;

/// <summary>What another system calls a sitting. Deliveries of that system find the sitting by it, whatever the capitals.</summary>
public sealed class ExternalId
{
    /// <summary>"edx", "proctorio": in small letters.</summary>
    public required string System { get; init; }

    /// <summary>The identity in small letters: what is compared.</summary>
    public required string Key { get; init; }

    public SittingId Sitting { get; init; }

    /// <summary>As it was delivered.</summary>
    public required string Value { get; init; }

    public static ExternalId Of(SittingId sitting, string system, string value)
    {
        ArgumentNullException.ThrowIfNull(system);
        return new() { System = Small(system), Key = Small(value), Sitting = sitting, Value = value };
    }

    /// <summary>How identities are compared.</summary>
    public static string Small(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Trim().ToLowerInvariant();
    }
}
