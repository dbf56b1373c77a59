using ReviewPortal.Core.Committee;
using ReviewPortal.Core.Decisions;
using ReviewPortal.Core.Lifecycle;
using Need = ReviewPortal.Core.Lifecycle.Requirement;

namespace ReviewPortal.Core.Tests.Decisions;

/// <summary>
/// Art. 4.3a and the protocol's three outcomes as a truth table: every combination of what a member can fill in is signed as the product
/// signs it, and the lifecycle is asked. What must come back is written here a second time, from the law and not from the code.
/// </summary>
public sealed class TruthTableTests
{
    private enum ReportMade { No, BeforeTheTest, DuringTheTest, AfterTheTest, BySupport }

    private enum InstructionGiven { None, BeforeTheTest, AtItsStart, AfterItsStart, NeverProven, Unknown }

    private sealed record Row(Outcome Outcome, Attribution? Attribution, ReportMade Report, InstructionGiven Instruction, bool Ground, bool View, bool Written, bool Sanction)
    {
        // UU-IR-9: force majeure rests on a report of the student within the sitting, and on nothing else.
        public bool ReportCounts => Report is ReportMade.DuringTheTest;

        // UU-IR-12: own risk rests on an instruction that was given before the sitting.
        public bool InstructionCounts => Instruction is InstructionGiven.BeforeTheTest or InstructionGiven.AtItsStart;

        public IEnumerable<Need> MissingByLaw() => Outcome switch
        {
            // The report of these cases suspects an irregularity: every other outcome departs from it (Awb 3:50).
            Outcome.Valid => Missing((Need.DeviationReasoned, Written), (Need.Reasons, Written), (Need.ReplyToView, !View || Written)),
            Outcome.Irregularity => Missing(
                (Need.Ground43a, Ground), (Need.WhatCannotBeEstablished, Written), (Need.Attribution, Attribution is not null),
                (Need.ReportedDuringTest, Attribution is not Core.Decisions.Attribution.ForceMajeure || ReportCounts),
                (Need.InstructionBreached, Attribution is not Core.Decisions.Attribution.Student || InstructionCounts),
                (Need.Proportionality, Attribution is not Core.Decisions.Attribution.Student || Written),
                (Need.Reasons, Written), (Need.ReplyToView, !View || Written)),
            _ => Missing(
                (Need.FraudCode, Written), (Need.ViolatedProvision, Written), (Need.EvidenceStated, Written), (Need.AlternativesAddressed, Written),
                (Need.Proportionality, !Sanction || Written), (Need.DeviationReasoned, Written), (Need.Reasons, Written), (Need.ReplyToView, !View || Written)),
        };

        private static IEnumerable<Need> Missing(params (Need Need, bool Met)[] all) => all.Where(item => !item.Met).Select(item => item.Need);
    }

    private static readonly Row[] Table =
    [.. from outcome in Enum.GetValues<Outcome>()
        from attribution in Enum.GetValues<Attribution>().Select(whose => (Attribution?)whose).Append(null)
        from report in Enum.GetValues<ReportMade>()
        from instruction in Enum.GetValues<InstructionGiven>()
        from ground in new[] { true, false }
        from view in new[] { true, false }
        from written in new[] { true, false }
        from sanction in new[] { true, false }
        select new Row(outcome, attribution, report, instruction, ground, view, written, sanction)];

    [Fact]
    public void Every_row_of_the_truth_table_misses_exactly_what_the_law_asks_for()
    {
        Assert.Equal(3 * 4 * 5 * 6 * 16, Table.Length);
        foreach (var row in Table)
        {
            var answer = Signed(row).Ask(ActionFor(row.Outcome), Who.Member);
            var missing = answer is Refused refused ? refused.Unmet : [];
            Assert.True(row.MissingByLaw().SequenceEqual(missing), $"{row}\nby law: {string.Join(", ", row.MissingByLaw())}\nasked:  {string.Join(", ", missing)}");
        }
    }

    [Fact]
    public void Force_majeure_without_a_report_during_the_test_is_never_decided() =>
        Assert.All(Table.Where(row => row is { Outcome: Outcome.Irregularity, Attribution: Attribution.ForceMajeure, ReportCounts: false }), IsRefused);

    [Fact]
    public void Own_risk_without_a_proven_instruction_is_never_decided() =>
        Assert.All(Table.Where(row => row is { Outcome: Outcome.Irregularity, Attribution: Attribution.Student, InstructionCounts: false }), IsRefused);

    [Fact]
    public void For_the_account_of_the_university_nobody_has_to_report_or_breach_anything() => Assert.All(
        Table.Where(row => row is { Outcome: Outcome.Irregularity, Attribution: Attribution.University, Ground: true, Written: true }),
        row => Assert.True(Signed(row).Ask(CaseAction.DecideIrregularity, Who.Member).IsDone));

    /// <summary>UU-ART43A-4: lid 1 says "kan". Whatever was found, the board may let the test stand.</summary>
    [Fact]
    public void A_test_can_always_be_declared_valid_with_reasons_whatever_was_drafted_before() => Assert.All(
        Table.Where(row => row is { Outcome: Outcome.Valid, Written: true }),
        row => Assert.True(Signed(row).Ask(CaseAction.DecideValid, Who.Member).IsDone));

    /// <summary>UU-IR-6, UU-IR-7: a sanction stands beside fraud or nowhere.</summary>
    [Fact]
    public void No_signed_decision_has_a_sanction_beside_anything_but_fraud() => Assert.All(Table, row =>
    {
        var signed = Signed(row).Decision!;
        Assert.Equal(row.Sanction && row.Outcome is Outcome.Fraud, signed.Sanction is not null);
        Assert.Equal(row.Outcome, signed.Outcome);
    });

    [Fact]
    public void The_way_to_another_chance_follows_from_the_attribution_alone() => Assert.All(Table.Where(row => row.Attribution is not null), row => Assert.Equal(
        row.Outcome switch
        {
            Outcome.Valid => null,
            Outcome.Fraud => RetakeRight.None,
            _ => row.Attribution switch { Attribution.University => RetakeRight.Planned, Attribution.ForceMajeure => RetakeRight.OnRequest, _ => RetakeRight.None },
        },
        Signed(row).Decision!.Retake));

    private static void IsRefused(Row row) => Assert.IsType<Refused>(Signed(row).Ask(CaseAction.DecideIrregularity, Who.Member));

    private static readonly Dictionary<Row, CaseInTheRooms> SignedOnce = Table.ToDictionary(row => row, Sign);

    private static CaseInTheRooms Signed(Row row) => SignedOnce[row];

    private static CaseInTheRooms Sign(Row row)
    {
        var @case = A.Case().ViewReceived(row.View ? ViewForm.Written : ViewForm.NoReaction).Drafted(Draft(row));
        @case.Decision!.Sign(row.Outcome, Who.Member, @case.Now);
        return @case;
    }

    private static DecisionDraft Draft(Row row)
    {
        var text = row.Written ? "Opgeschreven." : " ";
        return new DecisionDraft(
            row.Outcome, row.Ground ? Grounds43a.InsufficientFraudResistance : Grounds43a.None, row.Attribution, ReportId(row.Report), InstructionId(row.Instruction), text,
            row.Written ? ["CHEATING"] : [], text, text, text, row.Sanction ? new Sanction("REPRIMAND", [], null, null) : null, text, text, text, text);
    }

    private static long? ReportId(ReportMade report) => report switch
    {
        ReportMade.BeforeTheTest => A.ReportBeforeTheTest,
        ReportMade.DuringTheTest => A.ReportInTheTest,
        ReportMade.AfterTheTest => A.ReportAfterTheTest,
        ReportMade.BySupport => A.AnswerOfSupport,
        _ => null,
    };

    private static string? InstructionId(InstructionGiven instruction) => instruction switch
    {
        InstructionGiven.BeforeTheTest => "before",
        InstructionGiven.AtItsStart => "at-the-start",
        InstructionGiven.AfterItsStart => "after",
        InstructionGiven.NeverProven => "never",
        InstructionGiven.Unknown => "an instruction nobody knows",
        _ => null,
    };

    private static CaseAction ActionFor(Outcome outcome) => outcome switch
    {
        Outcome.Valid => CaseAction.DecideValid,
        Outcome.Irregularity => CaseAction.DecideIrregularity,
        _ => CaseAction.DecideFraud,
    };
}
