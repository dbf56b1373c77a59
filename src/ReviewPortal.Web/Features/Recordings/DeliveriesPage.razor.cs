using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.WebUtilities;
using Radzen;
using Radzen.Blazor;
using ReviewPortal.Core.Cases;
using ReviewPortal.Web.Access;
using ReviewPortal.Web.Ui;

namespace ReviewPortal.Web.Features.Recordings;

/// <summary>What suppliers delivered without recordings, the latest first.</summary>
public sealed partial class DeliveriesPage(DeliveryViews deliveries, NavigationManager navigation, Me me)
{
    private const int PageSize = 25;
    private RadzenDataGrid<DeliveryRow>? _grid;
    private IReadOnlyList<DeliveryRow>? _rows; // Null until the grid has asked: that is how it knows to ask.
    private int _total;
    private DeliveryTab _tab;
    private bool _ready;
    private PersonId _by;
    private (int ToLink, int InQuarantine) _waiting;

    protected override async Task OnInitializedAsync()
    {
        _by = await me.IdAsync();
        _tab = QueryHelpers.ParseQuery(new Uri(navigation.Uri).Query).TryGetValue("tab", out var asked) && Enum.TryParse<DeliveryTab>(asked, ignoreCase: true, out var tab) && Enum.IsDefined(tab) ? tab : DeliveryTab.All;
        _waiting = await deliveries.WaitingAsync(_by, CancellationToken.None);
        _ready = true;
    }

    private async Task LoadAsync(LoadDataArgs args) =>
        (_rows, _total) = await deliveries.ListAsync(_by, _tab is DeliveryTab.Waiting, args.Skip ?? 0, args.Top ?? PageSize, CancellationToken.None);

    private string Pressed(DeliveryTab tab) => tab == _tab ? "true" : "false";

    private static string Count(int waiting) => waiting > 0 ? $" ({waiting})" : "";

    // In the address, so that a colleague can be sent there and "reload" shows the same.
    private async Task ShowAsync(DeliveryTab tab)
    {
        _tab = tab;
        navigation.NavigateTo(Links.DeliveriesAt(tab), replace: true);
        _waiting = await deliveries.WaitingAsync(_by, CancellationToken.None);
        // The grid may be another one now, which asks by itself.
        _rows = null;
        if (tab is DeliveryTab.All or DeliveryTab.Waiting && _grid is not null) await _grid.FirstPage(forceReload: true);
    }
}
