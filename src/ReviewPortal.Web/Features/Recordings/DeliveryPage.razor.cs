using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using ReviewPortal.Core.Cases;
using ReviewPortal.Web.Access;

namespace ReviewPortal.Web.Features.Recordings;

/// <summary>One delivery of a supplier: what it holds, and, while it waits, where it belongs.</summary>
public sealed partial class DeliveryPage(DeliveryViews deliveries, LinkDelivery link, Me me)
{
    private DeliveryDetails? _details;
    private ImmutableArray<LinkableSitting> _found = [];
    private SittingId? _asking;
    private DeliveryObjection? _objection;
    private string? _told;
    private string _words = "";
    private string _reason = "";
    private bool _busy;
    private bool _loaded;
    private PersonId _by;

    [Parameter]
    public Guid Id { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        _by = await me.IdAsync();
        await LoadAsync();
    }

    private async Task LoadAsync()
    {
        _details = await deliveries.DetailsAsync(Id, _by, CancellationToken.None);
        _loaded = true;
    }

    private async Task SearchAsync()
    {
        _asking = null;
        _found = await deliveries.SittingsAsync(_by, _words, CancellationToken.None);
    }

    private Task LinkAsync(LinkableSitting sitting) => DoAsync(() => link.RunAsync(Id, sitting.Id, _by, CancellationToken.None));

    private Task DiscardAsync() => DoAsync(() => link.DiscardAsync(Id, _reason, _by, CancellationToken.None));

    private async Task DoAsync(Func<Task<ImportResult>> change)
    {
        if (_busy) return;
        _busy = true;
        try
        {
            var result = await change();
            _objection = (result as NotLinked)?.Why;
            _told = result switch
            {
                SignalsTakenIn { CameLate: true } late => Texts["Delivery.DoneLate", late.Case].Value,
                SignalsTakenIn taken => Texts["Delivery.Done", taken.Case, taken.Added, taken.Known, taken.Refused.Length].Value,
                _ => null,
            };
            _asking = null;
            await LoadAsync();
        }
        finally
        {
            _busy = false;
        }
    }
}
