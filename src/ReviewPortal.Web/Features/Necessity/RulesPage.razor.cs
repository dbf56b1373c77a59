using System.Globalization;
using Microsoft.AspNetCore.Components;
using ReviewPortal.Core.Calendar;
using ReviewPortal.Web.Ui;

namespace ReviewPortal.Web.Features.Necessity;

/// <summary>The rules as versions: what held on a day, with the passages on which the procedure rests (UU-GOV-1). To read only.</summary>
public sealed partial class RulesPage(NavigationManager navigation, TimeProvider clock)
{
    private DateOnly _asked;

    /// <summary>The day, as 2026-11-02; today when none is asked for.</summary>
    [SupplyParameterFromQuery(Name = "on")]
    public string? On { get; set; }

    protected override void OnParametersSet() => _asked = IsoDay.Parse(On) ?? Amsterdam.DateOf(clock.GetUtcNow());

    private void Chosen(ChangeEventArgs change)
    {
        if (IsoDay.Parse(change.Value as string) is { } day) navigation.NavigateTo(Links.Rules(day));
    }
}
