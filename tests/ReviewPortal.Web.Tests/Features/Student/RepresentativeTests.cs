using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Committee;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Writing;
using ReviewPortal.Infrastructure.Audit;
using ReviewPortal.Infrastructure.Pdf;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Web.Features.Letters;
using ReviewPortal.Web.Features.Student;
using ReviewPortal.Web.Features.Worklist;

namespace ReviewPortal.Web.Tests.Features.Student;

/// <summary>Who speaks for a student is named in the letters and gets them in copy (Awb 2:1, 6:17; law.md 3.1, section 3).</summary>
public sealed class RepresentativeTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_letter_names_the_representative_and_a_copy_waits_to_be_posted_without_starting_a_term()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.CoSigned);
        await using var _ = portal;
        await ACase.DoneAsync(@case.NameRepresentativeAsync());
        foreach (var (language, label) in new[] { (Language.Dutch, "Gemachtigde"), (Language.English, "Representative") })
        {
            var head = await portal.Get<CaseFiles>().LookAsync(@case.Id, portal.Who("secretaris").Id, file => LetterWriter.Write(LetterKinds.Of(file.Decision!), file.LetterMatter(new(2026, 11, 20)), language).Head, Ct);
            Assert.Contains(new Fact(label, "mr. A. Karimi, Rechtswinkel Utrecht"), head!.Facts);
        }

        portal.On(11, 20, 15);
        await ACase.DoneAsync(@case.PublishAsync());
        var (letter, sendings) = await portal.ReadAsync(async db => (await db.Letters.OrderByDescending(item => item.PublishedAt).FirstAsync(Ct), await db.Sendings.OrderBy(item => item.Channel).ToListAsync(Ct)));
        var ours = sendings.Where(item => item.Letter == letter.Id).ToArray();
        Assert.Equal([(SendingChannel.Portal, false, false), (SendingChannel.Post, true, true)], ours.Select(item => (item.Channel, item.Representative is not null, item.IsToPost)));

        // The term is the student's: posting the copy weeks later moves nothing, and proves nothing about the student's letter (Awb 3:41, 6:8).
        var before = await SentAtAsync(portal, @case);
        portal.On(12, 10);
        await ACase.DoneAsync(portal.Get<RecordPosting>().RunAsync(@case.Latest, ours[1].Id, ReviewPortal.Core.Calendar.Amsterdam.DateOf(portal.Clock.GetUtcNow()), "Aangetekend, 3SCOPY1", portal.Who("secretaris").Id, Ct));
        Assert.Equal(before, await SentAtAsync(portal, @case));
        Assert.Empty(await portal.ReadAsync(db => db.VerifyCasesAsync(Ct)));

        var log = await portal.ReadAsync(async db => await DeliveryLog.OfAsync(db, letter, Ct));
        Assert.Equal("mr. A. Karimi, Rechtswinkel Utrecht, Aangetekend, 3SCOPY1, Voorstraat 88, 3512 AT Utrecht", Assert.Single(log, line => line.What is DeliveryEvent.CopySent).Detail);
    }

    /// <summary>UAVG 46, Awb 3:40: what a student once wrote about a representative holds no letter back; a number in it is blotted out, a script that cannot be printed is spelled.</summary>
    [Theory]
    [InlineData("mr. A. Karimi, lidnr. 111222333")]
    [InlineData("\u0634\u0631\u064A\u0646 11 12 22 333")]
    public async Task What_was_kept_of_a_representative_before_it_was_judged_holds_no_letter_back(string name)
    {
        var (portal, @case) = await Stages.AtAsync(Stage.CoSigned);
        await using var _ = portal;
        await ACase.DoneAsync(@case.NameRepresentativeAsync());
        await Sql.RunAsync(portal.DatabaseFile, $"UPDATE Representatives SET Name = '{name}'");
        portal.On(11, 20, 15);
        await ACase.DoneAsync(@case.PublishAsync());
        var sha256 = await portal.ReadAsync(db => db.Letters.OrderByDescending(letter => letter.PublishedAt).Select(letter => letter.Sha256).FirstAsync(Ct));
        var words = new PrintedWords(await portal.ReadAsync(db => db.Files.Where(file => file.Sha256 == sha256).Select(file => file.Content).SingleAsync(Ct)));
        Assert.True(words.Have("Rechtswinkel Utrecht"));
        Assert.True(words.Have("•••••••••"));
    }

    [Fact]
    public async Task Who_is_withdrawn_gets_no_more_copies()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.CoSigned);
        await using var _ = portal;
        await ACase.DoneAsync(@case.NameRepresentativeAsync());
        await ACase.DoneAsync(@case.WithdrawRepresentativeAsync());
        portal.On(11, 20, 15);
        await ACase.DoneAsync(@case.PublishAsync());
        Assert.False(await portal.ReadAsync(db => db.Sendings.AnyAsync(item => item.Representative != null, Ct)));
        var gone = Assert.Single(await portal.ReadAsync(db => db.Representatives.ToListAsync(Ct)));
        Assert.NotNull(gone.Until);
    }

    /// <summary>Awb 2:1 lid 2: the board may ask for it in writing; who hands it in names the same person anew.</summary>
    [Fact]
    public async Task An_authorisation_that_the_board_asked_for_is_handed_in_with_a_document()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Represented);
        await using var _ = portal;
        await ACase.DoneAsync(@case.AskAuthorisationAsync());
        Assert.True((await MineAsync(portal, @case)).Representative!.IsToBeShown);

        var (answer, problem) = await portal.Get<AttachFile>().RunAsync(@case.Id, "machtiging.pdf", Attached.Pdf, portal.Who("student").Id, Ct, AttachmentUse.Authorisation);
        Assert.Null(problem);
        await ACase.DoneAsync(Task.FromResult(answer!));
        await ACase.DoneAsync(@case.NameRepresentativeAsync(ACase.Karimi with { Declaration = "" }));

        var mine = await MineAsync(portal, @case);
        Assert.Equal((false, "machtiging.pdf", 0), (mine.Representative!.IsToBeShown, mine.Representative.Document!.Name, mine.Authorisations.Length));
        // It is no file of the view.
        Assert.Empty(mine.Attachments);
        var all = await portal.ReadAsync(db => db.Representatives.OrderBy(item => item.From).ToListAsync(Ct));
        Assert.Equal([true, false], all.Select(item => item.Until is not null));
        Assert.Equal([Requirement.AuthorisationNotShown], Assert.IsType<Refused>(await @case.AskAuthorisationAsync()).Unmet);
        Assert.Empty(await portal.ReadAsync(db => db.VerifyCasesAsync(Ct)));
    }

    [Fact]
    public async Task The_invitation_says_that_the_representative_may_come()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Investigated);
        await using var _ = portal;
        await ACase.DoneAsync(@case.NameRepresentativeAsync());
        var said = await portal.Get<CaseFiles>().LookAsync(@case.Id, portal.Who("secretaris").Id, file => LetterWriter.Write(LetterKind.InvitationForView, file.LetterMatter(new(2026, 11, 10)), Language.Dutch).PlainText(), Ct);
        Assert.Contains("Uw gemachtigde mr. A. Karimi, Rechtswinkel Utrecht mag namens u reageren en met u naar het gesprek komen.", said, StringComparison.Ordinal);
    }

    /// <summary>Before the student is told of a report, nothing on the page may give it away.</summary>
    [Theory]
    [InlineData(Stage.Imported, false)]
    [InlineData(Stage.Reported, false)]
    [InlineData(Stage.UnderInvestigation, true)]
    [InlineData(Stage.Notified, true)]
    public async Task A_representative_can_be_named_from_the_notice_on(Stage stage, bool can)
    {
        var (portal, @case) = await Stages.AtAsync(stage);
        await using var _ = portal;
        Assert.Equal(can, (await MineAsync(portal, @case)).ToNameRepresentative.IsDone);
    }

    private static async Task<MyCase> MineAsync(APortal portal, ACase @case) => (await portal.Get<MyCases>().FindAsync(@case.Id, portal.Who("student").Id, Ct))!;

    private static async Task<DateTimeOffset?> SentAtAsync(APortal portal, ACase @case) => (await portal.ReadAsync(db => Aftermath.LoadAsync(db, @case.Id, Ct))).SentAt;
}
