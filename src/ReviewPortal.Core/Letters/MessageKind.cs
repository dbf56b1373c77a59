namespace ReviewPortal.Core.Letters;

/// <summary>The kinds of messages to which a student agrees one by one: whoever wants invitations by e-mail need not want decisions so (Awb 2:8).</summary>
public enum MessageKind
{
    /// <summary>Notices, invitations and appointments.</summary>
    Procedure,

    /// <summary>What the board decides: on the test, on an extra chance, and on a special facility.</summary>
    BoardDecision,

    /// <summary>What the executive board decides about the enrolment (WHW 7.12b lid 2).</summary>
    EnrolmentDecision,
}

public static class MessageKinds
{
    /// <summary>The agreement that a letter of this kind needs.</summary>
    public static MessageKind Of(LetterKind kind) => kind.Subject() switch
    {
        LetterSubject.Enrolment or LetterSubject.Objection => MessageKind.EnrolmentDecision,
        LetterSubject.Decision or LetterSubject.Resending or LetterSubject.Correction or LetterSubject.Chance or LetterSubject.Facility => MessageKind.BoardDecision,
        _ => MessageKind.Procedure,
    };
}
