using Microsoft.AspNetCore.Components;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Decisions;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Writing;
using ReviewPortal.Infrastructure.Pdf;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Web.Access;
using ReviewPortal.Web.Ui;

namespace ReviewPortal.Web.Features.Decisions;

/// <summary>The guided decision of one case: written and signed by one member, co-signed by another.</summary>
public sealed partial class DecisionPage(CaseDoor door, CaseFiles files, CaseNews news, Decide decide, CoSign coSign, EarlierDecisions earlier, DocumentPress press, TimeProvider clock, Me me, ILogger<Autosave> log) : IAsyncDisposable
{
    private static readonly TimeSpan BeforePreview = TimeSpan.FromSeconds(2);

    private readonly Turns _turns = new();
    private CaseHead? _head;
    private DecisionView? _view;
    private DecisionDraft _draft = DecisionDraft.Empty;
    private int _revision;
    private SigningGate? _gate;
    private Autosave? _autosave;
    private Answer? _refused;
    private string _reasons = "";
    private PersonId _by;
    private bool _loaded;
    private int _steps;
    private long _stamp;
    private Document? _shownLetter;
    private ITimer? _typing;
    private IDisposable? _listening;

    [Parameter]
    public required string Number { get; set; }

    private Answer ToReturn => Inked.IsEmpty(_reasons)
        ? new Refused(CaseAction.ReturnToDeliberation, RefusalKind.Unmet) { Unmet = [Requirement.ReturnReasons] }
        : new Done(CaseLifecycle.Table.First(row => row.Action is CaseAction.ReturnToDeliberation));

    private bool IsSettled => _autosave is not { IsSettled: false };

    protected override async Task OnParametersSetAsync()
    {
        _listening ??= news.Listen(moved => _ = InvokeAsync(() => moved == _head?.Id ? MovedAsync() : Task.CompletedTask));
        _by = await me.IdAsync();
        await ReloadAsync();
        _autosave ??= new Autosave(SaveAsync, InvokeAsync, StateHasChanged, log);
    }

    public async ValueTask DisposeAsync()
    {
        _listening?.Dispose();
        _typing?.Dispose();
        if (_autosave is not null) await _autosave.DisposeAsync();
    }

    // While somebody types the letter beside the form stands still; two seconds after the last key it follows.
    private void ShowLetter()
    {
        if (_typing is not null) return;
        _shownLetter = _view?.Draws;
        _stamp++;
    }

    /// <returns>Whether what was read is shown: a later reading may have set out meanwhile.</returns>
    private async Task<bool> LoadAsync(DecisionDraft? unsaved)
    {
        var turn = _turns.Next();
        var head = await door.OpenAsync(Number, Room.Decisions, _by, CancellationToken.None);
        var view = head is null ? null : await files.LookAsync(head.Id, _by, file => DecisionView.OfAsync(file, unsaved, press, CancellationToken.None), CancellationToken.None);
        if (!_turns.IsLast(turn)) return false;
        (_head, _view, _loaded) = (head, view, true);
        ShowLetter();
        return true;
    }

    // What is being typed or saved is never replaced by what the store holds; whether it still may be kept, its own save will tell.
    private async Task ReloadAsync()
    {
        var (typed, settled) = (_draft, IsSettled);
        if (await LoadAsync(settled ? null : _draft) && settled && IsSettled && ReferenceEquals(typed, _draft)) (_draft, _revision) = (_view?.Draft ?? DecisionDraft.Empty, _view?.Revision ?? 0);
    }

    private async Task MovedAsync()
    {
        await ReloadAsync();
        StateHasChanged();
    }

    // A change to whatever the draft is now: what the form showed may be older, when the reader's connection is slow.
    private void Changed(Func<DecisionDraft, DecisionDraft> change)
    {
        _draft = change(_draft);
        _autosave?.Touch();
        _typing?.Dispose();
        _typing = clock.CreateTimer(_ => _ = InvokeAsync(Rested), null, BeforePreview, Timeout.InfiniteTimeSpan);
    }

    // What was typed is in the store by then; if it is not, the letter follows with the next save.
    private void Rested()
    {
        _typing?.Dispose();
        _typing = null;
        if (!IsSettled) return;
        ShowLetter();
        StateHasChanged();
    }

    private async Task<Answer> SaveAsync()
    {
        var answer = await decide.WriteAsync(_head!.Id, _draft, _revision, _by, CancellationToken.None);
        if (answer.IsDone) _revision++;
        await LoadAsync(_draft);
        return answer;
    }

    private async Task DecideAsync()
    {
        if (!await _autosave!.FlushAsync()) return;
        var (draft, revision) = (_draft, _revision);
        await ActAsync(() => _gate!.SignAsync(SigningMatter.Decision, _head!, Decided(draft), (seen, by) => decide.RunAsync(seen with { Draft = revision }, draft.Outcome!.Value, by, CancellationToken.None)));
    }

    // What was just typed decides whether there is a finding of fraud to measure a sanction for, so it is kept first.
    private async Task<EarlierFound> LookBackAsync()
    {
        await _autosave!.FlushAsync();
        return await earlier.LookAsync(_head!.Id, _by, CancellationToken.None);
    }

    private Task CoSignAsync() => ActAsync(() => _gate!.SignAsync(SigningMatter.CoSignature, _head!, Decided(_view!.Draft), (seen, by) => coSign.RunAsync(seen, by, CancellationToken.None)));

    private string Decided(DecisionDraft draft) => Texts[DecisionView.KeyOf(draft)];

    private Task ReturnAsync() => ActAsync(async () => await coSign.ReturnAsync(_head!.AsSeen, _reasons, _by, CancellationToken.None));

    private async Task ActAsync(Func<Task<Answer?>> act)
    {
        if (await act() is not { } answer) return;
        _refused = answer as Refused;
        await ReloadAsync();
        if (_refused is null) _steps++;
    }
}
