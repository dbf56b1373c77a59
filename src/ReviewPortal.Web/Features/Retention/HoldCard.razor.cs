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
    private Dictionary<CaseAction, Answer> _may = [];
    private Answer? _lift;
    private Answer? _refused;
    private DateOnly _inThreeMonths;

    [Parameter, EditorRequired]
    public required CaseHead Head { get; set; }

    [Parameter, EditorRequired]
    public PersonId By { get; set; }

    [Parameter]
    public EventCallback OnDone { get; set; }

    private Holds Steps => steps;

    protected override Task OnParametersSetAsync() => files.LookAsync(
        Head.Id, By,
        file =>
        {
            (_hold, _restriction, _lift) = (file.Hold, file.Restriction, file.Ask(CaseAction.LiftHold));
            _may = Asked.ToDictionary(action => action, file.AskToPrepare);
            _inThreeMonths = Amsterdam.DateOf(file.Now).AddMonths(3);
            return true;
        },
        CancellationToken.None);

    private async Task ActAsync(Task<Answer> taken)
    {
        _refused = await taken as Refused;
        await OnDone.InvokeAsync();
    }
}
