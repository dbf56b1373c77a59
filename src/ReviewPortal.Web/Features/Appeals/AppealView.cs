using System.Collections.Immutable;
using ReviewPortal.Core.Appeals;
using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Decisions;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Web.Features.Appeals;

/// <summary>The appeals of one case, what can be done about them, and the decisions that no longer stand.</summary>
public sealed record AppealView
{
    private static readonly CaseAction[] Asked =
    [
        CaseAction.LodgeAppeal, CaseAction.LodgeFurtherAppeal, CaseAction.OpenSettlement, CaseAction.EndSettlement, CaseAction.SettleByDecision, CaseAction.SettleByWithdrawal, CaseAction.WithdrawAppeal, CaseAction.ResumeAppeal,
        CaseAction.RecordDismissal, CaseAction.RecordInterimMeasure, CaseAction.EndInterimMeasure, CaseAction.Redecide, CaseAction.HearAgain, CaseAction.CloseAnnulled, CaseAction.ConfirmIrrevocable, CaseAction.LodgeObjection, CaseAction.WithdrawObjection,
    ];

    public required ImmutableArray<Appeal> Appeals { get; init; }

    /// <summary>The objections to the executive board's decisions on the enrolment.</summary>
    public required ImmutableArray<Objection> Objections { get; init; }

    /// <summary>The executive board decided on the enrolment, so that there is something to object to (WHW 7.63a).</summary>
    public required bool CanObject { get; init; }

    public required ImmutableArray<FormerRound> Former { get; init; }

    /// <summary>May this person work towards it; the forms are shown accordingly.</summary>
    public required IReadOnlyDictionary<CaseAction, Answer> ToPrepare { get; init; }

    /// <summary>May it be done as things stand, for a step without a form.</summary>
    public required IReadOnlyDictionary<CaseAction, Answer> May { get; init; }

    public required AppealWindow? Window { get; init; }

    /// <summary>The board decides again, and the decision that was published stands meanwhile (Awb 6:19).</summary>
    public required bool StandsMeanwhile { get; init; }

    /// <summary>After an annulment the board need not say why it decides again.</summary>
    public required bool IsAnnulled { get; init; }

    /// <summary>The decision that an appeal can be against, and beside it the refusals of an extra chance; each has a term of its own.</summary>
    public required Guid? DecisionLetter { get; init; }

    public required ImmutableArray<(Guid Id, DateTimeOffset At)> Refusals { get; init; }

    public required Guid? DefaultLetter { get; init; }

    public required DateOnly Today { get; init; }

    public static AppealView Of(CaseFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var ground = file.After.Ground();
        return new AppealView
        {
            DecisionLetter = ground.Decision?.Letter,
            Refusals = [.. ground.Chances.Select(chance => (chance.Letter, chance.Sent))],
            DefaultLetter = ground.Default(Amsterdam.DateOf(file.Now))?.Letter,
            Appeals = file.After.Appeals,
            Objections = file.After.Objections,
            CanObject = file.After.Termination?.DecidedAt is not null,
            Former = file.After.Former,
            ToPrepare = file.AskToPrepareEach(Asked),
            May = file.AskEach(Asked),
            Window = file.After.SentAt is { } sent ? AppealWindow.From(sent) : null,
            StandsMeanwhile = file.After.Kept is not null,
            IsAnnulled = file.Case.State is CaseState.Annulled,
            Today = Amsterdam.DateOf(file.Now),
        };
    }
}
