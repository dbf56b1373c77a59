using System.Collections.Concurrent;

namespace ReviewPortal.Web.Features.Recordings;

/// <summary>How far the measuring of recordings is, for open pages. It is comfort only: what was measured lies in the database, and what was not is measured again.</summary>
public sealed class MeasuringProgress
{
    private readonly ConcurrentDictionary<Guid, int> _percent = [];
    private readonly ConcurrentDictionary<Subscription, Action<Guid>> _listeners = [];

    /// <summary>In percent; null while it is not being measured.</summary>
    public int? Of(Guid recording) => _percent.TryGetValue(recording, out var percent) ? percent : null;

    /// <param name="listener">Hears which recording got further, or was finished, in the context of whoever listens: a page has its own language.</param>
    /// <returns>Dispose it to hear no more.</returns>
    public IDisposable Listen(Action<Guid> listener)
    {
        var subscription = new Subscription(this);
        _listeners[subscription] = ExecutionContext.Capture() is { } own ? recording => ExecutionContext.Run(own, _ => listener(recording), null) : listener;
        return subscription;
    }

    internal void Tell(Guid recording, double share)
    {
        var percent = (int)Math.Clamp(share * 100, 0, 100);
        if (Of(recording) == percent) return;
        _percent[recording] = percent;
        TellAll(recording);
    }

    internal void End(Guid recording)
    {
        if (_percent.TryRemove(recording, out _)) TellAll(recording);
    }

    private void TellAll(Guid recording)
    {
        foreach (var listener in _listeners.Values) listener(recording);
    }

    private sealed class Subscription(MeasuringProgress progress) : IDisposable
    {
        public void Dispose() => progress._listeners.TryRemove(this, out _);
    }
}
