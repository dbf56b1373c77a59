using System.Collections.Immutable;
using ReviewPortal.Core.Cases;

namespace ReviewPortal.Infrastructure.Store;

/// <summary>Who signs, and who signed before.</summary>
public sealed partial class CaseFile
{
    /// <summary>How the person showed to be who they say, when the step is a signature (Awb 2:18); the action gives it.</summary>
    public Signing? Signing { get; set; }

    /// <summary>Who signed first what waits for a second signature, as they were called then.</summary>
    public required ImmutableArray<Actor> FirstSigners { get; init; }

    /// <summary>The accounts, as they are today, of everybody whose work in this case another person has to look at.</summary>
    public required ImmutableArray<Actor> Involved { get; init; }

    // The same account twice is refused by the requirements that ask for another member.
    private bool IsNobodyWhoSignedFirst => FirstSigners.All(first => first.Id == Actor.Id || !IsActor(first));

    private bool IsApartFromTheBoard => !After.TookPart(Decision, Session).Any(IsActor);

    // Four eyes: who asked for the hold to be lifted does not lift it.
    private bool LiftWasAskedByAnother => Hold is { Lies: true, LiftAskedBy: { } asked } && !IsActor(Actor.AsRecorded(asked, Hold.LiftAskedByName));

    // One person with two accounts is one person: by the name of then and by the account of today.
    private bool IsActor(Actor then) => OnePerson.Has(Actor, then) || Involved.Any(today => today.Id == then.Id && OnePerson.Has(Actor, today));

    /// <summary>Somebody who signed the decision turned out to have an interest: it is put on the agenda again, and does not go out.</summary>
    public bool SignatoryHasConflict => Declarations.Any(item => item.Person == Decision?.SignedBy || item.Person == Decision?.CoSignedBy);
}
