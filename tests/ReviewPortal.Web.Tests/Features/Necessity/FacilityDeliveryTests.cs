using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Necessity;
using ReviewPortal.Infrastructure.Audit;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Web.Features.Necessity;
using ReviewPortal.Web.Features.Student;
using ReviewPortal.Web.Features.Worklist;
using static ReviewPortal.Core.Necessity.FacilityNeed;
using static ReviewPortal.Web.Tests.AFacilityRequest;

namespace ReviewPortal.Web.Tests.Features.Necessity;

/// <summary>The e-mail on the letter of a request that did not arrive: as in a case, the secretary judges it and makes the letter known anew (Awb 2:10, 2:11, 2:25).</summary>
public sealed class FacilityDeliveryTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Awb 2:11, 6:8: reported, recorded as returned, told again; the term to appeal runs from then.</summary>
    [Fact]
    public async Task What_came_back_is_recorded_and_told_again_and_the_term_begins_anew()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        var request = await MailedAsync(portal);
        Assert.Empty(await WorkAsync(portal));
        Assert.Equal([NotificationFailed], Unmet(await request.SendAgainAsync()));
        portal.On(new(2026, 11, 3));
        await request.ReportedAsync();
        var now = portal.Clock.GetUtcNow();
        Assert.True((await request.MailAsync()).IsAlarm(now));
        Assert.Equal([request.Number], await WorkAsync(portal));
        // Until the report is answered nothing goes out in its place.
        Assert.Equal([NotificationFailed], Unmet(await request.SendAgainAsync()));
        Assert.Equal([DeliveryProblem], Unmet(await request.RecordBounceAsync(" ")));
        Assert.Equal([BounceDay], Unmet(await request.RecordBounceAsync(on: new(2026, 11, 4))));
        Assert.Equal([WithinLength], Unmet(await request.RecordBounceAsync(new('x', StudentWords.Longest + 1))));
        Assert.Equal(RefusalKind.NotThisRole, Assert.IsType<FacilityRefused>(await request.RecordBounceAsync(by: "lid1")).Kind);
        Done(await request.RecordBounceAsync());
        Assert.Equal([NotificationOut], Unmet(await request.RecordBounceAsync()));
        Assert.Equal((NotificationStand.Bounced, "Mirjam Bos"), ((await request.MailAsync()).StandAt(now), (await request.MailAsync()).Bounce!.RecordedByName));
        Assert.Equal([request.Number], await WorkAsync(portal, mayGoAgain: true));

        portal.On(new(2026, 11, 5));
        Done(await request.SendAgainAsync());
        Assert.Equal(1, await portal.SendMailAsync());
        Assert.Empty(await WorkAsync(portal));
        var (letter, restarted) = (await request.LetterAsync(), StatutoryTerms.Appeal(new(2026, 11, 5)).LastDay);
        var shown = await portal.Get<FacilityViews>().FindAsync(request.Number.ToString(), By(portal, "secretaris"), Ct);
        var mine = await portal.Get<MyFacilities>().FindAsync(request.Number.ToString(), By(portal, "student1"), Ct);
        Assert.NotEqual(letter.AppealBy, restarted);
        Assert.Equal((restarted, restarted, NotificationStand.Accepted), (letter.LastDay(shown!.Letter!.Ways), mine!.Letter!.Until, mine.Letter.Mail));
        Assert.Equal(new DateOnly(2026, 11, 5), mine.Letter.AgainOn);
        Assert.Equal([NotificationStand.Replaced, NotificationStand.Accepted], shown.Letter.Mails.Select(mail => mail.StandAt(portal.Clock.GetUtcNow())));
        Assert.Equal("550 5.1.1 User unknown", shown.Letter.Ways[0].Problem);
        Assert.Empty(await portal.ReadAsync(db => db.VerifyCasesAsync(Ct)));
    }

    /// <summary>Awb 2:25, 3:41: by post to a whole address; the e-mail has done its work, and the proof comes with the posting.</summary>
    [Fact]
    public async Task What_came_back_goes_by_post()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        var request = await MailedAsync(portal);
        Done(await request.RecordBounceAsync());
        await WithdrawAgreementAsync(portal);
        Assert.Equal([DeliveryAgreed], Unmet(await request.SendAgainAsync()));
        Assert.Equal([PostalAddressKnown], Unmet(await request.SendAgainAsync(SendingChannel.Post)));
        portal.On(new(2026, 11, 5));
        Done(await request.SendAgainAsync(SendingChannel.Post, address: Home));
        Assert.Equal([NotificationFailed], Unmet(await request.SendAgainAsync(SendingChannel.Post, address: Home)));
        Assert.Null((await request.LetterAsync()).LastDay([(await request.WayAsync())!]));
        Done(await request.RecordPostingAsync("3SABC123"));
        var sending = await portal.ReadAsync(db => db.Sendings.OrderBy(item => item.At).LastAsync(Ct));
        Assert.Equal((SendingChannel.Post, "3SABC123", Home), (sending.Channel, sending.Proof, sending.Address));
        Assert.Equal(1, await portal.ReadAsync(db => db.Notifications.CountAsync(Ct)));
        Assert.Equal(NotificationStand.Replaced, (await request.MailAsync()).StandAt(portal.Clock.GetUtcNow()));
        Assert.Empty(await WorkAsync(portal));
        Assert.Empty(await portal.ReadAsync(db => db.VerifyCasesAsync(Ct)));
    }

    /// <summary>Awb 2:10: the 48 hours count on until somebody has said that the report is wrong.</summary>
    [Fact]
    public async Task A_report_is_set_aside_with_a_reason_and_only_by_who_read_it()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        var request = await MailedAsync(portal);
        portal.On(new(2026, 11, 3));
        await request.ReportedAsync();
        var mail = await request.MailAsync();
        Assert.True(mail.IsLate(mail.Notification.DueBy.AddMinutes(1)));
        Assert.Equal([ReportAsideReason], Unmet(await request.SetReportAsideAsync(" ")));
        Assert.Equal([ReportUnanswered], Unmet(await request.SetReportAsideAsync(reports: [mail.Reports[0].Report.Id, Guid.NewGuid()])));
        Done(await request.SetReportAsideAsync());
        Assert.Equal([ReportUnanswered], Unmet(await request.SetReportAsideAsync(reports: [mail.Reports[0].Report.Id])));
        Assert.Empty(await WorkAsync(portal));
        Assert.False((await request.MailAsync()).IsLate(mail.Notification.DueBy.AddMinutes(1)));
        Assert.Equal("De student heeft de e-mail wel ontvangen.", (await request.MailAsync()).Reports.Single().SetAside!.Why);
        Assert.Empty(await portal.ReadAsync(db => db.VerifyCasesAsync(Ct)));
    }

    /// <summary>It is the secretary who judges it; and what was opened has reached the student.</summary>
    [Fact]
    public async Task A_letter_that_was_opened_asks_nothing()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        var request = await MailedAsync(portal);
        await request.ReportedAsync();
        Assert.Equal([request.Number], await WorkAsync(portal));
        Assert.True(Assert.Single(await portal.Get<FacilityViews>().ListAsync(By(portal, "secretaris"), Ct)).IsWaiting);
        Assert.False(Assert.Single(await portal.Get<FacilityViews>().ListAsync(By(portal, "lid1"), Ct)).IsWaiting);
        await portal.Dbs.ChangeAsync(async db => { (await db.Letters.SingleAsync(Ct)).Opened(portal.Clock.GetUtcNow()); return await db.SaveChangesAsync(Ct); }, Ct);
        Assert.Empty(await WorkAsync(portal));
        Assert.Equal([ReportUnanswered], Unmet(await request.SetReportAsideAsync()));
    }

    [Fact]
    public async Task Before_the_letter_has_gone_out_there_is_nothing_to_come_back()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        var request = await FiledAsync(portal);
        await request.ConsultedAsync();
        Done(await request.AssessAsync(Met));
        Done(await request.DecideAsync(granted: true));
        Assert.Equal([Published], Unmet(await portal.Get<FacilityDelivery>().RecordBounceAsync(request.Latest, Guid.NewGuid(), new(2026, 11, 2), "550", By(portal, "secretaris"), Ct)));
    }

    /// <summary>I10: the answers are in the fingerprint of the request.</summary>
    [Theory]
    [InlineData("UPDATE Bounces SET Text = 'x'")]
    [InlineData("UPDATE ReportsSetAside SET Why = 'x'")]
    public async Task A_changed_answer_is_named(string damage)
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        var request = await MailedAsync(portal);
        portal.On(new(2026, 11, 3));
        await request.ReportedAsync();
        Done(await request.SetReportAsideAsync());
        Done(await request.RecordBounceAsync());
        Assert.Empty(await portal.ReadAsync(db => db.VerifyCasesAsync(Ct)));
        await Sql.RunAsync(portal.DatabaseFile, damage);
        Assert.Equal(DamageKind.Content, Assert.Single(await portal.ReadAsync(db => db.VerifyCasesAsync(Ct))).Kind);
    }

    private static async Task<IEnumerable<FacilityNumber>> WorkAsync(APortal portal, bool mayGoAgain = false)
    {
        Assert.Empty(await portal.Get<WaitingFacilities>().UnreachedAsync(By(portal, "lid1"), Ct));
        var found = await portal.Get<WaitingFacilities>().UnreachedAsync(By(portal, "secretaris"), Ct);
        Assert.All(found, item => Assert.Equal(mayGoAgain, item.MayGoAgain));
        return found.Select(item => item.Number);
    }
}
