using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Necessity;
using ReviewPortal.Infrastructure.Audit;
using ReviewPortal.Web.Features.Necessity;
using ReviewPortal.Web.Features.Student;
using ReviewPortal.Web.Features.Worklist;
using static ReviewPortal.Core.Necessity.FacilityNeed;
using static ReviewPortal.Web.Tests.AFacilityRequest;

namespace ReviewPortal.Web.Tests.Features.Necessity;

/// <summary>The letter on a request that was printed with a wrong address, or came back by post, goes in another way (Awb 2:11, 3:41).</summary>
public sealed class FacilityReplaceTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Awb 3:40, 3:41: what was never sent made nothing known, and what takes its place does so on the day on which it is sent.</summary>
    [Fact]
    public async Task A_wrong_address_is_put_right_before_the_letter_goes()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        var request = await PrintedAsync(portal);
        var wrong = (await request.WayAsync())!;
        portal.On(new(2026, 11, 4));
        Done(await request.ReplaceAsync());
        Assert.Empty(await portal.Get<FacilityViews>().ListAsync(By(portal, "coordinator"), Ct));
        Assert.Equal(new DateOnly(2026, 11, 5), Assert.Single(await portal.Get<WaitingFacilities>().ToPostAsync(By(portal, "secretaris"), Ct)).By);
        // Nobody records that the first one was sent any more, nor sets it aside twice.
        Assert.Equal([LetterToPost], Unmet(await request.RecordPostingAsync(sending: wrong.Id)));
        Assert.Equal([NotificationFailed], Unmet(await request.ReplaceAsync(sending: wrong.Id)));
        Done(await request.RecordPostingAsync());
        var ways = await WaysAsync(portal);
        Assert.Equal([(Home, "Verhuisd.", true), (Moved, "", false)], ways.Select(way => (way.Address!, way.Problem, way.NeverWent)));
        var mine = await MineAsync(portal, request);
        Assert.Equal((StatutoryTerms.Appeal(new(2026, 11, 4)).LastDay, (DateOnly?)null), (mine.Until, mine.AgainOn));
        Assert.Empty(await portal.ReadAsync(db => db.VerifyCasesAsync(Ct)));
    }

    /// <summary>Awb 2:11, 6:8: nothing counts while it is on its way again, and then that day does. What was known stays known.</summary>
    [Fact]
    public async Task What_came_back_by_post_is_posted_again_and_its_term_begins_anew()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        var request = await PrintedAsync(portal);
        Done(await request.RecordPostingAsync());
        portal.On(new(2026, 11, 12));
        Done(await request.ReplaceAsync(why: " Retour afzender. "));
        Assert.Null((await MineAsync(portal, request)).Until);
        Assert.Single(await portal.Get<FacilityViews>().ListAsync(By(portal, "coordinator"), Ct));
        portal.On(new(2026, 11, 13));
        Done(await request.RecordPostingAsync("3SDEF456"));
        var mine = await MineAsync(portal, request);
        Assert.Equal((StatutoryTerms.Appeal(new(2026, 11, 13)).LastDay, new DateOnly(2026, 11, 13)), (mine.Until, mine.AgainOn));
        Assert.Equal("Retour afzender.", (await WaysAsync(portal))[0].Problem);
        Assert.Empty(await portal.ReadAsync(db => db.VerifyCasesAsync(Ct)));
    }

    /// <summary>Awb 2:10, 2:11: through the portal the student is told; the new e-mail takes the place of the one that came back, and can come back itself.</summary>
    [Fact]
    public async Task What_came_back_by_post_goes_through_the_portal()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        var request = await MailedAsync(portal);
        var first = (await request.MailAsync()).Notification.Id;
        Done(await request.RecordBounceAsync());
        portal.On(new(2026, 11, 4));
        Done(await request.SendAgainAsync(SendingChannel.Post, "3SABC123", Home));
        portal.On(new(2026, 11, 12));
        Done(await request.ReplaceAsync(SendingChannel.Portal));
        Assert.Equal(first, (await request.MailAsync()).Notification.Replaces);
        Assert.Equal(1, await portal.SendMailAsync());
        Assert.Equal((StatutoryTerms.Appeal(new(2026, 11, 12)).LastDay, new DateOnly(2026, 11, 12)), await UntilAsync());
        Done(await request.RecordBounceAsync());
        portal.On(new(2026, 11, 13));
        Done(await request.SendAgainAsync(SendingChannel.Post, address: Moved));
        portal.On(new(2026, 11, 16));
        Done(await request.ReplaceAsync(SendingChannel.Portal));
        Assert.Equal((StatutoryTerms.Appeal(new(2026, 11, 16)).LastDay, new DateOnly(2026, 11, 16)), await UntilAsync());
        Assert.Equal(3, await portal.ReadAsync(db => db.Notifications.CountAsync(Ct)));
        Assert.Empty(await portal.ReadAsync(db => db.VerifyCasesAsync(Ct)));

        async Task<(DateOnly?, DateOnly?)> UntilAsync() => await MineAsync(portal, request) is var mine ? (mine.Until, mine.AgainOn) : default;
    }

    [Fact]
    public async Task What_the_step_needs_it_says()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        var request = await PrintedAsync(portal);
        Assert.Equal([DeliveryProblem], Unmet(await request.ReplaceAsync(why: "\u200B ")));
        Assert.Equal([WithinLength], Unmet(await request.ReplaceAsync(why: new string('x', StaffWords.Longest + 1))));
        Assert.Equal([PostalAddressKnown], Unmet(await request.ReplaceAsync(address: "Utrecht")));
        Assert.Equal([NotificationFailed], Unmet(await request.ReplaceAsync(sending: Guid.NewGuid())));
        Assert.Equal(RefusalKind.NotThisRole, Assert.IsType<FacilityRefused>(await request.ReplaceAsync(by: "lid1")).Kind);
        Assert.Equal(RefusalKind.NoSuchChoice, Assert.IsType<FacilityRefused>(await request.ReplaceAsync((SendingChannel)99)).Kind);
        await WithdrawAgreementAsync(portal);
        Assert.Equal([DeliveryAgreed], Unmet(await request.ReplaceAsync(SendingChannel.Portal)));
        Assert.True(Assert.Single(await WaysAsync(portal)).IsToPost);
    }

    /// <summary>Awb 3:41, 2:25: what was sent and opened has reached the student, as in a case; what was never sent can go otherwise all the same. Through the portal it goes by its own step.</summary>
    [Fact]
    public async Task What_reached_the_student_stays()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        var request = await PrintedAsync(portal);
        await portal.Dbs.ChangeAsync(async db => { (await db.Letters.SingleAsync(Ct)).Opened(portal.Clock.GetUtcNow()); return await db.SaveChangesAsync(Ct); }, Ct);
        portal.On(new(2026, 11, 4));
        Done(await request.ReplaceAsync());
        Done(await request.RecordPostingAsync());
        Assert.Equal([NotificationFailed], Unmet(await request.ReplaceAsync()));

        await using var other = await APortal.WithDemoPeopleAsync();
        Assert.Equal([NotificationFailed], Unmet(await (await PublishedAsync(other)).ReplaceAsync()));
    }

    private static async Task<AFacilityRequest> PrintedAsync(APortal portal)
    {
        var request = await DecidedAsync(portal);
        Done(await request.PublishAsync(SendingChannel.Post, address: Home));
        return request;
    }

    private static Task<Sending[]> WaysAsync(APortal portal) => portal.ReadAsync(db => db.Sendings.OrderBy(item => item.At).ToArrayAsync(Ct));

    private static async Task<MyLetter> MineAsync(APortal portal, AFacilityRequest request) => (await portal.Get<MyFacilities>().FindAsync(request.Number.ToString(), By(portal, "student1"), Ct))!.Letter!;
}
