using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Necessity;
using ReviewPortal.Core.Writing;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Web.Access;
using ReviewPortal.Web.Ui;

namespace ReviewPortal.Web.Features.Worklist;

/// <summary>What waits for me today, most urgent first; it changes when a colleague acts.</summary>
public sealed partial class WorklistPage(CaseLists lists, WaitingFacilities facilities, CaseNews news, Me me, TimeProvider clock, NavigationManager navigation)
{
    private ImmutableArray<(CaseAction Action, int Count)>? _counts;
    private CaseAction? _only;
    private CaseGrid? _grid;
    private PersonId _by;
    private bool _reviews;
    private int _requests;
    private ImmutableArray<(FacilityNumber Number, bool MayGoAgain)> _unreached = [];
    private ImmutableArray<(FacilityNumber Number, DateOnly? By)> _toPost = [];
    private IDisposable? _listening;
    private Gathered? _news;

    private string Today => Amsterdam.DateOf(clock.GetUtcNow()).WithWeekday(Here.Language);

    protected override async Task OnInitializedAsync()
    {
        _news = new Gathered(() => InvokeAsync(RefreshAsync));
        _listening = news.Listen(moved => _news.Tell());
        var who = await me.WhoAsync();
        if (who.Roles is [Role.Student])
        {
            navigation.NavigateTo(Links.Student);
            return;
        }

        (_by, _reviews) = (who.Id, who.Is(Role.Reviewer));
        _requests = await facilities.CountAsync(_by, CancellationToken.None);
        _unreached = await facilities.UnreachedAsync(_by, CancellationToken.None);
        if (who.Is(Role.BoardSecretary)) _toPost = await facilities.ToPostAsync(_by, CancellationToken.None);
        _counts = await lists.CountWorkAsync(_by, CancellationToken.None);
    }

    public void Dispose()
    {
        _listening?.Dispose();
        _news?.Dispose();
    }

    private static string ToDo(CaseAction action) => TaskNames.Of(action, Here.Language);

    private Task<CaseRows> LoadAsync(ListPage page) => lists.WorkAsync(_by, _only, page, CancellationToken.None);

    private async Task FilterAsync(CaseAction? only)
    {
        _only = only;
        if (_grid is not null) await _grid.ReloadAsync();
    }

    private async Task RefreshAsync()
    {
        _counts = await lists.CountWorkAsync(_by, CancellationToken.None);
        if (_grid is not null) await _grid.ReloadAsync();
        StateHasChanged();
    }
}
