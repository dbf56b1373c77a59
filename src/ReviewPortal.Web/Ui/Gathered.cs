namespace ReviewPortal.Web.Ui;

/// <summary>News that comes in a burst, of a thousand sittings divided say, leads to one reading: the first waits a moment for the rest.</summary>
internal sealed class Gathered(Func<Task> read) : IDisposable
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(300);
    private int _waiting;
    private volatile bool _gone;

    public void Tell()
    {
        if (Interlocked.Exchange(ref _waiting, 1) is 0) _ = ReadAsync();
    }

    public void Dispose() => _gone = true;

    private async Task ReadAsync()
    {
        await Task.Delay(Moment);
        // What is told from here on may not be in this reading, and asks for another.
        Interlocked.Exchange(ref _waiting, 0);
        if (!_gone) await read();
    }
}
