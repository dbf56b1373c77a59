using System.Collections.Concurrent;
using ReviewPortal.Core.Cases;

namespace ReviewPortal.Infrastructure.Store;

/// <summary>
/// Tells open pages that a case has moved, so that a list changes when a colleague acts. Each hears it in its own context: the language of a page
/// is that of its reader, not of whoever took the step.
/// </summary>
public sealed class CaseNews
{
    private readonly ConcurrentDictionary<Subscription, Action<CaseId>> _listeners = [];

    /// <returns>Dispose it to hear no more.</returns>
    public IDisposable Listen(Action<CaseId> listener)
    {
        var subscription = new Subscription(this);
        _listeners[subscription] = ExecutionContext.Capture() is { } own ? moved => ExecutionContext.Run(own, _ => listener(moved), null) : listener;
        return subscription;
    }

    public void Tell(CaseId @case)
    {
        foreach (var listener in _listeners.Values) listener(@case);
    }

    private sealed class Subscription(CaseNews news) : IDisposable
    {
        public void Dispose() => news._listeners.TryRemove(this, out _);
    }
}
