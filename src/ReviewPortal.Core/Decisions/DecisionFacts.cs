using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Necessity;
using ReviewPortal.Core.Review;
using ReviewPortal.Core.Writing;

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
        StateFraud(facts, decision, ground);
        facts
            .State(Requirement.RuleVersion, RulesHeld(decision.Outcome, ground.ExamDate))
            .State(Requirement.DeviationReasoned, !Deviation.Is(ground.Suspicion, decision.Outcome) || Says(decision.DeviationReasons))
            // Taken up again without hearing the student again, nothing heavier may come of it (Awb 4:8).
            .State(Requirement.NotHeavierThanBefore, ground.Former is not { InFavour: true } before || !decision.IsHeavierThan(before, ground.FormerSanction))
            .State(Requirement.Reasons, Says(decision.Reasons))
            .State(Requirement.ReplyToView, ground.View?.NeedsReply is not true || (Says(decision.ReplyToView) && !ground.ReplyIsOlder))
            .State(Requirement.Proportionality, !NeedsProportionality(decision) || Says(decision.Proportionality))
            .State(Requirement.NoSanction, decision.Sanction is null)
            .State(Requirement.AnotherMember, decision.SignedBy is { } first && first != actor.Id && decision.CoSignedBy is null)
            .State(Requirement.CoSignature, decision.CoSignedBy is { } second && second != decision.SignedBy)
            .State(Requirement.SanctionNotBeforePublication, StartsInTime(decision.Sanction, Amsterdam.DateOf(now)));
        if (ground.ReplyIsOlder) facts.Explain(Requirement.ReplyToView, language => LifecycleTexts.Of("Detail.ReplyToView", language));
    }

    private static void StateIrregularity(CaseFacts facts, Decision decision, DecisionGround ground)
    {
        var missing = Article43a.Of(ground.Situation(decision.Draft)).Missing;
        facts.State(Requirement.WhatCannotBeEstablished, Says(decision.CannotEstablish));
        foreach (var need in (Requirement[])[Requirement.Article43aInForce, Requirement.Ground43a, Requirement.Attribution, Requirement.ReportedDuringTest, Requirement.InstructionBreached])
            facts.State(need, !missing.Contains(need));
    }

    private static void StateFraud(CaseFacts facts, Decision decision, DecisionGround ground) => facts
        .State(Requirement.FraudCode, !decision.FraudCodes.IsEmpty && decision.FraudCodes.All(IsFraudCode))
        .State(Requirement.ViolatedProvision, Says(decision.ViolatedProvision))
        .State(Requirement.EvidenceStated, Says(decision.Evidence))
        .State(Requirement.AlternativesAddressed, Says(decision.Alternatives))
        .State(Requirement.SanctionHasBasis, decision.Sanction?.HasBasisOn(ground.ExamDate) is not false)
        .State(Requirement.SanctionWithinLimits, decision.Sanction?.IsWithinLimits is not false)
        .State(Requirement.NoExamAlreadyTaken, decision.Sanction?.StrikesAlreadyTaken(ground.Exam) is not true);

    // An exclusion without a first day is not within the limits, and is told so once.
    private static bool StartsInTime(Sanction? sanction, DateOnly today) => sanction?.From is null || sanction.StartsOnOrAfter(today);

    // The protocol says who decides what; what fraud is and what follows from it, the regulations of the programme say (UU-GOV-1, UU-FR-3).
    private static bool RulesHeld(Outcome? outcome, DateOnly examDate) =>
        Regulations.On(examDate, RegulationKind.Protocol) is not null
        && (outcome is not Outcome.Fraud || Regulations.On(examDate, RegulationKind.EducationExamRegulations) is not null);

    // Own risk costs a student the chance, and a sanction costs more: both must be weighed (CBHO 2021/141; Awb 3:4 lid 2).
    private static bool NeedsProportionality(Decision decision) =>
        (decision.Attribution is Attribution.Student && decision.Outcome is not Outcome.Fraud) || decision.Sanction is not null;

    private static bool IsFraudCode(string code) => GroundCatalogue.Find(code)?.Kind is GroundKind.Fraud;

    private static bool Says(string text) => !Inked.IsEmpty(text);
}
