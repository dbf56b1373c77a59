using Microsoft.AspNetCore.Components;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.ProcesVerbaal;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Web.Access;
using ReviewPortal.Web.Ui;

namespace ReviewPortal.Web.Features.ProcesVerbaal;

/// <summary>The proces-verbaal of one case: completed and signed by its reviewer, read by examiner and board.</summary>
public sealed partial class ReportPage(CaseDoor door, CaseFiles files, WriteProcesVerbaal write, SignProcesVerbaal sign, AddAddendum add, Me me, ILogger<Autosave> log) : IAsyncDisposable
{
    private readonly Turns _turns = new();
    private CaseHead? _head;
    private ReportView? _view;
    private ProcesVerbaalDraft _draft = ProcesVerbaalDraft.Empty;
    private ProcesVerbaalDraft _kept = ProcesVerbaalDraft.Empty;
    private ProcesVerbaalDraft? _lost;
    private Autosave? _autosave;
    private SigningGate? _gate;
    private Answer? _refused;
    private PersonId _by;
    private bool _loaded;
    private long _stamp;
    private int _steps;

    [Parameter]
    public required string Number { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        _by = await me.IdAsync();
        await LoadAsync();
        _draft = _kept = _view?.Draft ?? ProcesVerbaalDraft.Empty;
        _autosave ??= new Autosave(SaveAsync, InvokeAsync, StateHasChanged, log);
    }

    public ValueTask DisposeAsync() => _autosave?.DisposeAsync() ?? ValueTask.CompletedTask;

    private async Task LoadAsync()
    {
        var turn = _turns.Next();
        var head = await door.OpenAsync(Number, Room.ProcesVerbaal, _by, CancellationToken.None);
        var view = head is null ? null : await files.LookAsync(head.Id, _by, file => ReportView.OfAsync(file, CancellationToken.None), CancellationToken.None);
        if (!_turns.IsLast(turn)) return;
        (_head, _view, _loaded) = (head, view, true);
        _stamp++;
    }

    // A change to whatever the draft is now: what the form showed may be older, when the reader's connection is slow.
    private void Changed(Func<ProcesVerbaalDraft, ProcesVerbaalDraft> change)
    {
        _draft = change(_draft);
        _autosave?.Touch();
    }

    private async Task<Answer> SaveAsync()
    {
        var draft = _draft;
        var answer = await write.RunAsync(_head!.Id, draft, _kept, _by, CancellationToken.None);
        if (answer.IsDone) _kept = draft;
        await LoadAsync();
        // The form goes, because the report was signed in another tab: what was typed after that is said, not dropped.
        if (!answer.IsDone && _view?.MayWrite is not true) _lost = draft;
        return answer;
    }

    private async Task SignAsync()
    {
        var kept = await _autosave!.FlushAsync();
        var draft = _draft;
        var infers = draft.Suspicion is { } suspicion ? ProcesVerbaalTexts.Of(suspicion, Here.Language) : Texts["Inference"];
        var signed = kept ? await _gate!.SignAsync(SigningMatter.Report, _head!, infers, (seen, by) => sign.RunAsync(seen, draft, by, CancellationToken.None)) : null;
        if (kept && signed is null) return;
        _refused = kept ? signed as Refused : _autosave.Refusal;
        await LoadAsync();
        // Nothing of it was typed here, so the other tab's text takes its place, to be read before it is signed.
        if (_refused is Refused refused && refused.Unmet.Contains(Requirement.ReportAsShown)) _draft = _kept = _view?.Draft ?? _draft;
        if (_refused is null) _steps++;
    }

    private async Task<bool> AddAsync(string text)
    {
        _refused = await add.RunAsync(_head!.AsSeen, text, _by, CancellationToken.None) as Refused;
        await LoadAsync();
        StateHasChanged();
        return _refused is null;
    }
}
