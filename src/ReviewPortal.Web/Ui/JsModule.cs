using Microsoft.JSInterop;

namespace ReviewPortal.Web.Ui;

/// <summary>The C# face of one ES module beside a component; the module is fetched when it is first called.</summary>
public abstract class JsModule(IJSRuntime js, string path) : IAsyncDisposable
{
    private readonly Lazy<Task<IJSObjectReference>> _module = new(() => js.InvokeAsync<IJSObjectReference>("import", path).AsTask());

    protected async ValueTask CallAsync(string function, params object?[] arguments) => await (await _module.Value).InvokeVoidAsync(function, arguments);

    protected async ValueTask<T> CallAsync<T>(string function, params object?[] arguments) => await (await _module.Value).InvokeAsync<T>(function, arguments);

    /// <summary>The browser left: before a call, or in the middle of one.</summary>
    public static bool IsGone(Exception exception) => exception is JSDisconnectedException or OperationCanceledException;

    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (!_module.IsValueCreated) return;
        try
        {
            await (await _module.Value).DisposeAsync();
        }
        catch (Exception gone) when (IsGone(gone))
        {
            // The browser is gone, and the module with it.
        }
    }
}
