using System.Collections.Immutable;

namespace ReviewPortal.Core.Lifecycle;

/// <summary>One row of the procedure: who may move a case from where to where, what must be so first, and on what basis.</summary>
/// <param name="From">Null: the case does not exist yet.</param>
/// <param name="Roles">Any one of these roles suffices; empty means the portal itself, on behalf of whoever started the import.</param>
public sealed record Transition(
    CaseState? From,
    CaseAction Action,
    CaseState To,
    ImmutableArray<Role> Roles,
    ImmutableArray<Requirement> Needs,
    string Basis)
{
    internal Transition(CaseState? from, CaseAction action, CaseState to, Role role, ImmutableArray<Requirement> needs, string basis)
        : this(from, action, to, [role], needs, basis)
    {
    }

    /// <summary>The case stays in its state; something is added to it.</summary>
    public bool StaysPut => From == To;

    /// <summary>What the step does to the day by which the next one is due.</summary>
    public DayEffect Day => Action switch
    {
        CaseAction.WithdrawAppeal or CaseAction.SettleByWithdrawal or CaseAction.ResumeAppeal when !StaysPut => DayEffect.Restored,
        CaseAction.InviteView or CaseAction.PlanHearing or CaseAction.Deliberate or CaseAction.MoveTargetDay => DayEffect.Chosen,
        _ => StaysPut ? DayEffect.Stays : DayEffect.Starts,
    };

    /// <summary>The document that the step makes (law.md 3.1), null when it makes none. A step cannot send a letter that is not named here.</summary>
    public CaseDocument? Document => CaseDocuments.Of(Action);

    /// <summary>What the step does to the two holds that follow from the state.</summary>
    public HoldEffect ResultHold => CaseStates.Effect(CaseStates.WithResultHeld, From, To);

    /// <inheritdoc cref="ResultHold"/>
    public HoldEffect RetentionHold => CaseStates.Effect(CaseStates.WithRetentionHeld, From, To);

    /// <summary>Runs beside the procedure and can be done in many states: a retake, a sanction's fate, a hold.</summary>
    public bool IsBeside { get; private init; }

    /// <summary>The same row in each of these states, none of which it leaves.</summary>
    internal static IEnumerable<Transition> Beside(IEnumerable<CaseState> states, CaseAction action, ImmutableArray<Role> roles, ImmutableArray<Requirement> needs, string basis) =>
        states.Select(state => new Transition(state, action, state, roles, needs, basis) { IsBeside = true });
}

/// <summary>What a step does to the day by which the next one is due.</summary>
public enum DayEffect
{
    Stays,

    /// <summary>The term of the state that it leads to begins.</summary>
    Starts,

    /// <summary>Whoever takes the step names the day.</summary>
    Chosen,

    /// <summary>The day that ran before the appeal runs on (Awb 6:7, 6:21).</summary>
    Restored,
}
