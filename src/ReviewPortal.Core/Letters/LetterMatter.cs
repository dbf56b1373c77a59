using System.Collections.Immutable;
using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Committee;
using ReviewPortal.Core.Decisions;
using ReviewPortal.Core.Necessity;
using ReviewPortal.Core.ProcesVerbaal;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Core.Review;
using ReviewPortal.Core.Writing;

namespace ReviewPortal.Core.Letters;

/// <summary>Everything a letter in a case may have to say.</summary>
/// <param name="Date">The day on the letter: the day of publication in Amsterdam.</param>
public sealed record LetterMatter(
    Institution Institution,
    CaseNumber Number,
    DateOnly Date,
    Addressee Addressee,
    Exam Exam,
    Sitting Sitting)
{
    public ProcesVerbaalRecord? Report { get; init; }

    /// <summary>What the examiner reported (UU-EXR-1); null when the case began with a proces-verbaal.</summary>
    public ExaminerReport? ExaminerReport { get; init; }

    public ReviewAssignment? Review { get; init; }

    public ImmutableArray<Observation> Observations { get; init; } = [];

    public ImmutableArray<InTestMessage> Messages { get; init; } = [];

    public ImmutableArray<TrackFacts> Tracks { get; init; } = [];

    public Investigation? Investigation { get; init; }

    public Invitation? Invitation { get; init; }

    public View? View { get; init; }

    /// <summary>The files that came with the view.</summary>
    public ImmutableArray<Attachment> Attachments { get; init; } = [];

    /// <summary>Who speaks for the student (Awb 2:1); null when nobody does.</summary>
    public Representative? Representative { get; init; }

    public Hearing? Hearing { get; init; }

    public BoardSession? Session { get; init; }

    public Decision? Decision { get; init; }

    public Closing? Closing { get; init; }

    /// <summary>What the student may, asked for or was given after the decision (art. 4.3a lid 2).</summary>
    public RetakeChance? Chance { get; init; }

    public TerminationProposal? Termination { get; init; }

    /// <summary>That proposal was made before the decision went out, so that the decision's own letter tells it.</summary>
    public bool ProposedWithDecision { get; init; }

    /// <summary>The interim measure that the letter is about.</summary>
    public MeasureTold? Measure { get; init; }

    /// <summary>The last objection to the decision on the enrolment.</summary>
    public Objection? Objection { get; init; }

    /// <summary>To which hearing the executive board invites; null when it did not.</summary>
    public EnrolmentHearing? Invited { get; init; }

    /// <summary>The invitation that the last one replaces; null when there was none, or when that hearing was held.</summary>
    public EnrolmentHearing? InvitedBefore { get; init; }

    /// <summary>What the letter corrects; null for any other letter.</summary>
    public CorrectedLetter? Corrected { get; init; }

    /// <summary>How the proces-verbaal came to the student outside an invitation; null when it did not.</summary>
    public ReportDisclosure? Disclosure { get; init; }

    /// <summary>The day on the letter of the decision that stands; null before publication. On paper it can be sent later (<see cref="DecisionSent"/>).</summary>
    public DateOnly? DecisionPublished { get; init; }

    /// <summary>The day on which that decision was last sent, whether or not it arrived; null while it was printed only (Awb 3:41).</summary>
    public DateOnly? DecisionSent { get; init; }

    /// <summary>A decision that is sent again on its own day, or on one with the same last day, keeps the last day that stands in it.</summary>
    internal bool KeepsLastDay => DecisionPublished is { } printed && StatutoryTerms.Appeal(printed).LastDay == AppealTerm.LastDay;

    /// <summary>An appeal against that decision has not been ruled on.</summary>
    public bool AppealRuns { get; init; }

    /// <summary>A letter that ends the enrolment, or leaves it ended, says what becomes of that appeal.</summary>
    internal bool AppealGoesBeside(LetterKind kind) => AppealRuns && kind is (LetterKind.EnrolmentTerminated or LetterKind.EnrolmentUpheld);

    /// <summary>Until when the recordings of a closed case are kept, if nothing keeps them longer.</summary>
    public DateOnly? KeptUntil { get; init; }

    /// <summary>What the second reviewer played of the recording.</summary>
    public ImmutableArray<TrackCoverage> WatchedSecond { get; init; } = [];

    /// <summary>Who issues the letter, and when.</summary>
    public Issuer? Issuer { get; init; }

    /// <summary>The decision that this one replaces; null for the first in a case.</summary>
    public ReplacedDecision? Replaces { get; init; }

    /// <summary>By what the letter will be known; null for a draft or a translation.</summary>
    public Imprint? Imprint { get; init; }

    /// <summary>The students whom the letter is not to, and may not name.</summary>
    public OtherStudents Others { get; init; } = OtherStudents.None;

    /// <summary>How this letter goes out.</summary>
    public SendingChannel Channel { get; init; }

    /// <summary>The same for a letter that goes out like this: only what is posted names an address.</summary>
    public LetterMatter Going(SendingChannel channel, string? address) => this with { Channel = channel, Addressee = Addressee.Reached(channel, address) };

    /// <summary>Words that somebody wrote and that a letter quotes: without citizen numbers (UAVG 46) and without other students (AVG 5).</summary>
    internal string Quoted(string words) => Others.Hidden(CitizenNumbers.Hidden(words, Exam));

    /// <summary>Who speaks for the student, in the words in which the student named them: the board cannot mend those, so they never keep a letter back (UAVG 46).</summary>
    internal string? Spokesperson => Representative is { } named ? CitizenNumbers.Hidden(named.FullName, Exam) : null;

    /// <summary>The text for a case that began with the examiner, where the ordinary one speaks of a proces-verbaal.</summary>
    internal string Text(string key) => ExaminerReport is null ? key : key + ".Examiner";

    /// <summary>The moments a letter may name: netiquette never is one (I4).</summary>
    public IEnumerable<Observation> Findings =>
        Observations.Where(observation => observation.Category.CanBeReported && observation.IsComplete).OrderBy(observation => observation.From);

    public IEnumerable<Observation> InFavour =>
        Observations.Where(observation => observation.Category.Kind is GroundKind.Exculpatory && observation.IsComplete).OrderBy(observation => observation.From);

    public InTestMessage? ReportDuringTest => Messages.FirstOrDefault(message => message.Id == Decision?.Report);

    /// <summary>What the decision rests on.</summary>
    public DecisionGround Ground => new(Decision, View, Exam, Sitting, Messages) { Suspicion = Report?.Suspicion, HasFinding = ExaminerReport is not null || Findings.Any() };

    /// <summary>The board decided otherwise than the proces-verbaal suspected (Awb 3:50).</summary>
    public bool Deviates => Deviation.Is(Report?.Suspicion, Decision?.Outcome);

    public DateOnly ExamDate => Amsterdam.DateOf(Sitting.Start);

    /// <summary>The last day to appeal, when the letter is published on its date.</summary>
    public Deadline AppealTerm => StatutoryTerms.Appeal(Date);

    /// <summary>The term for what can be done against this letter, when it is published on its date; null when nothing can.</summary>
    public Deadline? RemedyTerm(LetterKind kind) => kind.RemedyTerm(Date);

    /// <summary>
    /// Whether the case still holds what a letter of this kind says. Of a decision that was laid aside only the letters themselves are left.
    /// </summary>
    public bool Holds(LetterKind kind) => kind.Subject() switch
    {
        LetterSubject.Decision => Decision is { IsSigned: true } decision && LetterKinds.Of(decision, ProposedWithDecision) == kind,
        LetterSubject.Resending => DecisionPublished is not null,
        LetterSubject.Invitation => Invitation is not null,
        LetterSubject.Closing => Closing is not null,
        LetterSubject.Chance => Chance?.Granted == (kind is LetterKind.ExtraChanceGranted),
        LetterSubject.Retake => Chance?.On is not null,
        LetterSubject.InterimMeasure => Measure is { } measure && (kind is LetterKind.InterimMeasureOrdered || measure.Until is not null),
        LetterSubject.Objection => Objection?.Outcome is { } outcome && LetterKinds.Of(outcome) == kind,
        LetterSubject.Correction => Corrected is not null,
        LetterSubject.Report => Disclosure is not null,
        LetterSubject.EnrolmentHearing => Invited is not null,
        LetterSubject.Proposal => Termination is { IsMade: true } && !ProposedWithDecision,
        LetterSubject.Enrolment when kind.Reconsiders() => Termination?.Restored == (kind is LetterKind.EnrolmentRestored),
        LetterSubject.Enrolment => Termination?.Terminated == (kind is LetterKind.EnrolmentTerminated),
        LetterSubject.Facility => false,
        _ => Report is not null || ExaminerReport is not null,
    };

    /// <summary>What the board, or the executive board, wrote itself for this letter: the reasons, and what else it can still mend.</summary>
    public string OwnWords(LetterKind kind) => kind.Subject() switch
    {
        LetterSubject.Decision when kind.Proposes() => $"{Decision?.OwnWords}\n{Termination?.Reasons}",
        LetterSubject.Decision => Decision?.OwnWords ?? "",
        LetterSubject.InterimMeasure when kind is LetterKind.InterimMeasureOrdered => Measure?.What ?? "",
        // What the student declared of being heard is quoted, and nobody can mend it.
        LetterSubject.Objection => $"{(Objection?.NotHeard is NoHearing.Declared ? "" : Objection?.Hearing)}\n{Objection?.Reasons}".Trim(),
        LetterSubject.Correction => $"{Corrected?.Wrong}\n{Corrected?.Right}",
        LetterSubject.Proposal => Termination?.Reasons ?? "",
        LetterSubject.Closing => Closing?.Reasons ?? "",
        LetterSubject.Chance => Chance?.AnswerReasons ?? "",
        LetterSubject.EnrolmentHearing => Invited?.Place ?? "",
        LetterSubject.Retake => Chance?.Place ?? "",
        LetterSubject.Enrolment when kind.Reconsiders() => Termination?.ReconsideredReasons ?? "",
        LetterSubject.Enrolment => $"{Termination?.Hearing}\n{Termination?.DecisionReasons}".Trim(),
        _ => "",
    };
}

/// <summary>Whoever takes the step with which a letter goes out.</summary>
public sealed record Issuer(string Name, DateTimeOffset At);

/// <summary>To whom a letter is written. A citizen service number is never part of it (UAVG 46).</summary>
/// <param name="Address">Lines below the name; empty when the portal is the way of sending.</param>
public sealed record Addressee(string Name, string StudentNumber, ImmutableArray<string> Address)
{
    /// <summary>As a letter names them that goes out like this: only what is posted names an address.</summary>
    public Addressee Reached(SendingChannel channel, string? address) => this with { Address = channel is SendingChannel.Post ? AddressLines.Of(address) : [] };
}
