using System.Collections.Concurrent;
using System.Threading.Channels;

namespace ReviewPortal.Web.Features.Recordings.Uploads;

/// <summary>Tells open pages that something became of an upload.</summary>
public sealed class UploadNews
{
    private readonly ConcurrentDictionary<Subscription, Action> _listeners = [];

    /// <returns>Dispose it to hear no more.</returns>
    public IDisposable Listen(Action listener)
    {
        ArgumentNullException.ThrowIfNull(listener);
        var subscription = new Subscription(this);
        // Each listener hears it in its own language, whoever tells.
        _listeners[subscription] = ExecutionContext.Capture() is { } own ? () => ExecutionContext.Run(own, _ => listener(), null) : listener;
        return subscription;
    }

    public void Tell()
    {
        foreach (var listener in _listeners.Values) listener();
    }

    private sealed class Subscription(UploadNews news) : IDisposable
    {
        public void Dispose() => news._listeners.TryRemove(this, out _);
    }
}

/// <summary>The uploads that are here whole and wait to be taken in. What a stopped server had in it, the next start finds in the database.</summary>
public sealed class WaitingUploads
{
    private readonly Channel<Guid> _waiting = Channel.CreateUnbounded<Guid>();

    private readonly ConcurrentDictionary<Guid, bool> _forRoom = [];

    public void Add(Guid upload) => _waiting.Writer.TryWrite(upload);

    public IAsyncEnumerable<Guid> AllAsync(CancellationToken ct) => _waiting.Reader.ReadAllAsync(ct);

    /// <summary>The disk is full; this one has to wait until it is not.</summary>
    public void AddForRoom(Guid upload) => _forRoom[upload] = true;

    /// <summary>Whether it is not taken in because the disk is full. Known in memory only: on a full disk nothing can be noted.</summary>
    public bool IsForRoom(Guid upload) => _forRoom.ContainsKey(upload);

    /// <summary>There is room for it, or it is gone.</summary>
    public void HasRoom(Guid upload) => _forRoom.TryRemove(upload, out _);

    /// <summary>What waits for room gets its turn once more.</summary>
    public void LookForRoom()
    {
        foreach (var upload in _forRoom.Keys.Order()) Add(upload);
    }
}
