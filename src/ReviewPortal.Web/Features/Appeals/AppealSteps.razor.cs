using System.Text.Json;
using Microsoft.AspNetCore.Components;
using ReviewPortal.Core.Appeals;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Web.Access;
using ReviewPortal.Web.Ui;

namespace ReviewPortal.Web.Features.Appeals;

/// <summary>The steps of the appeals desk, of the board after an appeal, and the end of the procedure.</summary>
public sealed partial class AppealSteps(RegisterAppeal register, Settle settle, RecordRuling rulings, InterimMeasures measures, DecideAgain again, ConfirmIrrevocable irrevocable)
{
    private string _forwardedFrom = "";
    private string _lateReason = "";
    private Ruling _ruling;
    private bool _otherComposition;
    private bool _inFavour;
    private DateOnly? _decideBy;

    [Parameter, EditorRequired]
    public required AppealView View { get; set; }

    private Requirement? Need => View.IsAnnulled ? null : Requirement.ReconsiderReasons;

    private bool HasOpenAppeal => View.Appeals.LastOrDefault() is { IsOpen: true };

    // Until somebody chooses: the one whose term runs.
    private Guid? Against { get => field ?? View.DefaultLetter; set; }

    // Where the table has both ways, what was ruled says which of them are left.
    private IEnumerable<CaseAction> Lodgings => HasOpenAppeal ? [] : new[] { CaseAction.LodgeAppeal, CaseAction.LodgeFurtherAppeal }.Where(Opens);

    private bool Opens(CaseAction action) => To(action).IsDone
        && !(View.May[action] is Refused refused && refused.Unmet.Any(need => need is Requirement.DecisionStands or Requirement.NotYetRuled or Requirement.DismissalStands));

    private Answer To(CaseAction action) => View.ToPrepare[action];

    private Task LodgeAsync(CaseAction lodging, StepInput input)
    {
        var intake = new AppealIntake(input.Day, input.Text, _forwardedFrom, _lateReason, Against);
        return ActAsync(lodging is CaseAction.LodgeAppeal ? register.LodgeAsync(Head.AsSeen, intake, By, default) : register.LodgeFurtherAsync(Head.AsSeen, intake, By, default));
    }

    // Nothing is kept of what nobody touched.
    private string BesideRuling => new Ruled(_ruling, _otherComposition, _decideBy) is var now && now == default ? "" : JsonSerializer.Serialize(now);

    private void RestoreRuling(string beside) => (_ruling, _otherComposition, _decideBy) = JsonSerializer.Deserialize<Ruled>(beside);

    private Task RuleAsync(StepInput input) => ActAsync(rulings.RunAsync(Head.AsSeen, new RulingRecord(_ruling, input.Day, input.Text, _otherComposition, _decideBy), By, default));

    private readonly record struct Ruled(Ruling Ruling, bool OtherComposition, DateOnly? DecideBy);
}
