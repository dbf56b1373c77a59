using System.Linq.Expressions;

namespace ReviewPortal.Core.Letters;

/// <summary>
/// Something that came back to the address from which e-mails leave, as the portal read it: mostly the report of a mail server on what became of one of them (RFC 3464).
/// It is a question to the board's secretary and decides nothing. Taken in once and never changed.
/// </summary>
public sealed class MailReport
{
    /// <summary>What is kept of a name or an address, in characters.</summary>
    public const int LongestName = 255;

    /// <summary>What is kept of a diagnosis, in characters.</summary>
    public const int LongestDiagnosis = 1000;

    public Guid Id { get; init; }

    public DateTimeOffset TakenAt { get; init; }

    /// <summary>The file in which it came.</summary>
    public required string Name { get; init; }

    /// <summary>In bytes.</summary>
    public long Size { get; init; }

    /// <summary>
    /// How many reports on one e-mail are kept with their bytes and asked about, and how many others are kept. Who received an e-mail can report on it without end;
    /// what is asked about is counted apart, so that nothing else takes its place.
    /// </summary>
    public const int MostOfOne = 10;

    /// <summary>In lower-case hexadecimals. The bytes themselves are kept under it when <see cref="IsKept"/>.</summary>
    public required string Sha256 { get; init; }

    public ReportStand Stand { get; init; }

    /// <summary>The e-mail it is about; null when it is about none of ours, or nobody can tell.</summary>
    public Guid? Notification { get; init; }

    /// <summary>By what that is known. No sign is stronger than another: whoever received or carried the e-mail knows all three.</summary>
    public ReportSign? Sign { get; init; }

    /// <summary>What became of the e-mail; null when it does not say.</summary>
    public ReportResult? Result { get; init; }

    /// <summary>The address at which it was to be delivered in the end. May be another than the one we wrote to, as when a student forwards mail.</summary>
    public string Recipient { get; init; } = "";

    /// <summary>Three numbers (RFC 3463), such as 5.1.1; empty when it gives none.</summary>
    public string Status { get; init; } = "";

    /// <summary>In the words of the server that gave up; of <see cref="ReportStand.Prose"/> how it begins.</summary>
    public string Diagnosis { get; init; } = "";

    /// <summary>The server that writes.</summary>
    public string Server { get; init; } = "";

    /// <summary>When it says that it was written; null when it does not say, or nothing that can be.</summary>
    public DateTimeOffset? WrittenAt { get; init; }

    /// <summary>Status and diagnosis in one line.</summary>
    public string Words => string.Join(' ', new[] { Status, Diagnosis }.Where(part => part.Length > 0));

    /// <summary>Its bytes are kept in the portal, as evidence (Awb 2:25). Of the rest the file is in the mailbox.</summary>
    public bool IsKept => Notification is not null && Stand is not ReportStand.Repeated;

    /// <summary>It says that an e-mail of ours could not be delivered, and nothing before it said the same.</summary>
    public bool IsFailure => Stand is ReportStand.Read && Result is ReportResult.Failed;

    /// <summary>Somebody must say whether the e-mail arrived: it says that it did not, or a server wrote about it and a computer cannot tell what. For the database and for <see cref="Asks"/> alike.</summary>
    public static readonly Expression<Func<MailReport, bool>> IsQuestion = report => (report.Stand == ReportStand.Read && report.Result == ReportResult.Failed) || report.Stand == ReportStand.Incomplete || report.Stand == ReportStand.Prose;

    private static readonly Func<MailReport, bool> AsksOf = IsQuestion.Compile();

    /// <inheritdoc cref="IsQuestion"/>
    public bool Asks => AsksOf(this);
}

/// <summary>What the portal could make of what came back.</summary>
public enum ReportStand
{
    /// <summary>A report about one of our e-mails.</summary>
    Read,

    /// <summary>It says what one before it said, or came when as many on the same e-mail were there as are kept.</summary>
    Repeated,

    /// <summary>About one of our e-mails, but not of a mail server: an answer by a person or by an assistant.</summary>
    NoReport,

    /// <summary>A mail server wrote about one of our e-mails, in words only (as before RFC 3464): a person reads what became of it.</summary>
    Prose,

    /// <summary>A report that does not say what became of the e-mail.</summary>
    Incomplete,

    /// <summary>It bears the mark of none of our e-mails, or of more than one.</summary>
    Unmatched,

    /// <summary>It is no message.</summary>
    Broken,

    /// <summary>Too large to be read.</summary>
    TooLarge,
}

/// <summary>What became of an e-mail, in the words of RFC 3464, 2.3.3.</summary>
public enum ReportResult
{
    Failed,

    /// <summary>The server goes on trying.</summary>
    Delayed,
    Delivered,

    /// <summary>Handed to a server that reports nothing.</summary>
    Relayed,

    /// <summary>Handed to several addresses.</summary>
    Expanded,
}

/// <summary>Where in a report the mark of an e-mail stood. It is the same mark everywhere, so none of these places shows that a mail server wrote the report.</summary>
public enum ReportSign
{
    /// <summary>The name of its envelope (RFC 3461, ENVID). The addressee reads the same mark in the message, and can write it here.</summary>
    Envelope,

    /// <summary>The address to which the report was sent.</summary>
    ReturnAddress,

    /// <summary>The name of the message that it returns.</summary>
    Message,
}

/// <summary>That the secretary set a report aside, and why: the e-mail counts as delivered to the server that took it, as before.</summary>
public sealed class ReportSetAside
{
    public Guid Id { get; init; }

    /// <summary>The case of the letter; null for a letter that is in none.</summary>
    public Cases.CaseId? Case { get; init; }

    public Guid Report { get; init; }

    public required string Why { get; init; }

    public DateTimeOffset At { get; init; }

    public required string ByName { get; init; }
}

/// <summary>A report with the answer to it.</summary>
/// <param name="SetAside">Null as long as nobody set it aside.</param>
public sealed record ReportAnswer(MailReport Report, ReportSetAside? SetAside);
