using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Appeals;
using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Committee;
using ReviewPortal.Core.Decisions;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Necessity;
using ReviewPortal.Core.ProcesVerbaal;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Core.Retention;
using ReviewPortal.Core.Review;
using ReviewPortal.Core.Writing;

namespace ReviewPortal.Infrastructure.Store;

/// <summary>One case with what every room keeps about it, opened by one person at one moment.</summary>
public sealed partial class CaseFile
{
    private readonly Dictionary<Requirement, bool> _stated = [];
    private readonly Dictionary<Requirement, Func<Language, string>> _explained = [];

    public required PortalDb Db { get; init; }

    public required DateTimeOffset Now { get; init; }

    public required Actor Actor { get; init; }

    public required Case Case { get; init; }

    public required Sitting Sitting { get; init; }

    public required Exam Exam { get; init; }

    public required ImmutableArray<Recording> Recordings { get; init; }

    public required ImmutableArray<InTestMessage> Messages { get; init; }

    /// <summary>The account of the student; null when there is none, or when the student cannot sign in with it.</summary>
    public required StudentAccount? Student { get; init; }

    /// <summary>The student's own language, in which letters go out.</summary>
    public Language LetterLanguage => Languages.Parse(Student?.Language ?? "nl") ?? Language.Dutch;

    public required ImmutableArray<Observation> AllObservations { get; init; }

    public required ImmutableArray<Seen> AllSeen { get; init; }

    /// <summary>The reviewers who gave the case back themselves.</summary>
    public required ImmutableArray<PersonId> Withdrawn { get; init; }

    /// <summary>The members and secretaries who declared an interest in this case.</summary>
    public required ImmutableArray<ConflictDeclaration> Declarations { get; set; }

    /// <summary>The report was opened to the student, now or in a round before: what was disclosed once stays so (Awb 4:8).</summary>
    public bool IsDisclosed => Invitation is not null || Disclosure is not null || After.Former.Any(round => round.AsHeard().Invitation is not null);

    /// <summary>It was opened to be read: what is asked of it says what could be done, once who does it signs.</summary>
    public bool IsLook { get; init; }

    public required BoardPolicy Policy { get; init; }

    /// <summary>The students whom no letter of the case may name; null until a letter asks for them.</summary>
    public OtherStudents? Others { get; set; }

    /// <summary>What a letter written today says of its sender.</summary>
    public required Institution Institution { get; init; }

    public ReviewAssignment? Assignment { get; set; }

    public ProcesVerbaalRecord? Report { get; set; }

    /// <summary>The proces-verbaal was sent to the student outside an invitation.</summary>
    public ReportDisclosure? Disclosure { get; set; }

    /// <summary>The mistake that a step corrects.</summary>
    public CorrectedLetter? Corrected { get; set; }

    public Investigation? Investigation { get; set; }

    public Invitation? Invitation { get; set; }

    public View? View { get; set; }

    /// <summary>The files the student added, in order: beside a view of this round or a former one, or to authorise a representative.</summary>
    public ImmutableArray<Attachment> Attachments { get; set; } = [];

    /// <summary>Those that came with the view there is now, or with what was added to it.</summary>
    public IEnumerable<Attachment> WithView => Attachments.Where(item => item.CameWithView(View?.ReceivedAt, View?.CompleteAt));

    /// <summary>Those that the student still has, to hand in with the view or with an addition to it.</summary>
    public IEnumerable<Attachment> BesideDraft => Attachments.Where(item => item is { Use: AttachmentUse.View, SentAt: null });

    /// <summary>Who speaks for the student now; null when nobody does (Awb 2:1).</summary>
    public Representative? Representative { get; set; }

    public Hearing? Hearing { get; set; }

    public BoardSession? Session { get; set; }

    public Decision? Decision { get; set; }

    /// <summary>When the draft of the decision was last kept; null when it never was.</summary>
    public DateTimeOffset? DraftKeptAt { get; init; }

    public ExaminerReport? ExaminerReport { get; set; }

    public Closing? Closing { get; set; }

    /// <summary>What follows the decision.</summary>
    public Aftermath After { get; init; } = Aftermath.None;

    /// <summary>The letter by which a decision counts today: of the decision as it is, or of the one that stands until the board has decided again (Awb 6:19).</summary>
    public Letter? CountingLetter => After.Replaceable ?? StandingLetter;

    /// <summary>Where the sanction of the decision that stands is today; null when there is none, it has no duration, or the decision did not reach the student (Awb 3:40, 2:11).</summary>
    public SanctionRun? SanctionRun =>
        After.SentAt is not null && StandingSanction is { } sanction ? SanctionRuns.On(Amsterdam.DateOf(Now), sanction, After.Appeals) : null;

    /// <summary>What the decision that stands imposes; null when it imposes nothing.</summary>
    public Sanction? StandingSanction => After.Kept is { } kept ? kept.Sanction() : StandingLetter is not null ? Decision?.Sanction : null;

    /// <summary>The interim measure that a step is about; otherwise the last one.</summary>
    public InterimMeasure? Measure { get => field ?? After.Appeal?.Measures.LastOrDefault(); set; }

    // Whether another measure runs on is asked of what lies in the appeal now.
    private MeasureTold? MeasureTold => Measure is not { } measure ? null : new(measure.What, measure.From, measure.Until, StandingSanction)
    {
        ByCouncil = After.Appeal is { Body: AppealBody.CouncilOfState },
        AnotherRuns = After.Appeals.Any(appeal => appeal.InterimRuns),
    };

    public Hold? Hold { get; set; }

    public Restriction? Restriction { get; set; }

    /// <summary>The board members of the session, to see who has a conflict of interest.</summary>
    public ImmutableArray<Actor> SessionMembers { get; set; } = [];

    /// <summary>The marks of the reviewer, from which the proces-verbaal is built; the second reviewer's stay apart.</summary>
    public ImmutableArray<Observation> Observations => [.. AllObservations.Where(item => item.By == Assignment?.Reviewer)];

    /// <summary>What the second reviewer played, apart from the first.</summary>
    public ImmutableArray<TrackCoverage> WatchedSecond => Assignment?.SecondReviewer is { } second ? Coverage.Of(Sitting, Recordings, [.. AllSeen.Where(item => item.Reviewer == second)]) : [];

    /// <summary>The marks of both, side by side. Who may see it before the opinion is nobody's but the caller's to guard (AP-DPIA-3).</summary>
    public ReviewComparison Comparison => ReviewComparison.Of(Observations, Assignment?.SecondReviewer is { } second ? AllObservations.Where(item => item.By == second) : []);

    /// <summary>What the two reviewers said to each other since the opinion, in order; what was said in a review that was handed back is not about these marks.</summary>
    public async Task<ImmutableArray<ReviewRemark>> RemarksAsync(CancellationToken ct) => Assignment?.OpinionAt is { } since
        ? [.. await Db.ReviewRemarks.Where(item => item.Case == Case.Id && item.At >= since).OrderBy(item => item.At).ToListAsync(ct)]
        : [];

    /// <summary>What counts against the student: a draft, or a suspicion that the second reviewer did not support, is nothing.</summary>
    public ProcesVerbaalRecord? SignedReport => Report is { IsSigned: true } ? Report : null;

    /// <summary>The marks of a signed proces-verbaal.</summary>
    public ImmutableArray<Observation> ReportedMarks => SignedReport is null ? [] : Observations;

    public ImmutableArray<Seen> Seen => [.. AllSeen.Where(item => item.Reviewer == Assignment?.Reviewer)];

    /// <summary>An action states what only it can know, such as whether the person it was given qualifies.</summary>
    public void State(Requirement requirement, bool met) => _stated[requirement] = met;

    /// <summary>What an action found of a requirement, for who is refused.</summary>
    public void Explain(Requirement requirement, Func<Language, string> found) => _explained[requirement] = found;

    public bool Meets(Requirement requirement) => Facts().Meets(requirement);

    /// <summary>Holds on to what is so now, for an action that is about to change what it rests on.</summary>
    public bool Pin(Requirement requirement)
    {
        var met = Meets(requirement);
        State(requirement, met);
        return met;
    }

    /// <summary>May the person who opened this file do this, as the file stands now with what the action has changed in it?</summary>
    public Answer Ask(CaseAction action) => FromSomebody(CaseLifecycle.Ask(Case.State, action, Actor.Roles, Facts()));

    /// <summary>May the person who opened this file work on what this action will need?</summary>
    public Answer AskToPrepare(CaseAction action) => CaseLifecycle.AskToPrepare(Case.State, action, Actor.Roles, Facts());

    /// <summary>The same for each of these actions; what the answers rest on is gathered once.</summary>
    public ImmutableDictionary<CaseAction, Answer> AskEach(IEnumerable<CaseAction> actions) => Each(actions, CaseLifecycle.Ask);

    /// <inheritdoc cref="AskEach"/>
    public ImmutableDictionary<CaseAction, Answer> AskToPrepareEach(IEnumerable<CaseAction> actions) => Each(actions, (state, action, roles, facts) => CaseLifecycle.AskToPrepare(state!.Value, action, roles, facts));

    private ImmutableDictionary<CaseAction, Answer> Each(IEnumerable<CaseAction> actions, Func<CaseState?, CaseAction, IReadOnlyCollection<Role>, CaseFacts, Answer> ask)
    {
        var facts = Facts();
        return actions.ToImmutableDictionary(action => action, action => ask(Case.State, action, Actor.Roles, facts));
    }

    /// <summary>Who may not take part in this case.</summary>
    public Conflict Conflict =>
        new(Exam, Sitting, Assignment, Withdrawn) { Declared = [.. Declarations.Select(item => item.Person)] };

    private CaseFacts Facts()
    {
        var facts = new CaseFacts()
            .State(Requirement.SittingEnded, Sitting.HasEndedBy(Now))
            .State(Requirement.AddressedToYou, Actor.StudentNumber == Sitting.StudentNumber)
            .State(Requirement.AddresseeKnown, Student is not null)
            .State(Requirement.ThisExamIsYours, Exam.IsExaminedBy(Actor.Email))
            .State(Requirement.RepresentativeStands, Representative is not null)
            .State(Requirement.AuthorisationNotShown, Representative is null or { AskedAt: null, Document: null })
            .State(Requirement.SignedAfresh, IsLook || Signing is not null);
        Assignment?.State(facts, Actor, Conflict);
        ReviewFacts.State(facts, Sitting, Assignment, AllObservations, Recordings, AllSeen, Policy.Viewing);
        Report?.State(facts);
        // What an examiner found carries a case by itself (UU-EXR-1).
        if (ExaminerReport is not null) facts.State(Requirement.GroundOtherThanNetiquette, true);
        CommitteeFacts.State(facts, Actor, Committee(), Now);
        DecisionFacts.State(facts, Actor, DecisionGround, Now);
        After.State(facts, Case.State, Decision, Session?.Members.Select(member => member.Id) ?? [], Now);
        HoldFacts.State(facts, Hold, Restriction);
        facts
            .State(Requirement.ExaminerReportWritten, !Inked.IsEmpty(ExaminerReport?.Text))
            .State(Requirement.ClosingProposedByAnother, Closing is { } closing && closing.ProposedBy != Actor.Id && !Conflict.Declared.Contains(closing.ProposedBy))
            .State(Requirement.RetakeAnswerByAnother, After.Retake?.ProposedBy is { } first && first != Actor.Id && !Conflict.Declared.Contains(first))
            .State(Requirement.ProposalByAnother, After.Termination is { IsMade: false, ProposedBy: { } proposer } && proposer != Actor.Id && !Conflict.Declared.Contains(proposer))
            .State(Requirement.AnotherPerson, IsNobodyWhoSignedFirst)
            .State(Requirement.AskedByAnother, LiftWasAskedByAnother)
            .State(Requirement.ApartFromTheBoard, IsApartFromTheBoard)
            .State(Requirement.ReportNotYetDisclosed, !IsDisclosed)
            .State(Requirement.NoEarlierDecision, After.Former.IsEmpty);
        if (SignatoryHasConflict) facts.State(Requirement.CoSignature, false);
        foreach (var (requirement, met) in _stated) facts.State(requirement, met);
        if (_isTooLong) facts.Break(Requirement.WithinLength);
        foreach (var (requirement, found) in _explained) facts.Explain(requirement, found);
        return facts;
    }

    /// <summary>What earlier rooms give the decision to rest on.</summary>
    public DecisionGround DecisionGround => new(Decision, View, Exam, Sitting, Messages) { Suspicion = SignedReport?.Suspicion, HasFinding = ExaminerReport is not null || ReportedMarks.Any(mark => mark.CarriesReport), Former = After.Former.LastOrDefault(), FormerSanction = After.Former.LastOrDefault(round => round.InFavour)?.Sanction(), DraftKeptAt = DraftKeptAt };

    private CommitteeFile Committee() => new(
        Investigation, Invitation, View, Hearing, Session,
        ActorHasConflict: Conflict.WithBoard(Actor),
        SessionHasConflict: Session is not null && (SessionMembers.Length != Session.Members.Length || SessionMembers.Any(Conflict.WithBoard)))
    {
        Policy = Policy,
        RoundBegan = After.RoundBegan,
    };

    /// <summary>The record of the student's view, begun when there is none yet.</summary>
    public View OpenView()
    {
        if (View is null) Db.Add(View = new View { Case = Case.Id });
        return View;
    }

    /// <summary>Everything a letter in this case may say, as of a day of publication.</summary>
    public LetterMatter LetterMatter(DateOnly date) => new(
        Institution, Case.Number, date,
        new Addressee(Student?.Name ?? Sitting.Pseudonym, Sitting.StudentNumber, []),
        Exam, Sitting)
    {
        Others = Others ?? OtherStudents.None,
        Report = SignedReport,
        ExaminerReport = ExaminerReport,
        Review = SignedReport is null ? null : Assignment,
        WatchedSecond = WatchedSecond,
        Observations = ReportedMarks,
        Messages = Messages,
        Tracks = TrackFacts.Of(Sitting, Recordings),
        Investigation = Investigation,
        Invitation = Invitation,
        View = View,
        Attachments = [.. WithView],
        Representative = Representative,
        Hearing = Hearing,
        Session = Session,
        Decision = Decision,
        Replaces = After.Replaced,
        Closing = Closing,
        Chance = After.Retake,
        Termination = After.Termination,
        ProposedWithDecision = After.ProposedWithDecision,
        Measure = MeasureTold,
        Objection = After.Objection,
        Invited = After.Hearings.LastOrDefault(),
        InvitedBefore = After.HearingBefore,
        Corrected = Corrected,
        Disclosure = Disclosure,
        DecisionPublished = After.Letter is { } letter ? Amsterdam.DateOf(letter.PublishedAt) : null,
        DecisionSent = After.LastGoneAt is { } gone ? Amsterdam.DateOf(gone) : null,
        AppealRuns = After.Appeal is { IsOpen: true } open && !After.IsOnRefusal(open),
        // Nobody can appeal any more from the day after; the schedule counts from there.
        KeptUntil = RetentionSchedule.Of(RetentionSubject.RecordingWithReport).Until(StatutoryTerms.Appeal(date).LastDay),
    };
}

/// <summary>The student a case is about, as far as letters need to know.</summary>
public sealed record StudentAccount(Guid Id, string Name, string Language);
