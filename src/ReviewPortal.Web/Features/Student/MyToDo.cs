using System.Collections.Immutable;
using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Decisions;
using ReviewPortal.Core.Letters;
using ReviewPortal.Web.Ui;

namespace ReviewPortal.Web.Features.Student;

/// <summary>What a student can do about a test.</summary>
public enum MyTurn
{
    GiveView,
    Hearing,
    EnrolmentHearing,
    Comment,
    ShowAuthorisation,
    Objection,
    Appeal,
    ChanceAppeal,
    CourtAppeal,
    AskChance,
}

/// <summary>Something the student can do now, and until when.</summary>
/// <param name="Until">The last day, or of a hearing its day; null when no day was set.</param>
public sealed record MyToDo(MyTurn Turn, DateOnly? Until)
{
    /// <summary>Where on the page of the test it is done.</summary>
    public string Place => Places.Named(Turn.ToString());

    /// <summary>The first to end comes first.</summary>
    public static ImmutableArray<MyToDo> Of(MyCase mine)
    {
        ArgumentNullException.ThrowIfNull(mine);
        return [.. All(mine).OrderBy(item => item.Until ?? DateOnly.MaxValue).ThenBy(item => item.Turn)];
    }

    private static IEnumerable<MyToDo> All(MyCase mine)
    {
        if ((mine.ToGiveView.IsDone && mine.Stand is Stand.YourTurn) || mine.IsSilent) yield return new(MyTurn.GiveView, mine.ReactBy);
        if (mine is { HearingMoves: true, HearingAt: { } hearing }) yield return new(MyTurn.Hearing, Amsterdam.DateOf(hearing));
        if (mine is { EnrolmentHearingIsAhead: true, EnrolmentHearing: { } board }) yield return new(MyTurn.EnrolmentHearing, Amsterdam.DateOf(board.PlannedAt));
        if (mine is { ToCommentOnMinutes: true, Minutes.CommentedAt: null }) yield return new(MyTurn.Comment, null);
        if (mine.Representative is { IsToBeShown: true }) yield return new(MyTurn.ShowAuthorisation, null);
        if (mine.Enrolment is { ObjectionReceived: null, Letter: { IsOpen: true } letter } enrolment && enrolment.Remedy is not Remedy.None) yield return new(enrolment.Remedy is Remedy.Objection ? MyTurn.Objection : MyTurn.CourtAppeal, letter.Until);
        if (mine.AppealOpen) yield return new(MyTurn.Appeal, mine.Appeal?.Term.LastDay);
        if (mine.RefusedChance is { IsOpen: true } refused) yield return new(MyTurn.ChanceAppeal, refused.Until);
        if (mine is { ToRequestRetake.IsDone: true, Chance: { Right: RetakeRight.OnRequest, RequestedAt: null } }) yield return new(MyTurn.AskChance, null);
    }
}
