using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using ReviewPortal.Core.Lifecycle;

namespace ReviewPortal.Web.Ui;

/// <summary>A button that asks the procedure before it is pressed.</summary>
public sealed partial class ActionButton
{
    private readonly string _id = "why-" + Guid.NewGuid().ToString("N");

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

    private string? Own(string key) => Texts[$"{key}.{Action}"] is { ResourceNotFound: false } text ? text.Value : null;
}
