using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Writing;
using ReviewPortal.Web.Ui;

namespace ReviewPortal.Web.Features.Review;

/// <summary>Answers together what passes the filter and nobody answered yet.</summary>
public sealed partial class SignalBulkPanel(SignalPages pages, AnswerSignals answers)
{
    private ImmutableArray<SignalAct> _acts = [];
    private ElementReference _whole;
    private SignalFilter _counted;
    private Guid? _mark;
    private string _reason = "";
    private int _open;
    private bool _matches;
    private int _within;
    private bool _busy;

    [Parameter, EditorRequired]
    public required SignalScope Scope { get; set; }

    [Parameter, EditorRequired]
    public SignalFilter Filter { get; set; }

    [Parameter, EditorRequired]
    public ImmutableArray<MarkLine> Marks { get; set; }

    [Parameter]
    public EventCallback OnClose { get; set; }

    [Parameter]
    public EventCallback<Answer> OnKept { get; set; }

    private bool CanAnswer => Filter.IsNarrow && _open is > 0 and <= AnswerSignals.Most;

    private string Statement => _busy ? Texts["Bulk.Busy"]
        : !Filter.IsNarrow ? Texts["Bulk.Narrow"]
        : _open is 0 ? Texts[_matches ? "Bulk.Nothing" : "Bulk.NoMatch"]
        : _open > AnswerSignals.Most ? Texts["Bulk.TooMany", Number(_open), Number(AnswerSignals.Most)]
        : Texts["Bulk.Open", Number(_open)];

    /// <summary>Counts again: something was answered, or marked.</summary>
    public async Task RefreshAsync()
    {
        _counted = Filter;
        var open = Filter with { Answered = false };
        _open = Filter.IsNarrow ? await pages.CountAsync(Scope, open, within: null, CancellationToken.None) : 0;
        _matches = _open > 0 || (Filter.IsNarrow && await pages.CountAsync(Scope, Filter with { Answered = null }, within: null, CancellationToken.None) > 0);
        var mark = Marks.FirstOrDefault(item => item.Id == _mark);
        if (mark is null) _mark = null;
        _within = mark is null || !Filter.IsNarrow ? 0 : await pages.CountAsync(Scope, open, mark.Fragment, CancellationToken.None);
        _acts = await answers.OfAsync(Scope.Case, Scope.By, CancellationToken.None);
        StateHasChanged();
    }

    protected override Task OnInitializedAsync() => RefreshAsync();

    protected override Task OnParametersSetAsync() => _counted == Filter ? Task.CompletedTask : RefreshAsync();

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender) await _whole.FocusAsync();
    }

    private Task MarkAsync(string? chosen)
    {
        _mark = Guid.TryParse(chosen, out var mark) ? mark : null;
        return RefreshAsync();
    }

    private Task RejectAsync() => ActAsync(() => answers.RejectAsync(Scope.Case, Filter, _open, _reason, Scope.By, CancellationToken.None));

    private Task ConfirmAsync() => ActAsync(() => answers.ConfirmAsync(Scope.Case, Filter, _within, _mark ?? Guid.Empty, Scope.By, CancellationToken.None));

    private Task WithdrawAsync(Guid act) => ActAsync(() => answers.WithdrawAsync(Scope.Case, act, Scope.By, CancellationToken.None));

    private async Task ActAsync(Func<Task<Answer>> act)
    {
        if (_busy) return;
        _busy = true;
        StateHasChanged();
        try
        {
            var kept = await act();
            if (kept.IsDone) _reason = "";
            await OnKept.InvokeAsync(kept);
        }
        finally
        {
            _busy = false;
        }
    }

    private static string Number(int number) => number.ToString("N0", Here.Language.Culture());
}
