using System.Collections.Concurrent;
using System.Text.Json;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Letters;

namespace ReviewPortal.Web.Access;

/// <summary>What was filled in of the way in which a letter goes out, as it is kept for whoever does so until it went.</summary>
/// <param name="Address">Line by line below the name; null while nobody touched it.</param>
public sealed record WayFilledIn(SendingChannel Channel, string? Address)
{
    public static WayFilledIn? Of(string? kept) => string.IsNullOrEmpty(kept) ? null : JsonSerializer.Deserialize<WayFilledIn>(kept);

    public override string ToString() => JsonSerializer.Serialize(this);
}

/// <summary>How somebody is about to send a letter.</summary>
public sealed record ChosenWay(PersonId By, SendingChannel Channel, string? Address);

/// <summary>
/// What the open pages have chosen, so that a preview shows the letter as it will go out. Its link names the choice, because an address in a link would end up in logs.
/// </summary>
public sealed class ChosenWays
{
    private readonly ConcurrentDictionary<Guid, ChosenWay> _ways = new();

    /// <summary>Remembers a choice until the page forgets it.</summary>
    /// <param name="before">The choice that it takes the place of.</param>
    public Guid Keep(ChosenWay way, Guid? before)
    {
        Forget(before);
        var id = Guid.NewGuid();
        _ways[id] = way;
        return id;
    }

    /// <returns>Null when nobody chose anything, or somebody else did.</returns>
    public ChosenWay? Find(Guid? id, PersonId by) => id is { } known && _ways.TryGetValue(known, out var way) && way.By == by ? way : null;

    public void Forget(Guid? id)
    {
        if (id is { } known) _ways.TryRemove(known, out _);
    }
}
