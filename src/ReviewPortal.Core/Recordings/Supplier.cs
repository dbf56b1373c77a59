using ReviewPortal.Core.Cases;

namespace ReviewPortal.Core.Recordings;

/// <summary>Who records tests or looks at them by machine on behalf of the institution: a processor (AVG 28).</summary>
public sealed class Supplier
{
    public Guid Id { get; init; }

    /// <summary>As its deliveries name it, without the version: "Proctorio".</summary>
    public required string Name { get; init; }

    /// <summary>The name as it is compared: small letters, so that it is known once.</summary>
    public required string Key { get; init; }

    public DateTimeOffset RegisteredAt { get; init; }

    public required string RegisteredByName { get; init; }

    /// <summary>What its software looks for and how it comes to a signal, in its own words; empty when it has not stated that (APW-INF-6).</summary>
    public string LooksFor { get; private set; } = "";

    public DateTimeOffset? StatedAt { get; private set; }

    /// <summary>Who wrote down what the supplier stated.</summary>
    public string? StatedByName { get; private set; }

    public void State(string looksFor, Actor by, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(looksFor);
        ArgumentNullException.ThrowIfNull(by);
        (LooksFor, StatedAt, StatedByName) = (looksFor.Trim(), now, by.Name);
    }

    public static string KeyOf(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return ExternalId.Small(name);
    }
}
