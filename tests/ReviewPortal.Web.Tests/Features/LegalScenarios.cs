using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Committee;
using ReviewPortal.Core.Decisions;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Web.Tests.Pdf;

namespace ReviewPortal.Web.Tests.Features;

/// <summary>
/// Judgments that the procedure was drawn from (law.md 6.3), each played through the portal's own actions on the real store; what turns on the
/// facts of a decision alone stands in Core as well. The 103 of one incident: <see cref="Committee.IncidentTests"/>.
/// </summary>
public sealed class LegalScenarios
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>A careful hearing: in person, with minutes on which the student has spoken, and a reply in the decision.</summary>
    [Fact]
    public async Task CBHO_2017_064_5_who_asks_to_be_heard_is_heard_with_minutes_and_gets_a_reply()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.HearingPlanned);
        await using var _ = portal;
        Assert.Equal(RefusalKind.NotFromThisState, Assert.IsType<Refused>(await @case.DeliberateAsync()).Kind);
        Assert.Equal([Requirement.HearingMinutes], Assert.IsType<Refused>(await @case.RecordHearingAsync(caution: false)).Unmet);
        await ACase.DoneAsync(@case.RecordHearingAsync());
        await ACase.DoneAsync(portal.On(11, 20).Then(() => @case.DeliberateAsync()));

        await ACase.DoneAsync(@case.DraftAsync(Drafts.ForUniversity with { ReplyToView = "" }));
        Assert.Equal([Requirement.ReplyToView], Assert.IsType<Refused>(await @case.DecideAsync(Outcome.Irregularity)).Unmet);

        await @case.PublishedAsync(Drafts.ForUniversity);
        Assert.Equal(ViewForm.Oral, await portal.ReadAsync(db => db.Views.Select(view => view.Form).SingleAsync(Ct)));
    }

    /// <summary>More than an hour without webcam: invalid without a finding of fraud; the attempt is kept, and a new test is planned.</summary>
    [Fact]
    public async Task CBHO_2021_141_an_hour_without_webcam_is_an_irregularity_and_the_chance_is_kept()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Deliberation);
        await using var _ = portal;
        var withSanction = Drafts.ForUniversity with { CannotEstablish = "Een uur lang is niet te zien wat u deed.", Sanction = Drafts.FraudWithExclusion.Sanction };
        await @case.PublishedAsync(withSanction);

        var decision = await @case.DecisionAsync();
        Assert.Equal((Outcome.Irregularity, RetakeRight.Planned, null), (decision.Outcome, decision.Retake, decision.Sanction));
        var letter = await LetterAsync(portal);
        Assert.Contains("stelt geen fraude vast", letter, StringComparison.Ordinal);
        Assert.Contains("nieuwe toetsgelegenheid", letter, StringComparison.Ordinal);
        Assert.NotNull((await portal.ReadAsync(db => db.Retakes.SingleAsync(Ct))).PlanBy);
        await ACase.DoneAsync(@case.PlanRetakeAsync(new DateOnly(2026, 12, 14)));
    }

    /// <summary>Who loses the attempt as well must be told why that is in proportion.</summary>
    [Fact]
    public Task CBHO_2021_141_taking_the_chance_too_needs_a_weighing() =>
        RefusedAsync(Drafts.OwnRisk with { Proportionality = "" }, Outcome.Irregularity, Requirement.Proportionality);

    [Fact]
    public Task CBHO_2021_102_a_sanction_without_a_basis_in_the_rules_cannot_be_entered() =>
        RefusedAsync(Excluded(new(2026, 12, 1), new(2027, 1, 31), kind: "NO_RESIT"), Outcome.Fraud, Requirement.SanctionHasBasis);

    [Fact]
    public Task CBHO_2021_102_a_sanction_cannot_reach_back() =>
        RefusedAsync(Excluded(new(2026, 11, 1), new(2027, 1, 31)), Outcome.Fraud, Requirement.SanctionNotBeforePublication);

    [Fact]
    public async Task CBHO_2021_102_what_was_decided_in_time_cannot_be_published_too_late()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Deliberation);
        await using var _ = portal;
        await ACase.DoneAsync(@case.DraftAsync(Drafts.FraudWithExclusion));
        await ACase.DoneAsync(@case.DecideAsync(Outcome.Fraud));
        await ACase.DoneAsync(@case.CoSignAsync());
        Assert.Contains(Requirement.SanctionNotBeforePublication, Assert.IsType<Refused>(await portal.On(12, 2).Then(() => @case.PublishAsync())).Unmet);
        Assert.Equal(0, await portal.ReadAsync(db => db.Letters.CountAsync(letter => letter.Kind == LetterKind.FraudSanction, Ct)));
    }

    [Fact]
    public async Task CBHO_2018_163_without_the_violated_provision_fraud_can_be_neither_decided_nor_published()
    {
        await RefusedAsync(Drafts.Fraud with { ViolatedProvision = " ", Reasons = "Dit is plagiaat." }, Outcome.Fraud, Requirement.ViolatedProvision);

        var (portal, @case) = await Stages.AtAsync(Stage.Deliberation);
        await using var _ = portal;
        await ACase.DoneAsync(@case.DraftAsync(Drafts.Fraud));
        await ACase.DoneAsync(@case.DecideAsync(Outcome.Fraud));
        await ACase.DoneAsync(@case.CoSignAsync());
        await Sql.RunAsync(portal.DatabaseFile, "UPDATE Decisions SET ViolatedProvision = ''");
        Assert.IsType<Refused>(await @case.PublishAsync());
        Assert.Equal(0, await portal.ReadAsync(db => db.Letters.CountAsync(letter => letter.Kind == LetterKind.FraudInvalid, Ct)));
    }

    [Fact]
    public async Task CBHO_2021_072_what_the_student_said_against_it_must_be_answered()
    {
        await RefusedAsync(Drafts.Valid with { ReplyToView = "" }, Outcome.Valid, Requirement.ReplyToView);
        await RefusedAsync(Drafts.ForUniversity with { ReplyToView = "" }, Outcome.Irregularity, Requirement.ReplyToView);
        await RefusedAsync(Drafts.Fraud with { ReplyToView = "" }, Outcome.Fraud, Requirement.ReplyToView);
    }

    /// <summary>Half a year is within the maximum; it must be weighed all the same, and more than a year is too long.</summary>
    [Fact]
    public async Task CBHO_2020_165_half_a_year_stands_when_it_is_weighed()
    {
        var halfAYear = Excluded(new(2026, 12, 1), new(2027, 5, 31));
        await RefusedAsync(halfAYear with { Proportionality = "" }, Outcome.Fraud, Requirement.Proportionality);
        await RefusedAsync(Excluded(new(2026, 12, 1), new(2027, 12, 1)), Outcome.Fraud, Requirement.SanctionWithinLimits);

        var (portal, @case) = await Stages.AtAsync(Stage.Deliberation);
        await using var _ = portal;
        await @case.PublishedAsync(halfAYear);
        Assert.Contains("31 mei 2027", await LetterAsync(portal), StringComparison.Ordinal);
    }

    private static DecisionDraft Excluded(DateOnly from, DateOnly until, string kind = "EXCLUSION") =>
        Drafts.FraudWithExclusion with { Sanction = new Sanction(kind, ["Programmeren, hertentamen"], from, until) };

    private static async Task RefusedAsync(DecisionDraft draft, Outcome outcome, Requirement missing)
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Deliberation);
        await using var _ = portal;
        await ACase.DoneAsync(@case.DraftAsync(draft));
        Assert.Contains(missing, Assert.IsType<Refused>(await @case.DecideAsync(outcome)).Unmet);
        Assert.Equal(CaseState.Deliberation, (await @case.NowAsync()).State);
    }

    private static async Task<string> LetterAsync(APortal portal)
    {
        var letter = await portal.ReadAsync(db => db.Letters.OrderByDescending(item => item.PublishedAt).Join(db.Files, item => item.Sha256, file => file.Sha256, (_, file) => file.Content).FirstAsync(Ct));
        using var pdf = new PrintedPdf(letter);
        return pdf.ReadOut();
    }
}
