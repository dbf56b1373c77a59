using Microsoft.AspNetCore.Components;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Committee;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Necessity;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Web.Access;
using ReviewPortal.Web.Ui;

namespace ReviewPortal.Web.Features.Student;

/// <summary>One test as the student is told about it, with what the student can do.</summary>
public sealed partial class MyCasePage(CaseDoor door, MyCases cases, GiveView give, RequestRetake retake, CommentOnMinutes comment, NameRepresentative representative, CaseNews news, Me me, ILogger<Autosave> log, NavigationManager navigation) : IAsyncDisposable
{
    private const int Looks = 10;
    private readonly Turns _turns = new();
    private MyCase? _case;
    private CaseHead? _head;
    private string _text = "";
    private bool _allLooks;
    private bool _loaded;
    private Answer? _answer;
    private PersonId _by;
    private Autosave? _autosave;
    private IDisposable? _listening;

    [Parameter]
    public required string Number { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        // The e-mail of a receipt leads here by a number only: an address that named a facility would tell too much (Awb 2:9).
        if (FacilityNumber.Parse(Number) is { } request)
        {
            navigation.NavigateTo(Links.MyFacility(request), replace: true);
            return;
        }

        _listening ??= news.Listen(moved => _ = InvokeAsync(() => moved == _head?.Id ? RefreshAsync() : Task.CompletedTask));
        _by = await me.IdAsync();
        await LoadAsync();
        _text = _case?.ViewText ?? "";
        _autosave ??= new Autosave(() => give.WriteAsync(_head!.Id, _text, _by, CancellationToken.None), InvokeAsync, StateHasChanged, log);
    }

    public ValueTask DisposeAsync()
    {
        _listening?.Dispose();
        return _autosave?.DisposeAsync() ?? ValueTask.CompletedTask;
    }

    private async Task LoadAsync()
    {
        var turn = _turns.Next();
        var head = await door.OpenAsStudentAsync(Number, _by, CancellationToken.None);
        var found = head is null ? null : await cases.FindAsync(head.Id, _by, CancellationToken.None);
        if (!_turns.IsLast(turn)) return;
        (_head, _case, _loaded) = (head, found, true);
    }

    private async Task RefreshAsync()
    {
        await LoadAsync();
        StateHasChanged();
    }

    private Answer ToHandIn => string.IsNullOrWhiteSpace(_text) ? new Refused(CaseAction.GiveView, RefusalKind.Unmet) { Unmet = [Requirement.ViewWritten] } : _case!.ToGiveView;

    // Sent again or corrected, it is not this letter that can be contested.
    private string Against(LetterKind kind) => Texts[$"Until.{kind.Remedy()}.{kind}"] is { ResourceNotFound: false } own ? own : Texts[$"Until.{kind.Remedy()}"];

    private Task SubmitAsync() => ActAsync(() => give.RunAsync(_head!.AsSeen, _text, _by, CancellationToken.None));

    private async Task AttachedAsync(Answer? refused)
    {
        _answer = refused;
        await LoadAsync();
    }

    private Task<Answer> KeepRequest(string text) => retake.WriteAsync(_head!.Id, text, _by, CancellationToken.None);

    private Task RequestAsync(string text) => ActAsync(() => retake.RunAsync(_head!.AsSeen, text, _by, CancellationToken.None));

    private Task SupplementAsync(StepInput input) => ActAsync(() => give.SupplementAsync(_head!.AsSeen, input.Text, _by, CancellationToken.None));

    private Task AskHearingAsync() => ActAsync(() => give.AskHearingAsync(_head!.AsSeen, _by, CancellationToken.None));

    private Task NameAsync(RepresentativeDraft draft) => ActAsync(() => representative.RunAsync(_head!.AsSeen, draft, _by, CancellationToken.None));

    private Task WithdrawAsync() => ActAsync(() => representative.WithdrawAsync(_head!.AsSeen, _by, CancellationToken.None));

    private Task CommentAsync(string text) => ActAsync(() => comment.RunAsync(_head!.AsSeen, text, _by, CancellationToken.None));

    private async Task ActAsync(Func<Task<Answer>> act)
    {
        _answer = await _autosave!.FlushAsync() ? await act() : _autosave.Refusal;
        await LoadAsync();
    }
}
