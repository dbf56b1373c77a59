using System.Collections.Immutable;
using ReviewPortal.Core.Cases;

namespace ReviewPortal.Infrastructure.Store;

/// <summary>Who signs, and who signed before.</summary>
public sealed partial class CaseFile
{
    /// <summary>How the person showed to be who they say, when the step is a signature (Awb 2:18); the action gives it.</summary>
    public Signing? Signing { get; set; }

    /// <summary>Who signed first what waits for a second signature: as they are called today, and as they were when they signed.</summary>
    public required ImmutableArray<Actor> FirstSigners { get; init; }

    // The same account twice is refused by the requirements that ask for another member.
    private bool IsNobodyWhoSignedFirst => FirstSigners.All(first => first.Id == Actor.Id || !OnePerson.Has(Actor, first));

    /// <summary>Somebody who signed the decision turned out to have an interest: it is put on the agenda again, and does not go out.</summary>
    public bool SignatoryHasConflict => Declarations.Any(item => item.Person == Decision?.SignedBy || item.Person == Decision?.CoSignedBy);
}
