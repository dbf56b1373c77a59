using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web.Virtualization;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Review;
using ReviewPortal.Core.Writing;
using ReviewPortal.Web.Access;
using ReviewPortal.Web.Ui;

namespace ReviewPortal.Web.Features.Review;

/// <summary>The signals, page by page as somebody scrolls, with this reviewer's own answers.</summary>
public sealed partial class SignalsPane(SignalPages pages, AnswerSignal answer, OwnPasses passes)
{
    private SignalFacets _facets = SignalFacets.None;
    private Virtualize<SignalRow>? _rows;
    private SignalBulkPanel? _bulk;
    private ElementReference _list;
    private SignalFilter _filter;
    private SignalRow? _asked;
    private OwnPass? _pass;
    private int? _counted;
    private int _total;
    private bool _together;
    private bool _follow = true;
    private bool _chat;
    private Answer? _refused;

    [Parameter, EditorRequired]
    public required CaseHead Head { get; set; }

    [Parameter, EditorRequired]
    public required ReviewView View { get; set; }

    [Parameter, EditorRequired]
    public PersonId By { get; set; }

    /// <summary>Yes, something is to be seen here: a mark is to be made of it.</summary>
    [Parameter]
    public EventCallback<SignalRow> OnConfirm { get; set; }

    /// <summary>The address of the signals that the timeline is to show; empty for none.</summary>
    [Parameter]
    public EventCallback<string> OnFilter { get; set; }

    [Parameter]
    public EventCallback<bool> OnFollow { get; set; }

    private SignalScope Scope => new(Head.Id, Head.Sitting, By);

    // Until it is known, nothing is shown.
    private bool IsHidden => _pass is not { Hidden: false };

    /// <summary>Something was answered, or a mark was made or removed.</summary>
    public async Task RefreshAsync()
    {
        if (_filter.Answered is not null) _counted = null;
        if (_rows is not null) await _rows.RefreshDataAsync();
        if (_bulk is not null) await _bulk.RefreshAsync();
        if (_filter.Answered is not null) await TellAsync();
        StateHasChanged();
    }

    protected override Task OnInitializedAsync() => LookAsync();

    // The own pass may have been completed meanwhile: then everything comes at once.
    protected override Task OnParametersSetAsync() =>
        _pass is { Hidden: true } && (View.WatchedShare >= Coverage.WatchedWhole || !Inked.IsEmpty(View.ViewingNote)) ? LookAndTellAsync() : Task.CompletedTask;

    private async Task LookAsync()
    {
        _pass = await passes.OfAsync(Head.Sitting, By, CancellationToken.None);
        _facets = await pages.FacetsAsync(Scope, CancellationToken.None);
    }

    private async Task LookAndTellAsync()
    {
        await LookAsync();
        (_counted, _asked, _together) = (null, null, false);
        await TellAsync();
        if (_rows is not null) await _rows.RefreshDataAsync();
    }

    private Task TellAsync() => OnFilter.InvokeAsync(IsHidden ? "" : Links.Signals(Head.Number) + _filter.ToQuery());

    private async Task ChooseAsync(bool afterOwnPass)
    {
        await passes.ChooseAsync(afterOwnPass, By, CancellationToken.None);
        await LookAndTellAsync();
    }

    private async ValueTask<ItemsProviderResult<SignalRow>> ReadAsync(ItemsProviderRequest request)
    {
        var page = await pages.ReadAsync(Scope, _filter, request.StartIndex, request.Count, _counted, request.CancellationToken);
        if (_counted != page.Total || _total != page.Total)
        {
            (_counted, _total) = (page.Total, page.Total);
            StateHasChanged(); // The list called, not this page.
        }

        return new ItemsProviderResult<SignalRow>(page.Rows, page.Total);
    }

    private async Task FilterAsync(SignalFilter filter)
    {
        (_filter, _counted) = (filter, null);
        if (_rows is not null) await _rows.RefreshDataAsync();
        await TellAsync();
    }

    private async Task EqualAsync(SignalRow row)
    {
        _asked = null;
        await FilterAsync(SignalFilter.EqualTo(row));
    }

    private async Task CloseAsync()
    {
        (_asked, _together) = (null, false);
        await _list.FocusAsync(preventScroll: true);
    }

    private async Task TogetherAsync(Answer kept)
    {
        _refused = kept as Refused;
        await RefreshAsync();
    }

    private Task RejectAsync((SignalRow Row, string Reason) rejected) => KeepAsync(answer.RunAsync(Head.Id, rejected.Row.Id, confirmed: false, rejected.Reason, By, CancellationToken.None));

    private Task WithdrawAsync(SignalRow row) => KeepAsync(answer.WithdrawAsync(Head.Id, row.Id, By, CancellationToken.None));

    private async Task KeepAsync(Task<Answer> kept)
    {
        _refused = await kept as Refused;
        await RefreshAsync();
    }

    private static string Number(int number) => number.ToString("N0", Here.Language.Culture());
}
