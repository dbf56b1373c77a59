using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Web.Access;
using ReviewPortal.Web.Ui;

namespace ReviewPortal.Web.Features.Recordings;

/// <summary>The sittings that came in, as the address asks for them; the coordinator gives them to reviewers, one or many at a time.</summary>
public sealed partial class SittingsPage(SittingList sittings, SittingViews views, Assign assign, CaseNews news, NavigationManager navigation, Me me) : IDisposable
{
    private readonly Dictionary<CaseId, CaseAsSeen> _chosen = [];
    private SittingFilter _filter = SittingFilter.Everything;
    private SittingChoices _choices = SittingChoices.None;
    private ImmutableArray<SittingRow> _rows = [];
    private ImmutableArray<ReviewerChoice> _reviewers = [];
    private int _total;
    private bool _ready;
    private bool _mayAssign;
    private bool _giving;
    private string _reviewer = "";
    private Answer? _refused;
    private PersonId _by;
    private IDisposable? _listening;

    public void Dispose()
    {
        _listening?.Dispose();
        navigation.LocationChanged -= Moved;
    }

    protected override async Task OnInitializedAsync()
    {
        _listening = news.Listen(moved => _ = InvokeAsync(() => _giving ? Task.CompletedTask : RefreshAsync()));
        navigation.LocationChanged += Moved;
        var who = await me.WhoAsync();
        _by = who.Id;
        _mayAssign = CaseLifecycle.From(CaseState.Imported, who.Roles).Any(row => row.Action is CaseAction.Assign);
        if (_mayAssign) _reviewers = await views.ReviewersAsync(CancellationToken.None);
        _choices = await sittings.ChoicesAsync(_by, CancellationToken.None);
        await LoadAsync();
        _ready = true;
    }

    // Every change of the filter is an address: "back" undoes it, and a link to it can be sent. While somebody types, the address is replaced.
    private void Go((SittingFilter To, bool Typing) change) => navigation.NavigateTo(Links.Recordings + change.To, replace: change.Typing);

    private void Moved(object? sender, LocationChangedEventArgs moved)
    {
        if (new Uri(moved.Location).AbsolutePath == Links.Recordings) _ = InvokeAsync(RefreshAsync);
    }

    private async Task LoadAsync()
    {
        var filter = SittingFilter.Parse(new Uri(navigation.Uri).Query);
        var (rows, total) = await sittings.RowsAsync(_by, filter, CancellationToken.None);
        // A page that is no longer there, because there are fewer now.
        if (rows.IsEmpty && total > 0) (rows, total) = await sittings.RowsAsync(_by, filter = filter with { Page = 1 }, CancellationToken.None);
        (_filter, _rows, _total) = (filter, rows, total);
    }

    private async Task RefreshAsync()
    {
        await LoadAsync();
        StateHasChanged();
    }

    private async Task AssignAsync()
    {
        _refused = null;
        var reviewer = new PersonId(Guid.Parse(_reviewer));
        foreach (var @case in _chosen.Values.ToArray())
        {
            var answer = await assign.RunAsync(@case, reviewer, _by, CancellationToken.None);
            if (answer.IsDone) _chosen.Remove(@case.Id);
            else _refused = answer;
        }

        await ReloadAsync();
    }

    // Hundreds of sittings can be given in one go: the list is read again when that has ended.
    private async Task GivingAsync(bool giving)
    {
        _giving = giving;
        if (giving) return;
        _chosen.Clear();
        await ReloadAsync();
    }

    private async Task ReloadAsync()
    {
        _reviewers = await views.ReviewersAsync(CancellationToken.None);
        _choices = await sittings.ChoicesAsync(_by, CancellationToken.None);
        await LoadAsync();
    }
}
