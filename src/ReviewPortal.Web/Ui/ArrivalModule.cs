using Microsoft.JSInterop;

namespace ReviewPortal.Web.Ui;

/// <summary>Brings the reader to a field and sets the focus in it.</summary>
public sealed class ArrivalModule(IJSRuntime js) : JsModule(js, "./Ui/Arrival.razor.js")
{
    /// <summary>Does the same for links from the page to itself, of which the server hears nothing.</summary>
    public ValueTask WatchAsync() => CallAsync("watch");

    public ValueTask GoAsync(string id) => CallAsync("go", id);
}
