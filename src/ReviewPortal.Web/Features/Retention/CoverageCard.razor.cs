using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Retention;

namespace ReviewPortal.Web.Features.Retention;

public sealed partial class CoverageCard(RetentionRules rules)
{
    private ImmutableArray<RetentionCoverage>? _rows;
    private CoverageObjection? _objection;
    private CoverageScope _scope;
    private string _named = "";
    private string _basis = "";
    private DateOnly? _from;
    private Guid? _ending;
    private string _reason = "";
    private bool _mayRegister;
    private bool _busy;

    [Parameter, EditorRequired]
    public PersonId By { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        _mayRegister = await rules.MayRegisterAsync(By, CancellationToken.None);
        _rows = await rules.ListAsync(CancellationToken.None);
    }

    private async Task RegisterAsync()
    {
        await DoAsync(() => rules.RegisterAsync(new CoverageDraft(_scope, _named, _from, _basis), By, CancellationToken.None));
        if (_objection is null) (_named, _basis, _from) = ("", "", null);
    }

    private async Task EndAsync(Guid row)
    {
        await DoAsync(() => rules.EndAsync(row, _reason, By, CancellationToken.None));
        if (_objection is null) _ending = null;
    }

    private async Task DoAsync(Func<Task<CoverageObjection?>> change)
    {
        if (_busy) return;
        _busy = true;
        try
        {
            _objection = await change();
            _rows = await rules.ListAsync(CancellationToken.None);
        }
        finally
        {
            _busy = false;
        }
    }
}
