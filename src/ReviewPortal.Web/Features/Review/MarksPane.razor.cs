using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Review;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Web.Access;
using ReviewPortal.Web.Ui;

namespace ReviewPortal.Web.Features.Review;

/// <summary>The marks of one reviewer: open, write, remove and bring back.</summary>
public sealed partial class MarksPane(Mark mark, AnswerSignals together, TimeProvider clock, ILogger<Autosave> log, IStringLocalizer<ExhibitTexts> texts) : IAsyncDisposable
{
    /// <summary>Seconds before and after a moment that a new mark takes in.</summary>
    public const double Around = 2.5;

    // The picture came over HTTP, with an answer of its own; here it says that what is shown has changed.
    private static readonly Done Taken = new(CaseLifecycle.Table.First(row => row.Action is CaseAction.AskSecondReview));

    private MarkDraft? _draft;
    private MarkLine? _removed;
    private ImmutableArray<ConfirmedTogether> _withdrawn = [];
    private MarkForm? _form;
    private Autosave? _autosave;
    private bool _judging;
    private bool _comparing;
    private bool _focus;
    private string _note = "";

    [Parameter, EditorRequired]
    public required CaseHead Head { get; set; }

    [Parameter, EditorRequired]
    public required ReviewView View { get; set; }

    [Parameter, EditorRequired]
    public PersonId By { get; set; }

    /// <summary>What this candidate may beyond what stands on the exam sheet.</summary>
    [Parameter]
    public Allowed Allowed { get; set; } = Allowed.Nothing;

    [Parameter, EditorRequired]
    public double Length { get; set; }

    /// <summary>The moment the player shows.</summary>
    [Parameter, EditorRequired]
    public required Func<Task<double>> Now { get; set; }

    /// <summary>A mark has been kept, removed or refused.</summary>
    [Parameter]
    public EventCallback<Answer> OnChange { get; set; }

    /// <summary>Shows the marks on the timeline. Not an event: that would render the parent, and with it this pane, without end.</summary>
    [Parameter, EditorRequired]
    public required Func<MarkBar[], Task> Draw { get; set; }

    /// <param name="category">When it is known from the start.</param>
    public async Task OpenAsync(double from, double to, SignalRow? signal, Ground? category = null)
    {
        if (!View.CanWork || !double.IsFinite(from) || !double.IsFinite(to)) return;
        if (!await CloseAsync()) return;
        _draft = new MarkDraft { Id = Guid.CreateVersion7(clock.GetUtcNow()), FromSignal = signal?.Id, SignalText = signal?.Text ?? "", Category = category };
        _draft.Span(from, to, Length);
        if (category is not null) Changed();
        Show();
    }

    public async Task SelectAsync(Guid id)
    {
        if (View.Marks.FirstOrDefault(item => item.Id == id) is not { } line || !View.CanWork) return;
        if (!await CloseAsync()) return;
        _draft = MarkDraft.Of(line);
        Show();
    }

    /// <summary>Done with the mark that is open.</summary>
    /// <returns>False when it could not be kept; it stays open, with the reason beside it.</returns>
    public async Task<bool> CloseAsync()
    {
        _note = "";
        var kept = await _autosave!.FlushAsync();
        if (kept) _draft = null;
        StateHasChanged();
        return kept;
    }

    public Task EndAsync(double to)
    {
        if (_draft is not { } draft || !double.IsFinite(to)) return Task.CompletedTask;
        draft.Span(Math.Min(draft.From, to), to, Length);
        Changed();
        return Task.CompletedTask;
    }

    /// <summary>Moves one edge of the open mark.</summary>
    public Task NudgeAsync(bool end, double by)
    {
        if (_draft is not { } draft || !double.IsFinite(by)) return Task.CompletedTask;
        if (end) draft.Span(Math.Min(draft.From, draft.To + by), draft.To + by, Length);
        else draft.Span(draft.From + by, draft.To, Length);
        Changed();
        return Task.CompletedTask;
    }

    /// <summary>Keeps the open mark, so that a picture can stand beside it.</summary>
    /// <returns>Null when none is open, it has no category yet, or it could not be kept.</returns>
    public async Task<Guid?> KeepOpenAsync()
    {
        if (_draft is not { Category: not null } draft) return null;
        if (View.Marks.All(line => line.Id != draft.Id)) _autosave!.Touch();
        return await _autosave!.FlushAsync() ? draft.Id : null;
    }

    /// <param name="why">Why there is none.</param>
    public async Task TellStillAsync(bool taken, string why)
    {
        if (taken) await OnChange.InvokeAsync(Taken);
        _note = taken ? texts["Taken"] : why;
        StateHasChanged();
    }

    public Task ChooseAsync(int number) => number >= 1 && number <= GroundCatalogue.All.Length ? ChooseAsync(GroundCatalogue.All[number - 1]) : Task.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (_autosave is not null) await _autosave.DisposeAsync();
    }

    protected override void OnInitialized() => _autosave = new Autosave(SaveAsync, InvokeAsync, StateHasChanged, log);

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        await Draw([.. View.Marks.Where(line => line.Id != _draft?.Id).Select(line => MarkBar.Of(line, isOpen: false)).Concat(_draft is null ? [] : [_draft.ToBar()])]);
        if (!_focus || _form is null) return;
        _focus = false;
        await _form.FocusAsync();
    }

    private async Task ChooseAsync(Ground category)
    {
        if (_draft is null) return;
        var isFirst = _draft.Category is null;
        _draft.Category = category;
        Changed();
        await _autosave!.FlushAsync();
        _focus = isFirst;
        StateHasChanged();
    }

    private void Show()
    {
        _judging = _comparing = false;
        _note = "";
        _focus = true;
        StateHasChanged();
    }

    private void Changed()
    {
        if (_draft?.Category is not null) _autosave?.Touch();
        StateHasChanged();
    }

    private async Task<Answer> SaveAsync()
    {
        if (_draft is not { } draft || draft.ToMoment() is not { } moment) return new Refused(CaseAction.AskSecondReview, RefusalKind.NoCase);
        var answer = await mark.KeepAsync(Head.Id, moment, By, CancellationToken.None);
        if (answer.IsDone) draft.Kept = new MarkWords(moment.Seen, moment.Inference);
        await OnChange.InvokeAsync(answer);
        return answer;
    }

    private async Task RemoveAsync()
    {
        _note = "";
        await _autosave!.FlushAsync();
        _autosave.Forget();
        var line = View.Marks.FirstOrDefault(item => item.Id == _draft?.Id);
        _draft = null;
        if (line is null) return;
        _withdrawn = await together.UponAsync(Head.Id, line.Id, By, CancellationToken.None);
        var answer = await mark.RemoveAsync(Head.Id, line.Id, By, CancellationToken.None);
        await OnChange.InvokeAsync(answer);
        if (answer.IsDone) _removed = line;
    }

    private async Task UndoAsync()
    {
        if (_removed is not { } line) return;
        _removed = null;
        var answer = await mark.KeepAsync(Head.Id, MarkDraft.Of(line).ToMoment()! with { Upon = null, Exhibits = [.. line.Exhibits.Select(exhibit => exhibit.Id)], Confirmed = _withdrawn }, By, CancellationToken.None);
        await OnChange.InvokeAsync(answer);
    }

    // What was said about the last picture may be true no more.
    private Task PicturesChangedAsync(Answer answer)
    {
        _note = "";
        return OnChange.InvokeAsync(answer);
    }

    private static string Pressed(bool on) => on ? "true" : "false";
}
