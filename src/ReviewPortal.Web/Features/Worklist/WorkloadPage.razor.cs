using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Writing;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Web.Access;
using ReviewPortal.Web.Ui;

namespace ReviewPortal.Web.Features.Worklist;

/// <summary>How much lies where and who is there, for planning; a reviewer sees what is counted of this person, and nobody else's.</summary>
public sealed partial class WorkloadPage(WorkloadViews views, KeepAvailability keep, CaseNews news, NavigationManager navigation, TimeProvider clock, Me me) : IDisposable
{
    private WorkloadFilter _filter = WorkloadFilter.Standard;
    private WorkloadList? _list;
    private ImmutableArray<PersonWork> _rows = [];
    private PersonId? _open;
    private PersonId _by;
    private IDisposable? _listening;
    private Gathered? _news;

    private int Last => Math.Max(1, ((_list?.Rows.Length ?? 0) + WorkloadFilter.PageSize - 1) / WorkloadFilter.PageSize);

    private IEnumerable<(WorkloadColumn Column, string Name)> Columns =>
    [
        (WorkloadColumn.Name, Texts["Column.Name"]), (WorkloadColumn.InHand, Texts["Column.InHand"]), (WorkloadColumn.ToWatch, Texts["Column.ToWatch"]), (WorkloadColumn.Finished, Texts["Column.Finished"]),
        (WorkloadColumn.Second, Texts["Column.Second"]), (WorkloadColumn.Days, Texts["Column.Days"]), (WorkloadColumn.Watched, Texts["Column.Watched"]),
    ];

    public void Dispose()
    {
        _listening?.Dispose();
        _news?.Dispose();
        navigation.LocationChanged -= Moved;
    }

    protected override async Task OnInitializedAsync()
    {
        _news = new Gathered(() => InvokeAsync(RefreshAsync));
        _listening = news.Listen(moved => _news.Tell());
        navigation.LocationChanged += Moved;
        _by = (await me.WhoAsync()).Id;
        await LoadAsync();
    }

    private void Moved(object? sender, LocationChangedEventArgs moved)
    {
        if (new Uri(moved.Location).AbsolutePath == Links.Workload) _ = InvokeAsync(RefreshAsync);
    }

    private void Go(WorkloadFilter filter, bool typing) => navigation.NavigateTo(Links.Workload + filter, replace: typing);

    private string PageAt(int page) => Links.Workload + (_filter with { Page = page });

    private async Task LoadAsync()
    {
        var filter = WorkloadFilter.Parse(new Uri(navigation.Uri).Query);
        var list = await views.OfAsync(_by, filter, CancellationToken.None);
        (_list, _filter) = (list, filter);
        if (filter.Page > Last) _filter = filter with { Page = 1 };
        _rows = [.. list.Rows.Skip((_filter.Page - 1) * WorkloadFilter.PageSize).Take(WorkloadFilter.PageSize)];
    }

    private async Task RefreshAsync()
    {
        await LoadAsync();
        StateHasChanged();
    }

    private static AvailabilityDraft DraftOf(PersonWork row) =>
        row.Availability is { } kept ? new(kept.AwayFrom, kept.AwayUntil, kept.MostHours) : AvailabilityDraft.None;

    private async Task<bool> KeepAsync(PersonId person, AvailabilityDraft draft)
    {
        if (!await keep.RunAsync(person, draft, _by, CancellationToken.None)) return false;
        _open = null;
        await RefreshAsync();
        return true;
    }

    private string Availability(PersonWork row)
    {
        var today = Amsterdam.DateOf(clock.GetUtcNow());
        string[] parts =
        [
            row.Availability switch
            {
                { AwayFrom: { } from, AwayUntil: null } => Texts["Away.From", from.Brief(Here.Language)],
                { AwayFrom: { } from, AwayUntil: { } until } when until >= today => Texts["Away.Period", from.Brief(Here.Language), until.Brief(Here.Language)],
                _ => "",
            },
            row.Availability?.MostHours is { } most ? Texts["Most", most] : "",
        ];
        return parts.Any(part => part.Length > 0) ? string.Join("; ", parts.Where(part => part.Length > 0)) : Texts["Present"];
    }
}
