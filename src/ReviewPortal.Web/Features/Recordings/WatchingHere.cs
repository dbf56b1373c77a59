using System.Net;
using ReviewPortal.Infrastructure.Vault;

namespace ReviewPortal.Web.Features.Recordings;

/// <summary>
/// Whether somebody watches recordings on the machine that serves them. There the browser decodes three videos, and measuring, which decodes one more, would make
/// it lose pace. Who watches from elsewhere takes nothing but a little of the network, and nothing waits for that.
/// </summary>
public sealed class WatchingHere(TimeProvider clock)
{
    // A browser that plays fetches far ahead, and then nothing for a while.
    internal static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);
    private long _last;

    /// <summary>The longest that the measuring of one recording stands still for this.</summary>
    public static TimeSpan Longest => TimeSpan.FromHours(1);

    private bool IsNow => clock.GetUtcNow().UtcTicks - Interlocked.Read(ref _last) < Pause.Ticks;

    /// <param name="viewer">Where the viewer is; null when that is not known.</param>
    internal void Hear(VirtualRecording opened, IPAddress? viewer)
    {
        if (viewer is null || !IPAddress.IsLoopback(viewer)) return;
        opened.Taken = Tell;
        Tell();
    }

    /// <returns>What waits until nobody watches here, and after the longest time no more.</returns>
    internal Func<CancellationToken, Task> Waiting()
    {
        var left = Longest;
        return async ct =>
        {
            var began = clock.GetUtcNow();
            while (IsNow && clock.GetUtcNow() - began < left) await Task.Delay(Look, clock, ct);
            left -= clock.GetUtcNow() - began;
        };
    }

    private void Tell() => Interlocked.Exchange(ref _last, clock.GetUtcNow().UtcTicks);
}
