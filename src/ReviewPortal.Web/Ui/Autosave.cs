using System.Diagnostics;
using ReviewPortal.Core.Lifecycle;

namespace ReviewPortal.Web.Ui;

/// <summary>Keeps what somebody types a moment after the last key, so that a broken connection or a stopped server costs a second of typing at most.</summary>
/// <param name="save">Runs on the component's own thread of work.</param>
/// <param name="changed">Tells the component that the state of saving has changed.</param>
public sealed partial class Autosave(Func<Task<Answer>> save, Func<Func<Task>, Task> dispatch, Action changed, ILogger<Autosave> log) : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(700);
    // Whoever types on without a pause is saved all the same.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan BeforeRetry = TimeSpan.FromSeconds(5);
    private readonly SemaphoreSlim _one = new(1, 1);
    private CancellationTokenSource _waiting = new();
    private long _dirtySince;
    private bool _disposed;

    public SaveState State { get; private set; }

    /// <summary>Why the last attempt was refused; null when it was not.</summary>
    public Refused? Refusal { get; private set; }

    /// <summary>Something was typed that is not in the store yet.</summary>
    public bool IsDirty { get; private set; }

    /// <summary>Everything typed is in the store, or was refused by it, and no save is under way.</summary>
    public bool IsSettled => !IsDirty && _one.CurrentCount is 1;

    /// <summary>Something was typed.</summary>
    public void Touch()
    {
        if (!IsDirty) _dirtySince = Stopwatch.GetTimestamp();
        IsDirty = true;
        State = SaveState.Saving;
        var left = Longest - Stopwatch.GetElapsedTime(_dirtySince);
        SaveAfter(left < TimeSpan.Zero ? TimeSpan.Zero : left < Pause ? left : Pause);
    }

    /// <summary>Saves at once what has not been saved yet, and waits for a save under way; before an action that builds on it.</summary>
    /// <returns>False when something typed could not be kept; then the action must not follow.</returns>
    public async Task<bool> FlushAsync()
    {
        await _waiting.CancelAsync();
        do await SaveAsync();
        while (IsDirty && State is SaveState.Saving);
        return !IsDirty && State is not SaveState.Refused;
    }

    /// <summary>What was typed is not wanted any more.</summary>
    public void Forget()
    {
        _waiting.Cancel();
        (IsDirty, State, Refusal) = (false, SaveState.Untouched, null);
    }

    public async ValueTask DisposeAsync()
    {
        if (_disposed) return;
        _disposed = true;
        await FlushAsync();
        _waiting.Dispose();
    }

    private void SaveAfter(TimeSpan pause)
    {
        _waiting.Cancel();
        _waiting.Dispose();
        _waiting = new CancellationTokenSource();
        _ = WaitAsync(pause, _waiting.Token);
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
            if (IsDirty) await TryAsync();
        }
        finally
        {
            _one.Release();
        }

        if (!_disposed) changed();
    }

    private async Task TryAsync()
    {
        IsDirty = false;
        try
        {
            Refusal = await save() as Refused;
            State = Refusal is not null ? SaveState.Refused : IsDirty ? SaveState.Saving : SaveState.Saved;
        }
        // Whatever stopped it: the text stands in the page, its writer is told, and it is tried again.
        catch (Exception problem)
        {
            LogNotSaved(log, problem);
            (IsDirty, State) = (true, SaveState.Failed);
            if (!_disposed) SaveAfter(BeforeRetry);
        }
    }

    [LoggerMessage(LogLevel.Error, "What was typed could not be saved; it will be tried again")]
    private static partial void LogNotSaved(ILogger log, Exception problem);
}

public enum SaveState
{
    Untouched,
    Saving,
    Saved,
    Refused,
    Failed,
}
