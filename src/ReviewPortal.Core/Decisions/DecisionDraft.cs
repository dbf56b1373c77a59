using System.Collections.Immutable;

namespace ReviewPortal.Core.Decisions;

/// <summary>What a member fills in before deciding, in the order of the law.</summary>
/// <param name="Report">The in-test report on which force majeure rests.</param>
/// <param name="InstructionId">The instruction not followed, on which own risk rests.</param>
/// <param name="CannotEstablish">What cannot be established and why (UU-IR-2).</param>
/// <param name="ViolatedProvision">Violation and violated provision (Awb 5:9).</param>
/// <param name="DeviationReasons">Why the board decides otherwise than the proces-verbaal suspected (Awb 3:50).</param>
public sealed record DecisionDraft(
    Outcome? Outcome,
    Grounds43a Grounds,
    Attribution? Attribution,
    long? Report,
    string? InstructionId,
    string CannotEstablish,
    ImmutableArray<string> FraudCodes,
    string ViolatedProvision,
    string Evidence,
    string Alternatives,
    Sanction? Sanction,
    string Proportionality,
    string Reasons,
    string ReplyToView,
    string DeviationReasons = "")
{
    public static readonly DecisionDraft Empty = new(null, Grounds43a.None, null, null, null, "", [], "", "", "", null, "", "", "");

    /// <summary>What is written by hand in it.</summary>
    public ImmutableArray<string> Texts() => [CannotEstablish, ViolatedProvision, Evidence, Alternatives, Proportionality, Reasons, ReplyToView, DeviationReasons, string.Join('\n', Sanction?.Exams ?? [])];

    /// <summary>Only what belongs to the outcome: a sanction under anything but fraud is dropped, not kept out of sight (UU-IR-6).</summary>
    public DecisionDraft ForItsOutcome() => Outcome switch
    {
        Decisions.Outcome.Irregularity => this with
        {
            FraudCodes = [], ViolatedProvision = "", Evidence = "", Alternatives = "", Sanction = null,
            Report = Attribution is Decisions.Attribution.ForceMajeure ? Report : null,
            InstructionId = Attribution is Decisions.Attribution.Student ? InstructionId : null,
            Proportionality = Attribution is Decisions.Attribution.Student ? Proportionality : "",
        },
        Decisions.Outcome.Fraud => this with
        {
            Grounds = Grounds43a.None, Attribution = null, Report = null, InstructionId = null, CannotEstablish = "",
            Proportionality = Sanction is null ? "" : Proportionality,
        },
        _ => Empty with { Outcome = Outcome, Reasons = Reasons, ReplyToView = ReplyToView, DeviationReasons = DeviationReasons },
    };
}
