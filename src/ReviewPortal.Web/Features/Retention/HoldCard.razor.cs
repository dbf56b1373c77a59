using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Retention;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Web.Access;

namespace ReviewPortal.Web.Features.Retention;

/// <summary>The holds on one case, and the steps to place and lift them.</summary>
public sealed partial class HoldCard(CaseFiles files, Holds steps)
{
    private static readonly CaseAction[] Asked = [CaseAction.PlaceHold, CaseAction.AskToLiftHold, CaseAction.Restrict, CaseAction.EndRestriction];

    private Hold? _hold;
    private Restriction? _restriction;
    private ImmutableDictionary<CaseAction, Answer> _may = ImmutableDictionary<CaseAction, Answer>.Empty;
    private Answer? _lift;
    private DateOnly _inThreeMonths;

    protected override Task OnParametersSetAsync() => files.LookAsync(
        Head.Id, By,
        file =>
        {
            (_hold, _restriction, _lift) = (file.Hold, file.Restriction, file.Ask(CaseAction.LiftHold));
            _may = file.AskToPrepareEach(Asked);
            _inThreeMonths = Amsterdam.DateOf(file.Now).AddMonths(3);
            return true;
        },
        CancellationToken.None);
}
