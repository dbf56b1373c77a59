using System.Threading.Channels;

namespace ReviewPortal.Infrastructure.Store;

/// <summary>Told when an agreement or a retention rule was registered: what was held back may come in now. Told twice before anybody listens is told once.</summary>
public sealed class GateNews
{
    private readonly Channel<bool> _told = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Tell() => _told.Writer.TryWrite(true);

    /// <summary>Until it is told, or the time is over.</summary>
    public async Task WaitAsync(TimeSpan atMost, TimeProvider clock, CancellationToken ct)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var told = _told.Reader.ReadAsync(over.Token).AsTask();
        await Task.WhenAny(told, Task.Delay(atMost, clock, over.Token));
        await over.CancelAsync();
        ct.ThrowIfCancellationRequested();
    }
}
