using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using ReviewPortal.Core.Lifecycle;

namespace ReviewPortal.Web.Ui;

/// <summary>A button that asks the procedure before it is pressed, and is pressed once at a time.</summary>
public sealed partial class ActionButton
{
    private readonly string _id = "why-" + Guid.NewGuid().ToString("N");
    private bool _busy;

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

    private bool IsOpen => Answer is Done;

    private ImmutableArray<Requirement> Unmet => Answer is Refused refused ? refused.Unmet : [];

    private RenderFragment Label => builder => builder.AddContent(0, LifecycleTexts.Of(Action, Here.Language));

    private async Task PressAsync()
    {
        if (!IsOpen || _busy) return;
        _busy = true;
        try
        {
            await OnPress.InvokeAsync();
        }
        finally
        {
            _busy = false;
        }
    }
}
