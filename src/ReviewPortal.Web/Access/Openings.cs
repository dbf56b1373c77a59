using System.Collections.Concurrent;
using ReviewPortal.Core.Cases;

namespace ReviewPortal.Web.Access;

/// <summary>
/// Which openings of recordings stand in the audit log already, as long as a session lasts. It is empty after a start: what then plays on is written down
/// once more.
/// </summary>
public sealed class Openings(TimeProvider clock)
{
    private const int Most = 10_000;

    private static readonly TimeSpan Session = TimeSpan.FromHours(8);

    private readonly ConcurrentDictionary<(PersonId, SittingId), DateTimeOffset> _written = new();

    public void Add(PersonId by, SittingId sitting)
    {
        if (_written.Count >= Most) _written.Clear();
        _written[(by, sitting)] = clock.GetUtcNow();
    }

    public bool IsWritten(PersonId by, SittingId sitting) => _written.TryGetValue((by, sitting), out var at) && clock.GetUtcNow() - at < Session;
}
