using System.Collections.Immutable;
using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Decisions;
using ReviewPortal.Core.Lifecycle;

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
            .State(Requirement.AppealStillOpen, open)
            .State(Requirement.NoOpenAppeal, !open)
            .State(Requirement.NotYetRuled, !ground.IsRuledOn)
            .State(Requirement.DismissalStands, ground.IsRuledOn)
            .State(Requirement.InterimMeasureRuns, last is { InterimRuns: true })
            .State(Requirement.AppealTermElapsed, ground.IrrevocableFrom <= today)
            .State(Requirement.NotificationProven, ground.IsNotificationProven)
            .State(Requirement.CompositionAsOrdered, !ground.MustDifferFrom.Overlaps(ground.Session));
    }

    private static bool Says(string text) => !string.IsNullOrWhiteSpace(text);
}

/// <summary>What the facts of an appeal rest on.</summary>
/// <param name="Last">The last appeal registered; null when nobody appealed.</param>
/// <param name="Sent">The sending that counts; null before publication.</param>
public sealed record AppealGround(Appeal? Last, DateTimeOffset? Sent, bool IsNotificationProven, IReadOnlyCollection<FormerRound> Former, IEnumerable<Cases.PersonId> SessionMembers)
{
    public ImmutableHashSet<Cases.PersonId> Session => [.. SessionMembers];

    /// <summary>Those who took the annulled decision, when the ruling ordered others to decide (WHW 7.61 lid 5).</summary>
    public ImmutableHashSet<Cases.PersonId> MustDifferFrom =>
        [.. Former.Where(round => round.OtherComposition).SelectMany(round => round.Members).Select(member => member.Id)];

    /// <summary>The last ruling of the appeals board; a further appeal that was withdrawn leaves it standing.</summary>
    public Appeal? LastRuled { get; init; }

    /// <summary>The appeals board has ruled on the decision that was sent; an annulled decision counts no longer.</summary>
    public bool IsRuledOn => LastRuled?.RuledOn is { } ruled && Sent is { } sent && ruled >= Amsterdam.DateOf(sent);

    /// <summary>The first day on which a person can call the decision irrevocable, counted from the ruling when there was one after it was sent.</summary>
    public DateOnly? IrrevocableFrom => (LastRuled, Sent) switch
    {
        ({ NextTerm: { } next, RuledOn: { } ruled }, { } sent) when ruled >= Amsterdam.DateOf(sent) => new AppealWindow(next).IrrevocableFrom,
        (_, { } sent) => AppealWindow.From(sent).IrrevocableFrom,
        _ => null,
    };
}
