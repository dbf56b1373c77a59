using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Appeals;
using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Writing;
using ReviewPortal.Infrastructure.Audit;
using ReviewPortal.Infrastructure.Pdf;
using ReviewPortal.Web.Access;
using ReviewPortal.Web.Features.Committee;
using ReviewPortal.Web.Features.Letters;
using ReviewPortal.Web.Features.Recordings;
using ReviewPortal.Web.Features.Student;
using ReviewPortal.Web.Features.Worklist;
using ReviewPortal.Web.Ui;

namespace ReviewPortal.Web.Tests.Features.Letters;

/// <summary>A decision on paper is printed first and made known on the day on which it is sent: from then on a term runs (Awb 3:41, 6:8).</summary>
public sealed class PostedDecisionTests
{
    private const string Address = "Kapelstraat 118\n3572 CW Utrecht";
    private const string Later = "Wordt de brief op een latere dag verzonden of overhandigd? Dan begint de termijn op de dag daarna";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(SendingChannel.Post)]
    [InlineData(SendingChannel.HandedOver)]
    public async Task Nothing_counts_before_it_was_sent_and_everything_counts_from_that_day(SendingChannel channel)
    {
        var (portal, @case) = await PrintedAsync(channel);
        await using var _ = portal;
        Assert.Equal((CaseState.Notified, (DateOnly?)null), await StandAsync(@case));
        Assert.Equal((null, null), await SeenAsync(portal, @case));
        var row = Assert.Single((await portal.Get<CaseLists>().WorkAsync(portal.Who("secretaris").Id, CaseAction.RecordPosting, new(0, 10, ""), Ct)).Rows);
        Assert.Equal((CaseAction.RecordPosting, new DateOnly(2026, 11, 23)), (row.ToDo, row.Due));
        var letter = await NewestAsync(portal);
        Assert.False(await portal.ReadAsync(db => db.Notifications.AnyAsync(item => item.Letter == letter.Id, Ct)));

        await ACase.DoneAsync(portal.On(11, 26).Then(() => @case.RecordPostingAsync(on: new DateOnly(2026, 11, 25))));
        var last = StatutoryTerms.Appeal(new DateOnly(2026, 11, 25)).LastDay;
        Assert.Equal((CaseState.Notified, (DateOnly?)last), await StandAsync(@case));
        Assert.Equal((last, last), await SeenAsync(portal, @case));
        Assert.True(last > letter.AppealBy);
        Assert.Empty((await portal.Get<CaseLists>().WorkAsync(portal.Who("secretaris").Id, CaseAction.RecordPosting, new(0, 10, ""), Ct)).Rows);
        Assert.Empty(await portal.ReadAsync(db => db.VerifyCasesAsync(Ct)));
    }

    /// <summary>Awb 3:40, 3:41: wherever staff read how the case stands, a decision that lies printed is not made known.</summary>
    [Fact]
    public async Task Its_case_reads_as_printed_and_not_sent()
    {
        var (portal, @case) = await PrintedAsync(SendingChannel.Post);
        await using var _ = portal;
        Assert.Equal("Onregelmatigheid (geprint, niet verzonden)", await LabelAsync(portal));
        Assert.Equal("Geprint, niet verzonden", StateWords.Of(CaseState.Notified, null, false, Language.Dutch, toPost: true));
        await ACase.DoneAsync(@case.RecordPostingAsync());
        Assert.Equal("Onregelmatigheid", await LabelAsync(portal));
        Assert.Equal("Beroep ingesteld", StateWords.Of(CaseState.AppealLodged, null, false, Language.Dutch, toPost: true));
    }

    /// <summary>Awb 3:40; UU-IR-8: what the decision gives begins to run when it is made known; a day that was named meanwhile stays.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_term_to_plan_the_new_test_runs_from_the_posting(bool planned)
    {
        var (portal, @case) = await PrintedAsync(SendingChannel.Post);
        await using var _ = portal;
        var printed = await PlanByAsync(portal);
        if (planned) await ACase.DoneAsync(@case.PlanRetakeAsync(new DateOnly(2026, 12, 18)));
        await ACase.DoneAsync(portal.On(11, 26).Then(() => @case.RecordPostingAsync(on: new DateOnly(2026, 11, 25))));
        Assert.Equal(planned ? printed : WorkingDays.After(new DateOnly(2026, 11, 25), 20), await PlanByAsync(portal));
        Assert.NotEqual(printed, WorkingDays.After(new DateOnly(2026, 11, 25), 20));
    }

    /// <summary>Awb 6:8: the last day that stands in print is right for who posts it the same day, and says itself what holds when it is posted later.</summary>
    [Fact]
    public async Task The_printed_letter_says_that_its_last_day_moves_with_the_day_of_sending()
    {
        var (portal, @case) = await PrintedAsync(SendingChannel.Post);
        await using var _ = portal;
        Assert.True((await WordsAsync(portal)).Have(Later));
        await ACase.DoneAsync(@case.RecordPostingAsync());
        Assert.Equal((await NewestAsync(portal)).AppealBy, (await @case.NowAsync()).Due);

        var (other, through) = await Stages.AtAsync(Stage.Notified);
        await using var closing = other;
        Assert.NotNull((await through.NowAsync()).Due);
        Assert.False((await WordsAsync(other)).Have(Later));
    }

    [Theory]
    [InlineData(19)]
    [InlineData(27)]
    public async Task The_day_is_not_before_the_letter_and_not_to_come(int day)
    {
        var (portal, @case) = await PrintedAsync(SendingChannel.Post);
        await using var _ = portal;
        Assert.Equal([Requirement.PostingDay], Assert.IsType<Refused>(await portal.On(11, 26).Then(() => @case.RecordPostingAsync(on: new DateOnly(2026, 11, day)))).Unmet);
    }

    /// <summary>Awb 3:41, 6:10: a letter that lies on a desk for a year makes nothing irrevocable; an appeal that comes before it was sent is kept.</summary>
    [Fact]
    public async Task Unsent_it_becomes_irrevocable_never_and_an_early_appeal_is_taken()
    {
        var (portal, @case) = await PrintedAsync(SendingChannel.Post);
        await using var _ = portal;
        portal.Clock.Set(new DateTimeOffset(2027, 11, 26, 9, 0, 0, TimeSpan.Zero));
        Assert.Contains(Requirement.AppealTermElapsed, Assert.IsType<Refused>(await @case.ConfirmIrrevocableAsync()).Unmet);
        await ACase.DoneAsync(@case.LodgeAppealAsync());
        Assert.False(await portal.ReadAsync(db => db.Appeals.Select(item => item.WasLate).SingleAsync(Ct)));
        await ACase.DoneAsync(@case.RecordPostingAsync());
        Assert.Equal(CaseState.AppealLodged, (await @case.NowAsync()).State);
        Assert.Empty(await portal.ReadAsync(db => db.VerifyCasesAsync(Ct)));
    }

    /// <summary>Awb 2:11: sent again by post, the term begins on the day of that posting; what was printed and never went can be set aside, and the next one goes.</summary>
    [Fact]
    public async Task Sent_again_the_decision_is_made_known_with_the_letter_that_goes_with_it()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.DeliveryFailed);
        await using var _ = portal;
        await ACase.DoneAsync(portal.On(11, 24).Then(() => @case.SendAgainAsync("")));
        Assert.Equal((CaseState.Notified, (DateOnly?)null), await StandAsync(@case));
        Assert.Equal((null, null), await SeenAsync(portal, @case));
        await ACase.DoneAsync(portal.On(11, 25).Then(() => @case.DeliveryFailedAsync("Het adres klopt niet.")));
        Assert.Empty((await portal.Get<CaseLists>().WorkAsync(portal.Who("secretaris").Id, CaseAction.RecordPosting, new(0, 10, ""), Ct)).Rows);
        await ACase.DoneAsync(portal.On(11, 26).Then(() => @case.SendAgainAsync("", address: "Oudegracht 1\n3511 AA Utrecht")));

        await ACase.DoneAsync(portal.On(12, 1).Then(() => @case.RecordPostingAsync(on: new DateOnly(2026, 11, 27))));
        var last = StatutoryTerms.Appeal(new DateOnly(2026, 11, 27)).LastDay;
        Assert.Equal((CaseState.Notified, (DateOnly?)last), await StandAsync(@case));
        var decision = await portal.ReadAsync(db => db.Letters.SingleAsync(item => item.Kind == LetterKind.IrregularityUniversity, Ct));
        var sent = await portal.ReadAsync(db => db.Sendings.Where(item => item.Letter == decision.Id).OrderBy(item => item.At).LastAsync(Ct));
        Assert.Equal(("Aangetekend, 3SABC123", "Oudegracht 1\n3511 AA Utrecht", new DateOnly(2026, 11, 27)), (sent.Proof, sent.Address, Amsterdam.DateOf(sent.At)));
        Assert.Empty(await portal.ReadAsync(db => db.VerifyCasesAsync(Ct)));
    }

    /// <summary>Awb 2:12: a sealed letter says nothing that is not so. What was printed and set aside was never sent, and on the same day its last day stays.</summary>
    [Fact]
    public async Task Printed_anew_on_the_same_day_it_is_not_said_to_have_been_sent_before()
    {
        var (portal, @case) = await PrintedAsync(SendingChannel.Post);
        await using var _ = portal;
        await ACase.DoneAsync(portal.On(11, 20, 15).Then(() => @case.DeliveryFailedAsync("De printer hield ermee op.")));
        await ACase.DoneAsync(@case.SendAgainAsync("", address: Address));
        var words = await WordsAsync(portal);
        Assert.True(words.Have("was wel gemaakt, maar nog niet aan u verzonden"));
        Assert.True(words.Have("De laatste dag om in beroep te gaan is dezelfde als in het besluit"));
        Assert.False(words.Have("niet goed bereikt") || words.Have("geldt niet meer"));
    }

    /// <summary>Awb 3:41: the day on which it was sent is that of its posting, not of its making.</summary>
    [Fact]
    public async Task Sent_again_after_a_posting_the_letter_names_the_day_of_that_posting()
    {
        var (portal, @case) = await PrintedAsync(SendingChannel.Post);
        await using var _ = portal;
        await ACase.DoneAsync(portal.On(11, 24).Then(() => @case.RecordPostingAsync()));
        await ACase.DoneAsync(portal.On(11, 30).Then(() => @case.DeliveryFailedAsync("De brief kwam terug.")));
        await ACase.DoneAsync(@case.SendAgainAsync("", address: Address));
        Assert.True((await WordsAsync(portal)).Have("Het besluit is op 24 november 2026 verzonden, maar het heeft u niet goed bereikt."));
    }

    /// <summary>Whoever checks a letter learns on which day it was sent; while it lies to be posted, that it was not.</summary>
    [Fact]
    public async Task Checked_before_it_was_posted_the_letter_was_made_and_not_sent()
    {
        var (portal, @case) = await PrintedAsync(SendingChannel.Post);
        await using var _ = portal;
        var code = (await NewestAsync(portal)).Code!.Value;
        Assert.Equal((new DateOnly(2026, 11, 20), LetterStand.Made), await CheckedAsync());
        await ACase.DoneAsync(portal.On(11, 23).Then(() => @case.DeliveryFailedAsync("De envelop is zoek.")));
        Assert.Equal((new DateOnly(2026, 11, 20), LetterStand.SetAside), await CheckedAsync());
        await ACase.DoneAsync(@case.SendAgainAsync("", address: Address));
        await ACase.DoneAsync(portal.On(11, 24).Then(() => @case.RecordPostingAsync()));
        Assert.Equal((new DateOnly(2026, 11, 24), LetterStand.Issued), await CheckedAsync());

        async Task<(DateOnly, LetterStand)> CheckedAsync() => await portal.Get<LetterCheck>().FindAsync(code, sha256: null, Language.Dutch, Ct) is { } found ? (found.On, found.Stand) : default;
    }

    private static async Task<(APortal, ACase)> PrintedAsync(SendingChannel channel)
    {
        var (portal, @case) = await Stages.AtAsync(Stage.CoSigned);
        await ACase.DoneAsync(portal.On(11, 20).Then(() => @case.PublishAsync(channel: channel, address: Address)));
        return (portal, @case);
    }

    private static async Task<(CaseState, DateOnly?)> StandAsync(ACase @case) => await @case.NowAsync() is var now ? (now.State, now.Due) : default;

    // What the student and the secretary read of the last day.
    private static async Task<(DateOnly? Student, DateOnly? Secretary)> SeenAsync(APortal portal, ACase @case)
    {
        var own = await portal.Get<MyCases>().FindAsync(@case.Id, portal.Who("student").Id, Ct);
        var view = await portal.Get<Infrastructure.Store.CaseFiles>().LookAsync(@case.Id, portal.Who("secretaris").Id, file => LettersView.OfAsync(file, portal.Get<DocumentPress>(), Ct), Ct);
        return (own!.Appeal?.Term.LastDay, view!.Sent.Single(letter => letter.Kind.IsDecision()).AppealBy);
    }

    private static Task<DateOnly?> PlanByAsync(APortal portal) => portal.ReadAsync(db => db.Retakes.Select(chance => chance.PlanBy).SingleAsync(Ct));

    // In the lists, in their files and at the head of the case.
    private static async Task<string> LabelAsync(APortal portal)
    {
        var by = portal.Who("secretaris").Id;
        var row = Assert.Single((await portal.Get<CaseLists>().CasesAsync(by, [], null, new(0, 10, ""), Ct)).Rows);
        var sitting = Assert.Single((await portal.Get<SittingList>().RowsAsync(by, SittingFilter.Everything, Ct)).Rows);
        var agenda = Assert.Single(await portal.Get<BoardAgenda>().FindAsync((await portal.ReadAsync(db => db.Sessions.SingleAsync(Ct))).Date, by, Ct));
        var head = await portal.Get<CaseDoor>().OpenAsync($"{row.Number}", Room.Letters, by, Ct);
        Assert.Equal((row.IsToPost, row.IsToPost, row.IsToPost), (sitting.IsToPost, agenda.IsToPost, head!.IsToPost));
        return StateWords.Of(row.State, row.Outcome, row.IsProposed, Language.Dutch, row.IsToPost);
    }

    private static Task<Letter> NewestAsync(APortal portal) => portal.ReadAsync(db => db.Letters.OrderByDescending(letter => letter.PublishedAt).FirstAsync(Ct));

    private static async Task<PrintedWords> WordsAsync(APortal portal)
    {
        var sha256 = (await NewestAsync(portal)).Sha256;
        return new(await portal.ReadAsync(db => db.Files.Where(file => file.Sha256 == sha256).Select(file => file.Content).SingleAsync(Ct)));
    }
}
