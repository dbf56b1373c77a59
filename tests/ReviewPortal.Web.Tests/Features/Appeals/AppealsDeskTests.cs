using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Decisions;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Writing;
using ReviewPortal.Infrastructure.Audit;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Infrastructure.Vault;
using ReviewPortal.Web.Features.Appeals;
using ReviewPortal.Web.Features.Decisions;
using ReviewPortal.Web.Features.Student;
using ReviewPortal.Web.Features.Worklist;
using ReviewPortal.Web.Tests.Pages;
using ReviewPortal.Web.Tests.Pdf;

namespace ReviewPortal.Web.Tests.Features.Appeals;

/// <summary>What the appeals desk keeps: settlements that succeed, measures, holds; and what an annulment does to an enrolment that was ended.</summary>
public sealed class AppealsDeskTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>WHW 7.61 lid 3; Awb 6:19: the new decision is not heavier, and the appeal goes on until the student withdraws it.</summary>
    [Fact]
    public async Task A_settlement_by_a_new_decision_is_kept_and_binds_the_board()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Settlement);
        await using var _ = portal;
        await DoneAsync(portal.On(12, 7).Then(() => @case.SettleByDecisionAsync("De reden wordt anders verwoord.")));

        Assert.Equal(CaseState.ViewsReceived, (await @case.NowAsync()).State);
        var appeal = await portal.ReadAsync(db => db.Appeals.SingleAsync(Ct));
        Assert.Equal((true, "De reden wordt anders verwoord.", new DateOnly(2026, 12, 7)), (appeal.IsOpen, appeal.Agreement, appeal.AgreedOn));
        Assert.Contains("De reden wordt anders verwoord.", await ReadAsync(portal, @case, "agreements/01.txt"), StringComparison.Ordinal);

        await DoneAsync(@case.DeliberateAsync());
        await DoneAsync(@case.DraftAsync(Drafts.OwnRisk));
        Assert.Equal([Requirement.NotHeavierThanBefore], Assert.IsType<Refused>(await @case.DecideAsync(Outcome.Irregularity)).Unmet);
        await DoneAsync(@case.DraftAsync(Drafts.ForUniversity));
        await DoneAsync(@case.DecideAsync(Outcome.Irregularity));
        await DoneAsync(@case.CoSignAsync());
        await DoneAsync(@case.PublishAsync());
        Assert.Equal([CaseAction.ResumeAppeal], await WorkAsync(portal, "beroep"));
        await DoneAsync(@case.WithdrawAppealAsync());
        Assert.Empty(await portal.ReadAsync(db => db.VerifyCasesAsync(Ct)));
    }

    [Fact]
    public async Task A_settlement_by_withdrawal_ends_the_appeal_with_what_was_agreed()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Settlement);
        await using var _ = portal;
        await DoneAsync(@case.SettleByWithdrawalAsync());

        var appeal = await portal.ReadAsync(db => db.Appeals.SingleAsync(Ct));
        Assert.Equal((CaseState.Notified, false, "De student doet de regeling mee."), ((await @case.NowAsync()).State, appeal.IsOpen, appeal.Agreement));
        Assert.Empty(await portal.ReadAsync(db => db.VerifyCasesAsync(Ct)));
        // What was agreed cannot be changed behind the portal's back.
        await Sql.RunAsync(portal.DatabaseFile, "UPDATE Appeals SET Agreement = 'Iets anders.'");
        Assert.NotEmpty(await portal.ReadAsync(db => db.VerifyCasesAsync(Ct)));
    }

    /// <summary>Awb 2:11, 2:12: the decision's bytes stay, and the letter that goes with it names the day that holds.</summary>
    [Theory]
    [InlineData("en")]
    [InlineData("nl")]
    public async Task A_second_sending_brings_a_letter_with_the_new_last_day_and_leaves_the_decision_as_it_was(string language)
    {
        var (portal, @case) = await Stages.AtAsync(Stage.DeliveryFailed);
        await using var _ = portal;
        await Sql.RunAsync(portal.DatabaseFile, $"UPDATE AspNetUsers SET Language = '{language}' WHERE StudentNumber = '{ADelivery.StudentNumber}'");
        var decision = await portal.ReadAsync(db => db.Letters.SingleAsync(letter => letter.AppealBy != null && letter.Kind != LetterKind.SentAgain, Ct));
        await DoneAsync(portal.On(11, 25).Then(() => @case.SendAgainAsync()));

        var now = await portal.ReadAsync(db => db.Letters.SingleAsync(letter => letter.AppealBy != null && letter.Kind != LetterKind.SentAgain, Ct));
        Assert.Equal((decision.Id, decision.Sha256, decision.AppealBy), (now.Id, now.Sha256, now.AppealBy));
        var cover = await portal.ReadAsync(db => db.Letters.Where(letter => letter.Kind == LetterKind.SentAgain).Join(db.Files, letter => letter.Sha256, file => file.Sha256, (_, file) => file.Content).SingleAsync(Ct));
        using (var pdf = new PrintedPdf(cover))
        {
            var words = pdf.ReadOut();
            Assert.Contains(new DateOnly(2027, 1, 6).WithWeekday(Languages.Parse(language)!.Value), words, StringComparison.Ordinal);
            Assert.DoesNotContain(decision.AppealBy!.Value.WithWeekday(Languages.Parse(language)!.Value), words, StringComparison.Ordinal);
        }

        var mine = (await portal.Get<MyCases>().FindAsync(@case.Id, portal.Who("student").Id, Ct))!;
        Assert.Equal((LetterKind.SentAgain, new DateOnly(2027, 1, 6)), (mine.Letters[0].Kind, mine.Appeal!.Term.LastDay));
        // The letter beside the decision is none: an appeal, and what follows, still find the decision.
        await DoneAsync(@case.RedecideAsync("Wij waren te streng.", by: "lid1"));
        Assert.Equal(new DateOnly(2027, 1, 6), (await portal.Get<MyCases>().FindAsync(@case.Id, portal.Who("student").Id, Ct))!.Appeal!.Term.LastDay);
        Assert.Empty(await portal.ReadAsync(db => db.VerifyCasesAsync(Ct)));
    }

    [Fact]
    public async Task Every_interim_measure_stays_on_record_and_in_the_dossier()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.InterimMeasure);
        await using var _ = portal;
        await DoneAsync(portal.On(12, 3).Then(() => @case.RecordInterimMeasureAsync("De student mag het practicum volgen.")));
        await DoneAsync(portal.On(12, 5).Then(() => @case.EndInterimMeasureAsync(index: 0)));

        var measures = await portal.ReadAsync(db => db.Appeals.Select(appeal => appeal).SingleAsync(Ct));
        Assert.Equal(
            [("De uitsluiting is geschorst.", new(2026, 12, 5)), ("De student mag het practicum volgen.", (DateOnly?)null)],
            measures.Measures.Select(measure => (measure.What, measure.Until)));
        var written = await ReadAsync(portal, @case, "appeals.json");
        Assert.All(measures.Measures, measure => Assert.Contains(measure.What, written, StringComparison.Ordinal));
        Assert.Empty(await portal.ReadAsync(db => db.VerifyCasesAsync(Ct)));
    }

    /// <summary>law.md section 4, row 43: whoever litigates may freeze; lifting takes two others.</summary>
    [Theory]
    [InlineData("beroep", Stage.AppealLodged)]
    [InlineData("beroep", Stage.Irrevocable)]
    [InlineData("beroep", Stage.DecidingAgain)]
    [InlineData("cvb", Stage.TerminationProposed)]
    public async Task The_desk_and_the_executive_board_place_a_hold_and_do_not_lift_it(string who, Stage stage)
    {
        var (portal, @case) = await Stages.AtAsync(stage);
        await using var _ = portal;
        await DoneAsync(@case.PlaceHoldAsync("Er loopt een beroep.", by: who));
        Assert.Equal(RefusalKind.NotThisRole, Assert.IsType<Refused>(await @case.AskToLiftHoldAsync(by: who)).Kind);
        await DoneAsync(@case.AskToLiftHoldAsync());
        Assert.Equal([Requirement.AskedByAnother], Assert.IsType<Refused>(await @case.LiftHoldAsync("archief")).Unmet);
        await DoneAsync(@case.LiftHoldAsync());
    }

    /// <summary>WHW 7.12b lid 2: a proposal rests on a finding of serious fraud. When that falls, somebody must take the proposal back.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_proposal_whose_ground_fell_waits_for_the_board_and_no_longer_for_the_executive_board(bool annulled)
    {
        var (portal, @case) = await Stages.AtAsync(Stage.TerminationProposed);
        await using var _ = portal;
        Assert.Equal([CaseAction.TerminateEnrolment], await WorkAsync(portal, "cvb"));
        if (annulled)
        {
            await DoneAsync(portal.On(11, 30).Then(() => @case.LodgeAppealAsync()));
            await DoneAsync(@case.OpenSettlementAsync());
            await DoneAsync(@case.EndSettlementAsync());
            await DoneAsync(portal.On(12, 14).Then(() => @case.RuleAsync(Core.Appeals.Ruling.Annulled)));
        }
        else
        {
            await DoneAsync(portal.On(11, 30).Then(() => @case.RedecideAsync("Wij zien af van fraude.", by: "lid1")));
            await @case.ReplacedAsync(Drafts.ForUniversity);
        }

        Assert.Empty(await WorkAsync(portal, "cvb"));
        Assert.Contains(CaseAction.WithdrawTermination, await WorkAsync(portal, "lid1"));
        await DoneAsync(@case.WithdrawTerminationAsync());
        Assert.DoesNotContain(CaseAction.WithdrawTermination, await WorkAsync(portal, "lid1"));
    }

    [Fact]
    public async Task An_enrolment_that_was_ended_on_a_finding_that_fell_is_reconsidered_by_the_executive_board()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.TerminationFell);
        await using var _ = portal;
        Assert.Equal([CaseAction.ReconsiderTermination], await WorkAsync(portal, "cvb"));
        await DoneAsync(@case.ReconsiderTerminationAsync());

        Assert.Empty(await WorkAsync(portal, "cvb"));
        var proposal = await portal.ReadAsync(db => db.TerminationProposals.SingleAsync(Ct));
        Assert.Equal((true, true, "De grond is weggevallen."), (proposal.Terminated, proposal.Restored, proposal.ReconsideredReasons));
        Assert.Equal(CaseAction.ReconsiderTermination, (await portal.Get<MyCases>().FindAsync(@case.Id, portal.Who("student").Id, Ct))!.Timeline[^1].Action);
    }

    /// <summary>Fraud that was established anew carries an end of the enrolment again; what was restored can be proposed anew.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_stands_after_the_annulment_says_what_the_executive_board_can_do(bool restored)
    {
        var (portal, @case) = await Stages.AtAsync(Stage.TerminationFell);
        await using var _ = portal;
        await DoneAsync(@case.RedecideAsync());
        await DoneAsync(@case.DeliberateAsync());
        await DoneAsync(@case.DraftAsync(Drafts.Fraud));
        // While the board decides again nothing stands; the executive board sees its own card and not the draft.
        Assert.Equal([CaseAction.ReconsiderTermination], await WorkAsync(portal, "cvb"));
        Assert.Equal([Requirement.FraudStillStands], Assert.IsType<Refused>(await @case.ReconsiderTerminationAsync(restored: false)).Unmet);
        await using (var page = APage.For(portal, "cvb"))
        {
            var number = (await @case.NowAsync()).Number.ToString();
            var shown = page.Render<DecisionPage>(parameters => parameters.Add(item => item.Number, number)).Markup;
            Assert.Contains("Beëindiging van de inschrijving", shown, StringComparison.Ordinal);
            Assert.DoesNotContain(Drafts.Fraud.Reasons, shown, StringComparison.Ordinal);
        }

        await DoneAsync(@case.DecideAsync(Outcome.Fraud));
        await DoneAsync(@case.CoSignAsync());
        await DoneAsync(@case.PublishAsync());
        await DoneAsync(@case.ReconsiderTerminationAsync(restored));
        Assert.Equal(1, await portal.ReadAsync(db => db.Letters.CountAsync(item => item.Kind == (restored ? LetterKind.EnrolmentRestored : LetterKind.EnrolmentUpheld), Ct)));
        var again = await @case.ProposeTerminationAsync("Het blijft ernstig.");
        Assert.Equal(restored, again.IsDone);
        if (restored)
        {
            await DoneAsync(@case.CoSignTerminationAsync());
            await DoneAsync(@case.InviteToHearingAsync());
            await DoneAsync(@case.DecideTerminationAsync());
        }

        Assert.Empty(await portal.ReadAsync(db => db.VerifyCasesAsync(Ct)));
    }

    private static async Task<IEnumerable<CaseAction>> WorkAsync(APortal portal, string who) =>
        (await portal.Get<CaseLists>().CountWorkAsync(portal.Who(who).Id, Ct)).Select(work => work.Action);

    private static async Task<string> ReadAsync(APortal portal, ACase @case, string name)
    {
        using var zip = new ZipArchive((await portal.Get<CaseFiles>().LookAsync(@case.Id, portal.Who("beroep").Id, file => DossierBundle.OfAsync(file, portal.Get<AttachmentFiles>(), Ct), Ct))!);
        using var entry = new StreamReader(await zip.GetEntry(name)!.OpenAsync(Ct));
        return await entry.ReadToEndAsync(Ct);
    }

    private static Task DoneAsync(Task<Answer> step) => ACase.DoneAsync(step);
}
