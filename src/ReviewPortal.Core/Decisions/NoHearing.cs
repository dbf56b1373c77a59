using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Writing;

namespace ReviewPortal.Core.Decisions;

/// <summary>Why a student need not be heard on an objection, as far as that lies with the student (Awb 7:3 onder c en d).</summary>
public enum NoHearing
{
    /// <summary>The student declared not to want to be heard.</summary>
    Declared,

    /// <summary>The student did not ask to be heard within the reasonable term that was set for it.</summary>
    NotAsked,
}

/// <summary>What the executive board records of hearing a student on an objection, before it decides on it.</summary>
/// <param name="Words">How the student was heard; or the student's own statement, or how and when the student was asked.</param>
/// <param name="Not">Why there was no hearing; null when there was one, or when the outcome needs none.</param>
/// <param name="On">The day of the statement, or the last day of the term.</param>
public sealed record HearingRecord(string Words, NoHearing? Not = null, DateOnly? On = null)
{
    /// <summary>House rule: in characters.</summary>
    public const int Longest = 2000;

    /// <summary>Enough to decide with this outcome (Awb 7:2, 7:3).</summary>
    public bool Suffices(ObjectionOutcome outcome, Objection objection, EnrolmentHearing? invited, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(objection);
        var (today, written) = (Amsterdam.DateOf(now), !Inked.IsEmpty(Words));
        return Not switch
        {
            null => !outcome.NeedsHearing() || (written && invited?.HasBeen(now) is true),
            NoHearing.Declared => written && On >= objection.ReceivedOn && On <= today,
            // The whole last day is the student's.
            _ => written && On >= objection.ReceivedOn && On < today,
        };
    }

    /// <summary>Kept with the objection.</summary>
    public void Keep(Objection objection)
    {
        ArgumentNullException.ThrowIfNull(objection);
        (objection.Hearing, objection.NotHeard, objection.NotHeardOn) = (Words.Trim(), Not, Not is null ? null : On);
    }
}
