using System.Collections.Immutable;
using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Decisions;

namespace ReviewPortal.Core.Letters;

/// <summary>The letters of this procedure (law.md 3.1 and section 4): L1 to L8 and L11 to L14, the answer to a request for an extra chance, and the day of a new test.</summary>
public enum LetterKind
{
    Valid,
    IrregularityUniversity,
    IrregularityForceMajeure,
    IrregularityOwnRisk,
    FraudInvalid,
    FraudSanction,

    /// <summary>L7: fraud so serious that the board proposes, with its decision, to end the enrolment; with or without a sanction (WHW 7.12b lid 2, second sentence).</summary>
    FraudProposal,
    InvitationForView,
    NoticeOfReport,

    /// <summary>Goes with a decision letter that is sent again: the letter itself does not change, and names a last day that no longer holds (Awb 2:11, 2:12).</summary>
    SentAgain,

    /// <summary>The inquiry found no ground; the case is closed (law.md section 4, row 9).</summary>
    ClosedWithoutGrounds,

    /// <summary>The board grants the extra chance that was asked for (law.md section 4, row 25).</summary>
    ExtraChanceGranted,
    ExtraChanceRefused,

    /// <summary>The day and the place of the new test (law.md section 4, row 24).</summary>
    NewTestPlanned,

    /// <summary>L8: the executive board ends the enrolment (WHW 7.12b lid 2, second sentence).</summary>
    EnrolmentTerminated,
    EnrolmentKept,

    /// <summary>The finding on which the enrolment was ended fell: the executive board takes its decision back.</summary>
    EnrolmentRestored,

    /// <summary>The board established fraud anew, and the executive board keeps its decision.</summary>
    EnrolmentUpheld,

    /// <summary>After an annulment nothing is left to decide (law.md section 4, row 36).</summary>
    ClosedAfterAnnulment,

    /// <summary>L9: the board grants or refuses online proctoring as a special facility (route 1). It is about a request, and about no case.</summary>
    FacilityGranted,
    FacilityRefused,
    /// <summary>The board made that proposal after its decision had gone out.</summary>
    TerminationProposed,

    /// <summary>L13: an interim measure was ordered while an appeal is open; it suspends a sanction (WHW 7.61 lid 6).</summary>
    InterimMeasureOrdered,
    InterimMeasureEnded,

    /// <summary>L10: the executive board decides on an objection to its decision on the enrolment (WHW 7.63b).</summary>
    ObjectionInadmissible,
    ObjectionUnfounded,
    ObjectionFounded,

    /// <summary>Corrects a clerical mistake in an earlier letter, which keeps its bytes (Awb 2:12).</summary>
    Correction,

    /// <summary>The mistake was in what that letter says about the remedy: its term begins anew (Awb 3:45, 6:8).</summary>
    CorrectionNewTerm,

    /// <summary>With the signed proces-verbaal, outside an invitation to give a view (AVG 15; Awb 3:49, 4:11).</summary>
    ProcesVerbaalSent,

    /// <summary>The executive board invites the student to its hearing, on the proposal to end the enrolment or on an objection (Awb 4:8, 7:2).</summary>
    EnrolmentHearing,
}

/// <summary>What a letter is about. In a case the last letter about something is the one that holds.</summary>
public enum LetterSubject
{
    Decision,
    Resending,
    Invitation,
    Notice,
    Closing,
    Chance,
    Retake,
    Enrolment,

    /// <summary>A request for a special facility: the only letters that belong to no case.</summary>
    Facility,
    Proposal,
    InterimMeasure,
    Objection,
    Correction,
    Report,
    EnrolmentHearing,
}

/// <summary>What can be done against what a letter says.</summary>
public enum Remedy
{
    /// <summary>It decides nothing, or only prepares a decision (Awb 1:3, 6:3).</summary>
    None,

    /// <summary>To the College van beroep voor de examens (WHW 7.61).</summary>
    Appeal,

    /// <summary>To the executive board itself (WHW 7.63a).</summary>
    Objection,

    /// <summary>To the Afdeling bestuursrechtspraak of the Council of State, against the decision on an objection (WHW 7.66; Awb 6:7).</summary>
    CourtAppeal,
}

public static class LetterKinds
{
    public static LetterSubject Subject(this LetterKind kind) => kind switch
    {
        LetterKind.SentAgain => LetterSubject.Resending,
        LetterKind.InvitationForView => LetterSubject.Invitation,
        LetterKind.NoticeOfReport => LetterSubject.Notice,
        LetterKind.ClosedWithoutGrounds or LetterKind.ClosedAfterAnnulment => LetterSubject.Closing,
        LetterKind.ExtraChanceGranted or LetterKind.ExtraChanceRefused => LetterSubject.Chance,
        LetterKind.NewTestPlanned => LetterSubject.Retake,
        LetterKind.TerminationProposed => LetterSubject.Proposal,
        LetterKind.ObjectionInadmissible or LetterKind.ObjectionUnfounded or LetterKind.ObjectionFounded => LetterSubject.Objection,
        LetterKind.Correction or LetterKind.CorrectionNewTerm => LetterSubject.Correction,
        LetterKind.ProcesVerbaalSent => LetterSubject.Report,
        LetterKind.EnrolmentHearing => LetterSubject.EnrolmentHearing,
        LetterKind.InterimMeasureOrdered or LetterKind.InterimMeasureEnded => LetterSubject.InterimMeasure,
        LetterKind.EnrolmentTerminated or LetterKind.EnrolmentKept or LetterKind.EnrolmentRestored or LetterKind.EnrolmentUpheld => LetterSubject.Enrolment,
        LetterKind.FacilityGranted or LetterKind.FacilityRefused => LetterSubject.Facility,
        _ => LetterSubject.Decision,
    };

    /// <summary>The kinds that are about a case.</summary>
    public static ImmutableArray<LetterKind> OfACase { get; } = [.. Enum.GetValues<LetterKind>().Where(kind => kind.Subject() is not LetterSubject.Facility)];

    public static ImmutableArray<LetterKind> About(LetterSubject subject) => [.. Enum.GetValues<LetterKind>().Where(kind => kind.Subject() == subject)];

    /// <summary>The board's decision on the test, L1 to L7: the letter on which the appeal term of the case runs.</summary>
    public static bool IsDecision(this LetterKind kind) => kind.Subject() is LetterSubject.Decision;

    public static Remedy Remedy(this LetterKind kind) => kind.Subject() switch
    {
        // Closing leaves everything as it was: no legal consequence, so no decision, and nothing for a student to gain by an appeal (Awb 1:3, 8:1).
        // What another body ordered is only told here.
        LetterSubject.Invitation or LetterSubject.Notice or LetterSubject.Retake or LetterSubject.Closing or LetterSubject.Proposal or LetterSubject.InterimMeasure or LetterSubject.Report or LetterSubject.EnrolmentHearing => Letters.Remedy.None,
        LetterSubject.Correction when kind is LetterKind.Correction => Letters.Remedy.None,
        LetterSubject.Objection => Letters.Remedy.CourtAppeal,
        LetterSubject.Enrolment => Letters.Remedy.Objection,
        _ => Letters.Remedy.Appeal,
    };

    /// <summary>The term for what can be done against a letter of this kind; null when nothing can.</summary>
    /// <param name="sent">The day of sending in Amsterdam (Awb 6:8).</param>
    public static Deadline? RemedyTerm(this LetterKind kind, DateOnly sent) => kind.Remedy() switch
    {
        Letters.Remedy.Appeal => StatutoryTerms.Appeal(sent),
        Letters.Remedy.CourtAppeal => StatutoryTerms.FurtherAppeal(sent),
        Letters.Remedy.Objection => StatutoryTerms.EnrolmentObjection(sent),
        _ => null,
    };

    /// <summary>The letter that makes this decision known.</summary>
    /// <param name="proposes">With the decision the board proposes to the executive board to end the enrolment.</param>
    public static LetterKind Of(Decision decision, bool proposes = false)
    {
        ArgumentNullException.ThrowIfNull(decision);
        return (decision.Outcome, decision.Attribution) switch
        {
            (Outcome.Valid, _) => LetterKind.Valid,
            (Outcome.Irregularity, Attribution.University) => LetterKind.IrregularityUniversity,
            (Outcome.Irregularity, Attribution.ForceMajeure) => LetterKind.IrregularityForceMajeure,
            (Outcome.Irregularity, Attribution.Student) => LetterKind.IrregularityOwnRisk,
            (Outcome.Fraud, _) when proposes => LetterKind.FraudProposal,
            (Outcome.Fraud, _) => decision.Sanction is null ? LetterKind.FraudInvalid : LetterKind.FraudSanction,
            _ => throw new InvalidOperationException("A letter needs an outcome, and an irregularity somebody for whose account it comes"),
        };
    }

    public static LetterKind Of(ObjectionOutcome outcome) => outcome switch
    {
        ObjectionOutcome.Founded => LetterKind.ObjectionFounded,
        ObjectionOutcome.Unfounded => LetterKind.ObjectionUnfounded,
        ObjectionOutcome.Inadmissible => LetterKind.ObjectionInadmissible,
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "No outcome"),
    };

    /// <summary>Enough has been decided to know which letter it will be.</summary>
    public static bool IsKnown(DecisionDraft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        return draft.Outcome is Outcome.Valid or Outcome.Fraud || (draft.Outcome is Outcome.Irregularity && draft.Attribution is not null);
    }

    /// <summary>Preparatory letters cannot be appealed separately and say so by leaving the clause out (Awb 6:3).</summary>
    public static bool HasRemedies(this LetterKind kind) => kind.Remedy() is not Letters.Remedy.None;

    public static bool IsIrregularity(this LetterKind kind) =>
        kind is LetterKind.IrregularityUniversity or LetterKind.IrregularityForceMajeure or LetterKind.IrregularityOwnRisk;

    /// <summary>The executive board looked again at a decision of its own.</summary>
    public static bool Reconsiders(this LetterKind kind) => kind is LetterKind.EnrolmentRestored or LetterKind.EnrolmentUpheld;

    public static bool IsFraud(this LetterKind kind) => kind is LetterKind.FraudInvalid or LetterKind.FraudSanction or LetterKind.FraudProposal;

    /// <summary>It goes out in the name of the board of examiners, whose secretary can correct it.</summary>
    public static bool IsOfTheBoard(this LetterKind kind) => kind.Sender().Organ is HouseField.Board;

    /// <summary>In whose name it goes out, and from where: an enrolment is the executive board's (WHW 7.12b lid 2), an interim measure the appeals board's (WHW 7.61 lid 6), everything else is the board's.</summary>
    public static (HouseField Organ, HouseField Address) Sender(this LetterKind kind) => kind.Subject() switch
    {
        LetterSubject.Enrolment or LetterSubject.EnrolmentHearing or LetterSubject.Objection => (HouseField.ExecutiveBoard, HouseField.ExecutiveBoardAddress),
        LetterSubject.InterimMeasure => (HouseField.AppealsBoard, HouseField.AppealsBoardAddress),
        _ => (HouseField.Board, HouseField.Address),
    };

    /// <summary>It tells that the board proposed to the executive board to end the enrolment.</summary>
    public static bool Proposes(this LetterKind kind) => kind is LetterKind.FraudProposal or LetterKind.TerminationProposed;
}
