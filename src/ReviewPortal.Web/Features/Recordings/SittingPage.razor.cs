using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Web.Access;

namespace ReviewPortal.Web.Features.Recordings;

/// <summary>What was delivered for one sitting: its tracks, files, reports and signals, where they came from, who looked, and who reviews it now.</summary>
public sealed partial class SittingPage(CaseDoor door, SittingViews sittings, DeliveryViews deliveries, SittingOpenings openings, CaseFiles files, Assign assign, TakeBack takeBack, CaseNews news, Me me) : IDisposable
{
    private CaseHead? _head;
    private SittingDetails? _details;
    private ImmutableArray<SignalOrigin> _origins = [];
    private ImmutableArray<Opening>? _openings;
    private bool _isCoordinator;
    private ReviewTask? _task;
    private Answer? _refused;
    private ImmutableArray<ReviewerChoice> _reviewers = [];
    private ImmutableArray<HandedBack> _handedBack = [];
    private bool _isRestricted;
    private string _reason = "";
    private bool _mayAssign;
    private bool _mayMoveDay;
    private PersonId _by;
    private bool _loaded;
    private IDisposable? _listening;

    [Parameter]
    public required string Number { get; set; }

    public void Dispose() => _listening?.Dispose();

    protected override async Task OnParametersSetAsync()
    {
        _listening ??= news.Listen(moved => _ = InvokeAsync(() => moved == _head?.Id ? RefreshAsync() : Task.CompletedTask));
        var who = await me.WhoAsync();
        (_by, _isCoordinator) = (who.Id, who.Is(Role.Coordinator));
        await LoadAsync();
    }

    private async Task LoadAsync()
    {
        _head = await door.OpenAsync(Number, Room.Recordings, _by, CancellationToken.None);
        _details = _head is null ? null : await sittings.DetailsAsync(_head.Sitting, _by, CancellationToken.None);
        _origins = _head is null ? [] : await deliveries.OfAsync(_head.Sitting, CancellationToken.None);
        _openings = _head is null ? null : await openings.OfAsync(Number, _by, CancellationToken.None);
        // The case is opened once for all that is asked of it.
        (_task, _mayAssign, _mayMoveDay, _isRestricted) = _head is null ? default : await files.LookAsync(
            _head.Id, _by,
            file => (ReviewTask.Of(file), file.AskToPrepare(CaseAction.Assign).IsDone, file.AskToPrepare(CaseAction.MoveTargetDay).IsDone, file.Restriction is not null),
            CancellationToken.None);
        if (_head is not null && _mayAssign)
        {
            _reviewers = await sittings.ReviewersAsync(CancellationToken.None);
            _handedBack = await sittings.HandedBackAsync(_head.Id, CancellationToken.None);
        }

        _loaded = true;
    }

    private async Task RefreshAsync()
    {
        await LoadAsync();
        StateHasChanged();
    }

    private async Task AssignAsync(PersonId reviewer)
    {
        _refused = await assign.RunAsync(_head!.AsSeen, reviewer, _by, CancellationToken.None) as Refused;
        await LoadAsync();
    }

    private async Task MovedAsync(Answer answer)
    {
        _refused = answer as Refused;
        await LoadAsync();
    }

    private async Task TakeBackAsync()
    {
        _refused = await takeBack.RunAsync(_head!.AsSeen, _reason, _by, CancellationToken.None) as Refused;
        if (_refused is null) _reason = "";
        await LoadAsync();
    }

    /// <summary>Who is at work on the review, for whoever may take the case back.</summary>
    private sealed record ReviewTask(string Reviewer, string? Second)
    {
        public static ReviewTask? Of(CaseFile file) =>
            file.Assignment is { } assignment && file.AskToPrepare(CaseAction.HandBack).IsDone ? new(assignment.ReviewerName, assignment.SecondReviewerName) : null;
    }
}
