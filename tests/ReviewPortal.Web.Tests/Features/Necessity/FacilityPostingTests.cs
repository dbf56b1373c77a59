using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Necessity;
using ReviewPortal.Core.Writing;
using ReviewPortal.Infrastructure.Audit;
using ReviewPortal.Infrastructure.Pdf;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Web.Features.Letters;
using ReviewPortal.Web.Features.Necessity;
using ReviewPortal.Web.Features.Student;
using ReviewPortal.Web.Features.Worklist;
using static ReviewPortal.Core.Necessity.FacilityNeed;
using static ReviewPortal.Web.Tests.AFacilityRequest;

namespace ReviewPortal.Web.Tests.Features.Necessity;

/// <summary>The letter on a request that goes on paper is printed first and made known on the day on which it is sent, as in a case (Awb 3:41, 6:8).</summary>
public sealed class FacilityPostingTests
{
    private const string Later = "Wordt de brief op een latere dag verzonden of overhandigd? Dan begint de termijn op de dag daarna";
    private const string Unseen = "\u200B\u00AD \u2060";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(SendingChannel.Post)]
    [InlineData(SendingChannel.HandedOver)]
    public async Task Nothing_counts_before_it_was_sent_and_everything_counts_from_that_day(SendingChannel channel)
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        var request = await PrintedAsync(portal, channel);
        Assert.Equal((null, null), await SeenAsync(portal, request));
        Assert.Equal([(request.Number, new DateOnly(2026, 11, 3))], await portal.Get<WaitingFacilities>().ToPostAsync(By(portal, "secretaris"), Ct));
        Assert.Empty(await portal.Get<WaitingFacilities>().ToPostAsync(By(portal, "lid1"), Ct));
        Assert.True(Assert.Single(await portal.Get<FacilityViews>().ListAsync(By(portal, "secretaris"), Ct)).IsWaiting);
        // UU-R1-13, Awb 3:40: what is not known has no effect, and the education office arranges nothing by it.
        Assert.Empty(await portal.Get<FacilityViews>().ListAsync(By(portal, "coordinator"), Ct));
        Assert.Equal([FacilityState.Assessed, FacilityState.Assessed], await StatesAsync(portal, request, "examinator"));
        Assert.Equal([FacilityState.Assessed, FacilityState.Assessed], await StatesAsync(portal, request, "directeur"));
        Assert.Equal([FacilityState.Granted, FacilityState.Granted], await StatesAsync(portal, request, "lid1"));
        Assert.Equal([DeliveryEvent.Made, DeliveryEvent.ToPost], await LogAsync(portal, request));
        Assert.True((await WordsAsync(portal)).Have(Later));

        portal.On(new(2026, 11, 6));
        Done(await request.RecordPostingAsync(on: new DateOnly(2026, 11, 5)));
        var last = StatutoryTerms.Appeal(new DateOnly(2026, 11, 5)).LastDay;
        Assert.Equal((last, last), await SeenAsync(portal, request));
        Assert.True(last > (await request.LetterAsync()).AppealBy);
        Assert.Empty(await portal.Get<WaitingFacilities>().ToPostAsync(By(portal, "secretaris"), Ct));
        Assert.Equal(FacilityState.Granted, Assert.Single(await portal.Get<FacilityViews>().ListAsync(By(portal, "coordinator"), Ct)).State);
        Assert.Equal([FacilityState.Granted, FacilityState.Granted], await StatesAsync(portal, request, "examinator"));
        Assert.Equal([DeliveryEvent.Made, DeliveryEvent.Sent], await LogAsync(portal, request));
        Assert.Equal([LetterToPost], Unmet(await request.RecordPostingAsync(sending: Guid.NewGuid())));
        Assert.Empty(await portal.ReadAsync(db => db.VerifyCasesAsync(Ct)));
    }

    /// <summary>Awb 3:41, 6:8: the student gets the term that the law gives, and keeps what was promised.</summary>
    [Fact]
    public async Task A_recorded_day_gives_way_to_a_later_one_only()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        var request = await PrintedAsync(portal);
        portal.On(new(2026, 11, 6));
        Done(await request.RecordPostingAsync(on: new DateOnly(2026, 11, 4)));
        Assert.Equal([PostingDay], Unmet(await request.RecordPostingAsync(on: new DateOnly(2026, 11, 4))));
        Assert.Equal([PostingDay], Unmet(await request.RecordPostingAsync(on: new DateOnly(2026, 11, 3))));
        Done(await request.RecordPostingAsync("Aangetekend, 3SXYZ789", new DateOnly(2026, 11, 5)));
        var last = StatutoryTerms.Appeal(new DateOnly(2026, 11, 5)).LastDay;
        Assert.Equal((last, last), await SeenAsync(portal, request));
        Assert.Equal("Aangetekend, 3SXYZ789", (await request.WayAsync())!.Proof);
        Assert.Empty(await portal.ReadAsync(db => db.VerifyCasesAsync(Ct)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    public async Task The_day_is_not_before_the_letter_and_not_to_come(int day)
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        var request = await PrintedAsync(portal);
        portal.On(new(2026, 11, 6));
        Assert.Equal([PostingDay], Unmet(await request.RecordPostingAsync(on: new DateOnly(2026, 11, day))));
    }

    /// <summary>Awb 2:25: a form can be forged; what counts as words, how much fits and which choices there are, the step itself says.</summary>
    [Fact]
    public async Task What_is_typed_or_chosen_is_judged_by_the_step()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        var request = await DecidedAsync(portal);
        var before = await portal.DumpAsync();
        var chosen = Assert.IsType<FacilityRefused>(await request.PublishAsync((SendingChannel)99));
        Assert.Equal(RefusalKind.NoSuchChoice, chosen.Kind);
        Assert.Contains("staat niet in de lijst", chosen.Sentence(Language.Dutch), StringComparison.Ordinal);
        Assert.Equal(before, await portal.DumpAsync());
        Assert.Equal([Published], Unmet(await request.RecordPostingAsync(sending: Guid.NewGuid())));

        Done(await request.PublishAsync(SendingChannel.HandedOver));
        Assert.Equal([SendingProven], Unmet(await request.RecordPostingAsync(Unseen)));
        Assert.Equal([WithinLength], Unmet(await request.RecordPostingAsync(new string('p', StaffWords.Reason + 1))));
        Assert.Equal(RefusalKind.NotThisRole, Assert.IsType<FacilityRefused>(await request.RecordPostingAsync(by: "lid1")).Kind);
        Assert.True((await request.WayAsync())!.IsToPost);
        Done(await request.RecordPostingAsync(new string('p', StaffWords.Reason)));
    }

    [Fact]
    public async Task What_is_chosen_for_sending_again_stands_in_a_list_too()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        var request = await MailedAsync(portal);
        Done(await request.RecordBounceAsync());
        Assert.Equal(RefusalKind.NoSuchChoice, Assert.IsType<FacilityRefused>(await request.SendAgainAsync((SendingChannel)99)).Kind);
        Assert.Equal([DeliveryProblem], Unmet(await portal.Get<FacilityDelivery>().RecordBounceAsync(request.Latest, (await request.MailAsync()).Notification.Id, new(2026, 11, 2), Unseen, By(portal, "secretaris"), Ct))[^1..]);
    }

    // A letter that was made known before stays in the list of the education office while it waits to be posted anew.
    [Fact]
    public async Task What_was_known_stays_known()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        var request = await MailedAsync(portal);
        Done(await request.RecordBounceAsync());
        Done(await request.SendAgainAsync(SendingChannel.Post, address: Home));
        Assert.Single(await portal.Get<FacilityViews>().ListAsync(By(portal, "coordinator"), Ct));
        Assert.Equal(request.Number, Assert.Single(await portal.Get<WaitingFacilities>().ToPostAsync(By(portal, "secretaris"), Ct)).Number);
    }

    /// <summary>I10: what was stated before the receipts were part of it is compared without them.</summary>
    [Fact]
    public async Task An_earlier_statement_knows_no_receipts()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        var request = await FiledAsync(portal);
        var now = await portal.ReadAsync(db => db.FingerprintAsync(request.Id, Ct));
        Assert.Contains("Receipts", now.Keys);
        var earlier = await portal.ReadAsync(db => db.FingerprintLikeAsync(request.Id, new() { ["of"] = "columns" }, Ct));
        Assert.Equal("columns", earlier["of"]);
        Assert.Equal(now.Keys.Except(["Receipts"]), earlier.Keys);
        Assert.Equal(now["FacilityRequests"], earlier["FacilityRequests"]);
    }

    private static async Task<AFacilityRequest> PrintedAsync(APortal portal, SendingChannel channel = SendingChannel.Post)
    {
        var request = await DecidedAsync(portal);
        Done(await request.PublishAsync(channel, address: Home));
        return request;
    }

    // What the student and the secretary read of the last day.
    private static async Task<(DateOnly? Student, DateOnly? Secretary)> SeenAsync(APortal portal, AFacilityRequest request)
    {
        var mine = await portal.Get<MyFacilities>().FindAsync(request.Number.ToString(), By(portal, "student1"), Ct);
        var shown = await portal.Get<FacilityViews>().FindAsync(request.Number.ToString(), By(portal, "secretaris"), Ct);
        Assert.True(mine!.Letter!.IsOnPaper);
        return (mine.Letter.Until, shown!.Letter!.Letter.LastDay(shown.Letter.Ways));
    }

    // In the list and on the page.
    private static async Task<FacilityState[]> StatesAsync(APortal portal, AFacilityRequest request, string who) =>
    [
        Assert.Single(await portal.Get<FacilityViews>().ListAsync(By(portal, who), Ct)).State,
        (await portal.Get<FacilityViews>().FindAsync(request.Number.ToString(), By(portal, who), Ct))!.Line.State,
    ];

    private static async Task<IEnumerable<DeliveryEvent>> LogAsync(APortal portal, AFacilityRequest request)
    {
        var letter = await request.LetterAsync();
        return (await portal.ReadAsync(db => DeliveryLog.OfAsync(db, letter, Ct))).Select(line => line.What).Where(what => what is not DeliveryEvent.Agreed);
    }

    private static async Task<PrintedWords> WordsAsync(APortal portal) => new(await portal.ReadAsync(db => db.Files.Select(file => file.Content).SingleAsync(Ct)));
}
