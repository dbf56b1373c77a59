using Radzen;
using Radzen.Blazor;
using ReviewPortal.Core.Cases;
using ReviewPortal.Web.Access;

namespace ReviewPortal.Web.Features.Recordings;

/// <summary>What suppliers delivered without recordings, the latest first.</summary>
public sealed partial class DeliveriesPage(DeliveryViews deliveries, Me me)
{
    private const int PageSize = 25;
    private RadzenDataGrid<DeliveryRow>? _grid;
    private IReadOnlyList<DeliveryRow>? _rows; // Null until the grid has asked: that is how it knows to ask.
    private int _total;
    private DeliveryTab _tab;
    private bool _ready;
    private PersonId _by;

    protected override async Task OnInitializedAsync()
    {
        _by = await me.IdAsync();
        _ready = true;
    }

    private async Task LoadAsync(LoadDataArgs args) =>
        (_rows, _total) = await deliveries.ListAsync(_by, _tab is DeliveryTab.Waiting, args.Skip ?? 0, args.Top ?? PageSize, CancellationToken.None);

    private string Pressed(DeliveryTab tab) => tab == _tab ? "true" : "false";

    private Task ShowAsync(DeliveryTab tab)
    {
        _tab = tab;
        // The grid may be another one now, which asks by itself.
        _rows = null;
        return tab is DeliveryTab.All or DeliveryTab.Waiting && _grid is not null ? _grid.FirstPage(forceReload: true) : Task.CompletedTask;
    }
}

internal enum DeliveryTab
{
    All,
    Waiting,
    Quarantine,
    Reports,
}
