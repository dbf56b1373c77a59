using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Committee;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Web.Ui;

namespace ReviewPortal.Web.Features.Student;

/// <summary>The student's representative: a form that begins with who it is now.</summary>
public sealed partial class RepresentativeCard
{
    private string _name = "", _organisation = "", _address = "", _email = "";
    private bool _declares;

    [Parameter, EditorRequired]
    public required CaseNumber Number { get; set; }

    [Parameter, EditorRequired]
    public CaseId Case { get; set; }

    [Parameter, EditorRequired]
    public PersonId By { get; set; }

    [Parameter, EditorRequired]
    public required NamedRepresentative? Named { get; set; }

    /// <summary>Authorisations that were added and not handed in yet.</summary>
    [Parameter, EditorRequired]
    public required ImmutableArray<AttachedFile> Documents { get; set; }

    [Parameter, EditorRequired]
    public required Answer ToWithdraw { get; set; }

    [Parameter]
    public EventCallback<Answer?> OnAttached { get; set; }

    [Parameter]
    public EventCallback<RepresentativeDraft> OnName { get; set; }

    [Parameter]
    public EventCallback OnWithdraw { get; set; }

    private RepresentativeDraft Draft => new(_name, _organisation, _address, _email, _declares ? Texts["Declaration.Words", _name.Trim()] : "");

    // Judged here as the action will judge it: the name and the document are not in the file yet.
    private Answer Ready
    {
        get
        {
            var draft = Draft;
            (Requirement Need, bool Met)[] needs =
            [
                (Requirement.RepresentativeReachable, draft.IsReachable), (Requirement.AddressWithinBounds, draft.IsWithinBounds), (Requirement.AddressPrintable, NameRepresentative.IsPrintable(draft)),
                (Requirement.NoCitizenNumber, NameRepresentative.HasNoCitizenNumber(draft)), (Requirement.AuthorisationGiven, _declares || !Documents.IsEmpty),
            ];
            ImmutableArray<Requirement> unmet = [.. needs.Where(pair => !pair.Met).Select(pair => pair.Need)];
            return unmet.IsEmpty ? new Done(CaseLifecycle.Table.First(row => row.Action is CaseAction.NameRepresentative)) : new Refused(CaseAction.NameRepresentative, RefusalKind.Unmet) { Unmet = unmet };
        }
    }

    protected override void OnInitialized()
    {
        if (Named is { } named) (_name, _organisation, _address, _email) = (named.Name, named.Organisation, named.Address, named.Email);
    }
}
