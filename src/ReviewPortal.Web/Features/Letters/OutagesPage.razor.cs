using System.Collections.Immutable;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Web.Access;

namespace ReviewPortal.Web.Features.Letters;

/// <summary>The outages of the portal: entered by an administrator, and held against the last days of letters for the secretary.</summary>
public sealed partial class OutagesPage(Outages outages, Me me)
{
    private ImmutableArray<Outage>? _outages;
    private ImmutableArray<TouchedLetter>? _touched;
    // Boxed once: the same objection, made again, is told again.
    private object? _objection;
    private DateTime? _from;
    private DateTime? _until;
    private DateTime? _ended;
    private string _what = "";
    private bool _mayEnter;
    private PersonId _by;

    protected override async Task OnInitializedAsync()
    {
        _by = await me.IdAsync();
        _mayEnter = await outages.MayEnterAsync(_by, CancellationToken.None);
        await LoadAsync();
    }

    private async Task LoadAsync()
    {
        _outages = await outages.ListAsync(_by, CancellationToken.None);
        _touched = (await me.WhoAsync()).Is(Role.BoardSecretary) ? await outages.TouchedAsync(_by, CancellationToken.None) : null;
    }

    private async Task EnterAsync()
    {
        _objection = await outages.EnterAsync(new OutageDraft(_from, _until, _what), _by, CancellationToken.None);
        if (_objection is null) (_from, _until, _what) = (null, null, "");
        await LoadAsync();
    }

    private async Task EndAsync(Guid outage)
    {
        _objection = await outages.EndAsync(outage, _ended, _by, CancellationToken.None);
        if (_objection is null) _ended = null;
        await LoadAsync();
    }
}
