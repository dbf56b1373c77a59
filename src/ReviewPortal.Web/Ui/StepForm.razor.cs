using Microsoft.AspNetCore.Components;
using ReviewPortal.Core.Lifecycle;

namespace ReviewPortal.Web.Ui;

/// <summary>What a step form gives back: the words and the day, as far as it asks for them.</summary>
public readonly record struct StepInput(string Text, DateOnly Day);

/// <summary>A form for one step of the procedure that needs some words or a day.</summary>
public sealed partial class StepForm
{
    private string _text = "";
    private DateOnly _day;

    [Parameter, EditorRequired]
    public CaseAction Action { get; set; }

    /// <summary>Whether this person may prepare the step; otherwise there is no form.</summary>
    [Parameter, EditorRequired]
    public Answer? To { get; set; }

    [Parameter]
    public string? Lead { get; set; }

    [Parameter]
    public string? TextLabel { get; set; }

    [Parameter]
    public string? DayLabel { get; set; }

    /// <summary>The day the form begins with.</summary>
    [Parameter]
    public DateOnly Day { get; set; }

    /// <summary>What is missing while no words have been written; null when words are not needed.</summary>
    [Parameter]
    public Requirement? TextNeed { get; set; }

    [Parameter]
    public bool Open { get; set; }

    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    [Parameter]
    public EventCallback<StepInput> OnSubmit { get; set; }

    private Answer Ready => TextNeed is { } need && string.IsNullOrWhiteSpace(_text)
        ? new Refused(Action, RefusalKind.Unmet) { Unmet = [need] }
        : To!;

    protected override void OnInitialized() => _day = Day;

    private Task SubmitAsync() => OnSubmit.InvokeAsync(new StepInput(_text, _day));
}
