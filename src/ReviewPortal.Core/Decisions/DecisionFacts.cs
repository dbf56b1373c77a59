using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Committee;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Necessity;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Core.Review;

namespace ReviewPortal.Core.Decisions;

/// <summary>What a decision must rest on, read off the draft as it stands.</summary>
public static class DecisionFacts
{
    public static void State(CaseFacts facts, Actor actor, DecisionGround ground, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(ground);
        if (ground.Decision is not { } decision) return;

        StateIrregularity(facts, decision, ground);
        StateFraud(facts, decision);
        facts
            .State(Requirement.RuleVersion, Regulations.On(ground.ExamDate, RegulationKind.Protocol) is not null)
            .State(Requirement.Reasons, Says(decision.Reasons))
            .State(Requirement.ReplyToView, ground.View?.NeedsReply is not true || Says(decision.ReplyToView))
            .State(Requirement.Proportionality, !NeedsProportionality(decision) || Says(decision.Proportionality))
            .State(Requirement.NoSanction, decision.Sanction is null)
            .State(Requirement.AnotherMember, decision.SignedBy is { } first && first != actor.Id && decision.CoSignedBy is null)
            .State(Requirement.CoSignature, decision.CoSignedBy is { } second && second != decision.SignedBy)
            .State(Requirement.SanctionNotBeforePublication, decision.Sanction?.StartsOnOrAfter(Amsterdam.DateOf(now)) is not false);
    }

    private static void StateIrregularity(CaseFacts facts, Decision decision, DecisionGround ground) => facts
        .State(Requirement.Ground43a, decision.Grounds is not Grounds43a.None)
        .State(Requirement.WhatCannotBeEstablished, Says(decision.CannotEstablish))
        .State(Requirement.Attribution, decision.Attribution is not null)
        .State(Requirement.ReportedDuringTest, decision.Attribution is not Attribution.ForceMajeure || ground.IsReportDuringTest(decision.Report))
        .State(Requirement.InstructionBreached, decision.Attribution is not Attribution.Student || ground.WasGiven(decision.InstructionId));

    private static void StateFraud(CaseFacts facts, Decision decision) => facts
        .State(Requirement.FraudCode, !decision.FraudCodes.IsEmpty && decision.FraudCodes.All(IsFraudCode))
        .State(Requirement.ViolatedProvision, Says(decision.ViolatedProvision))
        .State(Requirement.EvidenceStated, Says(decision.Evidence))
        .State(Requirement.AlternativesAddressed, Says(decision.Alternatives))
        .State(Requirement.SanctionWithinLimits, decision.Sanction?.IsWithinLimits is not false);

    // Own risk costs a student the chance, and a sanction costs more: both must be weighed (CBHO 2021/141; Awb 3:4 lid 2).
    private static bool NeedsProportionality(Decision decision) =>
        (decision.Attribution is Attribution.Student && decision.Outcome is not Outcome.Fraud) || decision.Sanction is not null;

    private static bool IsFraudCode(string code) => GroundCatalogue.Find(code)?.Kind is GroundKind.Fraud;

    private static bool Says(string text) => !string.IsNullOrWhiteSpace(text);
}

/// <summary>The records of earlier rooms on which a decision rests.</summary>
public sealed record DecisionGround(Decision? Decision, View? View, Exam Exam, Sitting Sitting, IReadOnlyCollection<InTestMessage> Messages)
{
    public DateOnly ExamDate => Amsterdam.DateOf(Sitting.Start);

    public bool IsReportDuringTest(long? message) =>
        Messages.FirstOrDefault(line => line.Id == message)?.IsReportDuring(Sitting) is true;

    /// <summary>The instruction exists and was delivered before the sitting began (UU-IR-12).</summary>
    public bool WasGiven(string? instruction) => Exam.Instruction(instruction)?.DeliveredAt <= Sitting.Start;
}
