using System.Collections.Immutable;

namespace ReviewPortal.Core.Calendar;

/// <summary>The terms that the law sets around a decision of the board (law.md 2.1 to 2.3), as rows.</summary>
public static class StatutoryTerms
{
    // What the Awb and the WHW say of the first day: the day on which it happened does not count.
    private const string DayAfter = "Awb 6:8 lid 1";
    private static readonly TermStart Published = new(DeadlineStepKind.Published, "Awb 3:41");
    private static readonly TermStart FilingTermExpired = new(DeadlineStepKind.FilingTermExpired, "WHW 7.59a; Awb 6:7");

    private static readonly Term AppealTerm = new(TermName.Appeal, 6, TermUnit.Weeks, Published, "WHW 7.59a; Awb 6:7, 6:8") { FirstDayBasis = DayAfter, LengthBasis = "Awb 6:7" };

    private static readonly Term SettlementTerm = new(TermName.Settlement, 3, TermUnit.Weeks, new(DeadlineStepKind.Received, "WHW 7.59a"), "WHW 7.61 lid 3");

    private static readonly Term AppealsBoardDecisionTerm = new(TermName.AppealsBoardDecision, 10, TermUnit.Weeks, FilingTermExpired, "WHW 7.61 lid 4");

    private static readonly Term FurtherAppealTerm = new(TermName.FurtherAppeal, 6, TermUnit.Weeks, Published, "Awb 6:7, 6:8") { FirstDayBasis = DayAfter, LengthBasis = "Awb 6:7" };

    private static readonly Term EnrolmentObjectionTerm = new(TermName.EnrolmentObjection, 6, TermUnit.Weeks, Published, "WHW 7.59a, 7.63a; Awb 6:7, 6:8") { FirstDayBasis = DayAfter, LengthBasis = "Awb 6:7" };

    private static readonly Term ExecutiveBoardObjectionTerm = new(TermName.ExecutiveBoardObjection, 10, TermUnit.Weeks, FilingTermExpired, "WHW 7.63b") { FirstDayBasis = "Awb 7:10 lid 1" };

    private static readonly Term PortalNotificationTerm = new(TermName.PortalNotification, 48, TermUnit.Hours, new(DeadlineStepKind.Published, "Awb 2:19"), "Awb 2:10 lid 1");

    private static readonly TermStart Hearing = new(DeadlineStepKind.Hearing, "Awb 7:2");

    // "Tot tien dagen voor het horen": the day that is ten days before still counts, which is the reading in the student's favour.
    private static readonly Term HearingPapersTerm = new(TermName.HearingPapers, 10, TermUnit.Days, Hearing, "Awb 7:4 lid 1") { Direction = TermDirection.Back };

    private static readonly Term HearingFileTerm = new(TermName.HearingFile, 7, TermUnit.Days, Hearing, "Awb 7:4 lid 2") { Direction = TermDirection.Back };

    public static readonly ImmutableArray<Term> All =
        [AppealTerm, SettlementTerm, AppealsBoardDecisionTerm, FurtherAppealTerm, EnrolmentObjectionTerm, ExecutiveBoardObjectionTerm, HearingPapersTerm, HearingFileTerm, PortalNotificationTerm];

    /// <summary>
    /// The last day on which an appeal is in time: six weeks from the day after publication (Awb 6:7 and 6:8 lid 1).
    /// What counts is the day of receipt at the faciliteit (WHW 7.59a).
    /// </summary>
    /// <param name="published">The day of publication (bekendmaking) in Amsterdam.</param>
    public static Deadline Appeal(DateOnly published) => AppealTerm.From(published);

    /// <summary>The last day for the board to say whether an amicable settlement was reached: three weeks (WHW 7.61 lid 3).</summary>
    /// <param name="received">The day on which the appeal was received at the faciliteit.</param>
    public static Deadline Settlement(DateOnly received) => SettlementTerm.From(received);

    /// <summary>The last day for the CBE to decide: ten weeks from the day after the filing term expired (WHW 7.61 lid 4).</summary>
    /// <param name="filingTermExpired">The last day of the term to appeal.</param>
    public static Deadline AppealsBoardDecision(DateOnly filingTermExpired) => AppealsBoardDecisionTerm.From(filingTermExpired);

    /// <summary>The last day to appeal against a decision of the CBE to the Afdeling bestuursrechtspraak (Awb 6:7).</summary>
    /// <param name="notified">The day on which the CBE's decision was published.</param>
    public static Deadline FurtherAppeal(DateOnly notified) => FurtherAppealTerm.From(notified);

    /// <summary>The last day to object to the executive board's decision on an enrolment: six weeks, received at the faciliteit (WHW 7.59a, 7.63a).</summary>
    /// <param name="published">The day of publication (bekendmaking) in Amsterdam.</param>
    public static Deadline EnrolmentObjection(DateOnly published) => EnrolmentObjectionTerm.From(published);

    /// <summary>The last day for the executive board to decide on an objection: ten weeks (WHW 7.63b).</summary>
    /// <param name="lastFilingDay">The last day of the term to object; the count starts on the day after, as in Awb 7:10 lid 1.</param>
    public static Deadline ExecutiveBoardObjection(DateOnly lastFilingDay) => ExecutiveBoardObjectionTerm.From(lastFilingDay);

    /// <summary>The last day to hand in papers before a hearing on an objection: ten days before it (Awb 7:4 lid 1); counted back, so that nothing moves it.</summary>
    /// <param name="hearing">The day of the hearing.</param>
    public static Deadline HearingPapers(DateOnly hearing) => HearingPapersTerm.From(hearing);

    /// <summary>The first day of a hearing on an objection for which papers can still be handed in from tomorrow on.</summary>
    /// <param name="invited">The day of the invitation.</param>
    public static DateOnly EarliestHearing(DateOnly invited) => invited.AddDays(HearingPapersTerm.Length + 1);

    /// <summary>The last day on which the file on an objection has to lie open for inspection: a week before the hearing (Awb 7:4 lid 2).</summary>
    /// <param name="hearing">The day of the hearing.</param>
    public static Deadline HearingFile(DateOnly hearing) => HearingFileTerm.From(hearing);

    /// <summary>The last moment to tell the student that a letter stands in the portal: 48 hours, which no weekend makes longer (Awb 2:10 lid 1).</summary>
    /// <param name="published">The moment at which the letter became accessible (Awb 2:19).</param>
    public static DateTimeOffset PortalNotification(DateTimeOffset published) => PortalNotificationExplained(published).Moment!.Value;

    /// <summary>The same, with its steps.</summary>
    public static Deadline PortalNotificationExplained(DateTimeOffset published) => PortalNotificationTerm.From(published);
}
