using ReviewPortal.Core.Lifecycle;

namespace ReviewPortal.Web.Ui;

/// <summary>Keeps what somebody types a moment after the last key, so that a broken connection or a stopped server costs a second of typing at most.</summary>
/// <param name="save">Runs on the component's own thread of work.</param>
/// <param name="changed">Tells the component that the state of saving has changed.</param>
public sealed class Autosave(Func<Task<Answer>> save, Func<Func<Task>, Task> dispatch, Action changed) : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(700);
    private CancellationTokenSource _waiting = new();
    private bool _dirty;

    public SaveState State { get; private set; }

    /// <summary>Why the last attempt was refused; null when it was not.</summary>
    public Refused? Refusal { get; private set; }

    /// <summary>Something was typed.</summary>
    public void Touch()
    {
        _dirty = true;
        State = SaveState.Saving;
        _waiting.Cancel();
        _waiting.Dispose();
        _waiting = new CancellationTokenSource();
        _ = WaitAsync(_waiting.Token);
    }

    /// <summary>Saves at once what has not been saved yet; before an action that builds on it.</summary>
    public async Task FlushAsync()
    {
        if (!_dirty) return;
        await _waiting.CancelAsync();
        await SaveAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await FlushAsync();
        _waiting.Dispose();
    }

    private async Task WaitAsync(CancellationToken ct)
    {
        try
        {
            await Task.Delay(Pause, ct);
        }
        catch (OperationCanceledException)
        {
            // Another key was pressed; its own pause has begun.
            return;
        }

        await dispatch(SaveAsync);
    }

    private async Task SaveAsync()
    {
        _dirty = false;
        Refusal = await save() as Refused;
        State = Refusal is null ? SaveState.Saved : SaveState.Refused;
        changed();
    }
}

public enum SaveState
{
    Untouched,
    Saving,
    Saved,
    Refused,
}
