using System.Diagnostics;
using ReviewPortal.Core.Lifecycle;

namespace ReviewPortal.Web.Ui;

/// <summary>Keeps what somebody types a moment after the last key, so that a broken connection or a stopped server costs a second of typing at most.</summary>
/// <param name="save">Runs on the component's own thread of work.</param>
/// <param name="changed">Tells the component that the state of saving has changed.</param>
public sealed class Autosave(Func<Task<Answer>> save, Func<Func<Task>, Task> dispatch, Action changed) : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(700);
    // Whoever types on without a pause is saved all the same.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(3);
    private readonly SemaphoreSlim _one = new(1, 1);
    private CancellationTokenSource _waiting = new();
    private long _dirtySince;
    private bool _dirty;

    public SaveState State { get; private set; }

    /// <summary>Why the last attempt was refused; null when it was not.</summary>
    public Refused? Refusal { get; private set; }

    /// <summary>Something was typed.</summary>
    public void Touch()
    {
        if (!_dirty) _dirtySince = Stopwatch.GetTimestamp();
        _dirty = true;
        State = SaveState.Saving;
        _waiting.Cancel();
        _waiting.Dispose();
        _waiting = new CancellationTokenSource();
        var left = Longest - Stopwatch.GetElapsedTime(_dirtySince);
        _ = WaitAsync(left < TimeSpan.Zero ? TimeSpan.Zero : left < Pause ? left : Pause, _waiting.Token);
    }

    /// <summary>Saves at once what has not been saved yet, and waits for a save under way; before an action that builds on it.</summary>
    public async Task FlushAsync()
    {
        await _waiting.CancelAsync();
        await SaveAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await FlushAsync();
        _waiting.Dispose();
    }

    private async Task WaitAsync(TimeSpan pause, CancellationToken ct)
    {
        try
        {
            await Task.Delay(pause, ct);
        }
        catch (OperationCanceledException)
        {
            // Another key was pressed; its own pause has begun.
            return;
        }

        await dispatch(SaveAsync);
    }

    // One save at a time: a second one that set out on the same version would be taken for somebody else's.
    private async Task SaveAsync()
    {
        await _one.WaitAsync();
        try
        {
            if (!_dirty) return;
            _dirty = false;
            Refusal = await save() as Refused;
            State = Refusal is not null ? SaveState.Refused : _dirty ? SaveState.Saving : SaveState.Saved;
            changed();
        }
        finally
        {
            _one.Release();
        }
    }
}

public enum SaveState
{
    Untouched,
    Saving,
    Saved,
    Refused,
}
