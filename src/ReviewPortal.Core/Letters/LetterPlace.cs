using ReviewPortal.Core.Decisions;

namespace ReviewPortal.Core.Letters;

/// <summary>Where what is wrong with a letter can be mended.</summary>
public enum LetterPlace
{
    Reasons,
    ReplyToView,
    Deviation,
    CannotEstablish,
    FraudCodes,
    Provision,
    Evidence,
    Alternatives,
    Sanction,
    Proportionality,

    /// <summary>The name of who the letter is to, in the account.</summary>
    Addressee,

    /// <summary>What the institution has set: the desk for appeals and its address.</summary>
    Institution,

    /// <summary>The reasons for closing a case.</summary>
    Closing,

    /// <summary>The answer to a request for an extra chance, or the day and place of a new test.</summary>
    Chance,

    /// <summary>What the executive board writes about an enrolment.</summary>
    Termination,
}

/// <summary>Finds the place of words in what was written.</summary>
public static class LetterPlaces
{
    /// <summary>In which part of a decision these words stand.</summary>
    /// <returns>Null when they stand in none.</returns>
    public static LetterPlace? Of(Decision? decision, string words) => Of(decision, text => text.Contains(words, StringComparison.OrdinalIgnoreCase));

    /// <summary>Which part of a decision is the first of which this is so.</summary>
    public static LetterPlace? Of(Decision? decision, Func<string, bool> holds)
    {
        if (decision is null) return null;
        (LetterPlace Place, string Text)[] parts =
        [
            (LetterPlace.Reasons, decision.Reasons), (LetterPlace.ReplyToView, decision.ReplyToView), (LetterPlace.Deviation, decision.DeviationReasons), (LetterPlace.CannotEstablish, decision.CannotEstablish),
            (LetterPlace.Proportionality, decision.Proportionality), (LetterPlace.Provision, decision.ViolatedProvision), (LetterPlace.Evidence, decision.Evidence), (LetterPlace.Alternatives, decision.Alternatives),
            (LetterPlace.Sanction, string.Join('\n', decision.Sanction?.Exams ?? [])),
        ];
        return parts.Where(part => holds(part.Text)).Select(part => (LetterPlace?)part.Place).FirstOrDefault();
    }

    /// <summary>The words of a letter of this kind; of a decision, the part in which they stand.</summary>
    internal static LetterPlace Of(LetterKind kind, LetterMatter matter, string words) => Of(kind, matter, text => text.Contains(words, StringComparison.OrdinalIgnoreCase));

    /// <summary>The words of a letter of this kind; of a decision, the part of which this is so.</summary>
    internal static LetterPlace Of(LetterKind kind, LetterMatter matter, Func<string, bool> holds) => kind.Subject() switch
    {
        LetterSubject.Closing => LetterPlace.Closing,
        LetterSubject.Chance or LetterSubject.Retake => LetterPlace.Chance,
        LetterSubject.Enrolment or LetterSubject.EnrolmentHearing => LetterPlace.Termination,
        _ => Of(matter.Decision, holds) ?? (kind.Proposes() && matter.Termination is { } proposal && holds(proposal.Reasons) ? LetterPlace.Termination : LetterPlace.Reasons),
    };
}
