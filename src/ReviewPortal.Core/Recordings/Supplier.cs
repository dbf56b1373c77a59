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

    public static string KeyOf(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return ExternalId.Small(name);
    }
}
