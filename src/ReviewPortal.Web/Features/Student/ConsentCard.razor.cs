using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
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
    // Boxed once: the same objection, made again, is told again.
    private object? _objection;
    private PersonId _by;
    private bool _busy;
    private MessageKind? _withdrawing;
    private MessageKind? _asked;
    private ElementReference _no;

    protected override async Task OnInitializedAsync()
    {
        _by = await me.IdAsync();
        _consents = await agree.ListAsync(_by, CancellationToken.None);
    }

    // What has legal consequences is not one key away: the focus is on leaving it as it is.
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        var asks = _withdrawing is not null && _withdrawing != _asked;
        _asked = _withdrawing;
        if (asks) await _no.FocusIfThereAsync();
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
            (_busy, _withdrawing) = (false, null);
        }
    }
}
