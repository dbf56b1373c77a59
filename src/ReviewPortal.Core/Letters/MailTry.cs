namespace ReviewPortal.Core.Letters;

/// <summary>
/// One try to have a mail server take a message. It is written down before it begins and once more before the message itself is handed over: a portal that
/// was cut off knows afterwards which tries cannot have succeeded and of which one that is in doubt.
/// </summary>
public sealed class MailTry
{
    /// <summary>What is kept of an answer, in characters.</summary>
    public const int LongestAnswer = 1000;

    public Guid Id { get; init; }

    public Guid Notification { get; init; }

    /// <summary>From one.</summary>
    public int Number { get; init; }

    public DateTimeOffset StartedAt { get; init; }

    /// <summary>The address it was meant for; empty when the account has none.</summary>
    public string To { get; init; } = "";

    /// <summary>From here on the server may have the message.</summary>
    public DateTimeOffset? HandedOverAt { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Null while it goes on.</summary>
    public MailEnd? End { get; private set; }

    /// <summary>What the server answered, or why there was no answer, in its own words.</summary>
    public string Answer { get; private set; } = "";

    /// <summary>It has not ended and cannot be going on any more: the portal that made it was stopped.</summary>
    /// <param name="toHandOver">How long it may take to hand the message over.</param>
    /// <param name="toEnd">How long the server may take for its answer from then on.</param>
    public bool IsCutOff(DateTimeOffset now, TimeSpan toHandOver, TimeSpan toEnd) => EndedAt is null && now >= (HandedOverAt is { } at ? at + toEnd : StartedAt + toHandOver);

    public void HandOver(DateTimeOffset now) => HandedOverAt = NotBefore(StartedAt, now);

    public void Finish(MailEnd end, string answer, DateTimeOffset now) => (End, Answer, EndedAt) = (end, Cut(answer), NotBefore(HandedOverAt ?? StartedAt, now));

    // A clock that is set back meanwhile must not keep what happened from being written down.
    private static DateTimeOffset NotBefore(DateTimeOffset first, DateTimeOffset now) => now < first ? first : now;

    // A server can answer without end; a mark says that there was more.
    private static string Cut(string answer) =>
        answer.Length <= LongestAnswer ? answer : $"{answer[..(char.IsHighSurrogate(answer[LongestAnswer - 1]) ? LongestAnswer - 1 : LongestAnswer)]} […]";
}

/// <summary>How a try ended.</summary>
public enum MailEnd
{
    /// <summary>The server took it (Awb 2:19 under a).</summary>
    Accepted,

    /// <summary>The server asks to come back later (an answer that begins with 4).</summary>
    Deferred,

    /// <summary>The server refuses this address or this message for good (an answer that begins with 5).</summary>
    Refused,

    /// <summary>No server was found, or it did not get as far as the address.</summary>
    Unreachable,

    /// <summary>The portal stopped before it handed the message over: the server does not have it.</summary>
    CutOff,

    /// <summary>Handed over, and no answer came: nobody knows whether the server has it.</summary>
    Doubtful,

    /// <summary>The student's account has no address that can be used.</summary>
    NoAddress,
}

public static class MailEnds
{
    /// <summary>After this the portal tries again by itself: the student cannot have got the message.</summary>
    public static bool MayTryAgain(this MailEnd end) => end is MailEnd.Deferred or MailEnd.Unreachable or MailEnd.CutOff;
}
