using System.Collections.Immutable;
using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Decisions;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.ProcesVerbaal;
using ReviewPortal.Core.Review;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Web.Access;
using ReviewPortal.Web.Demo;
using ReviewPortal.Web.Features.ProcesVerbaal;
using ReviewPortal.Web.Features.Worklist;

namespace ReviewPortal.Web.Tests.Features;

/// <summary>A step that lacks one thing.</summary>
/// <param name="Spoil">Spoils what there is at the stage, and gives back the step that is taken all the same.</param>
internal sealed record SpoiltStep(CaseAction Action, Requirement Missing, Stage Stage, Func<APortal, ACase, Task<Func<Task<Answer>>>> Spoil)
{
    /// <summary>There is nothing to spoil: the step itself is wrong.</summary>
    public SpoiltStep(CaseAction action, Requirement missing, Stage stage, Func<APortal, ACase, Task<Answer>> take)
        : this(action, missing, stage, (portal, @case) => Task.FromResult<Func<Task<Answer>>>(() => take(portal, @case)))
    {
    }

    /// <summary>What else is missed at the same time, because two requirements look at the same thing.</summary>
    public ImmutableArray<Requirement> With { get; init; } = [];
}

/// <summary>For every requirement in every row of the table, a step that lacks just that.</summary>
internal static class SpoiltSteps
{
    private const string NoMarks = "DELETE FROM Observations";
    public const string NoStudent = $"UPDATE AspNetUsers SET StudentNumber = NULL WHERE StudentNumber = '{ADelivery.StudentNumber}'";
    public const string NoFindings = "UPDATE Investigations SET Findings = ' '";
    private const string BeforeTheProtocol = "UPDATE Sittings SET Start = 637400000000000000";
    private const string FraudSuspected = "UPDATE ProcessenVerbaal SET Suspicion = 'Fraud'";
    private const string Unheard = "UPDATE Views SET ReceivedAt = NULL";
    public const string SecretaryIsExaminer = "UPDATE Exams SET Examiner = 'secretaris@demo.example'";
    // Passes the test of the check digit, and is nobody's: numbers that begin with 9999 are not given out.
    private const string ABsn = "999990019";
    private const string WatchedFast = "UPDATE Seen SET Speed = 'UpTo16'";
    private const string AnotherMember = "lid3";

    public static readonly string TooLong = new('x', StudentWords.Longest + 1);

    // The protocol of January 2021 held; article 4.3a did not exist yet.
    private static readonly string BeforeTheArticle = $"UPDATE Sittings SET Start = {new DateTimeOffset(2021, 10, 25, 9, 0, 0, TimeSpan.Zero).UtcTicks}";

    private static readonly string AnotherStudent = DemoAccounts.StudentEmail("0412702");

    public static readonly ImmutableArray<SpoiltStep> All =
    [
        new(CaseAction.Assign, Requirement.SittingEnded, Stage.Imported, (portal, @case) => portal.On(11, 2).Then(() => @case.AssignAsync())),
        new(CaseAction.Assign, Requirement.ReviewerWithoutConflict, Stage.Imported, (portal, @case) => Tampered(portal, "UPDATE Exams SET Examiner = 'REVIEWER@demo.example'", () => @case.AssignAsync())),
        new(CaseAction.TakeReview, Requirement.SittingEnded, Stage.Imported, (portal, @case) => portal.On(11, 2).Then(() => @case.TakeReviewAsync())),
        new(CaseAction.TakeReview, Requirement.NotYourOwnTest, Stage.Imported, (portal, @case) => Tampered(portal, "UPDATE Exams SET Examiner = 'REVIEWER@demo.example'", () => @case.TakeReviewAsync())),
        new(CaseAction.TakeReview, Requirement.TakingAllowed, Stage.Imported, (portal, @case) => new TakeReview(portal.Get<CaseFiles>(), portal.Dbs, new TakingPolicy(Allowed: false), portal.Clock).RunAsync(@case.Latest, portal.Who("reviewer").Id, TestContext.Current.CancellationToken)),
        new(CaseAction.MoveTargetDay, Requirement.TargetDayAhead, Stage.InReview, (_, @case) => @case.MoveTargetDayAsync(new(2026, 11, 1))),
        new(CaseAction.MoveTargetDay, Requirement.TargetDayReason, Stage.InReview, (_, @case) => @case.MoveTargetDayAsync(new(2026, 11, 24), " ")),
        new(CaseAction.HandBack, Requirement.OwnReview, Stage.InReview, (_, @case) => @case.HandBackAsync("reviewer2")),
        new(CaseAction.HandBack, Requirement.NoCitizenNumber, Stage.InReview, (_, @case) => @case.HandBackAsync(reason: $"Er staat {ABsn}.")),
        new(CaseAction.HandBack, Requirement.HandBackReason, Stage.InReview, (_, @case) => @case.HandBackAsync(reason: " ")),
        new(CaseAction.HandBack, Requirement.OwnSecondReview, Stage.SecondReviewTaken, (_, @case) => @case.HandBackAsync("reviewer2")),
        new(CaseAction.FinishWithoutRemarks, Requirement.OwnReview, Stage.Watched, (_, @case) => @case.FinishAsync("reviewer2")),
        new(CaseAction.FinishWithoutRemarks, Requirement.ViewingDocumented, Stage.InReview, (_, @case) => @case.FinishAsync()),
        new(CaseAction.FinishWithoutRemarks, Requirement.NoGroundMarked, Stage.Marked, (_, @case) => @case.FinishAsync()),
        new(CaseAction.AskSecondReview, Requirement.OwnReview, Stage.Marked, (_, @case) => @case.AskSecondReviewAsync("reviewer2")),
        new(CaseAction.AskSecondReview, Requirement.ViewingDocumented, Stage.InReview, (_, @case) => After(@case.MarkAsync(), () => @case.AskSecondReviewAsync())) { With = [Requirement.MomentsWatched] },
        new(CaseAction.AskSecondReview, Requirement.GroundOtherThanNetiquette, Stage.Watched, (_, @case) => After(@case.MarkAsync(ground: "NETIQUETTE"), () => @case.AskSecondReviewAsync())),
        new(CaseAction.AskSecondReview, Requirement.FactsApartFromInference, Stage.Marked, (_, @case) => After(@case.MarkAsync(seen: "De student spiekt."), () => @case.AskSecondReviewAsync())),
        new(CaseAction.AskSecondReview, Requirement.MomentsWatched, Stage.Marked, async (portal, @case) => await After(@case.NoteViewingAsync(), await Tampered(portal, "DELETE FROM Seen", () => @case.AskSecondReviewAsync()))),
        new(CaseAction.TakeSecondReview, Requirement.SecondReviewerIsAnother, Stage.SecondReviewTaken, (_, @case) => @case.TakeSecondReviewAsync("reviewer2")),
        new(CaseAction.SupportSuspicion, Requirement.OwnSecondReview, Stage.ReasonsWritten, (_, @case) => @case.GiveOpinionAsync(SecondOpinion.Supports, "reviewer2")),
        .. new[] { (CaseAction.SupportSuspicion, SecondOpinion.Supports), (CaseAction.RejectSuspicion, SecondOpinion.DoesNotSupport) }.SelectMany(given => new SpoiltStep[]
        {
            new(given.Item1, Requirement.SecondMinimumWatched, Stage.ReasonsWritten, (portal, @case) => Tampered(portal, WatchedFast, () => @case.GiveOpinionAsync(given.Item2, strict: true))),
            new(given.Item1, Requirement.SecondMomentsWatched, Stage.ReasonsWritten, async (portal, @case) => await After(@case.NoteViewingAsync("tweede"), await After(@case.MarkAsync("tweede"), await Tampered(portal, "DELETE FROM Seen", () => @case.GiveOpinionAsync(given.Item2))))),
            new(given.Item1, Requirement.NoVerdict, Stage.ReasonsWritten, (_, @case) => After(@case.WriteReasonsAsync(reasons: "De student heeft gefraudeerd."), () => @case.GiveOpinionAsync(given.Item2))),
        }),
        new(CaseAction.SupportSuspicion, Requirement.SecondReviewReasons, Stage.SecondReviewTaken, (_, @case) => After(@case.WatchAsync("tweede"), () => @case.GiveOpinionAsync())),
        new(CaseAction.SupportSuspicion, Requirement.SecondViewingDocumented, Stage.SecondReviewTaken, (_, @case) => After(@case.WriteReasonsAsync(), () => @case.GiveOpinionAsync())),
        new(CaseAction.RejectSuspicion, Requirement.OwnSecondReview, Stage.Supported, (_, @case) => @case.GiveOpinionAsync(SecondOpinion.DoesNotSupport)),
        new(CaseAction.RejectSuspicion, Requirement.SecondReviewReasons, Stage.SecondReviewTaken, (_, @case) => After(@case.WatchAsync("tweede"), () => @case.GiveOpinionAsync(SecondOpinion.DoesNotSupport))),
        new(CaseAction.RejectSuspicion, Requirement.SecondViewingDocumented, Stage.SecondReviewTaken, (_, @case) => After(@case.WriteReasonsAsync(), () => @case.GiveOpinionAsync(SecondOpinion.DoesNotSupport))),
        new(CaseAction.FinishWithoutRemarks, Requirement.MinimumWatched, Stage.Watched, (portal, @case) => Tampered(portal, WatchedFast, () => @case.FinishAsync(strict: true))),
        new(CaseAction.AskSecondReview, Requirement.MinimumWatched, Stage.Marked, (portal, @case) => Tampered(portal, WatchedFast, () => @case.AskSecondReviewAsync(strict: true))),
        new(CaseAction.SignProcesVerbaal, Requirement.MinimumWatched, Stage.ReportWritten, (portal, @case) => Tampered(portal, WatchedFast, () => @case.SignReportAsync(strict: true))),
        new(CaseAction.DiscussReview, Requirement.ReviewOfYours, Stage.Supported, (_, @case) => @case.DiscussAsync("reviewer2")),
        new(CaseAction.DiscussReview, Requirement.SecondOpinionGiven, Stage.ReasonsWritten, (_, @case) => @case.DiscussAsync()),
        new(CaseAction.DiscussReview, Requirement.RemarkWritten, Stage.Supported, (_, @case) => @case.DiscussAsync(text: " \n")),
        new(CaseAction.DiscussReview, Requirement.NoCitizenNumber, Stage.Supported, (_, @case) => @case.DiscussAsync(text: $"Ik las {ABsn}.")),
        new(CaseAction.DiscussReview, Requirement.NoVerdict, Stage.Supported, (_, @case) => @case.DiscussAsync(text: "Zij heeft gespiekt.")),
        new(CaseAction.ReportBsn, Requirement.ReviewOfYours, Stage.InReview, (_, @case) => @case.ReportBsnAsync("reviewer2")),
        new(CaseAction.ReportBsn, Requirement.BsnPlaceNamed, Stage.InReview, (_, @case) => @case.ReportBsnAsync(from: 3, to: 3)),
        new(CaseAction.ReportBsn, Requirement.NoCitizenNumber, Stage.InReview, (_, @case) => @case.ReportBsnAsync(note: $"Het is {ABsn}")),
        new(CaseAction.HandleBsn, Requirement.BsnReported, Stage.BsnReported, (_, @case) => After(@case.HandleBsnAsync(), () => @case.HandleBsnAsync())),
        new(CaseAction.HandleBsn, Requirement.HandlingWritten, Stage.BsnReported, (_, @case) => @case.HandleBsnAsync(handling: " ")),
        new(CaseAction.HandleBsn, Requirement.NoCitizenNumber, Stage.BsnReported, (_, @case) => @case.HandleBsnAsync(handling: $"Verwijderd: {ABsn}.")),
        new(CaseAction.SignProcesVerbaal, Requirement.OwnReview, Stage.ReportWritten, (_, @case) => @case.SignReportAsync("reviewer2")),
        new(CaseAction.SignProcesVerbaal, Requirement.GroundOtherThanNetiquette, Stage.ReportWritten, (portal, @case) => Tampered(portal, NoMarks, () => @case.SignReportAsync())),
        new(CaseAction.SignProcesVerbaal, Requirement.MomentsWatched, Stage.ReportWritten, (portal, @case) => Tampered(portal, "DELETE FROM Seen", () => @case.SignReportAsync())),
        new(CaseAction.SignProcesVerbaal, Requirement.SuspicionNamed, Stage.ReportWritten, (_, @case) => After(@case.WriteReportAsync(suspicion: null), () => @case.SignReportAsync())),
        new(CaseAction.SignProcesVerbaal, Requirement.FactsApartFromInference, Stage.ReportWritten, (portal, @case) => Tampered(portal, "UPDATE Observations SET Seen = 'De student is schuldig.'", () => @case.SignReportAsync())),
        new(CaseAction.SignProcesVerbaal, Requirement.IdentityCheckRecorded, Stage.ReportWritten, (_, @case) => After(@case.WriteReportAsync(identity: null), () => @case.SignReportAsync())),
        new(CaseAction.SignProcesVerbaal, Requirement.SecondReviewSupports, Stage.ReasonsWritten, (_, @case) => After(@case.WriteReportAsync(), () => @case.SignReportAsync())),
        new(CaseAction.SignProcesVerbaal, Requirement.ReportAsShown, Stage.ReportWritten, (portal, @case) => portal.Get<SignProcesVerbaal>().RunAsync(@case.Latest, ProcesVerbaalDraft.Empty, portal.Signed("reviewer"), TestContext.Current.CancellationToken)),
        new(CaseAction.AddAddendum, Requirement.OwnReview, Stage.Reported, (_, @case) => @case.AddAddendumAsync(by: "reviewer2")),
        new(CaseAction.ReportByExaminer, Requirement.NoCitizenNumber, Stage.Cleared, (_, @case) => @case.ReportByExaminerAsync("Op het werk stond 9999.90.019.")),
        new(CaseAction.AddAddendum, Requirement.ProcesVerbaalSigned, Stage.Cleared, (_, @case) => After(@case.ReportByExaminerAsync(), () => @case.AddAddendumAsync())),
        new(CaseAction.AddAddendum, Requirement.NoCitizenNumber, Stage.UnderInvestigation, (_, @case) => @case.AddAddendumAsync($"Er stond {ABsn}.")),
        new(CaseAction.AddAddendum, Requirement.NoVerdict, Stage.UnderInvestigation, (_, @case) => @case.AddAddendumAsync("De student heeft gefraudeerd.")),
        new(CaseAction.AddAddendum, Requirement.AddendumWritten, Stage.UnderInvestigation, (_, @case) => @case.AddAddendumAsync(" ")),
        new(CaseAction.DeclareConflict, Requirement.ConflictReason, Stage.Reported, (_, @case) => @case.DeclareConflictAsync(reason: " ")),
        new(CaseAction.LinkIncident, Requirement.NoConflictOfInterest, Stage.Reported, (portal, @case) => Tampered(portal, SecretaryIsExaminer, () => @case.LinkIncidentAsync())),
        new(CaseAction.LinkIncident, Requirement.IncidentNamed, Stage.Reported, (_, @case) => @case.LinkIncidentAsync(description: " ")),
        new(CaseAction.RequestInformation, Requirement.NoConflictOfInterest, Stage.Investigated, (portal, @case) => Tampered(portal, SecretaryIsExaminer, () => @case.RequestInformationAsync())),
        new(CaseAction.RequestInformation, Requirement.PurposeNoted, Stage.Investigated, (_, @case) => @case.RequestInformationAsync(purpose: "")),
        new(CaseAction.AnswerInformation, Requirement.ThisExamIsYours, Stage.InformationAsked, (_, @case) => @case.AnswerInformationAsync("m.jansen@uni.example")),
        new(CaseAction.AnswerInformation, Requirement.InformationAsked, Stage.InformationAsked, (_, @case) => After(@case.AnswerInformationAsync(), () => @case.AnswerInformationAsync())),
        new(CaseAction.AnswerInformation, Requirement.AnswerWritten, Stage.InformationAsked, (_, @case) => @case.AnswerInformationAsync(answer: " ")),
        new(CaseAction.AnswerInformation, Requirement.NoConflictOfInterest, Stage.InformationAsked, (_, @case) => After(@case.DeclareConflictAsync(), () => @case.AnswerInformationAsync("lid1"))),
        new(CaseAction.CommentOnMinutes, Requirement.AddressedToYou, Stage.Heard, (_, @case) => @case.CommentOnMinutesAsync(AnotherStudent)),
        new(CaseAction.CommentOnMinutes, Requirement.HearingMinutesKept, Stage.Heard, (_, @case) => After(@case.CommentOnMinutesAsync(), () => @case.CommentOnMinutesAsync())),
        new(CaseAction.CommentOnMinutes, Requirement.WithinLength, Stage.Heard, (_, @case) => @case.CommentOnMinutesAsync(text: TooLong)),
        new(CaseAction.CommentOnMinutes, Requirement.MinutesCommentWritten, Stage.Heard, (_, @case) => @case.CommentOnMinutesAsync(text: "\n ")),
        new(CaseAction.TakeUp, Requirement.NoConflictOfInterest, Stage.Reported, (portal, @case) => Tampered(portal, SecretaryIsExaminer, () => @case.TakeUpAsync())),
        new(CaseAction.InviteView, Requirement.NoConflictOfInterest, Stage.Investigated, (portal, @case) => Tampered(portal, SecretaryIsExaminer, () => @case.InviteAsync())),
        new(CaseAction.InviteView, Requirement.InvestigationRecorded, Stage.UnderInvestigation, (_, @case) => @case.InviteAsync()),
        new(CaseAction.InviteView, Requirement.AddresseeKnown, Stage.Investigated, (portal, @case) => Tampered(portal, NoStudent, () => @case.InviteAsync())),
        new(CaseAction.InviteView, Requirement.NoticeTerm, Stage.Investigated, (_, @case) => @case.InviteAsync(workingDays: 4)),
        new(CaseAction.InviteView, Requirement.TermNotTooLong, Stage.Investigated, (_, @case) => @case.InviteAsync(workingDays: 60)),
        new(CaseAction.MoveReactionDay, Requirement.NoConflictOfInterest, Stage.ViewsInvited, (portal, @case) => Tampered(portal, SecretaryIsExaminer, () => @case.MoveReactionDayAsync(new(2026, 12, 8)))),
        new(CaseAction.MoveReactionDay, Requirement.NoticeTerm, Stage.ViewsInvited, (_, @case) => @case.MoveReactionDayAsync(new(2026, 11, 16))),
        new(CaseAction.MoveReactionDay, Requirement.TermNotTooLong, Stage.ViewsInvited, (_, @case) => @case.MoveReactionDayAsync(new(2062, 11, 24))),
        new(CaseAction.PlanHearing, Requirement.TermNotTooLong, Stage.HearingScheduled, (_, @case) => @case.PlanHearingAsync(Amsterdam.At(new(2062, 12, 1), new(10, 0)))),
        new(CaseAction.GiveView, Requirement.AddressedToYou, Stage.ViewsInvited, (_, @case) => @case.GiveViewAsync(by: AnotherStudent)),
        new(CaseAction.GiveView, Requirement.WithinLength, Stage.ViewsInvited, (_, @case) => @case.GiveViewAsync(TooLong)),
        new(CaseAction.GiveView, Requirement.ViewWritten, Stage.ViewsInvited, (_, @case) => @case.GiveViewAsync("  \n ")),
        new(CaseAction.RecordNoReaction, Requirement.ReactionTermElapsed, Stage.ViewsInvited, (portal, @case) => portal.On(11, 17, 23, 59).Then(() => @case.RecordNoReactionAsync())),
        new(CaseAction.RemindStudent, Requirement.NoConflictOfInterest, Stage.ViewsInvited, (portal, @case) => Tampered(portal, SecretaryIsExaminer, () => @case.RemindAsync())),
        new(CaseAction.RecordNoReaction, Requirement.ReminderSent, Stage.ViewsInvited, (portal, @case) => After(portal.On(11, 18).Then(() => @case.RemindAsync()), () => @case.RecordNoReactionAsync(withoutReminder: " "))),
        new(CaseAction.RecordNoReaction, Requirement.NoConflictOfInterest, Stage.ViewsInvited, (portal, @case) => Tampered(portal, SecretaryIsExaminer, () => portal.On(11, 25).Then(() => @case.RecordNoReactionAsync()))),
        new(CaseAction.RecordNoReaction, Requirement.HearingPlanned, Stage.HearingPlanned, (portal, @case) => portal.On(11, 19, 9).Then(() => @case.RecordNoReactionAsync())),
        new(CaseAction.AskHearing, Requirement.AddressedToYou, Stage.ViewsInvited, (_, @case) => @case.AskHearingAsync(AnotherStudent)),
        new(CaseAction.PlanHearing, Requirement.NoticeTerm, Stage.HearingScheduled, (_, @case) => @case.PlanHearingAsync(Amsterdam.At(new(2026, 11, 17), new(10, 0)))),
        new(CaseAction.PlanHearing, Requirement.HearingPlace, Stage.HearingScheduled, (_, @case) => @case.PlanHearingAsync(Amsterdam.At(new(2026, 12, 1), new(10, 0)), place: " ")),
        new(CaseAction.PlanHearing, Requirement.NoConflictOfInterest, Stage.HearingScheduled, (portal, @case) => Tampered(portal, SecretaryIsExaminer, () => @case.PlanHearingAsync(Amsterdam.At(new(2026, 12, 1), new(10, 0))))),
        new(CaseAction.RecordHearing, Requirement.NoConflictOfInterest, Stage.HearingPlanned, (portal, @case) => Tampered(portal, SecretaryIsExaminer, () => @case.RecordHearingAsync())),
        new(CaseAction.RecordHearing, Requirement.HearingPlanned, Stage.HearingPlanned, (portal, @case) => portal.On(11, 19, 9).Then(() => @case.RecordHearingAsync())),
        new(CaseAction.RecordHearing, Requirement.HearingMinutes, Stage.HearingPlanned, (_, @case) => @case.RecordHearingAsync(caution: false)),
        new(CaseAction.Deliberate, Requirement.QuorumWithoutConflict, Stage.ViewsReceived, (_, @case) => @case.DeliberateAsync("secretaris", "lid1", "lid1")),
        new(CaseAction.Deliberate, Requirement.NoConflictOfInterest, Stage.ViewsReceived, (portal, @case) => Tampered(portal, SecretaryIsExaminer, () => @case.DeliberateAsync())),
        new(CaseAction.Deliberate, Requirement.NotCoSigned, Stage.CoSigned, (_, @case) => @case.DeliberateAsync()),
        .. Decides(CaseAction.DecideValid, Drafts.Valid),
        .. Decides(CaseAction.DecideIrregularity, Drafts.ForUniversity),
        .. Decides(CaseAction.DecideFraud, Drafts.FraudWithExclusion),
        new(CaseAction.DecideIrregularity, Requirement.Article43aInForce, Stage.Deliberation, (portal, @case) => DraftedAndTampered(portal, @case, Drafts.ForUniversity, BeforeTheArticle)),
        new(CaseAction.DecideIrregularity, Requirement.DeviationReasoned, Stage.Deliberation, (portal, @case) => DraftedAndTampered(portal, @case, Drafts.ForUniversity with { DeviationReasons = "" }, FraudSuspected)),
        Lacks(CaseAction.DecideValid, Requirement.DeviationReasoned, Drafts.Valid with { DeviationReasons = " " }),
        Lacks(CaseAction.DecideFraud, Requirement.DeviationReasoned, Drafts.FraudWithExclusion with { DeviationReasons = "" }),
        Lacks(CaseAction.DecideIrregularity, Requirement.Ground43a, Drafts.OwnRisk with { Grounds = Grounds43a.None }),
        Lacks(CaseAction.DecideIrregularity, Requirement.WhatCannotBeEstablished, Drafts.OwnRisk with { CannotEstablish = " " }),
        Lacks(CaseAction.DecideIrregularity, Requirement.Attribution, Drafts.OwnRisk with { Attribution = null }),
        new(CaseAction.DecideIrregularity, Requirement.ReportedDuringTest, Stage.Deliberation, async (_, @case) => await DraftedAsync(@case, Drafts.ForceMajeure(await @case.MessageAsync("na de toets")))),
        Lacks(CaseAction.DecideIrregularity, Requirement.InstructionBreached, Drafts.OwnRisk with { InstructionId = "unproven" }),
        Lacks(CaseAction.DecideIrregularity, Requirement.Proportionality, Drafts.OwnRisk with { Proportionality = " " }),
        Lacks(CaseAction.DecideFraud, Requirement.FraudCode, Drafts.Fraud with { FraudCodes = [] }),
        Lacks(CaseAction.DecideFraud, Requirement.ViolatedProvision, Drafts.Fraud with { ViolatedProvision = "" }),
        Lacks(CaseAction.DecideFraud, Requirement.EvidenceStated, Drafts.Fraud with { Evidence = "" }),
        Lacks(CaseAction.DecideFraud, Requirement.AlternativesAddressed, Drafts.Fraud with { Alternatives = "" }),
        Lacks(CaseAction.DecideFraud, Requirement.SanctionWithinLimits, Drafts.FraudWithExclusion with { Sanction = new Sanction("EXCLUSION", [], new(2026, 12, 1), new(2027, 2, 1)) }),
        Lacks(CaseAction.DecideFraud, Requirement.SanctionHasBasis, Drafts.FraudWithExclusion with { Sanction = new Sanction("FINE", [], new(2026, 12, 1), null) }) with { With = [Requirement.SanctionWithinLimits] },
        Lacks(CaseAction.DecideFraud, Requirement.NoExamAlreadyTaken, Drafts.FraudWithExclusion with { Sanction = new Sanction("EXCLUSION", ["Programmeren van 2 november 2026"], new(2026, 12, 1), new(2027, 2, 1)) }),
        Lacks(CaseAction.DecideFraud, Requirement.SanctionNotBeforePublication, Drafts.FraudWithExclusion with { Sanction = new Sanction("EXCLUSION", ["Programmeren"], new(2026, 11, 3), new(2027, 2, 1)) }),
        Lacks(CaseAction.DecideFraud, Requirement.Proportionality, Drafts.FraudWithExclusion with { Proportionality = "" }),
        new(CaseAction.ReturnToDeliberation, Requirement.AnotherMember, Stage.Decided, (_, @case) => @case.ReturnAsync(by: "lid1")),
        new(CaseAction.ReturnToDeliberation, Requirement.MemberOfThisSession, Stage.Decided, (portal, @case) => As(portal, () => @case.ReturnAsync(by: AnotherMember))),
        new(CaseAction.ReturnToDeliberation, Requirement.ReturnReasons, Stage.Decided, (_, @case) => @case.ReturnAsync(" ")),
        new(CaseAction.CoSign, Requirement.AnotherMember, Stage.Decided, (_, @case) => @case.CoSignAsync("lid1")),
        new(CaseAction.CoSign, Requirement.MemberOfThisSession, Stage.Decided, (portal, @case) => As(portal, () => @case.CoSignAsync(AnotherMember))),
        new(CaseAction.Publish, Requirement.NoConflictOfInterest, Stage.CoSigned, (portal, @case) => Tampered(portal, SecretaryIsExaminer, () => portal.On(11, 20).Then(() => @case.PublishAsync()))),
        new(CaseAction.Publish, Requirement.CoSignature, Stage.Decided, (_, @case) => @case.PublishAsync()),
        new(CaseAction.Publish, Requirement.AddresseeKnown, Stage.CoSigned, (portal, @case) => Tampered(portal, NoStudent, () => @case.PublishAsync())) { With = [Requirement.DeliveryAgreed] },
        new(CaseAction.Publish, Requirement.DeliveryAgreed, Stage.CoSigned, (portal, @case) => SpoiltAfterwards.Withdrawn(portal, () => portal.On(11, 20).Then(() => @case.PublishAsync()))),
        new(CaseAction.Publish, Requirement.PostalAddressKnown, Stage.CoSigned, (portal, @case) => portal.On(11, 20).Then(() => @case.PublishAsync(channel: Core.Letters.SendingChannel.Post, proof: "3SABC123", address: " \n "))),
        new(CaseAction.Publish, Requirement.SanctionNotBeforePublication, Stage.FraudDrafted, (portal, @case) => TooLateAsync(portal, @case)) { With = [Requirement.LetterWithoutFaults] },
        new(CaseAction.Publish, Requirement.LetterWithoutFaults, Stage.Deliberation, (portal, @case) => WithNumberAsync(portal, @case)),
        .. SpoiltAfterwards.All,
        .. SpoiltLetterKinds.All,
        .. SpoiltVoices.All,
    ];

    private static IEnumerable<SpoiltStep> Decides(CaseAction action, DecisionDraft draft)
    {
        yield return new(action, Requirement.MemberOfThisSession, Stage.Deliberation, async (portal, @case) => await As(portal, await DraftedAsync(@case, draft, AnotherMember)));
        yield return Spoilt(Requirement.SessionHeld, "UPDATE Sessions SET Date = '2026-11-23'");
        yield return Spoilt(Requirement.InvestigationRecorded, NoFindings);
        yield return Spoilt(Requirement.RuleVersion, BeforeTheProtocol) with
        {
            With = action switch { CaseAction.DecideIrregularity => [Requirement.Article43aInForce], CaseAction.DecideFraud => [Requirement.SanctionHasBasis], _ => [] },
        };
        yield return Lacks(action, Requirement.Reasons, draft with { Reasons = " " });
        yield return Lacks(action, Requirement.ReplyToView, draft with { ReplyToView = "" });
        if (action is CaseAction.DecideValid) yield break;

        yield return Spoilt(Requirement.StudentHeardOrWaived, Unheard);
        yield return Spoilt(Requirement.GroundOtherThanNetiquette, NoMarks);

        SpoiltStep Spoilt(Requirement missing, string tampering) => new(action, missing, Stage.Deliberation, (portal, @case) => DraftedAndTampered(portal, @case, draft, tampering));
    }

    private static SpoiltStep Lacks(CaseAction action, Requirement missing, DecisionDraft draft) => new(action, missing, Stage.Deliberation, (_, @case) => DraftedAsync(@case, draft));

    private static async Task<Func<Task<Answer>>> DraftedAsync(ACase @case, DecisionDraft draft, string by = "lid1")
    {
        await ACase.DoneAsync(@case.DraftAsync(draft));
        return () => @case.DecideAsync(draft.Outcome!.Value, by);
    }

    private static async Task<Func<Task<Answer>>> DraftedAndTampered(APortal portal, ACase @case, DecisionDraft draft, string how) => await Tampered(portal, how, await DraftedAsync(@case, draft));

    // The exclusion was to begin on the first of December.
    private static async Task<Func<Task<Answer>>> TooLateAsync(APortal portal, ACase @case)
    {
        await ACase.DoneAsync(@case.DecideAsync(Outcome.Fraud));
        await ACase.DoneAsync(@case.CoSignAsync());
        return () => portal.On(12, 2).Then(() => @case.PublishAsync());
    }

    private static async Task<Func<Task<Answer>>> WithNumberAsync(APortal portal, ACase @case)
    {
        var decide = await DraftedAsync(@case, Drafts.ForUniversity);
        await ACase.DoneAsync(decide());
        await ACase.DoneAsync(@case.CoSignAsync());
        // Nobody signs it like this: it got in afterwards.
        await Sql.RunAsync(portal.DatabaseFile, "UPDATE Decisions SET Reasons = 'De student met nummer 123456782 was niet alleen.'");
        return () => portal.On(11, 20).Then(() => @case.PublishAsync());
    }

    public static async Task<Func<Task<Answer>>> After(Task<Answer> first, Func<Task<Answer>> then)
    {
        await ACase.DoneAsync(first);
        return then;
    }

    public static async Task<Func<Task<Answer>>> Tampered(APortal portal, string how, Func<Task<Answer>> then)
    {
        await Sql.RunAsync(portal.DatabaseFile, how);
        return then;
    }

    private static async Task<Func<Task<Answer>>> As(APortal portal, Func<Task<Answer>> then)
    {
        await portal.AccountAsync(new AccountDraft(DemoAccounts.Email(AnotherMember), "Fatima Smit", [Role.BoardMember], null, "nl"));
        return then;
    }
}
