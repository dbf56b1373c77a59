using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web.Virtualization;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Web.Access;
using ReviewPortal.Web.Ui;

namespace ReviewPortal.Web.Features.Review;

/// <summary>The signals, page by page as somebody scrolls, with this reviewer's own answers.</summary>
public sealed partial class SignalsPane(SignalPages pages, AnswerSignal answer) : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);
    private ImmutableSortedDictionary<SignalSource, int> _counts = ImmutableSortedDictionary<SignalSource, int>.Empty;
    private CancellationTokenSource _typing = new();
    private Virtualize<SignalRow>? _rows;
    private SignalSource? _source;
    private string _words = "";
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

    /// <summary>The address of the signals that the timeline is to show.</summary>
    [Parameter]
    public EventCallback<string> OnFilter { get; set; }

    [Parameter]
    public EventCallback<bool> OnFollow { get; set; }

    public void Dispose()
    {
        _typing.Cancel();
        _typing.Dispose();
    }

    public Task RefreshAsync() => _rows?.RefreshDataAsync() ?? Task.CompletedTask;

    protected override async Task OnInitializedAsync() => _counts = await pages.CountAsync(Head.Sitting, CancellationToken.None);

    private async ValueTask<ItemsProviderResult<SignalRow>> ReadAsync(ItemsProviderRequest request)
    {
        var page = await pages.ReadAsync(Head.Id, Head.Sitting, new SignalFilter(_source, _words), request.StartIndex, request.Count, By, request.CancellationToken);
        return new ItemsProviderResult<SignalRow>(page.Rows, page.Total);
    }

    private async Task SearchAsync()
    {
        await _typing.CancelAsync();
        _typing.Dispose();
        _typing = new CancellationTokenSource();
        try
        {
            await Task.Delay(Pause, _typing.Token);
        }
        catch (OperationCanceledException)
        {
            // Another letter was typed; it brings its own search.
            return;
        }

        await FilterAsync();
    }

    private async Task FilterAsync()
    {
        await RefreshAsync();
        await OnFilter.InvokeAsync($"{Links.Signals(Head.Number)}?source={(int?)_source}&words={Uri.EscapeDataString(_words)}");
    }

    private Task RejectAsync((SignalRow Row, string Reason) rejected) => KeepAsync(answer.RunAsync(Head.Id, rejected.Row.Id, confirmed: false, rejected.Reason, By, CancellationToken.None));

    private Task WithdrawAsync(SignalRow row) => KeepAsync(answer.WithdrawAsync(Head.Id, row.Id, By, CancellationToken.None));

    private async Task KeepAsync(Task<Answer> kept)
    {
        _refused = await kept as Refused;
        await RefreshAsync();
    }
}
