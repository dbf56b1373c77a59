using System.Collections.Concurrent;
using ReviewPortal.Core.Cases;

namespace ReviewPortal.Web.Features.Review;

/// <summary>
/// How much a reviewer can have watched of a case since the portal last heard of it (UU-REV-1): no more than the time that went by, with what was left
/// then. It is held in memory; after a restart the first opening of the recordings is the only bound, until the first message.
/// </summary>
public sealed class PlayedClock
{
    /// <summary>The browser's clock and the server's.</summary>
    public const double Slack = 1.25;

    /// <summary>The moment it takes to tell, in seconds.</summary>
    public const double Start = 2;

    // A page tells every five seconds. What piled up while the connection was away is no more than a player holds in store; in seconds.
    private const double Most = 600;
    private readonly ConcurrentDictionary<(CaseId Case, PersonId By), (DateTimeOffset At, double Left)> _heard = new();

    /// <summary>Takes so many seconds of watching from what there can have been.</summary>
    /// <returns>False when there cannot have been so much; then nothing is taken.</returns>
    public bool Spend(CaseId @case, PersonId by, double seconds, DateTimeOffset now)
    {
        if (!_heard.TryGetValue((@case, by), out var heard))
        {
            _heard[(@case, by)] = (now, 0);
            return true;
        }

        var left = Math.Min(Most, heard.Left + (Math.Max(0, (now - heard.At).TotalSeconds) * Slack)) - seconds;
        if (left < -Start) return false;
        _heard[(@case, by)] = (now, left);
        return true;
    }
}
