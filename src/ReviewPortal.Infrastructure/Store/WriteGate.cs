namespace ReviewPortal.Infrastructure.Store;

/// <summary>
/// Lets one writing operation at a time through: every commit and every checkpoint of the SQLite file passes here.
/// It works at the level of an operation, not of a thread, and holds other processes off with a lock on a file beside the database.
/// </summary>
public sealed class WriteGate : IDisposable
{
    private static readonly TimeSpan Retry = TimeSpan.FromMilliseconds(5);
    private readonly SemaphoreSlim _one = new(1, 1);
    private readonly AsyncLocal<bool> _inside = new();
    private readonly string? _lockFile;
    private FileStream? _lock;

    /// <param name="lockFile">Null when no other process can write, as with a database in memory.</param>
    public WriteGate(string? lockFile) => _lockFile = lockFile;

    /// <summary>True inside an operation that has already passed the gate.</summary>
    public bool IsInside => _inside.Value;

    public async Task<T> RunAsync<T>(Func<Task<T>> operation, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(operation);
        if (IsInside) return await operation();

        await EnterAsync(ct);
        try
        {
            _inside.Value = true;
            return await operation();
        }
        finally
        {
            _inside.Value = false;
            Leave();
        }
    }

    internal async Task EnterAsync(CancellationToken ct)
    {
        await _one.WaitAsync(ct);
        try
        {
            while (!TryLockFile()) await Task.Delay(Retry, ct);
        }
        catch
        {
            _one.Release();
            throw;
        }
    }

    internal void Enter()
    {
        _one.Wait();
        try
        {
            while (!TryLockFile()) Thread.Sleep(Retry);
        }
        catch
        {
            _one.Release();
            throw;
        }
    }

    internal void Leave()
    {
        _lock?.Dispose();
        _lock = null;
        _one.Release();
    }

    public void Dispose()
    {
        _lock?.Dispose();
        _one.Dispose();
    }

    // Another process that is writing will be done in a moment.
    private bool TryLockFile() => _lockFile is null || (_lock = LockFile.TryTake(_lockFile)) is not null;
}
