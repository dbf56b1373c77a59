using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Appeals;
using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Committee;
using ReviewPortal.Core.Decisions;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Core.Retention;
using ReviewPortal.Core.Writing;
using ReviewPortal.Infrastructure.Accounts;
using ReviewPortal.Infrastructure.Mail;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Web.Access;
using ReviewPortal.Web.Ui;

namespace ReviewPortal.Web.Features.Student;

/// <summary>What a student is told about the own tests: never more than has been disclosed.</summary>
public sealed class MyCases(PortalDbs dbs, CaseFiles files)
{
    /// <summary>The own tests: where something can be done first, by the day on which that ends, and then the latest.</summary>
    public async Task<ImmutableArray<MyTest>> ListAsync(PersonId by, CancellationToken ct)
    {
        await using var db = await dbs.LookAsync(ct);
        if (await db.PersonAsync(by, ct) is not { StudentNumber: { } number } actor || !actor.Is(Role.Student)) return [];
        var rows = await db.Sittings.Where(sitting => sitting.StudentNumber == number)
            .OrderByDescending(sitting => sitting.Start)
            .Join(db.Cases, sitting => sitting.Id, item => item.Sitting, (sitting, item) => new
            {
                sitting.Start,
                item.Id,
                item.Number,
                item.State,
                Exam = db.Exams.Where(exam => exam.Id == sitting.Exam).Select(exam => exam.Title).Single(),
            })
            .ToListAsync(ct);
        var tests = ImmutableArray.CreateBuilder<MyTest>();
        // Few tests lead to a case; of those the page of the test and the list say the same, because they read the same.
        foreach (var row in rows) tests.Add(new MyTest(row.Number, row.Exam, row.Start, StandOf(row.State), IsTold(StandOf(row.State)) ? await FindAsync(row.Id, by, ct) : null));
        return [.. tests.OrderBy(test => test.ToDo.IsEmpty).ThenBy(test => test.ToDo.FirstOrDefault()?.Until ?? DateOnly.MaxValue)];
    }

    public Task<MyCase?> FindAsync(CaseId id, PersonId by, CancellationToken ct) => files.LookAsync(id, by, file => OfAsync(file, ct), ct);

    private static async Task<MyCase> OfAsync(CaseFile file, CancellationToken ct)
    {
        var id = file.Case.Id;
        var letters = await file.Db.Letters.Where(letter => letter.Case == id).OrderByDescending(letter => letter.PublishedAt).ToListAsync(ct);
        var mails = (await file.Db.ProgressAsync(id, ct)).ToLookup(mail => mail.Notification.Letter);
        var sendings = await file.Db.Sendings.Where(sending => sending.Case == id).OrderBy(sending => sending.At).ToListAsync(ct);
        var ways = sendings.Where(sending => sending.Representative is null).ToLookup(sending => sending.Letter);
        var corrections = await file.Db.CorrectionsAsync(id, letters, ct);
        // Until it was sent the student is told of the decision that stands (Awb 3:40).
        var published = file.After.Kept is null ? file.StandingLetter : null;
        var counting = file.CountingLetter;
        var disclosed = file.IsDisclosed;
        var stand = StandOf(file.Case.State);
        var told = IsTold(stand);
        var named = file.AskToPrepare(CaseAction.NameRepresentative);
        ImmutableArray<MyLetter> mine =
        [
            .. letters.Select(letter => MyLetter.Of(letter, [.. ways[letter.Id]], mails[letter.Id].LastOrDefault(), file.Now) with
            {
                IsAnnulled = file.After.IsAnnulled(letter, file.Case.State),
                Corrects = corrections.Corrects(letter.Id) is { } earlier ? Amsterdam.DateOf(earlier) : null,
                CorrectedBy = [.. corrections.CorrectedBy(letter.Id).Select(Amsterdam.DateOf)],
            }).OrderBy(letter => letter.NeverWent),
        ];
        var board = file.After.EnrolmentToDecide ? file.After.Hearing : null;
        return new MyCase
        {
            Number = file.Case.Number,
            House = file.Institution,
            Exam = file.Exam.Title,
            Start = file.Sitting.Start,
            Today = Amsterdam.DateOf(file.Now),
            Stand = stand,
            Outcome = published is null ? null : file.Decision?.Outcome,
            Retake = published is null ? null : file.Decision?.Retake,
            SanctionRun = file.SanctionRun,
            StandingOf = file.After.Replaceable is { } standing ? Amsterdam.DateOf(standing.PublishedAt) : null,
            Sanction = published is null ? file.After.Kept?.Sanction() : file.Decision?.Sanction,
            SuspendedSince = file.After.Appeals.SelectMany(appeal => appeal.Measures).LastOrDefault(measure => measure.RunsOn(Amsterdam.DateOf(file.Now)))?.From,
            Letters = mine,
            Enrolment = MyEnrolment.Of(file, mine),
            Appeal = counting is not null && file.After.SentAt is { } sent ? AppealWindow.From(sent) : null,
            AppealToCome = file.Case.State is CaseState.Notified or CaseState.DeliveryFailed && counting is not null && file.After is { SentAt: null, Appeal: not { IsOpen: true } },
            AppealOpen = (file.Case.State is CaseState.Notified || file.Meets(Requirement.NotYetRuled)) && counting is not null && file.After.Appeal is not { IsOpen: true } && file.After.SentAt is { } opened && AppealWindow.From(opened).IsOpen(file.Now),
            Undelivered = file.Case.State is CaseState.DeliveryFailed || (file.StandingLetter is not null && file.After.IsToSendAgain)
                ? UndeliveredOf(letters.Where(letter => file.After.Letter is { } decision && letter.PublishedAt >= decision.PublishedAt && letter.Kind.Subject() is LetterSubject.Decision or LetterSubject.Resending).SelectMany(letter => ways[letter.Id])) : null,
            AppealReceived = counting is not null && file.After.Appeal is { IsOpen: true } open ? open.ReceivedOn : null,
            ReportDisclosed = disclosed && file.SignedReport is not null,
            ByExaminer = disclosed ? file.ExaminerReport?.Text : null,
            Moments = disclosed ? [.. file.ReportedMarks.Where(mark => mark.CarriesReport).Select(mark => new MyMoment(mark.Fragment, mark.Category.Name(Ui.Here.Language), mark.Seen))] : [],
            Messages = [.. file.Messages.Where(line => line.From is MessageFrom.Candidate).Select(line => new MyMessage(file.Sitting.WallClock(line.At), line.Text))],
            ReactBy = file.Invitation?.ReactBy,
            ViewText = file.View?.Whole(file.Hearing, Ui.Here.Language) ?? "",
            ViewRoom = file.View?.Room(file.Now, file.LetterLanguage) ?? StudentWords.Longest,
            ViewReceivedAt = file.View?.ReceivedAt,
            Attachments = [.. file.WithView.Select(AttachedFile.Of)],
            BesideDraft = [.. file.BesideDraft.Select(AttachedFile.Of)],
            Representative = NamedRepresentative.Of(file.Representative, file.Attachments),
            ToNameRepresentative = named,
            ToWithdrawRepresentative = file.Ask(CaseAction.WithdrawRepresentative),
            Authorisations = named.IsDone ? await AuthorisationsAsync(file, ct) : [],
            Earlier = EarlierOf(file),
            HearingAt = file.Hearing?.PlannedAt,
            HearingPlace = file.Hearing?.Place ?? "",
            HearingMoves = file.Case.State is CaseState.HearingScheduled,
            EnrolmentHearing = board,
            EnrolmentHearingIsAhead = board?.HasBeen(file.Now) is false,
            CautionIsGiven = file.Policy.CautionBeforeHearing,
            Minutes = MinutesOf(file),
            ToCommentOnMinutes = ToComment(file),
            ToGiveView = file.View?.ReceivedAt is null ? file.AskToPrepare(CaseAction.GiveView) : new Refused(CaseAction.GiveView, RefusalKind.NotFromThisState),
            ToSupplement = GiveView.ToSupplement(file),
            Chance = counting is null ? null : file.After.Retake,
            ToRequestRetake = file.AskToPrepare(CaseAction.RequestRetake),
            ToAskHearing = file.Ask(CaseAction.AskHearing),
            Recorded = [.. file.Recordings.Select(recording => recording.Role).Distinct()],
            Timeline = [.. await MyTimeline.OfAsync(file, letters, sendings, ct)],
            Looked = await LooksAsync(file, told, ct),
            Kept = RetentionSchedule.Of(told ? RetentionSubject.RecordingWithReport : RetentionSubject.RecordingWithoutReport).Sentence(Ui.Here.Language),
        };
    }

    // What failed last tells it, of the decision and of what went with it when it was sent again; a decision that was made known by its publication has no sending.
    private static Undelivered UndeliveredOf(IEnumerable<Sending> ofDecision) =>
        ofDecision.Where(sending => sending.FailedAt is not null).MaxBy(sending => (sending.FailedAt, sending.At)) is { NeverWent: true } ? Undelivered.NeverSent : Undelivered.CameBack;

    // Added for who is to be named, and not handed in yet.
    private static async Task<ImmutableArray<AttachedFile>> AuthorisationsAsync(CaseFile file, CancellationToken ct) =>
        [.. (await file.Db.Attachments.Where(item => item.Case == file.Case.Id && item.Use == AttachmentUse.Authorisation && item.SentAt == null).ToListAsync(ct)).Select(AttachedFile.Of)];

    // When, why and in which role, not by which name: who works for the university is no answer a student has a right to, in what capacity they looked is (AVG 15; HvJ EU
    // C-579/21). That the board looked is told once the student knows that there is a case.
    private static async Task<ImmutableArray<MyLook>> LooksAsync(CaseFile file, bool told, CancellationToken ct) =>
        [.. (await RecordingLooks.OfAsync(file.Db, file.Sitting.Id, ct)).Where(opening => told || opening.Purpose is "review").Select(opening => new MyLook(opening.At, opening.As, opening.Purpose))];

    // Minutes are the student's to read once the hearing has been recorded; a draft of them is not (Awb 4:9).
    private static MyMinutes? MinutesOf(CaseFile file) => file is { Hearing: { IsRecorded: true } hearing, View: { Form: ViewForm.Oral, ReceivedAt: not null } }
        ? new MyMinutes(hearing.Attendees, hearing.Minutes, hearing.Comment, hearing.CommentedAt)
        : null;

    // Heard again, the student still reads what was said before: the decision that rests on it may stand (Awb 6:19).
    private static ImmutableArray<MyEarlierView> EarlierOf(CaseFile file) =>
    [
        .. file.After.Former.Select(round => round.AsHeard())
            .Where(heard => heard.View is { ReceivedAt: { } received, Text.Length: > 0 } && received != file.View?.ReceivedAt)
            .DistinctBy(heard => heard.View!.ReceivedAt)
            .Select(heard => new MyEarlierView(heard.Words(Ui.Here.Language), heard.View!.ReceivedAt!.Value, [.. file.Attachments.Where(item => item.CameWithView(heard.View.ReceivedAt, heard.View.SupplementedAt ?? heard.View.ReceivedAt)).Select(AttachedFile.Of)],
                heard is { View.Form: ViewForm.Oral, Hearing: { Minutes.Length: > 0 } hearing } ? new MyMinutes(hearing.Attendees, hearing.Minutes, hearing.Comment, hearing.CommentedAt) : null)),
    ];

    private static bool ToComment(CaseFile file) => file.AskToPrepare(CaseAction.CommentOnMinutes).IsDone && file.Meets(Requirement.HearingMinutesKept);

    // As far as the student has been told: that there is a report, the notice says first.
    private static bool IsTold(Stand stand) => stand is not (Stand.Recorded or Stand.Cleared);

    private static Stand StandOf(CaseState state) => state switch
    {
        CaseState.Imported or CaseState.InReview or CaseState.SecondReview or CaseState.Reported => Stand.Recorded,
        CaseState.Cleared => Stand.Cleared,
        CaseState.UnderInvestigation => Stand.Investigated,
        CaseState.ViewsInvited => Stand.YourTurn,
        CaseState.HearingScheduled => Stand.Hearing,
        CaseState.ViewsReceived or CaseState.Deliberation or CaseState.Decided => Stand.BoardDecides,
        CaseState.ClosedNoGrounds or CaseState.ClosedAnnulled => Stand.Closed,
        CaseState.AppealLodged or CaseState.Settlement or CaseState.AppealPending or CaseState.FurtherAppeal => Stand.InAppeal,
        CaseState.Annulled => Stand.Annulled,
        _ => Stand.Decided,
    };
}
