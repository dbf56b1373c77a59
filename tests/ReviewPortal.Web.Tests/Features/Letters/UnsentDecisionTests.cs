using Bunit;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Appeals;
using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Decisions;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Writing;
using ReviewPortal.Infrastructure.Audit;
using ReviewPortal.Web.Access;
using ReviewPortal.Web.Demo;
using ReviewPortal.Web.Features.Committee;
using ReviewPortal.Web.Features.Letters;
using ReviewPortal.Web.Features.Student;
using ReviewPortal.Web.Features.Worklist;
using ReviewPortal.Web.Tests.Http;
using ReviewPortal.Web.Tests.Mail;
using ReviewPortal.Web.Tests.Pages;
using ReviewPortal.Web.Ui;

namespace ReviewPortal.Web.Tests.Features.Letters;

/// <summary>A letter that was printed and lies on a desk has brought nothing about; set aside, it was never sent (Awb 3:40, 3:41).</summary>
public sealed class UnsentDecisionTests
{
    private static CancellationToken Ct => Xunit.TestContext.Current.CancellationToken;

    /// <summary>Awb 2:11, 2:25: no term runs because the student read in the portal what was not sent; and nobody reads of it as sent, nor is its copy posted.</summary>
    [Fact]
    public async Task Opened_and_set_aside_it_was_never_sent_and_neither_was_its_copy()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.CoSigned);
        await using var _ = portal;
        await ACase.DoneAsync(@case.NameRepresentativeAsync());
        await PrintAsync(portal, @case);
        var letter = await portal.ReadAsync(db => db.Letters.OrderByDescending(item => item.PublishedAt).FirstAsync(Ct));
        await portal.StartAsync();
        using (var student = await Visitor.AsAsync(portal, DemoAccounts.StudentEmail(ADelivery.StudentNumber))) (await student.GetAsync(Links.LetterPdf(letter.Id))).Dispose();
        await ACase.DoneAsync(portal.On(11, 24).Then(() => @case.DeliveryFailedAsync("De envelop is zoek.")));
        Assert.Equal([true, true], await portal.ReadAsync(db => db.Sendings.Where(item => item.Letter == letter.Id).Select(item => item.FailedAt != null).ToListAsync(Ct)));
        Assert.Equal([DeliveryEvent.Agreed, DeliveryEvent.Made, DeliveryEvent.Opened, DeliveryEvent.NeverWent, DeliveryEvent.CopyNeverWent], (await portal.ReadAsync(async db => await DeliveryLog.OfAsync(db, await db.Letters.SingleAsync(item => item.Id == letter.Id, Ct), Ct))).Select(line => line.What));

        var number = (await @case.NowAsync()).Number.ToString();
        await using var own = APage.For(portal, "student");
        Assert.Contains("Deze brief is gemaakt, maar niet verzonden of overhandigd.", own.Render<MyCasePage>(parameters => parameters.Add(mine => mine.Number, number)).Markup, StringComparison.Ordinal);
        await using var page = APage.For(portal, "secretaris");
        Assert.Contains(page.Render<LettersPage>(parameters => parameters.Add(letters => letters.Number, number)).FindAll("ol.timeline li"), line => line.TextContent.Contains("Niet verzonden", StringComparison.Ordinal));
        Assert.Empty(await portal.ReadAsync(db => db.VerifyCasesAsync(Ct)));
    }

    /// <summary>Awb 2:25: what was sent again of an earlier decision arrived; what becomes of the next decision says nothing of it.</summary>
    [Fact]
    public async Task A_failure_leaves_the_letters_of_an_earlier_decision_alone()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.DeliveryFailed);
        await using var _ = portal;
        await ACase.DoneAsync(portal.On(11, 24).Then(() => @case.SendAgainAsync()));
        await ACase.DoneAsync(portal.On(11, 25).Then(() => @case.RedecideAsync("Wij waren te streng.", by: "lid1")));
        await @case.ReplacedAsync(Drafts.Valid);
        await ACase.DoneAsync(portal.On(11, 26).Then(() => @case.DeliveryFailedAsync()));
        Assert.False(await portal.ReadAsync(db => db.Sendings.AnyAsync(item => item.FailedAt != null && db.Letters.Any(letter => letter.Id == item.Letter && letter.Kind == LetterKind.SentAgain), Ct)));
    }

    /// <summary>Awb 2:11, 3:41: what came back after a correction with a new term was not made known by the posting before it either.</summary>
    [Fact]
    public async Task No_earlier_sending_counts_once_the_last_came_back()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.CoSigned);
        await using var _ = portal;
        await portal.WithdrawAsync(MessageKind.BoardDecision);
        await PrintAsync(portal, @case);
        await ACase.DoneAsync(@case.RecordPostingAsync());
        await ACase.DoneAsync(portal.On(11, 23).Then(() => @case.CorrectLetterAsync(newTerm: true)));
        await ACase.DoneAsync(@case.RecordPostingAsync());
        await ACase.DoneAsync(portal.On(11, 27).Then(() => @case.DeliveryFailedAsync()));
        await ACase.DoneAsync(portal.On(11, 30).Then(() => @case.SendAgainAsync("")));
        portal.Clock.Set(new DateTimeOffset(2027, 11, 26, 9, 0, 0, TimeSpan.Zero));
        var unmet = Assert.IsType<Refused>(await @case.ConfirmIrrevocableAsync()).Unmet;
        Assert.Contains(Requirement.AppealTermElapsed, unmet);
        Assert.Contains(Requirement.NotificationProven, unmet);
    }

    /// <summary>Awb 3:41, 6:8: a term that has not begun cannot begin anew.</summary>
    [Fact]
    public async Task A_correction_begins_no_term_for_what_lies_to_be_sent()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.CoSigned);
        await using var _ = portal;
        await PrintAsync(portal, @case);
        Assert.Equal([Requirement.TermCanBeginAnew], Assert.IsType<Refused>(await @case.CorrectLetterAsync(newTerm: true)).Unmet);
        await ACase.DoneAsync(@case.CorrectLetterAsync());
        Assert.Null((await @case.NowAsync()).Due);
    }

    /// <summary>Awb 3:40, 3:41, 6:19: until the new decision is sent the one before it stands, with its last day and what it gave; and it makes nothing irrevocable.</summary>
    [Fact]
    public async Task A_new_decision_takes_over_on_the_day_on_which_it_is_sent()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Notified);
        await using var _ = portal;
        var day = new DateOnly(2027, 3, 10);
        await ACase.DoneAsync(portal.On(11, 24).Then(() => @case.PlanRetakeAsync(day)));
        await ReprintedAsync(portal, @case, Drafts.Valid);
        var before = await MineAsync(portal, @case);
        Assert.Equal((day, true, (Outcome?)null, true), (before.Chance?.On, before.AppealOpen, before.Outcome, before.StandsMeanwhile));
        Assert.Equal(StatutoryTerms.Appeal(new DateOnly(2026, 11, 20)).LastDay, before.Appeal!.Term.LastDay);
        Assert.Null(before.Timeline[^1].Note);
        portal.Clock.Set(new DateTimeOffset(2027, 2, 26, 9, 0, 0, TimeSpan.Zero));
        Assert.Contains(Requirement.AppealTermElapsed, Assert.IsType<Refused>(await @case.ConfirmIrrevocableAsync()).Unmet);

        await ACase.DoneAsync(@case.RecordPostingAsync(on: new DateOnly(2027, 2, 25)));
        var after = await MineAsync(portal, @case);
        Assert.Equal((null, Outcome.Valid, false), (after.Chance, after.Outcome, after.StandsMeanwhile));
        Assert.Equal(StatutoryTerms.Appeal(new DateOnly(2027, 2, 25)).LastDay, after.Appeal!.Term.LastDay);
        Assert.Equal((LifecycleTexts.ChanceLapsed(day.WithWeekday(Language.Dutch), Language.Dutch), new DateOnly(2027, 2, 25)), (after.Timeline[^1].Note, after.Timeline[^1].SentOn));
        Assert.Empty(await portal.ReadAsync(db => db.VerifyCasesAsync(Ct)));
    }

    /// <summary>Awb 3:40, 3:41: set aside and sent through the portal instead, the new decision does what its posting would have done.</summary>
    [Fact]
    public async Task Sent_through_the_portal_instead_it_takes_over_as_well()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Notified);
        await using var _ = portal;
        var day = new DateOnly(2027, 3, 10);
        await ACase.DoneAsync(portal.On(11, 24).Then(() => @case.PlanRetakeAsync(day)));
        await ReprintedAsync(portal, @case, Drafts.Valid);
        await ACase.DoneAsync(@case.DeliveryFailedAsync("De envelop is zoek."));
        var meanwhile = await MineAsync(portal, @case);
        Assert.Equal((day, true, Undelivered.NeverSent), (meanwhile.Chance?.On, meanwhile.AppealOpen, meanwhile.Undelivered));
        // The term of the one that stands runs on: that nothing can be lost would not be true.
        await using (var own = APage.For(portal, "student"))
        {
            var shown = own.Render<MyCasePage>(parameters => parameters.Add(mine => mine.Number, meanwhile.Number.ToString()));
            var told = shown.Find(".undelivered p").TextContent;
            Assert.Contains("Dit gaat over het besluit van 20 november 2026.", shown.Find($"#{Places.Named(nameof(MyTurn.Appeal))}").TextContent, StringComparison.Ordinal);
            Assert.Contains("Het eerdere besluit, van 20 november 2026, blijft gelden tot het nieuwe besluit u is gestuurd.", shown.Markup, StringComparison.Ordinal);
            Assert.EndsWith("Pas daarna gaat dit nieuwe besluit gelden en begint de termijn om ertegen in beroep te gaan.", told, StringComparison.Ordinal);
        }

        await ACase.DoneAsync(portal.On(11, 27).Then(() => @case.SendAgainAsync(channel: SendingChannel.Portal)));
        var after = await MineAsync(portal, @case);
        Assert.Equal((null, Outcome.Valid, false), (after.Chance, after.Outcome, after.StandsMeanwhile));
        Assert.Equal(LifecycleTexts.ChanceLapsed(day.WithWeekday(Language.Dutch), Language.Dutch), after.Timeline[^1].Note);
    }

    /// <summary>Awb 3:41: an e-mail on the decision before it says nothing of the one that lies printed, and sends nothing of it.</summary>
    [Fact]
    public async Task An_old_e_mail_that_failed_does_not_send_the_decision_that_lies_printed()
    {
        await using var server = new ASmtpServer();
        var (portal, @case) = await Stages.AtAsync(Stage.DeliveryFailed, settings: server.Settings);
        await using var _ = portal;
        await ACase.DoneAsync(portal.On(11, 24).Then(() => @case.SendAgainAsync(channel: SendingChannel.Portal)));
        await portal.SendMailAsync();
        await ACase.DoneAsync(@case.RecordBounceAsync());
        var mail = await @case.NewestMailAsync();
        await ReprintedAsync(portal, @case, Drafts.Valid);
        Assert.Equal(LetterKind.SentAgain, await portal.ReadAsync(db => db.Notifications.Where(item => item.Id == mail).Select(item => db.Letters.Single(letter => letter.Id == item.Letter).Kind).SingleAsync(Ct)));
        await ACase.DoneAsync(portal.On(11, 26).Then(() => @case.NotifyAgainAsync(mail)));
        Assert.True((await MineAsync(portal, @case)).StandsMeanwhile);
        await ACase.DoneAsync(@case.RecordPostingAsync());
    }

    /// <summary>Awb 6:8, 6:10: what comes in when nothing can be lodged any more against the decision that stands is against the one that lies printed.</summary>
    [Fact]
    public async Task An_appeal_against_a_decision_that_lies_printed_is_early_and_has_its_term_from_the_posting()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Notified);
        await using var _ = portal;
        await ReprintedAsync(portal, @case, Drafts.Valid);
        portal.Clock.Set(new DateTimeOffset(2027, 2, 26, 9, 0, 0, TimeSpan.Zero));
        await ACase.DoneAsync(@case.LodgeAppealAsync());
        var newest = await portal.ReadAsync(db => db.Letters.Where(item => item.Kind == LetterKind.Valid).Select(item => (Guid?)item.Id).SingleAsync(Ct));
        var early = await portal.ReadAsync(db => db.Appeals.SingleAsync(Ct));
        Assert.Equal((newest, false, (DateOnly?)null), (early.Letter, early.WasLate, early.FileBy));
        await ACase.DoneAsync(@case.RecordPostingAsync());
        var posted = await portal.ReadAsync(db => db.Appeals.SingleAsync(Ct));
        Assert.Equal((newest, false, StatutoryTerms.Appeal(new DateOnly(2027, 2, 26)).LastDay), (posted.Letter, posted.WasLate, posted.FileBy));
    }

    [Fact]
    public async Task The_sanction_runs_on_and_an_appeal_stays_against_the_decision_that_stands()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.FraudNotified);
        await using var _ = portal;
        var first = await portal.ReadAsync(db => db.Letters.OrderByDescending(item => item.PublishedAt).Select(item => item.Id).FirstAsync(Ct));
        await ACase.DoneAsync(portal.On(12, 3).Then(() => @case.LodgeAppealAsync()));
        await ACase.DoneAsync(@case.OpenSettlementAsync());
        await ACase.DoneAsync(@case.SettleByDecisionAsync());
        await ReprintAsync(portal, @case, Drafts.Valid);
        Assert.Equal((SanctionRun.Running, first), ((await MineAsync(portal, @case)).SanctionRun, await AgainstAsync(portal)));
        await ACase.DoneAsync(@case.RecordPostingAsync());
        Assert.Null((await MineAsync(portal, @case)).SanctionRun);
        Assert.NotEqual(first, await AgainstAsync(portal));
    }

    /// <summary>Awb 3:40: the executive board reads a proposal and acts on it when the student has been sent it.</summary>
    [Fact]
    public async Task A_proposal_that_lies_to_be_sent_is_not_the_executive_boards_yet()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.FraudNotified);
        await using var _ = portal;
        await portal.WithdrawAsync(MessageKind.Procedure);
        await ACase.DoneAsync(portal.On(11, 23).Then(() => @case.ProposeTerminationByTwoAsync()));
        Assert.Equal((0, false), await ProposedAsync(portal, @case));
        Assert.IsType<Refused>(await @case.InviteToHearingAsync());
        await ACase.DoneAsync(@case.RecordPostingAsync());
        Assert.Equal((1, true), await ProposedAsync(portal, @case));
        await ACase.DoneAsync(@case.InviteToHearingAsync());
    }

    /// <summary>Awb 3:41: the words follow what happened to the letter, and name the day of sending.</summary>
    [Fact]
    public async Task The_timelines_say_made_while_it_lies_there_and_sent_with_its_day_afterwards()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.CoSigned);
        await using var _ = portal;
        await PrintAsync(portal, @case);
        Assert.Equal(("De brief met het besluit is gemaakt, om te verzenden of te overhandigen.", "Brief gemaakt om te verzenden of te overhandigen"), await LastAsync(portal, @case));
        await ACase.DoneAsync(portal.On(11, 26).Then(() => @case.RecordPostingAsync(on: new DateOnly(2026, 11, 25))));
        Assert.Equal(("Een brief is per post verzonden op 25 november 2026.", "Brief verzonden of overhandigd"), await LastAsync(portal, @case));
        await ACase.DoneAsync(portal.On(11, 27).Then(() => @case.DeliveryFailedAsync()));
        await ACase.DoneAsync(@case.SendAgainAsync("", channel: SendingChannel.HandedOver));
        Assert.Equal(("De brief is opnieuw gemaakt, om te verzenden of te overhandigen.", "Brief opnieuw gemaakt om te verzenden of te overhandigen"), await LastAsync(portal, @case));
        await ACase.DoneAsync(portal.On(11, 30).Then(() => @case.RecordPostingAsync()));
        Assert.Equal(("Een brief is persoonlijk overhandigd op 30 november 2026.", "Brief verzonden of overhandigd"), await LastAsync(portal, @case));

        var (other, through) = await Stages.AtAsync(Stage.Notified);
        await using var closing = other;
        Assert.Equal(("Het besluit is bekendgemaakt.", "Bekendgemaakt"), await LastAsync(other, through));
    }

    private static Task PrintAsync(APortal portal, ACase @case) => ACase.DoneAsync(portal.On(11, 20).Then(() => @case.PrintAsync()));

    private static async Task ReprintedAsync(APortal portal, ACase @case, DecisionDraft draft)
    {
        await ACase.DoneAsync(portal.On(11, 25).Then(() => @case.RedecideAsync("De toets blijkt te beoordelen.", by: "lid1")));
        await ReprintAsync(portal, @case, draft);
    }

    private static async Task ReprintAsync(APortal portal, ACase @case, DecisionDraft draft)
    {
        await ACase.DoneAsync(@case.DeliberateAsync());
        await ACase.DoneAsync(@case.DraftAsync(draft));
        await ACase.DoneAsync(@case.DecideAsync(draft.Outcome!.Value));
        await ACase.DoneAsync(@case.CoSignAsync());
        await ACase.DoneAsync(@case.PrintAsync());
        Assert.True(await portal.ReadAsync(db => db.Sendings.AnyAsync(item => item.Proof == "" && item.Channel == SendingChannel.Post, Ct)));
    }

    private static async Task<MyCase> MineAsync(APortal portal, ACase @case) => (await portal.Get<MyCases>().FindAsync(@case.Id, portal.Who("student").Id, Ct))!;

    private static Task<Guid?> AgainstAsync(APortal portal) => portal.ReadAsync(db => db.Appeals.Select(item => item.Letter).SingleAsync(Ct));

    // In the list of what waits for the executive board, and whether it may open the case.
    private static async Task<(int Waiting, bool MayOpen)> ProposedAsync(APortal portal, ACase @case)
    {
        var by = portal.Who("cvb").Id;
        var rows = (await portal.Get<CaseLists>().WorkAsync(by, CaseAction.TerminateEnrolment, new(0, 10, ""), Ct)).Rows;
        return (rows.Count, await portal.Get<CaseDoor>().OpenAsync((await @case.NowAsync()).Number.ToString(), Room.Decisions, by, Ct) is not null);
    }

    // The last line of the student's own page, and of the dossier.
    private static async Task<(string Student, string Staff)> LastAsync(APortal portal, ACase @case)
    {
        var number = (await @case.NowAsync()).Number.ToString();
        await using var own = APage.For(portal, "student");
        var mine = own.Render<MyCasePage>(parameters => parameters.Add(page => page.Number, number)).FindAll("ol.timeline li.now")[^1].TextContent;
        await using var staff = APage.For(portal, "secretaris");
        var line = staff.Render<DossierPage>(parameters => parameters.Add(page => page.Number, number)).Find("ol.timeline li.now b").TextContent;
        return (mine[(mine.IndexOf('·', StringComparison.Ordinal) + 1)..].Trim(), line);
    }
}
