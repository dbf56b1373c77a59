using System.Collections.Immutable;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Writing;

namespace ReviewPortal.Infrastructure.Store;

/// <summary>Which letters tell of the decision, and in whose name letters go out.</summary>
public sealed partial class CaseFile
{
    /// <summary>The letter of the decision that was published last; one that was annulled or is being taken again says nothing any more. Printed and not sent yet it leaves the one before it standing (<see cref="CountingLetter"/>).</summary>
    public Letter? StandingLetter => CaseStates.WithDecision.Contains(Case.State) ? After.Letter : null;

    /// <summary>The letter that makes the decision known, as it is now.</summary>
    public LetterKind DecisionKind => After.Letter?.Kind ?? LetterKinds.Of(Decision!, After.ProposedWithDecision);

    // Nothing goes out of which nobody knows from whom it is: also where the step itself asks nothing of its letter.
    private Answer FromSomebody(Answer answer) => answer is Done { Row: { Document: not null } row } && Unsaid(LetterLanguage).Length > 0
        ? new Refused(row.Action, RefusalKind.Unmet)
        {
            State = Case.State,
            Unmet = [Requirement.LetterWithoutFaults],
            Measured = ImmutableDictionary<Requirement, Func<Language, string>>.Empty.Add(Requirement.LetterWithoutFaults, Unsaid),
        }
        : answer;

    private string Unsaid(Language language) => string.Join(' ', LetterLint.SenderFaults(LetterKind.NoticeOfReport, Institution, language).Select(fault => fault.Sentence));
}
