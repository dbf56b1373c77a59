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

    private Answer To(CaseAction action) => View.ToPrepare[action];
}
