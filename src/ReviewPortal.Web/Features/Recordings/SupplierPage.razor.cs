using Microsoft.AspNetCore.Components;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Web.Access;

namespace ReviewPortal.Web.Features.Recordings;

/// <summary>One supplier with all its agreements, those that ended too.</summary>
public sealed partial class SupplierPage(SupplierRegister register, Me me)
{
    private SupplierDetails? _details;
    private AgreementObjection? _objection;
    private string? _told;
    private Guid _ending;
    private string _reason = "";
    private string _looksFor = "";
    private bool _mayRegister;
    private bool _loaded;
    private bool _busy;
    private PersonId _by;

    [Parameter]
    public Guid Id { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        var who = await me.WhoAsync();
        (_by, _mayRegister) = (who.Id, who.Is(Role.DataProtectionOfficer));
        await LoadAsync();
        _looksFor = _details?.Supplier.LooksFor ?? "";
    }

    private async Task StateAsync()
    {
        if (_busy) return;
        _busy = true;
        try
        {
            _objection = await register.StateAsync(Id, _looksFor, _by, CancellationToken.None);
            _told = _objection is null ? Texts["Supplier.LooksFor.Saved"].Value : null;
            await LoadAsync();
        }
        finally
        {
            _busy = false;
        }
    }

    private async Task LoadAsync()
    {
        _details = await register.DetailsAsync(Id, _by, CancellationToken.None);
        _loaded = true;
    }

    private async Task<bool> RegisterAsync(AgreementDraft draft)
    {
        _objection = await register.RegisterAsync(draft, _by, CancellationToken.None);
        _told = _objection is null ? Texts["Agreement.Registered", draft.Supplier].Value : null;
        await LoadAsync();
        StateHasChanged(); // The form called, not this page.
        return _objection is null;
    }

    private async Task EndAsync(Guid agreement)
    {
        if (_busy) return;
        _busy = true;
        try
        {
            _objection = await register.EndAsync(agreement, _reason, _by, CancellationToken.None);
            _told = _objection is null ? Texts["Agreement.EndedNow"].Value : null;
            if (_objection is null) (_ending, _reason) = (Guid.Empty, "");
            await LoadAsync();
        }
        finally
        {
            _busy = false;
        }
    }
}
