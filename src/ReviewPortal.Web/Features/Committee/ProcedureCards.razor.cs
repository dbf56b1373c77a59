using Microsoft.AspNetCore.Components;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Committee;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Web.Ui;

namespace ReviewPortal.Web.Features.Committee;

/// <summary>The steps of the investigation, each open when the procedure has come to it.</summary>
public sealed partial class ProcedureCards
{
    private DateOnly _reactBy;

    [Parameter, EditorRequired]
    public required Dossier Dossier { get; set; }

    [Parameter, EditorRequired]
    public CaseState State { get; set; }

    [Parameter, EditorRequired]
    public required string Findings { get; set; }

    [Parameter]
    public Autosave? Autosave { get; set; }

    [Parameter]
    public EventCallback<string> OnFindings { get; set; }

    [Parameter]
    public EventCallback<DateOnly> OnInvite { get; set; }

    [Parameter]
    public EventCallback<DateOnly> OnMove { get; set; }

    [Parameter]
    public EventCallback<string> OnNoReaction { get; set; }

    [Parameter]
    public EventCallback OnRemind { get; set; }

    [Parameter]
    public EventCallback<(DateTimeOffset At, string Place)> OnPlanHearing { get; set; }

    [Parameter, EditorRequired]
    public required Func<HearingReport, Task<Answer>> KeepHearing { get; set; }

    [Parameter]
    public EventCallback<HearingReport> OnRecordHearing { get; set; }

    [Parameter]
    public EventCallback<(DateOnly Session, IReadOnlyCollection<PersonId> Members)> OnDeliberate { get; set; }

    // The day is chosen on this page and not yet in the file: the term is judged here as the action will judge it.
    private Answer InviteAnswer => Dossier.MayOnce(CaseAction.InviteView, (Requirement.NoticeTerm, _reactBy >= Dossier.EarliestReactBy), (Requirement.TermNotTooLong, _reactBy <= Dossier.LatestReactBy));

    private Answer MoveAnswer => Dossier.MayOnce(CaseAction.MoveReactionDay, (Requirement.NoticeTerm, _reactBy >= Dossier.EarliestReactBy), (Requirement.TermNotTooLong, _reactBy <= Dossier.LatestReactBy));

    protected override void OnInitialized() => _reactBy = Dossier.EarliestReactBy.AddDays(5);
}
