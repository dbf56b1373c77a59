using System.Collections.Immutable;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Web.Access;

namespace ReviewPortal.Web.Features.Recordings;

/// <summary>With whom there is an agreement, and until when; the data protection officer registers.</summary>
public sealed partial class SuppliersPage(SupplierRegister register, Me me)
{
    private ImmutableArray<SupplierLine> _suppliers = [];
    private AgreementObjection? _objection;
    private string? _told;
    private bool _mayRegister;
    private PersonId _by;

    protected override async Task OnInitializedAsync()
    {
        var who = await me.WhoAsync();
        (_by, _mayRegister) = (who.Id, who.Is(Role.DataProtectionOfficer));
        _suppliers = await register.ListAsync(_by, CancellationToken.None);
    }

    private async Task<bool> RegisterAsync(AgreementDraft draft)
    {
        _objection = await register.RegisterAsync(draft, _by, CancellationToken.None);
        _told = _objection is null ? Texts["Agreement.Registered", draft.Supplier.Trim()].Value : null;
        _suppliers = await register.ListAsync(_by, CancellationToken.None);
        StateHasChanged(); // The form called, not this page.
        return _objection is null;
    }
}
