using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace ReviewPortal.Web.Ui;

/// <summary>Brings what was refused into view and sets the focus on it.</summary>
public sealed class AlertModule(IJSRuntime js) : JsModule(js, "./Ui/Alert.razor.js")
{
    public ValueTask ShowAsync(ElementReference note) => CallAsync("show", note);
}
