using Microsoft.AspNetCore.Components;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Web.Access;

namespace ReviewPortal.Web.Ui;

/// <summary>A part of a case page on which a person takes steps; the page hears of every answer.</summary>
public abstract class CaseSteps : ComponentBase
{
    [Parameter, EditorRequired]
    public required CaseHead Head { get; set; }

    [Parameter, EditorRequired]
    public PersonId By { get; set; }

    /// <summary>A step was taken, or refused.</summary>
    [Parameter]
    public EventCallback<Answer> OnAnswer { get; set; }

    /// <summary>Why the last step was refused; null when it was not.</summary>
    protected Answer? Refused { get; private set; }

    protected async Task ActAsync(Task<Answer> step)
    {
        var answer = await step;
        Refused = answer as Refused;
        await OnAnswer.InvokeAsync(answer);
    }

    /// <summary>The same for a step that is signed: nothing happened when who was to sign thought better of it.</summary>
    protected async Task SignedAsync(Task<Answer?> step)
    {
        if (await step is { } answer) await ActAsync(Task.FromResult(answer));
    }
}
