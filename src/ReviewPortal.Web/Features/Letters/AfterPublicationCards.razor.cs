using Microsoft.AspNetCore.Components;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Writing;
using ReviewPortal.Web.Access;
using ReviewPortal.Web.Ui;

namespace ReviewPortal.Web.Features.Letters;

/// <summary>The steps that follow a published letter: its delivery, and the chance it gave.</summary>
public sealed partial class AfterPublicationCards(Delivery delivery, AnswerRetake retake)
{
    private SendingChannel _channel = SendingChannel.Post;
    private bool _grants = true;
    private SigningGate? _gate;
    private string _address = "";

    [Parameter, EditorRequired]
    public required LettersView View { get; set; }

    // What one member signed is the board's own until it goes out (Awb 3:40).
    private bool IsOfTheBoard => To(CaseAction.ProposeRetakeAnswer).IsDone || To(CaseAction.PlanRetake).IsDone;

    private static CaseAction AnswerTo(bool granted) => granted ? CaseAction.GrantRetake : CaseAction.RefuseRetake;

    protected override void OnInitialized() => _address = View.PostalAddress;

    // Nothing is kept of what nobody touched.
    private string Beside => _channel is SendingChannel.Post && _address == View.PostalAddress ? "" : new WayFilledIn(_channel, _address).ToString();

    private void Restore(string beside)
    {
        if (WayFilledIn.Of(beside) is { } begun) (_channel, _address) = (begun.Channel, begun.Address ?? "");
    }

    private Answer To(CaseAction action) => View.ToPrepare[action];

    private async Task SendAgainAsync()
    {
        var (channel, address) = (_channel, _address);
        var throughPortal = channel is SendingChannel.Portal;
        var going = Texts[throughPortal ? "SendAgain.Signs" : $"SendAgain.Signs.{channel}", Texts["Channel." + channel].Value, string.Join(", ", AddressLines.Of(address))];
        await SignedAsync(_gate!.SignAsync(throughPortal ? SigningMatter.Resending : SigningMatter.PrintingAgain, Head, going, (seen, by) => delivery.SendAgainAsync(seen, channel, by, default, address)));
    }

    private Task SignAsync(bool grants, Func<CaseAsSeen, Signatory, Task<Answer>> act) => SignedAsync(_gate!.SignAsync(SigningMatter.ExtraChance, Head, Texts[grants ? "Chance.ToGrant" : "Chance.ToRefuse"], act));
}
