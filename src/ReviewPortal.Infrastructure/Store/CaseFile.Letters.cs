using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Lifecycle;

namespace ReviewPortal.Infrastructure.Store;

/// <summary>Which letters tell of the decision.</summary>
public sealed partial class CaseFile
{
    /// <summary>The letter of the decision that stands; one that was annulled or is being taken again says nothing any more.</summary>
    public Letter? StandingLetter => CaseStates.WithDecision.Contains(Case.State) ? After.Letter : null;

    /// <summary>The letter that makes the decision known, as it is now.</summary>
    public LetterKind DecisionKind => After.Letter?.Kind ?? LetterKinds.Of(Decision!, After.ProposedWithDecision);
}
