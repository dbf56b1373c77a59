using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Writing;
using ReviewPortal.Infrastructure.Pdf;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Web.Access;
using ReviewPortal.Web.Ui;

namespace ReviewPortal.Web.Features.Letters;

/// <summary>The letter of a decided case: read as it will be printed, then published for good.</summary>
public sealed partial class LettersPage(CaseDoor door, CaseFiles files, DocumentPress press, CaseNews news, Publish publish, ChosenWays ways, StepDrafts drafts, Me me, ILogger<Autosave> log) : IAsyncDisposable
{
    private readonly Turns _turns = new();
    private CaseHead? _head;
    private LettersView? _view;
    private Language _shown;
    private SendingChannel _channel;
    private string? _address;
    private Guid? _way;
    private string? _filledFor;
    private SigningGate? _gate;
    private Answer? _refused;
    private PersonId _by;
    private bool _loaded;
    private int _steps;
    private IDisposable? _listening;
    private Autosave? _autosave;

    [Parameter]
    public required string Number { get; set; }

    // A published letter is shown as its bytes; only the other language, and a letter not yet published, is laid out anew.
    private string Address => _view!.Sent.FirstOrDefault(letter => letter.Kind == _view.Kind && letter.Language == _shown) is { } published
        ? Links.LetterPdf(published.Id)
        : Links.LetterPreview(_head!.Number, _shown.Code(), _head.Version, _way);

    private Answer ToPublish => _channel is SendingChannel.Portal ? _view!.ToPublish
        // What the page itself asks for, before the procedure is asked.
        : !Lacking.IsEmpty ? new Refused(CaseAction.Publish, RefusalKind.Unmet) { Unmet = Lacking }
        : _view!.ToPublishOtherwise;

    // What the way asks: an address, which stands in the letter, or that the student agreed (Awb 2:8).
    private ImmutableArray<Requirement> Lacking => _channel switch
    {
        SendingChannel.Post when !AddressLines.IsWhole(_address) => [Requirement.PostalAddressKnown],
        SendingChannel.Portal when !_view!.Agrees => [Requirement.DeliveryAgreed],
        _ => [],
    };

    private string Addressed(string? student) => (student, _channel) switch
    {
        (null, _) => Texts["NoAddressee"],
        (_, SendingChannel.Post) when AddressLines.Of(_address) is { IsEmpty: false } lines => Texts["Addressee.Post", student, string.Join(", ", lines)],
        (_, SendingChannel.Post) => Texts["Addressee.Post.Unknown", student],
        _ => Texts["Addressee." + _channel, student],
    };

    private void Choose()
    {
        _way = ways.Keep(new ChosenWay(_by, _channel, _address), _way);
        _autosave?.Touch();
    }

    private Task<Answer> KeepAsync() => drafts.KeepAsync(_head!.Id, CaseAction.Publish, new WayFilledIn(_channel, _address).ToString(), default, _by, CancellationToken.None);

    protected override async Task OnParametersSetAsync()
    {
        _listening ??= news.Listen(moved => _ = InvokeAsync(() => moved == _head?.Id ? RefreshAsync() : Task.CompletedTask));
        _by = await me.IdAsync();
        // What was filled in for one case is not for the next.
        var fresh = _filledFor != Number;
        if (fresh)
        {
            if (_autosave is not null) await _autosave.DisposeAsync();
            ways.Forget(_way);
            (_filledFor, _channel, _address, _way, _autosave) = (Number, SendingChannel.Portal, null, null, new Autosave(KeepAsync, InvokeAsync, StateHasChanged, log));
        }

        await LoadAsync();
        // Who did not agree gets it by post, unless somebody chose otherwise.
        if (fresh && (_view?.Begun ?? (_view is { Agrees: false } ? new(SendingChannel.Post, null) : null)) is { } begun) TakeUp(begun);
        _shown = _view?.Language ?? Language.Dutch;
    }

    // What was filled in before the page was loaded again.
    private void TakeUp(WayFilledIn begun)
    {
        (_channel, _address) = (begun.Channel, begun.Address ?? _address);
        _way = ways.Keep(new ChosenWay(_by, _channel, _address), _way);
    }

    public async ValueTask DisposeAsync()
    {
        ways.Forget(_way);
        _listening?.Dispose();
        if (_autosave is not null) await _autosave.DisposeAsync();
    }

    private async Task LoadAsync()
    {
        var turn = _turns.Next();
        var head = await door.OpenAsync(Number, Room.Letters, _by, CancellationToken.None);
        var view = head is null ? null : await files.LookAsync(head.Id, _by, file => LettersView.OfAsync(file, press, CancellationToken.None), CancellationToken.None);
        if (!_turns.IsLast(turn)) return;
        (_head, _view, _loaded) = (head, view, true);
        _address ??= view?.PostalAddress;
    }

    private async Task RefreshAsync()
    {
        await LoadAsync();
        StateHasChanged();
    }

    private async Task PublishAsync()
    {
        if (!await _autosave!.FlushAsync()) _autosave.Forget();
        var (channel, address) = (_channel, _address);
        if (await _gate!.SignAsync(channel is SendingChannel.Portal ? SigningMatter.Publication : SigningMatter.Printing, _head!, LetterTexts.Of(_view!.Kind!.Value, Here.Language), (seen, by) => publish.RunAsync(seen, by, CancellationToken.None, channel, address)) is { } answer) await AnsweredAsync(answer);
    }

    private async Task AnsweredAsync(Answer answer)
    {
        _refused = answer as Refused;
        await LoadAsync();
        if (_refused is null) _steps++;
    }
}
