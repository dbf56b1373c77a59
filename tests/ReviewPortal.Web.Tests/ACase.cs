using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Appeals;
using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Committee;
using ReviewPortal.Core.Decisions;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.ProcesVerbaal;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Core.Review;
using ReviewPortal.Infrastructure.Pdf;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Web.Access;
using ReviewPortal.Web.Features.Appeals;
using ReviewPortal.Web.Features.Committee;
using ReviewPortal.Web.Features.Decisions;
using ReviewPortal.Web.Features.Letters;
using ReviewPortal.Web.Features.ProcesVerbaal;
using ReviewPortal.Web.Features.Recordings;
using ReviewPortal.Web.Features.Retention;
using ReviewPortal.Web.Features.Review;
using ReviewPortal.Web.Features.Student;
using ReviewPortal.Web.Features.Worklist;

namespace ReviewPortal.Web.Tests;

/// <summary>One case, and what people do in it: every verb runs the portal's own action as the person it names.</summary>
internal sealed partial class ACase(APortal portal, CaseId id, SittingId sitting)
{
    public CaseId Id => id;

    public SittingId Sitting => sitting;

    /// <summary>The version of the case the people have before them; null for whatever it is now.</summary>
    public long? AsSeenAt { get; set; }

    /// <summary>Who "the student" is, when it is not the one of the sitting that is taken in by default.</summary>
    public string Student { get; init; } = "student";

    public CaseAsSeen Latest => new(id, AsSeenAt);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>The same portal in an institution that wants four fifths of every track watched at four times the speed at most.</summary>
    private CaseFiles Strict => new(portal.Dbs, portal.Get<CaseNews>(), portal.Clock, new BoardPolicy { Viewing = new ViewingPolicy(0.8, SpeedClass.UpTo4) }, portal.Get<Institutions>());

    public Task<Case> NowAsync() => portal.ReadAsync(db => db.Cases.SingleAsync(item => item.Id == id, Ct));

    /// <summary>The revision of the draft that a member would have before them; zero while there is none.</summary>
    public Task<int> RevisionAsync() => portal.ReadAsync(db => db.Decisions.Where(item => item.Case == id).Select(item => item.Revision).FirstOrDefaultAsync(Ct));

    public Task<Decision> DecisionAsync() => portal.ReadAsync(db => db.Decisions.SingleAsync(item => item.Case == id, Ct));

    /// <summary>The message of the candidate, in or after the test.</summary>
    public Task<long> MessageAsync(string containing) => portal.ReadAsync(db => db.Messages.Where(item => item.Sitting == sitting && item.Text.Contains(containing)).Select(item => item.Id).SingleAsync(Ct));

    public Task<Answer> AssignAsync(string reviewer = "reviewer", string by = "coordinator") => portal.Get<Assign>().RunAsync(Latest, Person(reviewer), Person(by), Ct);

    public Task<Answer> TakeReviewAsync(string by = "reviewer") => portal.Get<TakeReview>().RunAsync(Latest, Person(by), Ct);

    public Task<Answer> MoveTargetDayAsync(DateOnly day, string reason = "Er is haast bij.", string by = "coordinator") => portal.Get<MoveTargetDay>().RunAsync(Latest, day, reason, Person(by), Ct);

    public Task<Answer> HandBackAsync(string by = "reviewer", string reason = "Ik ken de student.") => portal.Get<HandBack>().RunAsync(Latest, reason, Person(by), Ct);

    /// <summary>Opens the recordings, and plays ten seconds of them in ten seconds.</summary>
    public async Task<Answer> WatchAsync(string by = "reviewer")
    {
        await portal.Get<OpenRecordings>().RunAsync(sitting, LookingFor.Review, Person(by), Ct);
        portal.Clock.Set(portal.Clock.GetUtcNow().AddSeconds(10));
        return await ClaimAsync(new PlayedStretch(new Fragment(0, 10), 1, Enum.GetValues<TrackRole>()), by);
    }

    /// <summary>What a browser tells of the watching, true or not.</summary>
    public Task<Answer> ClaimAsync(PlayedStretch played, string by = "reviewer") => portal.Get<KeepSeen>().RunAsync(id, [played], Person(by), Ct);

    public Task<Answer> MarkAsync(string by = "reviewer", string ground = "OTHER_PERSON", string seen = "De deur gaat open en iemand komt binnen.", Guid? mark = null) =>
        portal.Get<Mark>().KeepAsync(id, new MarkedMoment(mark ?? Guid.NewGuid(), new Fragment(1, 3), ground, seen, "Vermoeden van een onregelmatigheid.", null), Person(by), Ct);

    public Task<Answer> NoteViewingAsync(string by = "reviewer", string note = "Steekproef.") => portal.Get<KeepSeen>().NoteAsync(id, note, Person(by), Ct);

    public async Task<Answer> AnswerSignalAsync(string by = "reviewer", bool confirmed = false) => await portal.Get<AnswerSignal>().RunAsync(
        id, await portal.ReadAsync(db => db.Signals.Where(item => item.Sitting == sitting).Select(item => item.Id).FirstAsync(Ct)), confirmed, "Een weerspiegeling.", Person(by), Ct);

    /// <summary>Equal signals, of which there is one.</summary>
    public Task<Answer> AnswerTogetherAsync(string by = "reviewer") => portal.Get<AnswerSignals>().RejectAsync(id, new SignalFilter(SignalSource.Clipboard), 1, "Een spatie.", Person(by), Ct);

    public Task<Answer> FinishAsync(string by = "reviewer", bool strict = false) => (strict ? new FinishWithoutRemarks(Strict) : portal.Get<FinishWithoutRemarks>()).RunAsync(Latest, Person(by), Ct);

    public Task<Answer> AskSecondReviewAsync(string by = "reviewer", bool strict = false) => (strict ? new AskSecondReview(Strict) : portal.Get<AskSecondReview>()).RunAsync(Latest, Person(by), Ct);

    public Task<Answer> TakeSecondReviewAsync(string by = "tweede") => portal.Get<TakeSecondReview>().RunAsync(Latest, Person(by), Ct);

    public Task<Answer> WriteReasonsAsync(string by = "tweede", string reasons = "Ik zie hetzelfde.") => portal.Get<GiveSecondOpinion>().WriteAsync(id, reasons, Person(by), Ct);

    public Task<Answer> GiveOpinionAsync(SecondOpinion opinion = SecondOpinion.Supports, string by = "tweede", bool strict = false) => (strict ? new GiveSecondOpinion(Strict) : portal.Get<GiveSecondOpinion>()).RunAsync(Latest, opinion, Person(by), Ct);

    /// <summary>Says something about the first moment of the comparison, or about the whole.</summary>
    public async Task<Answer> DiscussAsync(string by = "tweede", string text = "Ik hoorde de deur ook, maar zag niemand.", bool whole = true) =>
        await portal.Get<DiscussReview>().RunAsync(Latest, whole ? new(null, null) : await FirstMomentAsync(), text, Person(by), Ct);

    public Task<ComparedMoment> FirstMomentAsync() => portal.ReadAsync(async db => new ComparedMoment(await db.Observations.Where(item => item.Case == id).OrderBy(item => item.From).Select(item => (Guid?)item.Id).FirstAsync(Ct), null));

    public Task<Answer> ReportBsnAsync(string by = "reviewer", string note = "Achterkant van de identiteitskaart.", double from = 1, double to = 3, TrackRole? track = TrackRole.Webcam) =>
        portal.Get<ReportBsn>().RunAsync(Latest, new BsnPlace(track, from, to, note), Person(by), Ct);

    public async Task<Answer> HandleBsnAsync(string by = "fg", string handling = "Opgenomen in het register; de leverancier is gevraagd het beeld af te schermen.") => await portal.Get<HandleBsn>().RunAsync(
        Latest, await portal.ReadAsync(db => db.BsnIncidents.Where(item => item.Case == id).Select(item => item.Id).FirstOrDefaultAsync(Ct)), handling, Person(by), Ct);

    public Task<Answer> WriteReportAsync(string by = "reviewer", IdentityCheck? identity = IdentityCheck.Confirmed, Suspicion? suspicion = Suspicion.Irregularity) => portal.Get<WriteProcesVerbaal>().RunAsync(
        id, new ProcesVerbaalDraft(suspicion, "Vermoeden van een onregelmatigheid: de student was niet alleen.", "De student meldde het meteen.", "alone", identity, BsnVisible: false), upon: null, Person(by), Ct);

    public Task<Answer> SignReportAsync(string by = "reviewer", bool strict = false) => (strict ? new SignProcesVerbaal(Strict, portal.Get<DocumentPress>()) : portal.Get<SignProcesVerbaal>()).RunAsync(Latest, shown: null, portal.Signed(by), Ct);

    public Task<Answer> AddAddendumAsync(string text = "De tijd in regel 2 moet 00:00:02 zijn.", string by = "reviewer") => portal.Get<AddAddendum>().RunAsync(Latest, text, Person(by), Ct);

    public Task<Answer> TakeUpAsync(string by = "secretaris") => portal.Get<TakeUp>().RunAsync(Latest, Person(by), Ct);

    public async Task<Answer> WriteFindingsAsync(string by = "secretaris", string findings = "De commissie heeft de opname zelf bekeken.", string? from = null) =>
        await portal.Get<TakeUp>().WriteFindingsAsync(id, new Rewritten(from ?? await FindingsAsync(), findings), Person(by), Ct);

    public Task<string> FindingsAsync() => portal.ReadAsync(async db => await db.Investigations.Where(item => item.Case == id).Select(item => item.Findings).FirstOrDefaultAsync(Ct) ?? "");

    public Task<Answer> WriteMinutesAsync(string by = "secretaris", string minutes = "De voorzitter opent de zitting.") =>
        portal.Get<HoldHearing>().WriteAsync(id, new HearingReport("", "", minutes, false), Person(by), Ct);

    public Task<Answer> InviteAsync(int workingDays = 5, string by = "secretaris") =>
        portal.Get<InviteView>().RunAsync(Latest, WorkingDays.After(Amsterdam.DateOf(portal.Clock.GetUtcNow()), workingDays), Person(by), Ct);

    public Task<Answer> MoveReactionDayAsync(DateOnly day, string by = "secretaris") => portal.Get<InviteView>().MoveAsync(Latest, day, Person(by), Ct);

    public Task<Answer> GiveViewAsync(string text = "Ik heb het meteen gemeld.", string by = "student") => portal.Get<GiveView>().RunAsync(Latest, text, Person(by), Ct);

    public Task<Answer> WriteViewAsync(string text, string by = "student") => portal.Get<GiveView>().WriteAsync(id, text, Person(by), Ct);

    public Task<Answer> SupplementViewAsync(string text = "Ik vond nog een bewijs.", string by = "student") => portal.Get<GiveView>().SupplementAsync(Latest, text, Person(by), Ct);

    public Task<Answer> AskHearingAsync(string by = "student") => portal.Get<GiveView>().AskHearingAsync(Latest, Person(by), Ct);

    public Task<Answer> PlanHearingAsync(DateTimeOffset at, string by = "secretaris", string place = "Kamer 1.14") => portal.Get<HoldHearing>().PlanAsync(Latest, at, place, Person(by), Ct);

    public Task<Answer> RecordHearingAsync(bool caution = true, string by = "secretaris") =>
        portal.Get<HoldHearing>().RecordAsync(Latest, new HearingReport("de student en mr. A. Karimi", "Ik had hem gevraagd weg te blijven.", "Het verslag.", caution), Person(by), Ct);

    public Task<Answer> RemindAsync(string by = "secretaris") => portal.Get<RecordNoReaction>().RemindAsync(Latest, Person(by), Ct);

    public Task<Answer> RecordNoReactionAsync(string by = "secretaris", string withoutReminder = "De student is gebeld.") => portal.Get<RecordNoReaction>().RunAsync(Latest, withoutReminder, Person(by), Ct);

    public Task<Answer> DeclareConflictAsync(string by = "lid1", string reason = "De student is mijn nicht.") => portal.Get<DeclareConflict>().RunAsync(Latest, reason, Person(by), Ct);

    public Task<Answer> RequestInformationAsync(string by = "secretaris", string purpose = "Stond het formuleblad op het toetsblad?", InformationSource source = InformationSource.Examiner) =>
        portal.Get<RequestInformation>().RunAsync(Latest, new InformationQuestion(source, purpose, new DateOnly(2026, 11, 17)), Person(by), Ct);

    public async Task<Answer> AnswerInformationAsync(string by = "examinator", string answer = "Ja, op pagina 1.", Guid? request = null) => await portal.Get<AnswerInformation>().RunAsync(
        Latest, request ?? await portal.ReadAsync(db => db.InformationRequests.Where(item => item.Case == id).Select(item => item.Id).FirstOrDefaultAsync(Ct)), answer, Person(by), Ct);

    public Task<Answer> LinkIncidentAsync(string by = "secretaris", string description = "Om 09:40 viel de dienst van de leverancier twaalf minuten uit.", Guid? incident = null) =>
        portal.Get<LinkIncident>().RunAsync(Latest, new NamedIncident(incident ?? new Guid(1, 0, 0, new byte[8]), "Storing bij de leverancier", description, "de servicedesk"), Person(by), Ct);

    public Task<Answer> CommentOnMinutesAsync(string by = "student", string text = "Ik zei niet dat hij vaker binnenkwam.") => portal.Get<CommentOnMinutes>().RunAsync(Latest, text, Person(by), Ct);

    public Task<Answer> WriteCommentAsync(string by = "student", string text = "Ik zei niet") => portal.Get<CommentOnMinutes>().WriteAsync(id, text, Person(by), Ct);

    public Task<Answer> DeliberateAsync(string by = "secretaris", params string[] members) => portal.Get<Deliberate>().RunAsync(
        Latest, SessionDay, [.. (members.Length > 0 ? members : ["lid1", "lid2", "voorzitter"]).Select(Person)], Person(by), Ct);

    public async Task<Answer> DraftAsync(DecisionDraft draft, string by = "lid1", int? revision = null) =>
        await portal.Get<Decide>().WriteAsync(id, draft, revision ?? await RevisionAsync(), Person(by), Ct);

    public Task<Answer> DecideAsync(Outcome outcome, string by = "lid1", int? seen = null) => portal.Get<Decide>().RunAsync(Latest with { Draft = seen }, outcome, portal.Signed(by), Ct);

    public Task<Answer> CoSignAsync(string by = "voorzitter") => portal.Get<CoSign>().RunAsync(Latest, portal.Signed(by), Ct);

    public Task<Answer> ReturnAsync(string reasons = "De afweging ontbreekt.", string by = "voorzitter") => portal.Get<CoSign>().ReturnAsync(Latest, reasons, Person(by), Ct);

    /// <param name="proof">Of the posting, recorded at once; empty for a letter that was only printed.</param>
    public Task<Answer> PublishAsync(string by = "secretaris", SendingChannel channel = SendingChannel.Portal, string proof = "", string? address = null) => PostedAsync(portal.Get<Publish>().RunAsync(Latest, portal.Signed(by), Ct, channel, address), channel, proof);

    public Task<Answer> ReportByExaminerAsync(string text = "Bij het nakijken vond ik twee woordelijk gelijke antwoorden.", string by = "examinator") => portal.Get<ReportByExaminer>().RunAsync(Latest, text, Person(by), Ct);

    public Task<Answer> ProposeClosingAsync(string reasons = "De opname laat niets ongewoons zien.", string by = "lid1") => portal.Get<CloseCase>().ProposeAsync(Latest, reasons, Person(by), Ct);

    public Task<Answer> CloseNoGroundsAsync(string by = "voorzitter") => portal.Get<CloseCase>().CloseAsync(Latest, Person(by), Ct);

    public Task<Answer> WaiveViewAsync(string reasons = "De student is over dezelfde feiten al gehoord.", string by = "lid1") => portal.Get<WaiveView>().RunAsync(Latest, ViewWaiver.AlreadyHeard, reasons, Person(by), Ct);

    public Task<Answer> DeliveryFailedAsync(string problem = "De melding kwam terug: adres onbekend.", string by = "secretaris") => portal.Get<Delivery>().FailedAsync(Latest, problem, Person(by), Ct);

    /// <inheritdoc cref="PublishAsync"/>
    public Task<Answer> SendAgainAsync(string proof = "Aangetekend, 3SABC123", string by = "secretaris", SendingChannel channel = SendingChannel.Post, string? address = "Kapelstraat 118\n3572 CW Utrecht") =>
        PostedAsync(portal.Get<Delivery>().SendAgainAsync(Latest, channel, portal.Signed(by), Ct, address), channel, proof);

    public Task<Answer> PlanRetakeAsync(DateOnly on, string by = "secretaris", string place = "Educatorium, zaal Gamma, om 9.00 uur") => portal.Get<AnswerRetake>().PlanAsync(Latest, on, place, Person(by), Ct);

    public Task<Answer> RequestRetakeAsync(string request = "Ik kon er niets aan doen.", string by = "student") => portal.Get<RequestRetake>().RunAsync(Latest, request, Person(by), Ct);

    /// <summary>A first member signs a proposal; after the publication nothing goes out yet.</summary>
    public Task<Answer> ProposeTerminationAsync(string reasons = "Dit is de derde keer.", string by = "voorzitter") => portal.Get<Termination>().ProposeAsync(Latest, reasons, portal.Signed(by), Ct);

    /// <param name="waits">Decides once the hearing has been.</param>
    public async Task<Answer> DecideTerminationAsync(bool terminate = true, string hearing = "Gehoord op 30 november.", string reasons = "Niets minder volstaat.", string by = "cvb", bool waits = true)
    {
        if (terminate && waits && !string.IsNullOrWhiteSpace(hearing)) await HearingComesAsync();
        return await portal.Get<Termination>().DecideAsync(Latest, terminate, hearing, reasons, portal.Signed(by), Ct);
    }

    public Task<Answer> WithdrawTerminationAsync(string reasons = "Het besluit is vervangen.", string by = "lid1") => portal.Get<Termination>().WithdrawAsync(Latest, reasons, Person(by), Ct);

    public Task<Answer> ReconsiderTerminationAsync(bool restored = true, string reasons = "De grond is weggevallen.", string by = "cvb") => portal.Get<Termination>().ReconsiderAsync(Latest, restored, reasons, portal.Signed(by), Ct);

    public Task<Answer> LodgeAppealAsync(DateOnly? received = null, string grounds = "Het besluit is onzorgvuldig.", string lateReason = "", string by = "beroep", Guid? against = null) =>
        portal.Get<RegisterAppeal>().LodgeAsync(Latest, new AppealIntake(received ?? Today, grounds, "", lateReason, against), Person(by), Ct);

    public Task<Answer> LodgeFurtherAppealAsync(DateOnly? received = null, string grounds = "Het college is eraan voorbijgegaan.", string by = "beroep", string lateReason = "") =>
        portal.Get<RegisterAppeal>().LodgeFurtherAsync(Latest, new AppealIntake(received ?? Today, grounds, "", lateReason), Person(by), Ct);

    /// <summary>The board refuses the extra chance; the letter that says so.</summary>
    public async Task<Guid> RefusedAsync()
    {
        await DoneAsync(RefuseRetakeAsync());
        return await portal.ReadAsync(db => db.Letters.Where(letter => letter.Case == Id && letter.Kind == LetterKind.ExtraChanceRefused).OrderByDescending(letter => letter.PublishedAt).Select(letter => letter.Id).FirstAsync(Ct));
    }

    public Task<Answer> OpenSettlementAsync(string by = "beroep") => portal.Get<Settle>().OpenAsync(Latest, Person(by), Ct);

    public Task<Answer> EndSettlementAsync(string report = "Gesproken; geen overeenstemming.", string by = "beroep") => portal.Get<Settle>().EndAsync(Latest, report, Person(by), Ct);

    public Task<Answer> SettleByDecisionAsync(string agreed = "De uitsluiting vervalt.", DateOnly? on = null, string by = "voorzitter") => portal.Get<Settle>().ByDecisionAsync(Latest, on ?? Today, agreed, Person(by), Ct);

    public Task<Answer> SettleByWithdrawalAsync(string agreed = "De student doet de regeling mee.", DateOnly? on = null, string by = "beroep") => portal.Get<Settle>().ByWithdrawalAsync(Latest, on ?? Today, agreed, Person(by), Ct);

    public Task<Answer> WithdrawAppealAsync(string how = "Per brief.", DateOnly? on = null, string by = "beroep") => portal.Get<Settle>().WithdrawAsync(Latest, on ?? Today, how, Person(by), Ct);

    public Task<Answer> ResumeAppealAsync(string by = "beroep") => portal.Get<Settle>().ResumeAsync(Latest, Person(by), Ct);

    public Task<Answer> RecordInterimMeasureAsync(string measure = "De uitsluiting is geschorst.", DateOnly? from = null, string by = "beroep") => portal.Get<InterimMeasures>().RecordAsync(Latest, from ?? Today, measure, Person(by), Ct);

    public Task<Answer> EndInterimMeasureAsync(string by = "beroep", int? index = null) => portal.Get<InterimMeasures>().EndAsync(Latest, index, Person(by), Ct);

    public Task<Answer> RuleAsync(Ruling ruling, string summary = "Het beroep is behandeld.", DateOnly? on = null, bool otherComposition = false, string by = "beroep") =>
        portal.Get<RecordRuling>().RunAsync(Latest, new RulingRecord(ruling, on ?? Today, summary, otherComposition, null), Person(by), Ct);

    public Task<Answer> RedecideAsync(string reasons = "De uitspraak.", bool inFavour = true, string by = "secretaris") => portal.Get<DecideAgain>().RedecideAsync(Latest, reasons, inFavour, Person(by), Ct);

    public Task<Answer> HearAgainAsync(string reasons = "Er zijn nieuwe feiten.", string by = "secretaris") => portal.Get<DecideAgain>().HearAgainAsync(Latest, reasons, Person(by), Ct);

    public Task<Answer> CloseAnnulledAsync(string reasons = "De student heeft de toets al gehaald.", string by = "lid1") => portal.Get<DecideAgain>().CloseAsync(Latest, reasons, Person(by), Ct);

    public Task<Answer> ConfirmIrrevocableAsync(string by = "secretaris") => portal.Get<ConfirmIrrevocable>().RunAsync(Latest, Person(by), Ct);

    public Task<Answer> PlaceHoldAsync(string reason = "Verzoek om inzage.", DateOnly? reviewOn = null, string by = "archief") => portal.Get<Holds>().PlaceAsync(Latest, reason, reviewOn ?? Today.AddDays(90), Person(by), Ct);

    public Task<Answer> AskToLiftHoldAsync(string reason = "Het verzoek is afgehandeld.", string by = "archief") => portal.Get<Holds>().AskToLiftAsync(Latest, reason, Person(by), Ct);

    public Task<Answer> LiftHoldAsync(string by = "fg") => portal.Get<Holds>().LiftAsync(Latest, Person(by), Ct);

    public Task<Answer> RestrictAsync(string reason = "De juistheid wordt betwist.", string by = "fg") => portal.Get<Holds>().RestrictAsync(Latest, reason, Person(by), Ct);

    public Task<Answer> EndRestrictionAsync(string reason = "De juistheid is nagegaan.", string by = "fg") => portal.Get<Holds>().EndRestrictionAsync(Latest, reason, Person(by), Ct);

    // The board sits on 16 November, and for whatever comes later on the day itself.
    private DateOnly SessionDay => Today > new DateOnly(2026, 11, 16) ? Today : new DateOnly(2026, 11, 16);

    private DateOnly Today => Amsterdam.DateOf(portal.Clock.GetUtcNow());

    /// <summary>From deliberation to the published letter.</summary>
    public async Task PublishedAsync(DecisionDraft draft)
    {
        await DoneAsync(DraftAsync(draft));
        await DoneAsync(DecideAsync(draft.Outcome!.Value));
        await DoneAsync(CoSignAsync());
        portal.On(11, 20, 15);
        await DoneAsync(PublishAsync());
    }

    /// <summary>From the agenda to the letter, on the day it is now: a decision that replaces an earlier one.</summary>
    public async Task ReplacedAsync(DecisionDraft draft)
    {
        await DoneAsync(DeliberateAsync());
        await DoneAsync(DraftAsync(draft));
        await DoneAsync(DecideAsync(draft.Outcome!.Value));
        await DoneAsync(CoSignAsync());
        await DoneAsync(PublishAsync());
    }

    /// <summary>A step that must succeed for the test to be about what comes after it.</summary>
    public static async Task DoneAsync(Task<Answer> step)
    {
        if (await step is Refused refused) Assert.Fail(refused.Sentence(Core.Writing.Language.English));
    }

    private PersonId Person(string who) => portal.Who(who is "student" ? Student : who).Id;
}
