using Microsoft.AspNetCore.Components;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Web.Access;

namespace ReviewPortal.Web.Features.Letters;

/// <summary>The steps that follow a published letter: its delivery, and the chance it gave.</summary>
public sealed partial class AfterPublicationCards(Delivery delivery, AnswerRetake retake)
{
    private SendingChannel _channel = SendingChannel.Post;

    [Parameter, EditorRequired]
    public required LettersView View { get; set; }

    [Parameter, EditorRequired]
    public required CaseHead Head { get; set; }

    [Parameter, EditorRequired]
    public PersonId By { get; set; }

    [Parameter]
    public EventCallback<Answer> OnAnswer { get; set; }

    private Delivery Delivery => delivery;

    private AnswerRetake Retake => retake;

    private Answer To(CaseAction action) => View.ToPrepare[action];

    private async Task ActAsync(Task<Answer> step) => await OnAnswer.InvokeAsync(await step);
}
