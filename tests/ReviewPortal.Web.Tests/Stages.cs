using System.Collections.Concurrent;
using ReviewPortal.Core.Appeals;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Decisions;
using ReviewPortal.Core.Lifecycle;

namespace ReviewPortal.Web.Tests;

/// <summary>How far a case has come: the states of the procedure, and what is written between them.</summary>
public enum Stage
{
    Imported,
    InReview,
    Watched,
    Marked,
    SecondReview,
    SecondReviewTaken,
    ReasonsWritten,
    Supported,
    ReportWritten,
    Reported,
    UnderInvestigation,
    Investigated,
    ViewsInvited,
    HearingScheduled,
    HearingPlanned,
    ViewsReceived,
    Deliberation,
    Drafted,
    Decided,
    CoSigned,
    Notified,
    Cleared,
    FraudDrafted,
    ClosingProposed,
    ClosedNoGrounds,
    FraudNotified,
    TerminationProposed,
    ForceMajeureDrafted,
    ChanceOpen,
    ChanceRequested,
    DeliveryFailed,
    AppealLodged,
    InterimMeasure,
    Settlement,
    AppealPending,
    Dismissed,
    FurtherAppeal,
    Irrevocable,
    Annulled,
    ClosedAnnulled,
    AppealReopened,
    HoldPlaced,
    HoldLiftAsked,
    Restricted,
    InformationAsked,
    Heard,
    DecidingAgain,
    TerminationFell,
    BsnReported,
    MailSent,
    MailBounced,
    MailReported,
    ReportSetAside,
    LetterToPost,
    CorrectionToPost,
    EnrolmentEnded,
    ObjectionLodged,
    Represented,
    ChanceToGrant,
    ChanceToRefuse,
    TerminationToCoSign,
    EnrolmentToHear,
}

/// <summary>Portals with one case at a stage. Each stage is reached once, by the real actions, and copied from then on.</summary>
internal static class Stages
{
    private sealed record Reached(DirectoryInfo Data, CaseId Case, SittingId Sitting, DateTimeOffset Now);

    private static readonly ConcurrentDictionary<Stage, Lazy<Task<Reached>>> Known = new();

    public static async Task<(APortal Portal, ACase Case)> AtAsync(Stage stage, string environment = "Development", params string[] settings)
    {
        var reached = await ReachAsync(stage);
        var portal = APortal.CopyOf(reached.Data, reached.Now, environment, settings);
        return (portal, new ACase(portal, reached.Case, reached.Sitting));
    }

    /// <summary>Brings a case that was taken in on this portal as far, by the same actions. The clock goes where they were taken.</summary>
    public static async Task BringAsync(APortal portal, ACase @case, Stage stage)
    {
        var way = new Stack<Stage>();
        for (var at = stage; at is not Stage.Imported; at = Before(at)) way.Push(at);
        foreach (var next in way) await ACase.DoneAsync(Step(next, portal, @case));
    }

    /// <summary>The stage at which a state has everything it needs for the next step.</summary>
    public static Stage ReadyIn(CaseState state) => state switch
    {
        CaseState.Imported => Stage.Imported,
        CaseState.InReview => Stage.Marked,
        CaseState.SecondReview => Stage.ReportWritten,
        CaseState.Reported => Stage.Reported,
        CaseState.UnderInvestigation => Stage.Investigated,
        CaseState.ViewsInvited => Stage.ViewsInvited,
        CaseState.HearingScheduled => Stage.HearingPlanned,
        CaseState.ViewsReceived => Stage.ViewsReceived,
        CaseState.Deliberation => Stage.Drafted,
        CaseState.Decided => Stage.CoSigned,
        CaseState.Notified => Stage.Notified,
        CaseState.Cleared => Stage.Cleared,
        _ when Enum.TryParse<Stage>(state.ToString(), out var same) => same,
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "No stage of the tests reaches this state"),
    };

    private static Task<Reached> ReachAsync(Stage stage) => Known.GetOrAdd(stage, _ => new(() => TakeStepAsync(stage))).Value;

    private static async Task<Reached> TakeStepAsync(Stage stage)
    {
        var (portal, @case) = stage is Stage.Imported ? await ImportedAsync() : await AtAsync(Before(stage));
        if (stage is not Stage.Imported) await ACase.DoneAsync(Step(stage, portal, @case));
        return new Reached(await portal.CloseAsync(), @case.Id, @case.Sitting, portal.Clock.GetUtcNow());
    }

    private static async Task<(APortal, ACase)> ImportedAsync()
    {
        var portal = await APortal.WithDemoPeopleAsync();
        return (portal, await portal.ImportedAsync());
    }

    private static Stage Before(Stage stage) => stage switch
    {
        Stage.ViewsReceived => Stage.ViewsInvited,
        Stage.Cleared => Stage.Watched,
        Stage.FraudDrafted or Stage.ForceMajeureDrafted => Stage.Deliberation,
        Stage.ClosingProposed => Stage.Investigated,
        Stage.FraudNotified => Stage.FraudDrafted,
        Stage.DeliveryFailed or Stage.AppealLodged => Stage.Notified,
        Stage.Settlement => Stage.AppealLodged,
        Stage.Irrevocable => Stage.Dismissed,
        Stage.Annulled or Stage.DecidingAgain => Stage.AppealPending,
        Stage.TerminationFell or Stage.EnrolmentEnded => Stage.TerminationProposed,
        Stage.AppealReopened => Stage.Settlement,
        Stage.HoldPlaced or Stage.Restricted => Stage.Reported,
        Stage.InformationAsked => Stage.Investigated,
        Stage.Heard => Stage.HearingPlanned,
        Stage.BsnReported => Stage.InReview,
        Stage.MailSent => Stage.Notified,
        Stage.MailReported => Stage.MailSent,
        Stage.LetterToPost => Stage.Investigated,
        Stage.CorrectionToPost => Stage.Notified,
        Stage.Represented => Stage.ViewsInvited,
        Stage.ChanceToGrant or Stage.ChanceToRefuse => Stage.ChanceRequested,
        Stage.TerminationToCoSign => Stage.FraudNotified,
        _ => stage - 1,
    };

    private static Task<Answer> Step(Stage stage, APortal portal, ACase @case) => stage switch
    {
        Stage.InReview => portal.On(11, 3).Then(() => @case.AssignAsync()),
        Stage.Watched => portal.On(11, 4).Then(() => @case.WatchAsync()),
        Stage.Marked => @case.MarkAsync(),
        Stage.SecondReview => @case.AskSecondReviewAsync(),
        Stage.SecondReviewTaken => portal.On(11, 5).Then(() => @case.TakeSecondReviewAsync()),
        Stage.ReasonsWritten => WatchedAndWrittenAsync(@case),
        Stage.Supported => @case.GiveOpinionAsync(),
        Stage.ReportWritten => portal.On(11, 6).Then(() => @case.WriteReportAsync()),
        Stage.Reported => @case.SignReportAsync(),
        Stage.UnderInvestigation => portal.On(11, 9).Then(() => @case.TakeUpAsync()),
        Stage.Investigated => @case.WriteFindingsAsync(),
        Stage.ViewsInvited => portal.On(11, 10).Then(() => @case.InviteAsync()),
        Stage.HearingScheduled => portal.On(11, 11).Then(() => @case.AskHearingAsync()),
        Stage.HearingPlanned => PlanAsync(portal, @case),
        Stage.ViewsReceived => portal.On(11, 12).Then(() => @case.GiveViewAsync()),
        Stage.Deliberation => portal.On(11, 16).Then(() => @case.DeliberateAsync()),
        Stage.Drafted => portal.On(11, 17).Then(() => @case.DraftAsync(Drafts.ForUniversity)),
        Stage.Decided => @case.DecideAsync(Outcome.Irregularity),
        Stage.CoSigned => portal.On(11, 18).Then(() => @case.CoSignAsync()),
        Stage.Notified => portal.On(11, 20, 15).Then(() => @case.PublishAsync()),
        Stage.Cleared => @case.FinishAsync(),
        Stage.InformationAsked => @case.RequestInformationAsync(),
        Stage.Heard => @case.RecordHearingAsync(),
        Stage.BsnReported => @case.ReportBsnAsync(),
        Stage.FraudDrafted => portal.On(11, 17).Then(() => @case.DraftAsync(Drafts.FraudWithExclusion)),
        _ => StepAfterwards(stage, portal, @case),
    };

    private static Task<Answer> StepAfterwards(Stage stage, APortal portal, ACase @case) => stage switch
    {
        Stage.ClosingProposed => portal.On(11, 10).Then(() => @case.ProposeClosingAsync()),
        Stage.ClosedNoGrounds => portal.On(11, 11).Then(() => @case.CloseNoGroundsAsync()),
        Stage.FraudNotified or Stage.ChanceOpen => PublishAsync(portal, @case),
        Stage.TerminationToCoSign => portal.On(11, 23).Then(() => @case.ProposeTerminationAsync()),
        Stage.EnrolmentToHear => portal.On(11, 24).Then(() => @case.CoSignTerminationAsync()),
        Stage.TerminationProposed => portal.On(11, 23).Then(() => InvitedAsync(@case, @case.ProposeTerminationByTwoAsync())),
        Stage.ForceMajeureDrafted => DraftForceMajeureAsync(portal, @case),
        Stage.ChanceRequested => portal.On(11, 23).Then(() => @case.RequestRetakeAsync()),
        Stage.DeliveryFailed => portal.On(11, 23).Then(() => @case.DeliveryFailedAsync()),
        Stage.AppealLodged => portal.On(11, 30).Then(() => @case.LodgeAppealAsync()),
        Stage.InterimMeasure => portal.On(12, 1).Then(() => @case.RecordInterimMeasureAsync()),
        Stage.Settlement => portal.On(12, 2).Then(() => @case.OpenSettlementAsync()),
        Stage.AppealPending => portal.On(12, 14).Then(() => @case.EndSettlementAsync()),
        Stage.Dismissed => portal.On(new DateOnly(2027, 2, 1)).Then(() => @case.RuleAsync(Ruling.Dismissed)),
        Stage.FurtherAppeal => portal.On(new DateOnly(2027, 2, 8)).Then(() => @case.LodgeFurtherAppealAsync()),
        Stage.Irrevocable => portal.On(new DateOnly(2027, 3, 29)).Then(() => @case.ConfirmIrrevocableAsync()),
        Stage.Annulled => portal.On(new DateOnly(2027, 2, 1)).Then(() => @case.RuleAsync(Ruling.Annulled)),
        Stage.ClosedAnnulled => portal.On(new DateOnly(2027, 2, 8)).Then(() => @case.CloseAnnulledAsync()),
        Stage.DecidingAgain => portal.On(new DateOnly(2027, 1, 5)).Then(() => @case.RedecideAsync("Wij waren te streng.", by: "voorzitter")),
        Stage.EnrolmentEnded => portal.On(11, 30).Then(() => @case.DecideTerminationAsync()),
        Stage.ObjectionLodged => portal.On(12, 14).Then(() => InvitedAsync(@case, @case.LodgeObjectionAsync())),
        Stage.ChanceToGrant or Stage.ChanceToRefuse => portal.On(11, 24).Then(() => @case.ProposeRetakeAnswerAsync(stage is Stage.ChanceToGrant)),
        Stage.TerminationFell => EndAndAnnulAsync(portal, @case),
        Stage.AppealReopened => DecidedAnewAsync(portal, @case),
        Stage.HoldPlaced => portal.On(11, 7).Then(() => @case.PlaceHoldAsync()),
        Stage.HoldLiftAsked => portal.On(11, 8).Then(() => @case.AskToLiftHoldAsync()),
        Stage.MailSent => SendMailAsync(portal),
        Stage.MailReported => portal.On(11, 23).Then(() => @case.ReportedAsync()),
        Stage.ReportSetAside => portal.On(11, 24).Then(() => @case.SetReportAsideAsync()),
        Stage.MailBounced => portal.On(11, 23).Then(() => @case.RecordBounceAsync()),
        Stage.LetterToPost => InviteByPostAsync(portal, @case),
        Stage.CorrectionToPost => CorrectByPostAsync(portal, @case),
        Stage.Represented => portal.On(11, 11).Then(() => @case.NameRepresentativeAsync()),
        Stage.Restricted => portal.On(11, 7).Then(() => @case.RestrictAsync()),
        _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, "No step leads here"),
    };

    // There is something for the executive board to decide on, and the student is invited to be heard.
    private static async Task<Answer> InvitedAsync(ACase @case, Task<Answer> first)
    {
        await ACase.DoneAsync(first);
        return await @case.InviteToHearingAsync();
    }

    // The outbox does its round; no step is taken by anybody.
    private static async Task<Answer> SendMailAsync(APortal portal)
    {
        await portal.SendMailAsync();
        return new Done(CaseLifecycle.Table[0]);
    }

    private static async Task<Answer> InviteByPostAsync(APortal portal, ACase @case)
    {
        await portal.WithdrawAsync(Core.Letters.MessageKind.Procedure);
        return await portal.On(11, 9).Then(() => @case.InviteAsync());
    }

    private static async Task<Answer> CorrectByPostAsync(APortal portal, ACase @case)
    {
        await portal.WithdrawAsync(Core.Letters.MessageKind.BoardDecision);
        return await portal.On(11, 30).Then(() => @case.CorrectLetterAsync(newTerm: true));
    }

    private static async Task<Answer> PublishAsync(APortal portal, ACase @case)
    {
        await ACase.DoneAsync(@case.DecideAsync((await @case.DecisionAsync()).Outcome!.Value));
        await ACase.DoneAsync(portal.On(11, 18).Then(() => @case.CoSignAsync()));
        return await portal.On(11, 20, 15).Then(() => @case.PublishAsync());
    }

    private static async Task<Answer> DraftForceMajeureAsync(APortal portal, ACase @case) =>
        await portal.On(11, 17).Then(async () => await @case.DraftAsync(Drafts.ForceMajeure(await @case.MessageAsync(ADelivery.Report))));

    // While the settlement was tried the board took a better decision, and the student does not withdraw (Awb 6:19).
    private static async Task<Answer> DecidedAnewAsync(APortal portal, ACase @case)
    {
        await ACase.DoneAsync(portal.On(12, 7).Then(() => @case.RedecideAsync("Wij zijn het eens geworden.", by: "voorzitter")));
        await ACase.DoneAsync(@case.DeliberateAsync());
        await ACase.DoneAsync(@case.DraftAsync(Drafts.ForUniversity));
        await ACase.DoneAsync(@case.DecideAsync(Outcome.Irregularity));
        await ACase.DoneAsync(@case.CoSignAsync());
        return await portal.On(12, 8).Then(() => @case.PublishAsync());
    }

    // The executive board ended the enrolment, and then the finding of fraud was annulled.
    private static async Task<Answer> EndAndAnnulAsync(APortal portal, ACase @case)
    {
        await ACase.DoneAsync(portal.On(11, 30).Then(() => @case.DecideTerminationAsync()));
        await ACase.DoneAsync(portal.On(12, 1).Then(() => @case.LodgeAppealAsync()));
        await ACase.DoneAsync(@case.OpenSettlementAsync());
        await ACase.DoneAsync(portal.On(12, 14).Then(() => @case.EndSettlementAsync()));
        return await portal.On(new DateOnly(2027, 2, 1)).Then(() => @case.RuleAsync(Ruling.Annulled));
    }

    private static async Task<Answer> WatchedAndWrittenAsync(ACase @case)
    {
        await ACase.DoneAsync(@case.WatchAsync("tweede"));
        return await @case.WriteReasonsAsync();
    }

    // Planned a week ahead, and the week has passed.
    private static async Task<Answer> PlanAsync(APortal portal, ACase @case)
    {
        var planned = await @case.PlanHearingAsync(Core.Calendar.Amsterdam.At(new(2026, 11, 19), new(10, 0)));
        portal.On(11, 19, 12);
        return planned;
    }
}
