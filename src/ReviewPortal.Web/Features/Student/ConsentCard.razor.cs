using System.Collections.Immutable;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Letters;
using ReviewPortal.Web.Access;
using ReviewPortal.Web.Ui;

namespace ReviewPortal.Web.Features.Student;

/// <summary>A student agrees to messages through the portal, or takes it back.</summary>
public sealed partial class ConsentCard(AgreeToDelivery agree, Me me)
{
    // What stands on the page when it is opened is what the student reads, whatever is current when the button is pressed.
    private readonly string _wording = ConsentWording.Current;
    private ImmutableArray<MyConsent> _consents = [];
    private ConsentObjection? _objection;
    private PersonId _by;
    private bool _busy;

    protected override async Task OnInitializedAsync()
    {
        _by = await me.IdAsync();
        _consents = await agree.ListAsync(_by, CancellationToken.None);
    }

    private async Task ChangeAsync(MessageKind kind, bool agrees)
    {
        if (_busy) return;
        _busy = true;
        try
        {
            _objection = agrees ? await agree.GiveAsync(kind, _wording, Here.Language, _by, CancellationToken.None) : await agree.WithdrawAsync(kind, _by, CancellationToken.None);
            _consents = await agree.ListAsync(_by, CancellationToken.None);
        }
        finally
        {
            _busy = false;
        }
    }
}
