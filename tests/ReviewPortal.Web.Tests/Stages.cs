using System.Collections.Concurrent;
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
    InformationAsked,
    Heard,
}

/// <summary>Portals with one case at a stage. Each stage is reached once, by the real actions, and copied from then on.</summary>
internal static class Stages
{
    private sealed record Reached(DirectoryInfo Data, CaseId Case, SittingId Sitting, DateTimeOffset Now);

    private static readonly ConcurrentDictionary<Stage, Lazy<Task<Reached>>> Known = new();

    public static async Task<(APortal Portal, ACase Case)> AtAsync(Stage stage, string environment = "Development")
    {
        var reached = await ReachAsync(stage);
        var portal = APortal.CopyOf(reached.Data, reached.Now, environment);
        return (portal, new ACase(portal, reached.Case, reached.Sitting));
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
        Stage.FraudDrafted => Stage.Deliberation,
        Stage.InformationAsked => Stage.Investigated,
        Stage.Heard => Stage.HearingPlanned,
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
        Stage.FraudDrafted => portal.On(11, 17).Then(() => @case.DraftAsync(Drafts.FraudWithExclusion)),
        _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, "No step leads here"),
    };

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
