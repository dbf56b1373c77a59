using System.Collections.Immutable;
using Microsoft.Extensions.Localization;
using ReviewPortal.Core.Appeals;
using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Committee;
using ReviewPortal.Core.Decisions;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Core.Writing;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Web.Access;
using ReviewPortal.Web.Ui;

namespace ReviewPortal.Web.Features.Student;

/// <summary>Where a case stands, as far as the student has been told.</summary>
public enum Stand
{
    Recorded,
    Cleared,
    Investigated,
    YourTurn,
    Hearing,
    BoardDecides,
    Decided,
    InAppeal,
    Annulled,
    Closed,
}

/// <summary>Why a decision has to be sent again.</summary>
public enum Undelivered
{
    CameBack,

    /// <summary>It was printed, and set aside before it was posted or handed over.</summary>
    NeverSent,
}

/// <summary>One of the student's tests in a list.</summary>
/// <param name="Told">What the student was told about it; null as long as there is no case, as far as the student knows.</param>
public sealed record MyTest(CaseNumber Number, string Exam, DateTimeOffset Start, Stand Stand, MyCase? Told)
{
    public Outcome? Outcome => Told?.Outcome;

    public ImmutableArray<MyToDo> ToDo => Told?.ToDo ?? [];

    /// <summary>What happened last, with its day.</summary>
    public MyStep? Last => Told?.Timeline[^1];
}

public sealed record MyMoment(Fragment Fragment, string Category, string Seen);

/// <summary>The minutes of the own hearing, and what the student remarked on them.</summary>
public sealed record MyMinutes(string Attendees, string Text, string Comment, DateTimeOffset? CommentedAt);

/// <summary>A view of an earlier round, with the minutes when it was given at a hearing.</summary>
public sealed record MyEarlierView(string Text, DateTimeOffset ReceivedAt, ImmutableArray<AttachedFile> Attachments, MyMinutes? Minutes);

/// <summary>Somebody opened the recordings.</summary>
/// <param name="As">In which role; null when the log does not say so yet.</param>
/// <param name="Purpose">"review", "dossier", "address" or empty, as the log has it.</param>
public sealed record MyLook(DateTimeOffset At, Role? As, string Purpose);

public sealed record MyMessage(DateTimeOffset At, string Text);

/// <param name="Action">Null: the test itself.</param>
/// <param name="Note">What the step ended, in the words of the portal; never what a person noted.</param>
public sealed record MyStep(DateOnly Date, CaseAction? Action, string? Note)
{
    /// <summary>Its letter was made to be posted or handed over, and made nothing known by that (Awb 3:41).</summary>
    public bool IsPrinted { get; init; }

    /// <summary>The day on which a letter was posted or handed over, which is not that on which it was recorded; null for any other step.</summary>
    public DateOnly? SentOn { get; init; }

    /// <summary>Which of the two it was; null where that is not known.</summary>
    public SendingChannel? Channel { get; init; }

    /// <summary>What happened, in the student's words.</summary>
    public string Words(IStringLocalizer<StudentTexts> texts) => Action switch
    {
        null => texts["Step.Test"],
        CaseAction.Publish or CaseAction.SendAgain or CaseAction.CorrectLetter when IsPrinted => texts[$"Step.{Action}.Printed"],
        CaseAction.RecordPosting when SentOn is { } day => texts["Step.RecordPosting." + (Channel is { } channel ? $"{channel}" : "On"), day.InWords(Here.Language)],
        _ => texts[$"Step.{Action}"],
    };
}

public sealed record MyCase
{
    public required CaseNumber Number { get; init; }

    /// <summary>Who handles the case, and where remedies are to be had today.</summary>
    public required Institution House { get; init; }

    /// <summary>As an address to follow; it is printed on letters without "https".</summary>
    public string PrivacyStatement => House.PrivacyStatement.Contains("://", StringComparison.Ordinal) ? House.PrivacyStatement : $"https://{House.PrivacyStatement}";

    public required string Exam { get; init; }

    public required DateTimeOffset Start { get; init; }

    /// <summary>The day on which this is told.</summary>
    public required DateOnly Today { get; init; }

    public required Stand Stand { get; init; }

    public required Outcome? Outcome { get; init; }

    public required RetakeRight? Retake { get; init; }

    /// <summary>What the decision that stands imposes; null when it imposes nothing.</summary>
    public required Sanction? Sanction { get; init; }

    /// <summary>Since when an interim measure runs; null when none does.</summary>
    public required DateOnly? SuspendedSince { get; init; }

    /// <summary>The board decides again, and the decision that was published stands meanwhile (Awb 6:19).</summary>
    public bool StandsMeanwhile => StandingOf is not null;

    /// <summary>The day of the decision that stands while the board decides again, until the new one was sent (Awb 3:40, 6:19); null when there is no such decision.</summary>
    public required DateOnly? StandingOf { get; init; }

    /// <summary>Where the sanction stands today; null when there is none, or it has no duration.</summary>
    public required SanctionRun? SanctionRun { get; init; }

    /// <summary>The latest first; what was set aside before it was sent stands behind what was.</summary>
    public required ImmutableArray<MyLetter> Letters { get; init; }

    /// <summary>The letter that tells how it stands now; null when another part of the page does, or when nothing in the letters counts any more.</summary>
    public MyLetter? Newest => Enrolment is null && Letters is [{ NeverWent: false, IsAnnulled: false } newest, ..] && !(newest.Kind is LetterKind.InterimMeasureEnded && Letters.Any(letter => letter.IsAnnulled)) ? newest : null;

    /// <summary>What was last said about the enrolment; null when nothing was.</summary>
    public required MyEnrolment? Enrolment { get; init; }

    /// <summary>What the student can do now, the first to end first.</summary>
    public ImmutableArray<MyToDo> ToDo => MyToDo.Of(this);

    public required AppealWindow? Appeal { get; init; }

    public required bool AppealOpen { get; init; }

    /// <summary>There is a decision that was made and not sent yet: an appeal can be lodged once it has been (Awb 3:41, 6:8).</summary>
    public required bool AppealToCome { get; init; }

    /// <summary>The decision did not reach the student and has to be sent again, from when its term runs (Awb 2:11, 3:41); null when nothing has to be.</summary>
    public required Undelivered? Undelivered { get; init; }

    /// <summary>The day on which the pending appeal was received; null when none is pending.</summary>
    public required DateOnly? AppealReceived { get; init; }

    public required bool ReportDisclosed { get; init; }

    /// <summary>What the examiner reported, once it has been disclosed; null when the case began with a proces-verbaal.</summary>
    public required string? ByExaminer { get; init; }

    public required ImmutableArray<MyMoment> Moments { get; init; }

    public required ImmutableArray<MyMessage> Messages { get; init; }

    public required DateOnly? ReactBy { get; init; }

    public required string ViewText { get; init; }

    /// <summary>How many characters can still be added to it.</summary>
    public required int ViewRoom { get; init; }

    public required DateTimeOffset? ViewReceivedAt { get; init; }

    /// <summary>The files that were handed in with the view, or with something that was added to it.</summary>
    public required ImmutableArray<AttachedFile> Attachments { get; init; }

    /// <summary>The files to be handed in with what is being written.</summary>
    public required ImmutableArray<AttachedFile> BesideDraft { get; init; }

    /// <summary>Who speaks for the student now; null when nobody does.</summary>
    public required NamedRepresentative? Representative { get; init; }

    public required Answer ToNameRepresentative { get; init; }

    public required Answer ToWithdrawRepresentative { get; init; }

    public required ImmutableArray<AttachedFile> Authorisations { get; init; }

    public required ImmutableArray<MyEarlierView> Earlier { get; init; }

    public required DateTimeOffset? HearingAt { get; init; }

    public required string HearingPlace { get; init; }

    /// <summary>The hearing is still to come, or is being moved.</summary>
    public required bool HearingMoves { get; init; }

    /// <summary>The executive board's hearing on the enrolment; null when it has not invited, or has decided.</summary>
    public required EnrolmentHearing? EnrolmentHearing { get; init; }

    /// <summary>That hearing is still to come.</summary>
    public required bool EnrolmentHearingIsAhead { get; init; }

    public required bool CautionIsGiven { get; init; }

    public required MyMinutes? Minutes { get; init; }

    public required bool ToCommentOnMinutes { get; init; }

    public required Answer ToGiveView { get; init; }

    public required Answer ToAskHearing { get; init; }

    /// <summary>Add to a view that was handed in, as long as its term runs.</summary>
    public required Answer ToSupplement { get; init; }

    /// <summary>Silence was recorded while the term still runs, as after a hearing to which nobody came: a view can still be given.</summary>
    public bool IsSilent => ToSupplement.IsDone && ViewText.Length is 0;

    /// <summary>The page asks for a view: what the view is on stands before it.</summary>
    public bool AsksView => ToGiveView.IsDone || IsSilent;

    /// <summary>The chance that follows from the decision; null when none does.</summary>
    public required RetakeChance? Chance { get; init; }

    /// <summary>The letter that refused it, as long as it is the answer that stands: against it an appeal of its own is open (WHW 7.59a).</summary>
    public MyLetter? RefusedChance => Chance is { Granted: false } ? Letters.FirstOrDefault(letter => letter.Kind is LetterKind.ExtraChanceRefused) : null;

    public required Answer ToRequestRetake { get; init; }

    public required ImmutableArray<TrackRole> Recorded { get; init; }

    public required ImmutableArray<MyStep> Timeline { get; init; }

    /// <summary>When the recordings were opened and for what, the latest first.</summary>
    public required ImmutableArray<MyLook> Looked { get; init; }

    public required string Kept { get; init; }
}
