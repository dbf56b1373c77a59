using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace ReviewPortal.Web.Ui;

/// <summary>A button that is pressed once at a time, and can ask whether that is meant.</summary>
public sealed partial class AskingButton
{
    private ElementReference _button;
    private ElementReference _yes;
    private bool _busy;
    private bool _asking;
    private bool _focus;

    [Parameter, EditorRequired]
    public required RenderFragment ChildContent { get; set; }

    /// <summary>What it asks first; null to ask nothing.</summary>
    [Parameter]
    public string? Question { get; set; }

    /// <summary>The answer that goes on; null for the usual one.</summary>
    [Parameter]
    public string? Yes { get; set; }

    /// <summary>The answer that leaves it; null for the usual one.</summary>
    [Parameter]
    public string? No { get; set; }

    [Parameter]
    public bool Primary { get; set; }

    /// <summary>It can be pressed.</summary>
    [Parameter]
    public bool IsOpen { get; set; } = true;

    /// <summary>The element that says why it cannot.</summary>
    [Parameter]
    public string? DescribedBy { get; set; }

    /// <summary>What stands beside it while it asks nothing.</summary>
    [Parameter]
    public RenderFragment? Beside { get; set; }

    [Parameter]
    public EventCallback OnPress { get; set; }

    /// <summary>A question appears beside the button: what would cover it can make room.</summary>
    [Parameter]
    public EventCallback OnAsk { get; set; }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!_focus) return;
        _focus = false;
        await _yes.FocusIfThereAsync();
    }

    private Task PressAsync()
    {
        if (!IsOpen || _busy) return Task.CompletedTask;
        if (Question is null) return GoAsync();
        _asking = _focus = true;
        return OnAsk.InvokeAsync();
    }

    private Task Pressed(KeyboardEventArgs press) => press.Key is "Escape" ? LeaveAsync() : Task.CompletedTask;

    // The question goes away with the answer that had the focus: whoever has no mouse is set back where the question came from.
    private async Task LeaveAsync()
    {
        await _button.FocusIfThereAsync();
        _asking = false;
    }

    private async Task GoAsync()
    {
        if (!IsOpen || _busy) return;
        _busy = true;
        try
        {
            if (_asking) await LeaveAsync();
            await OnPress.InvokeAsync();
        }
        finally
        {
            _busy = false;
        }
    }
}
