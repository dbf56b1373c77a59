using System.Collections.Immutable;
using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Committee;
using ReviewPortal.Core.Decisions;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Necessity;
using ReviewPortal.Core.ProcesVerbaal;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Core.Review;

namespace ReviewPortal.Core.Tests;

/// <summary>A case with what every room keeps about it, without a database: each room says what it knows, and the lifecycle is asked.</summary>
internal sealed class CaseInTheRooms
{
    public CaseState State { get; private set; } = CaseState.Imported;

    public DateTimeOffset Now { get; private set; } = A.End.AddDays(1);

    public Exam Exam { get; set; } = A.Exam();

    public Sitting Sitting { get; } = A.Sitting();

    public List<Recording> Recordings { get; } = [.. Enum.GetValues<TrackRole>().Select(role => A.Recording(role))];

    public List<Observation> Marks { get; } = [];

    public List<InTestMessage> Messages { get; } =
    [
        A.Message(A.ReportBeforeTheTest, -30, "Mijn internet is traag."), A.Message(A.ReportInTheTest, 2632), A.Message(A.ReportAfterTheTest, 7201),
        A.Message(A.AnswerOfSupport, 2660, "Dank voor de melding.", MessageFrom.Support),
    ];

    public ViewingPolicy Viewing { get; set; } = ViewingPolicy.AccountOnly;

    public List<Seen> Watched { get; } = [];

    public ReviewAssignment? Assignment { get; set; }

    public ProcesVerbaalRecord? Report { get; set; }

    public Investigation? Investigation { get; set; }

    public Invitation? Invitation { get; set; }

    public View? View { get; set; }

    public Hearing? Hearing { get; set; }

    public BoardSession? Session { get; set; }

    public Decision? Decision { get; set; }

    public Closing? Closing { get; set; }

    public RetakeChance? Chance { get; set; }

    public TerminationProposal? Termination { get; set; }

    public CaseInTheRooms At(DateTimeOffset moment)
    {
        Now = moment;
        return this;
    }

    public CaseInTheRooms With(Observation mark)
    {
        Marks.Add(mark);
        return this;
    }

    public CaseInTheRooms InReview()
    {
        State = CaseState.InReview;
        Assignment = new() { Case = A.CaseId, Reviewer = Who.Reviewer.Id, ReviewerName = Who.Reviewer.Name, AssignedAt = A.Start.AddDays(1) };
        return this;
    }

    public CaseInTheRooms WatchedWhole()
    {
        Watched.AddRange(Enum.GetValues<TrackRole>().Select(role => A.Seen(role, SpeedClass.UpTo2, new Fragment(0, 7200))));
        return this;
    }

    public CaseInTheRooms SecondReviewSupports()
    {
        if (Assignment is null) InReview();
        State = CaseState.SecondReview;
        (Assignment!.SecondReviewer, Assignment.SecondReviewerName) = (Who.SecondReviewer.Id, Who.SecondReviewer.Name);
        (Assignment.Opinion, Assignment.OpinionAt, Assignment.OpinionReasons) = (SecondOpinion.Supports, A.Start.AddDays(3), "Ik zie hetzelfde.");
        return this;
    }

    public CaseInTheRooms ReportWritten(Suspicion suspicion = Suspicion.Irregularity)
    {
        Report = ProcesVerbaalRecord.For(A.CaseId);
        Report.Write(new(suspicion, "Vermoeden dat de student niet alleen was.", "De student meldde het meteen.", "before", IdentityCheck.Confirmed, BsnVisible: false));
        return this;
    }

    public CaseInTheRooms Reported(Suspicion suspicion = Suspicion.Irregularity)
    {
        WatchedWhole().SecondReviewSupports().ReportWritten(suspicion);
        if (Marks.Count is 0) With(A.Mark("OTHER_PERSON"));
        Report!.Sign(Who.Reviewer, A.Start.AddDays(4));
        State = CaseState.Reported;
        return this;
    }

    public CaseInTheRooms Investigated()
    {
        if (Report is null) Reported();
        State = CaseState.UnderInvestigation;
        Investigation = new() { Case = A.CaseId, TakenUpBy = Who.Secretary.Id, TakenUpByName = Who.Secretary.Name, TakenUpAt = A.Start.AddDays(5), Findings = "De commissie heeft de opname bekeken." };
        return this;
    }

    public CaseInTheRooms Invited()
    {
        if (Investigation is null) Investigated();
        State = CaseState.ViewsInvited;
        Invitation = new() { Case = A.CaseId, InvitedAt = A.Start.AddDays(6), ReactBy = new DateOnly(2026, 11, 18) };
        return this;
    }

    public CaseInTheRooms ViewReceived(ViewForm form = ViewForm.Written, string text = "Ik heb het meteen gemeld.")
    {
        if (Invitation is null) Invited();
        State = CaseState.ViewsReceived;
        View = new() { Case = A.CaseId, Form = form, Text = text, ReceivedAt = A.Start.AddDays(10) };
        return this;
    }

    public CaseInTheRooms InDeliberation()
    {
        if (View is null) ViewReceived();
        State = CaseState.Deliberation;
        Session = new() { Case = A.CaseId, Date = new DateOnly(2026, 11, 20), Members = [Sits(Who.Member), Sits(Who.OtherMember), Sits(Who.Chair)] };
        Decision = Core.Decisions.Decision.For(A.CaseId);
        return At(A.Start.AddDays(18));
    }

    public CaseInTheRooms Drafted(DecisionDraft draft)
    {
        if (Decision is null) InDeliberation();
        Decision!.Write(draft);
        return this;
    }

    public CaseInTheRooms Decided(DecisionDraft draft)
    {
        Drafted(draft);
        Decision!.Sign(draft.Outcome!.Value, Who.Member, Now);
        State = CaseState.Decided;
        return this;
    }

    public CaseInTheRooms CoSigned()
    {
        Decision!.CoSign(Who.Chair, Now.AddHours(1));
        return this;
    }

    /// <summary>The reviewers who gave the case back.</summary>
    public ImmutableArray<PersonId> Withdrawn { get; set; } = [];

    public CaseFacts Facts(Actor by)
    {
        var facts = new CaseFacts()
            .State(Requirement.SittingEnded, Sitting.HasEndedBy(Now))
            .State(Requirement.AddressedToYou, by.StudentNumber == Sitting.StudentNumber)
            .State(Requirement.AddresseeKnown, true)
            // Who signs here has shown it; the action sees to that (Awb 2:18).
            .State(Requirement.WordsFitForLetter, true)
            .State(Requirement.AnotherPerson, true)
            .State(Requirement.SignedAfresh, true);
        var conflict = new Conflict(Exam, Sitting, Assignment, Withdrawn);
        Assignment?.State(facts, by, conflict);
        ReviewFacts.State(facts, Sitting, Assignment, Marks, Recordings, Watched, Viewing);
        Report?.State(facts);
        CommitteeFacts.State(facts, by, new CommitteeFile(Investigation, Invitation, View, Hearing, Session, conflict.WithBoard(by), SessionHasConflict: false), Now);
        DecisionFacts.State(facts, by, DecisionGround, Now);
        return facts;
    }

    public DecisionGround DecisionGround => new(Decision, View, Exam, Sitting, Messages) { Suspicion = Report?.Suspicion, HasFinding = Marks.Any(mark => mark.CarriesReport) };

    public Answer Ask(CaseAction action, Actor by) => CaseLifecycle.Ask(State, action, by.Roles, Facts(by));

    public Answer AskToPrepare(CaseAction action, Actor by) => CaseLifecycle.AskToPrepare(State, action, by.Roles, Facts(by));

    /// <summary>Everything a letter may say, on a day of publication.</summary>
    public LetterMatter Matter(DateOnly? date = null, string name = "Þrúður Ævarsdóttir") => new(
        A.Institution(), new CaseNumber(2026, 158), date ?? Amsterdam.DateOf(Now), new Addressee(name, A.StudentNumber, []), Exam, Sitting)
    {
        Report = Report, Review = Assignment, Observations = [.. Marks], Messages = [.. Messages], Tracks = TrackFacts.Of(Sitting, Recordings),
        Investigation = Investigation, Invitation = Invitation, View = View, Hearing = Hearing, Session = Session, Decision = Decision,
        Closing = Closing, Chance = Chance, Termination = Termination, DecisionPublished = Decision is null ? null : Letters.Written.Published.AddDays(-7), DecisionSent = Decision is null ? null : Letters.Written.Published.AddDays(-7),
        KeptUntil = (date ?? Amsterdam.DateOf(Now)).AddDays(72), Issuer = new(Who.Chair.Name, Now),
    };

    private static SessionMember Sits(Actor member) => new(member.Id, member.Name);
}
