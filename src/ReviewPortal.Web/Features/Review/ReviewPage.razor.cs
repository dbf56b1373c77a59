using Microsoft.AspNetCore.Components;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Web.Access;
using ReviewPortal.Web.Ui;

namespace ReviewPortal.Web.Features.Review;

/// <summary>The page on which a reviewer watches a sitting and marks its doubtful moments.</summary>
public sealed partial class ReviewPage(
    CaseDoor door, PortalDbs dbs, CaseFiles files, CaseNews news, OpenRecordings open, Me me, TimeProvider clock, NavigationManager navigation,
    FinishWithoutRemarks finish, AskSecondReview askSecond, HandBack handBack, TakeSecondReview take) : IDisposable
{
    private readonly Turns _turns = new();
    private CaseHead? _head;
    private ReviewView? _view;
    private OpenedSitting? _opened;
    private Allowed _allowed = Allowed.Nothing;
    private ReviewStage? _stage;
    private TakenBackReview? _takenBack;
    private Answer? _refused;
    private Answer? _seenRefused;
    private DateTimeOffset? _keptAt;
    private PersonId _by;
    private bool _loaded;
    private IDisposable? _listening;

    [Parameter]
    public required string Number { get; set; }

    /// <summary>Seconds from the sitting's start at which to begin.</summary>
    [SupplyParameterFromQuery]
    public double? At { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        _listening ??= news.Listen(moved => _ = InvokeAsync(() => moved == _head?.Id ? RefreshAsync() : Task.CompletedTask));
        if (_head?.Number.ToString() != Number) _opened = null;
        _by = await me.IdAsync();
        await LoadAsync();
    }

    public void Dispose() => _listening?.Dispose();

    private async Task LoadAsync()
    {
        var turn = _turns.Next();
        var head = await door.OpenAsync(Number, Room.Review, _by, CancellationToken.None);
        var view = head is null ? null : await files.LookAsync(head.Id, _by, file => ReviewView.OfAsync(file, CancellationToken.None), CancellationToken.None);
        // Opening is written down, so it happens once: not again with every mark.
        var opened = head?.MayPlay is true ? _opened ?? await open.RunAsync(head.Sitting, LookingFor.Review, _by, CancellationToken.None) : null;
        var allowed = head is null ? Allowed.Nothing : await AllowedAsync(head.Sitting);
        var takenBack = head is null ? await TakenBackAsync() : null;
        if (!_turns.IsLast(turn)) return;
        (_head, _view, _opened, _allowed, _takenBack, _loaded) = (head, view, opened, allowed, takenBack, true);
    }

    private async Task<Allowed> AllowedAsync(SittingId sitting)
    {
        await using var db = await dbs.LookAsync(CancellationToken.None);
        return await Allowed.OfAsync(db, sitting, CancellationToken.None);
    }

    private async Task<TakenBackReview?> TakenBackAsync()
    {
        await using var db = await dbs.LookAsync(CancellationToken.None);
        return await TakenBackReview.OfAsync(db, Number, _by, CancellationToken.None);
    }

    private async Task RefreshAsync()
    {
        await LoadAsync();
        StateHasChanged();
    }

    private async Task KeptAsync(Answer answer)
    {
        _refused = answer as Refused;
        if (answer.IsDone) _keptAt = clock.GetUtcNow();
        await RefreshAsync();
    }

    // What was seen is told every few seconds: that must not wipe a refusal of something else before it is read.
    private async Task SeenAsync(Answer answer)
    {
        if (_refused is null || ReferenceEquals(_refused, _seenRefused)) _refused = _seenRefused = answer as Refused;
        if (answer.IsDone) _keptAt = clock.GetUtcNow();
        await RefreshAsync();
    }

    private Task FinishAsync() => ActAsync(finish.RunAsync, leaves: true);

    private Task AskSecondAsync() => ActAsync(askSecond.RunAsync, leaves: false);

    private Task HandBackAsync(string reason) => ActAsync((@case, by, ct) => handBack.RunAsync(@case, reason, by, ct), leaves: true);

    private Task TakeAsync() => ActAsync(take.RunAsync, leaves: false);

    private async Task ActAsync(Func<CaseAsSeen, PersonId, CancellationToken, Task<Answer>> act, bool leaves)
    {
        if ((_stage is not null && !await _stage.SettleAsync()) || _head is null) return;
        var answer = await act(_head.AsSeen, _by, CancellationToken.None);
        _refused = answer as Refused;
        if (answer.IsDone && leaves) navigation.NavigateTo(Links.Worklist);
        else await LoadAsync();
    }
}
