using System.Collections.Immutable;
using Radzen;
using Radzen.Blazor;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Web.Access;

namespace ReviewPortal.Web.Features.Recordings;

/// <summary>The sittings that came in; the coordinator gives them to reviewers, one or many at a time.</summary>
public sealed partial class SittingsPage(SittingViews sittings, Assign assign, CaseNews news, Me me) : IDisposable
{
    private const int PageSize = 25;
    private readonly Dictionary<CaseId, CaseAsSeen> _chosen = [];
    private RadzenDataGrid<SittingRow>? _grid;
    private IReadOnlyList<SittingRow>? _rows; // Null until the grid has asked: that is how it knows to ask.
    private ImmutableArray<ReviewerChoice> _reviewers = [];
    private int _total;
    private bool _ready;
    private bool _onlyNew;
    private bool _mayAssign;
    private string _words = "";
    private string _reviewer = "";
    private Answer? _refused;
    private PersonId _by;
    private IDisposable? _listening;

    protected override async Task OnInitializedAsync()
    {
        _listening = news.Listen(moved => _ = InvokeAsync(ReloadAsync));
        var who = await me.WhoAsync();
        _by = who.Id;
        _mayAssign = CaseLifecycle.From(CaseState.Imported, who.Roles).Any(row => row.Action is CaseAction.Assign);
        if (_mayAssign) _reviewers = await sittings.ReviewersAsync(CancellationToken.None);
        _ready = true;
    }

    public void Dispose() => _listening?.Dispose();

    private async Task LoadAsync(LoadDataArgs args) =>
        (_rows, _total) = await sittings.ListAsync(_by, _onlyNew, _words, args.Skip ?? 0, args.Top ?? PageSize, CancellationToken.None);

    private Task ReloadAsync() => _grid?.Reload() ?? Task.CompletedTask;

    private Task ShowAsync(bool onlyNew)
    {
        _onlyNew = onlyNew;
        return ReloadAsync();
    }

    private void Choose(SittingRow row, bool on)
    {
        if (on) _chosen[row.Case] = new CaseAsSeen(row.Case, row.Version);
        else _chosen.Remove(row.Case);
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

        _reviewers = await sittings.ReviewersAsync(CancellationToken.None);
        await ReloadAsync();
    }
}
