using System.Collections.Immutable;
using ReviewPortal.Core.Decisions;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.ProcesVerbaal;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Core.Review;
using ReviewPortal.Core.Tests.Letters;
using ReviewPortal.Core.Writing;

namespace ReviewPortal.Core.Tests.Decisions;

/// <summary>Judgments that the procedure was drawn from (law.md 6.3), each played again: what was quashed there cannot be done here.</summary>
public sealed class LegalScenarios
{
    /// <summary>More than an hour without webcam: invalid without any suspicion of fraud, and proportionate because the attempt was kept.</summary>
    [Fact]
    public void CBHO_2021_141_an_hour_without_webcam_is_an_irregularity_and_the_chance_is_kept()
    {
        var @case = A.Case().With(A.Mark("RECORDING_MISSING", 3600, 7200, "Van 10.00 tot 11.00 uur is er geen beeld van de laptopcamera.")).Reported(Suspicion.Irregularity);
        @case.Recordings.RemoveAll(recording => recording.Role is TrackRole.Webcam);
        @case.Recordings.Add(A.Recording(TrackRole.Webcam, 3600));
        @case.Drafted(Drafts.ForUniversity with { CannotEstablish = "Een uur lang is niet te zien wat u deed.", Sanction = new("REPRIMAND", [], null, null) });
        @case.Decision!.Sign(Outcome.Irregularity, Who.Member, @case.Now);

        Assert.True(@case.Ask(CaseAction.DecideIrregularity, Who.Member).IsDone);
        Assert.Equal((RetakeRight.Planned, null), (@case.Decision.Retake, @case.Decision.Sanction));
        var letter = LetterWriter.Write(LetterKinds.Of(@case.Decision), @case.Matter(Written.Published), Language.Dutch);
        Assert.Contains("De commissie stelt geen fraude vast", letter.PlainText(), StringComparison.Ordinal);
        Assert.Contains("Laptopcamera: 01:00:00", letter.PlainText(), StringComparison.Ordinal);
        Assert.Contains("nieuwe toetsgelegenheid gepland", letter.PlainText(), StringComparison.Ordinal);
    }

    /// <summary>The other side of the same judgment: who loses the attempt as well, must be told why that is in proportion.</summary>
    [Fact]
    public void CBHO_2021_141_taking_the_chance_too_needs_a_weighing()
    {
        Assert.Equal([Requirement.Proportionality], Unmet(Drafts.OwnRisk with { Proportionality = "" }, CaseAction.DecideIrregularity));
        Assert.Contains("CBHO 2021/141", Sources.Of(Requirement.Proportionality), StringComparison.Ordinal);
    }

    [Fact]
    public void CBHO_2021_102_a_sanction_without_a_basis_in_the_rules_of_the_exam_date_cannot_be_entered()
    {
        var invented = Drafts.FraudWithExclusion with { Sanction = new("NO_RESIT", ["Statistiek II"], new(2026, 12, 1), new(2027, 1, 31)) };
        Assert.Contains(Requirement.SanctionHasBasis, Unmet(invented, CaseAction.DecideFraud));
        Assert.Contains("CBHO 2021/102", Sources.Of(Requirement.SanctionHasBasis), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Statistiek II, hertentamen van 16 november 2026")]
    [InlineData("SW-STAT2-2026-T1")]
    public void CBHO_2021_102_a_resit_already_taken_cannot_be_lost_afterwards(string taken) => Assert.Equal(
        [Requirement.NoExamAlreadyTaken], Unmet(Drafts.FraudWithExclusion with { Sanction = A.Exclusion(new(2026, 12, 1), new(2027, 1, 31), taken) }, CaseAction.DecideFraud));

    [Fact]
    public void CBHO_2021_102_a_sanction_cannot_reach_back_not_when_it_is_decided_and_not_when_it_is_published()
    {
        var backdated = Drafts.FraudWithExclusion with { Sanction = A.Exclusion(new(2026, 11, 19), new(2027, 1, 31), "Statistiek II") };
        Assert.Equal([Requirement.SanctionNotBeforePublication], Unmet(backdated, CaseAction.DecideFraud));

        var tooLate = A.Case().Decided(Drafts.FraudWithExclusion).CoSigned().At(Core.Calendar.Amsterdam.At(new(2026, 12, 2), new(9, 0)));
        Assert.Contains(Requirement.SanctionNotBeforePublication, Assert.IsType<Refused>(tooLate.Ask(CaseAction.Publish, Who.Secretary)).Unmet);
    }

    [Fact]
    public void CBHO_2018_163_without_the_violated_provision_fraud_can_be_neither_decided_nor_published()
    {
        var nameless = Drafts.Fraud with { ViolatedProvision = " ", Reasons = "Dit is plagiaat." };
        Assert.Equal([Requirement.ViolatedProvision], Unmet(nameless, CaseAction.DecideFraud));
        Assert.Equal(["Awb 5:9; CBHO 2018/163"], Faults(LetterKind.FraudInvalid, nameless with { ViolatedProvision = "" }));
    }

    [Theory]
    [InlineData(Outcome.Valid, CaseAction.DecideValid)]
    [InlineData(Outcome.Irregularity, CaseAction.DecideIrregularity)]
    [InlineData(Outcome.Fraud, CaseAction.DecideFraud)]
    public void CBHO_2021_072_what_the_student_said_against_it_must_be_answered(Outcome outcome, CaseAction decide)
    {
        var draft = outcome switch { Outcome.Valid => Drafts.Valid, Outcome.Irregularity => Drafts.ForUniversity, _ => Drafts.Fraud };
        Assert.Equal([Requirement.ReplyToView], Unmet(draft with { ReplyToView = "" }, decide));
        Assert.Contains("CBHO 2021/072", Sources.Of(Requirement.ReplyToView), StringComparison.Ordinal);
        Assert.True(A.Case().ViewReceived(Core.Committee.ViewForm.NoReaction, "").Drafted(draft with { ReplyToView = "" }).Ask(decide, Who.Member).IsDone);
    }

    /// <summary>Half a year is within the maximum without a written policy; it must be in proportion all the same.</summary>
    [Fact]
    public void CBHO_2020_165_half_a_year_stands_when_it_is_weighed()
    {
        var halfAYear = Drafts.FraudWithExclusion with { Sanction = A.Exclusion(new(2026, 12, 1), new(2027, 5, 31), "Statistiek II") };
        Assert.True(A.Case().Drafted(halfAYear).Ask(CaseAction.DecideFraud, Who.Member).IsDone);
        Assert.Equal([Requirement.Proportionality], Unmet(halfAYear with { Proportionality = "" }, CaseAction.DecideFraud));
    }

    [Fact]
    public void CBHO_2020_165_more_than_a_year_is_refused() => Assert.Equal(
        [Requirement.SanctionWithinLimits],
        Unmet(Drafts.FraudWithExclusion with { Sanction = A.Exclusion(new(2026, 12, 1), new(2027, 12, 1), "Statistiek II") }, CaseAction.DecideFraud));

    /// <summary>Heard in person, minutes made, an answer to what was said: the letter shows all three.</summary>
    [Fact]
    public void CBHO_2017_064_5_a_careful_hearing_stands_in_the_letter_with_minutes_and_reply()
    {
        var letter = LetterWriter.Write(LetterKind.IrregularityOwnRisk, Written.WithHearing(LetterKind.IrregularityOwnRisk).Matter(), Language.Dutch);
        var heard = Written.Of(Written.Section(letter, "Heading.View"));
        Assert.Contains("bent u gehoord", heard, StringComparison.Ordinal);
        Assert.Contains("Onze reactie", heard, StringComparison.Ordinal);
        Assert.Contains("Verslag van de hoorzitting", Written.Of(Written.Section(letter, "Heading.Annexes")), StringComparison.Ordinal);
    }

    private static ImmutableArray<Requirement> Unmet(DecisionDraft draft, CaseAction decide) => Assert.IsType<Refused>(A.Case().Drafted(draft).Ask(decide, Who.Member)).Unmet;

    private static IEnumerable<string> Faults(LetterKind kind, DecisionDraft draft)
    {
        var matter = A.Case().Drafted(draft).Matter(Written.Published);
        return LetterLint.Check(kind, matter, LetterWriter.Write(kind, matter, Language.Dutch)).Select(fault => fault.Source);
    }
}
