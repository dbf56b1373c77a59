using ReviewPortal.Core.Decisions;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.ProcesVerbaal;

namespace ReviewPortal.Core.Tests.Decisions;

public sealed class DecisionTests
{
    /// <summary>UU-IR-6: what does not belong to the outcome is dropped, not kept out of sight.</summary>
    [Fact]
    public void A_draft_for_another_outcome_loses_what_does_not_belong_there()
    {
        var everything = Drafts.FraudWithExclusion with
        {
            Grounds = Grounds43a.InsufficientView, Attribution = Attribution.Student, Report = A.ReportInTheTest, InstructionId = "before", CannotEstablish = "Iets.",
        };

        Assert.Equal(
            Drafts.OwnRisk with { CannotEstablish = "Iets.", Proportionality = everything.Proportionality, Reasons = everything.Reasons, ReplyToView = everything.ReplyToView, DeviationReasons = everything.DeviationReasons },
            (everything with { Outcome = Outcome.Irregularity }).ForItsOutcome() with { FraudCodes = DecisionDraft.Empty.FraudCodes });
        Assert.Equal(Drafts.FraudWithExclusion with { FraudCodes = everything.FraudCodes, Sanction = everything.Sanction }, everything.ForItsOutcome());

        var valid = (everything with { Outcome = Outcome.Valid }).ForItsOutcome();
        Assert.Equal((Outcome.Valid, everything.Reasons, everything.ReplyToView), (valid.Outcome, valid.Reasons, valid.ReplyToView));
        Assert.Equal(DecisionDraft.Empty with { Outcome = Outcome.Valid, Reasons = everything.Reasons, ReplyToView = everything.ReplyToView, DeviationReasons = everything.DeviationReasons }, valid);
    }

    [Theory]
    [InlineData(Attribution.University, null, null, false)]
    [InlineData(Attribution.ForceMajeure, A.ReportInTheTest, null, false)]
    [InlineData(Attribution.Student, null, "before", true)]
    public void An_irregularity_keeps_only_what_its_attribution_rests_on(Attribution whose, long? report, string? instruction, bool weighed)
    {
        var signed = (Drafts.OwnRisk with { Attribution = whose, Report = A.ReportInTheTest }).ForItsOutcome();
        Assert.Equal((report, instruction, weighed), (signed.Report, signed.InstructionId, signed.Proportionality.Length > 0));
    }

    [Fact]
    public void A_signed_decision_does_not_change_until_it_is_returned()
    {
        var decision = A.Case().Decided(Drafts.ForceMajeure).Decision!;
        Assert.Throws<InvalidOperationException>(() => decision.Write(Drafts.Valid));
        Assert.Throws<InvalidOperationException>(() => decision.Sign(Outcome.Valid, Who.OtherMember, A.End));

        decision.Reopen();
        Assert.False(decision.IsSigned);
        decision.Write(Drafts.Valid);
        Assert.Equal(Outcome.Valid, decision.Outcome);
    }

    [Fact]
    public void Every_writing_is_a_revision_of_its_own()
    {
        var decision = A.Case().Drafted(Drafts.Valid).Decision!;
        var before = decision.Revision;
        decision.Write(Drafts.Valid);
        Assert.Equal(before + 1, decision.Revision);
    }

    /// <summary>I9 and the rules of the board: two people sign.</summary>
    [Fact]
    public void The_co_signer_is_another_member_of_the_session_and_signs_once()
    {
        var @case = A.Case().Decided(Drafts.Valid);
        Assert.Equal([Requirement.AnotherMember], Assert.IsType<Refused>(@case.Ask(CaseAction.CoSign, Who.Member)).Unmet);
        Assert.Equal([Requirement.MemberOfThisSession], Assert.IsType<Refused>(@case.Ask(CaseAction.CoSign, Who.Person(31, "Een ander lid", Role.BoardMember))).Unmet);
        Assert.True(@case.Ask(CaseAction.CoSign, Who.Chair).IsDone);
        Assert.False(@case.Facts(Who.Secretary).Meets(Requirement.CoSignature));

        @case.CoSigned();
        Assert.Equal([Requirement.AnotherMember], Assert.IsType<Refused>(@case.Ask(CaseAction.CoSign, Who.OtherMember)).Unmet);
        Assert.True(@case.Facts(Who.Secretary).Meets(Requirement.CoSignature));
    }

    [Fact]
    public void The_same_person_twice_is_no_co_signature()
    {
        var @case = A.Case().Decided(Drafts.Valid);
        @case.Decision!.CoSign(Who.Member, A.End);
        Assert.False(@case.Facts(Who.Secretary).Meets(Requirement.CoSignature));
    }

    [Theory]
    [InlineData("POOR_LIGHTING")]
    [InlineData("NETIQUETTE")]
    [InlineData("EXCULPATORY")]
    [InlineData("WHATEVER")]
    public void Only_the_codes_of_fraud_are_fraud(string code)
    {
        var refused = Assert.IsType<Refused>(A.Case().Drafted(Drafts.Fraud with { FraudCodes = ["CHEATING", code] }).Ask(CaseAction.DecideFraud, Who.Member));
        Assert.Equal([Requirement.FraudCode], refused.Unmet);
    }

    [Fact]
    public void A_test_taken_before_the_protocol_existed_has_no_rules_to_decide_by()
    {
        var ground = new DecisionGround(A.Case().Drafted(Drafts.Valid).Decision, null, A.Exam(), new() { Pseudonym = "C-1", StudentNumber = "1", Supplier = "", DeliverySha256 = "", Manifest = "", Start = new(2021, 1, 17, 9, 0, 0, TimeSpan.Zero) }, []);
        var facts = new CaseFacts();
        DecisionFacts.State(facts, Who.Member, ground, A.End);
        Assert.False(facts.Meets(Requirement.RuleVersion));
    }

    /// <summary>UU-GOV-1: each outcome rests on the rules of the exam date, and art. 4.3a holds from 26 October 2021.</summary>
    [Theory]
    [InlineData("2021-01-18", Outcome.Valid, true, false)]
    [InlineData("2021-05-01", Outcome.Fraud, false, false)]
    [InlineData("2021-10-25", Outcome.Irregularity, true, false)]
    [InlineData("2021-10-25", Outcome.Fraud, true, false)]
    [InlineData("2021-10-26", Outcome.Irregularity, true, true)]
    public void An_outcome_rests_on_the_rules_of_the_exam_date(string day, Outcome outcome, bool ruled, bool article)
    {
        var start = Core.Calendar.Amsterdam.At(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), new(9, 0));
        var sitting = new Core.Recordings.Sitting { Pseudonym = "C-1", StudentNumber = "1", Supplier = "", DeliverySha256 = "", Manifest = "", Start = start, End = start.AddHours(2) };
        var facts = new CaseFacts();
        DecisionFacts.State(facts, Who.Member, new DecisionGround(A.Case().Drafted(Drafts.ForUniversity with { Outcome = outcome }).Decision, null, A.Exam(), sitting, []), A.End);
        Assert.Equal((ruled, article), (facts.Meets(Requirement.RuleVersion), facts.Meets(Requirement.Article43aInForce)));
        Assert.Contains("UU-GOV-1", Sources.Of(Requirement.Article43aInForce), StringComparison.Ordinal);
    }

    /// <summary>Awb 3:50: what the report suspected and the board decides otherwise, is explained.</summary>
    [Theory]
    [InlineData(Suspicion.Irregularity, Outcome.Irregularity, false)]
    [InlineData(Suspicion.Irregularity, Outcome.Fraud, true)]
    [InlineData(Suspicion.Irregularity, Outcome.Valid, true)]
    [InlineData(Suspicion.Fraud, Outcome.Fraud, false)]
    [InlineData(Suspicion.Fraud, Outcome.Irregularity, true)]
    [InlineData(Suspicion.Fraud, Outcome.Valid, true)]
    [InlineData(null, Outcome.Fraud, false)]
    [InlineData(Suspicion.Fraud, null, false)]
    public void A_decision_departs_from_the_report_when_it_finds_something_else(Suspicion? suspicion, Outcome? outcome, bool departs) =>
        Assert.Equal(departs, Deviation.Is(suspicion, outcome));

    [Fact]
    public void A_departure_without_reasons_is_not_decided()
    {
        var @case = A.Case().Reported(Suspicion.Fraud).Drafted(Drafts.ForUniversity with { DeviationReasons = " " });
        Assert.Equal([Requirement.DeviationReasoned], Assert.IsType<Refused>(@case.Ask(CaseAction.DecideIrregularity, Who.Member)).Unmet);
        Assert.True(@case.Drafted(Drafts.ForUniversity with { DeviationReasons = "De opname toont geen opzet." }).Ask(CaseAction.DecideIrregularity, Who.Member).IsDone);
    }

    [Fact]
    public void Without_a_decision_nothing_about_one_is_met()
    {
        var facts = A.Case().ViewReceived().Facts(Who.Member);
        Assert.All([Requirement.RuleVersion, Requirement.Reasons, Requirement.NoSanction, Requirement.CoSignature, Requirement.SanctionNotBeforePublication], need => Assert.False(facts.Meets(need)));
    }

    [Fact]
    public void Every_retake_rule_names_the_sentence_of_the_article_it_rests_on() =>
        Assert.All(Enum.GetValues<Attribution>(), whose => Assert.StartsWith("art. 4.3a lid 2", RetakeRules.Of(whose).Basis, StringComparison.Ordinal));
}
