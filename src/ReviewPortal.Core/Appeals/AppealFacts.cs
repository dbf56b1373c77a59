using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Writing;

namespace ReviewPortal.Core.Appeals;

/// <summary>What an appeal, its ruling and the passing of its term mean for the procedure.</summary>
public static class AppealFacts
{
    public static void State(CaseFacts facts, AppealGround ground, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(ground);
        var today = Amsterdam.DateOf(now);
        var last = ground.Last;
        var open = last is { IsOpen: true };
        facts
            .State(Requirement.SettlementReported, open && Says(last!.SettlementReport))
            .State(Requirement.SettlementTried, open && last!.SettleBy is not null)
            .State(Requirement.AppealAtCouncil, open && last!.Body is AppealBody.CouncilOfState)
            .State(Requirement.AppealOnChance, open && ground.IsOnChance(last!))
            .State(Requirement.AppealOnDecision, !(open && ground.IsOnChance(last!)))
            .State(Requirement.AppealStillOpen, open)
            .State(Requirement.NoOpenAppeal, !open)
            .State(Requirement.NotYetRuled, !ground.IsRuledOn(ground.Default(today)))
            .State(Requirement.DismissalStands, ground.RulingToContest is not null)
            .State(Requirement.InterimMeasureRuns, last is { InterimRuns: true })
            .State(Requirement.AppealTermElapsed, ground.IrrevocableFrom <= today)
            .State(Requirement.NotificationProven, ground.IsNotificationProven)
            .State(Requirement.CompositionAsOrdered, !ground.MustDifferFrom.Overlaps(ground.Session));
    }

    private static bool Says(string text) => !Inked.IsEmpty(text);
}
