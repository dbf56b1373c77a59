using Microsoft.AspNetCore.Components;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Web.Access;
using ReviewPortal.Web.Ui;

namespace ReviewPortal.Web.Features.Committee;

/// <summary>The dossier of one case, and the board's next step in it.</summary>
public sealed partial class DossierPage(
    CaseDoor door, CaseFiles files, CaseNews news, Me me, ILogger<Autosave> log,
    TakeUp takeUp, InviteView invite, RecordNoReaction noReaction, HoldHearing hearing, Deliberate deliberate,
    DeclareConflict declare, RequestInformation request, AnswerInformation answering, AskAuthorisation authorisation) : IAsyncDisposable
{
    private readonly Turns _turns = new();
    private CaseHead? _head;
    private Dossier? _dossier;
    private Fragment? _playing;
    private Answer? _refused;
    private PersonId _by;
    private bool _loaded;
    private int _steps;
    private string _findings = "";
    private string _kept = "";
    private Autosave? _autosave;
    private IDisposable? _listening;

    [Parameter]
    public required string Number { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        _listening ??= news.Listen(moved => _ = InvokeAsync(() => moved == _head?.Id ? RefreshAsync() : Task.CompletedTask));
        _by = await me.IdAsync();
        await LoadAsync();
        _findings = _kept = _dossier?.Findings ?? "";
        _autosave ??= new Autosave(SaveFindingsAsync, InvokeAsync, StateHasChanged, log);
    }

    public ValueTask DisposeAsync()
    {
        _listening?.Dispose();
        return _autosave?.DisposeAsync() ?? ValueTask.CompletedTask;
    }

    private async Task LoadAsync()
    {
        var turn = _turns.Next();
        var head = await door.OpenAsync(Number, Room.Committee, _by, CancellationToken.None);
        var dossier = head is null ? null : await files.LookAsync(head.Id, _by, file => Dossier.OfAsync(file, CancellationToken.None), CancellationToken.None);
        if (!_turns.IsLast(turn)) return;
        (_head, _dossier, _loaded) = (head, dossier, true);
    }

    private async Task RefreshAsync()
    {
        await LoadAsync();
        StateHasChanged();
    }

    private void FindingsChanged(string findings)
    {
        _findings = findings;
        _autosave?.Touch();
    }

    private async Task<Answer> SaveFindingsAsync()
    {
        var findings = _findings;
        var answer = await takeUp.WriteFindingsAsync(_head!.Id, new Rewritten(_kept, findings), _by, CancellationToken.None);
        if (answer.IsDone) _kept = findings;
        await LoadAsync();
        return answer;
    }

    private Task TakeUpAsync() => ActAsync(@case => takeUp.RunAsync(@case, _by, CancellationToken.None));

    private Task InviteAsync(DateOnly reactBy) => ActAsync(@case => invite.RunAsync(@case, reactBy, _by, CancellationToken.None));

    private Task MoveAsync(DateOnly reactBy) => ActAsync(@case => invite.MoveAsync(@case, reactBy, _by, CancellationToken.None));

    private Task RemindAsync() => ActAsync(@case => noReaction.RemindAsync(@case, _by, CancellationToken.None));

    private Task NoReactionAsync(string withoutReminder) => ActAsync(@case => noReaction.RunAsync(@case, withoutReminder, _by, CancellationToken.None));

    private Task PlanHearingAsync((DateTimeOffset At, string Place) plan) => ActAsync(@case => hearing.PlanAsync(@case, plan.At, plan.Place, _by, CancellationToken.None));

    private Task<Answer> KeepHearingAsync(HearingReport report) => hearing.WriteAsync(_head!.Id, report, _by, CancellationToken.None);

    private Task RecordHearingAsync(HearingReport report) => ActAsync(@case => hearing.RecordAsync(@case, report, _by, CancellationToken.None));

    private Task DeliberateAsync((DateOnly Session, IReadOnlyCollection<PersonId> Members) agenda) =>
        ActAsync(@case => deliberate.RunAsync(@case, agenda.Session, agenda.Members, _by, CancellationToken.None));

    private Task DeclareConflictAsync(string reason) => ActAsync(@case => declare.RunAsync(@case, reason, _by, CancellationToken.None));

    private Task AskAuthorisationAsync() => ActAsync(@case => authorisation.RunAsync(@case, _by, CancellationToken.None));

    private Task AskInformationAsync(InformationQuestion question) => ActAsync(@case => request.RunAsync(@case, question, _by, CancellationToken.None));

    private Task AnswerInformationAsync((Guid Request, string Answer) given) => ActAsync(@case => answering.RunAsync(@case, given.Request, given.Answer, _by, CancellationToken.None));

    private async Task ActAsync(Func<CaseAsSeen, Task<Answer>> act)
    {
        _refused = await _autosave!.FlushAsync() ? await act(_head!.AsSeen) as Refused : _autosave.Refusal;
        await LoadAsync();
        if (_refused is null) _steps++;
    }
}
