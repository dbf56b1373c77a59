using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Necessity;
using ReviewPortal.Core.Writing;

namespace ReviewPortal.Core.Letters;

/// <summary>
/// The message by e-mail that what a student handed in was received (Awb 2:17, 6:14). Written in the transaction of the step that received it. It is a service: the page of
/// the case or the request is the receipt, no term hangs on the mail, and nobody is alarmed when it does not arrive.
/// </summary>
public sealed class Receipt
{
    public Guid Id { get; init; }

    /// <summary>In which case; null for what was received on a request (<see cref="Request"/>). One of the two there always is.</summary>
    public CaseId? Case { get; init; }

    /// <summary>What was received in a case.</summary>
    public CaseAction? Action { get; init; }

    /// <summary>On which request for a special facility; null for what was received in a case.</summary>
    public Guid? Request { get; init; }

    /// <summary>What was received on a request.</summary>
    public FacilityAction? RequestAction { get; init; }

    /// <summary>Under which the audit log tells of it.</summary>
    public string Subject => Case is { } @case ? $"case/{@case}" : $"facility/{Request}";

    public DateTimeOffset At { get; init; }

    /// <summary>The student's own language.</summary>
    public Language Language { get; init; }

    public int Tries { get; private set; }

    /// <summary>When the last try began; null before the first.</summary>
    public DateTimeOffset? TriedAt { get; private set; }

    /// <summary>How the last try ended, or how it ends when the portal stops in the midst of it.</summary>
    public MailEnd? End { get; private set; }

    /// <summary>A try begins: until the message is handed over no server has it.</summary>
    public void Begin(DateTimeOffset now) => (Tries, TriedAt, End) = (Tries + 1, now, MailEnd.CutOff);

    /// <summary>From here on the server may have it, and it does not go a second time.</summary>
    /// <param name="number">Of the try that hands it over.</param>
    /// <exception cref="InvalidOperationException">Another try took its place: this one went on for too long.</exception>
    public void HandOver(int number)
    {
        if (Tries != number) throw new InvalidOperationException($"Try {number} of receipt {Id} took too long; try {Tries} took its place");
        End = MailEnd.Doubtful;
    }

    /// <param name="number">Of the try that ended; one whose place another took has nothing to say of that other.</param>
    public void Finish(int number, MailEnd end)
    {
        if (Tries == number) End = end;
    }

    /// <summary>Whether the portal tries it now: with the same pauses as an announcement, and no longer; a try that may be going on, here or in another portal, is left alone.</summary>
    /// <param name="toHandOver">How long a try may take to hand the message over.</param>
    public bool IsDue(DateTimeOffset now, TimeSpan toHandOver) => now < At + NotificationProgress.GiveUpAfter && End?.MayTryAgain() is not false
        && (TriedAt is not { } last || (last + NotificationProgress.PauseAfter(Tries) <= now && (End is not MailEnd.CutOff || last + toHandOver <= now)));
}
