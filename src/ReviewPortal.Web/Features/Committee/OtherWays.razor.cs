using Microsoft.AspNetCore.Components;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Committee;
using ReviewPortal.Core.Lifecycle;

namespace ReviewPortal.Web.Features.Committee;

/// <summary>Closing an inquiry without grounds, and deciding without a view.</summary>
public sealed partial class OtherWays(CloseCase closer, WaiveView waiver)
{
    private ViewWaiver _ground = ViewWaiver.AlreadyHeard;

    [Parameter, EditorRequired]
    public required Dossier Dossier { get; set; }

    [Parameter, EditorRequired]
    public PersonId By { get; set; }

    /// <summary>Takes a step on the case as it is seen, once what is being written has been kept.</summary>
    [Parameter]
    public EventCallback<Func<CaseAsSeen, Task<Answer>>> OnAct { get; set; }

}
