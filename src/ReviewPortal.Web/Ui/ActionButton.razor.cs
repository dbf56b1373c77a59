using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using ReviewPortal.Core.Lifecycle;

namespace ReviewPortal.Web.Ui;

/// <summary>A button that asks the procedure before it is pressed, and is pressed once at a time.</summary>
public sealed partial class ActionButton
{
    private readonly string _id = "why-" + Guid.NewGuid().ToString("N");
    private ElementReference _button;
    private ElementReference _yes;
    private bool _busy;
    private bool _asking;
    private bool _focus;

    [Parameter, EditorRequired]
    public CaseAction Action { get; set; }

    /// <summary>What the lifecycle says; null while it is not known.</summary>
    [Parameter, EditorRequired]
    public Answer? Answer { get; set; }

    [Parameter]
    public bool Primary { get; set; }

    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    [Parameter]
    public EventCallback OnPress { get; set; }

    /// <summary>What it asks first, where the question of its action would not be true; null for that question.</summary>
    [Parameter]
    public string? Asks { get; set; }

    /// <summary>A question appears beside the button: what would cover it can make room.</summary>
    [Parameter]
    public EventCallback OnAsk { get; set; }

    private bool IsOpen => Answer is Done;

    private ImmutableArray<Requirement> Unmet => Answer is Refused refused ? refused.Unmet : [];

    private RenderFragment Label => builder => builder.AddContent(0, LifecycleTexts.Of(Action, Here.Language));

    private string? Question => Asks ?? Own("Ask");

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!_focus) return;
        _focus = false;
        await _yes.FocusAsync();
    }

    private string? Own(string key) => Texts[$"{key}.{Action}"] is { ResourceNotFound: false } text ? text.Value : null;

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
        await _button.FocusAsync();
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
