using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Writing;

namespace ReviewPortal.Core.Committee;

/// <summary>What the board's inquiry and the student's voice mean for the procedure.</summary>
public static class CommitteeFacts
{
    public static void State(CaseFacts facts, Actor actor, CommitteeFile file, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(file);

        file.Investigation?.State(facts);
        var planned = file.Hearing?.PlannedAt;
        facts
            .State(Requirement.NoConflictOfInterest, !file.ActorHasConflict)
            .State(Requirement.NoticeTerm, planned is { } moment ? EnoughNotice(moment, now) : file.Invitation?.GivesEnoughNotice(now) is true)
            .State(Requirement.TermNotTooLong, (planned is { } day ? Calendar.Amsterdam.DateOf(day) : file.Invitation?.ReactBy) <= Invitation.LatestReactBy(now))
            .State(Requirement.ReactionTermRuns, file.Invitation?.TermHasElapsed(now) is false)
            .State(Requirement.ViewNotGivenYet, file.View?.ReceivedAt is null)
            .State(Requirement.NotHeardYet, file.View?.Form is not ViewForm.Oral)
            .State(Requirement.ReactionTermElapsed, file.Invitation?.TermHasElapsed(now) is true)
            .State(Requirement.ReminderSent, file.Invitation?.WasReminded(now) is true)
            .State(Requirement.ViewWritten, !Inked.IsEmpty(file.View?.Text))
            .State(Requirement.WithinLength, file.View is not { } words || StudentWords.Fit(words.Text))
            .State(Requirement.HearingPlace, !Inked.IsEmpty(file.Hearing?.Place))
            .State(Requirement.HearingPlanned, file.Hearing is { IsPlanned: true } && planned <= now)
            .State(Requirement.HearingMinutes, file.Hearing?.HasMinutes(file.Policy) is true)
            .State(Requirement.HearingMinutesKept, file.Hearing is { IsRecorded: true, CommentedAt: null } && file.View is { Form: ViewForm.Oral, ReceivedAt: not null })
            .State(Requirement.MinutesCommentWritten, !Inked.IsEmpty(file.Hearing?.Comment))
            .State(Requirement.StudentHeardOrWaived, file.View?.ReceivedAt is not null)
            .State(Requirement.QuorumWithoutConflict, file.Session is { } session && session.HasQuorum && !file.SessionHasConflict)
            .State(Requirement.SessionHeld, file.Session is { HasQuorum: true } held && WasHeld(held, file, now))
            .State(Requirement.MemberOfThisSession, file.Session?.Includes(actor.Id) is true && !file.ActorHasConflict);
        if (file.View is { } view && !StudentWords.Fit(view.Text)) facts.Explain(Requirement.WithinLength, language => StudentWords.TooMuch(view.Text, language));
    }

    // Nobody deliberates on what the student has not said yet, nor about a decision that still stood.
    private static bool WasHeld(BoardSession session, CommitteeFile file, DateTimeOffset now) =>
        session.Date <= Calendar.Amsterdam.DateOf(now)
        && !(file.View?.CompleteAt is { } received && session.Date < Calendar.Amsterdam.DateOf(received))
        && !(session.Date < file.RoundBegan);

    private static bool EnoughNotice(DateTimeOffset hearing, DateTimeOffset now) =>
        Calendar.Amsterdam.DateOf(hearing) >= Invitation.EarliestReactBy(now);
}

/// <summary>The records of this room for one case, and the conflicts of interest found.</summary>
public sealed record CommitteeFile(
    Investigation? Investigation,
    Invitation? Invitation,
    View? View,
    Hearing? Hearing,
    BoardSession? Session,
    bool ActorHasConflict,
    bool SessionHasConflict)
{
    public BoardPolicy Policy { get; init; } = new();

    /// <summary>Since when the board decides again: the day on which the decision before this one was laid aside or annulled; null in the first round.</summary>
    public DateOnly? RoundBegan { get; init; }
}
