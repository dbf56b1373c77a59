using System.Collections.Immutable;

namespace ReviewPortal.Infrastructure.Audit;

/// <summary>Something in the database that does not agree with something else in it.</summary>
/// <param name="Details">What its sentence is filled with: the case first, where it is about one.</param>
public sealed record Damage(DamageKind Kind, ImmutableArray<object> Details)
{
    public static Damage Of(DamageKind kind, params ReadOnlySpan<object> details) => new(kind, [.. details]);
}

public enum DamageKind
{
    /// <summary>A row refers to one that is not there.</summary>
    Reference,

    /// <summary>The timeline of a case and the audit log do not tell of the same steps.</summary>
    Timeline,

    /// <summary>The case does not stand where the last line of its timeline led.</summary>
    State,

    /// <summary>A letter that went out is not among the letters of its case.</summary>
    Letter,

    /// <summary>The bytes of a letter are gone.</summary>
    LetterFile,

    /// <summary>The first opening of a letter is not the one that the audit log tells of.</summary>
    Opening,

    /// <summary>The decision is not the one that was signed.</summary>
    Decision,

    /// <summary>The proces-verbaal is not the one that was signed.</summary>
    Report,

    /// <summary>Something else that is kept about the case is not what the last step left.</summary>
    Content,

    /// <summary>The tries of an e-mail are not those of the audit log.</summary>
    MailTry,

    /// <summary>What mail servers reported of an e-mail is not what the audit log tells, or its bytes are gone.</summary>
    MailReport,

    /// <summary>What a student agreed to, or took back, is not what the audit log tells.</summary>
    Consent,

    /// <summary>A time in which the portal was away is not the one that the audit log tells.</summary>
    Outage,

    /// <summary>The texts of the letters are not those that were put in force.</summary>
    HouseTexts,

    /// <summary>A step found something that the step before it had not left so.</summary>
    Strange,

    /// <summary>A row of a case holds something that the portal cannot read.</summary>
    Unreadable,

    /// <summary>The same of a row that does not say which case it is about.</summary>
    UnreadableRow,
}
