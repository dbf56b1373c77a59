using ReviewPortal.Web.Ui;
using ReviewPortal.Web.Tests.Import;
using ReviewPortal.Web.Tests.Http;
using ReviewPortal.Web.Demo;
using System.Net;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Decisions;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Writing;
using ReviewPortal.Infrastructure.Accounts;
using ReviewPortal.Infrastructure.Pdf;
using ReviewPortal.Web.Features.Student;

namespace ReviewPortal.Web.Tests.Features.Letters;

public sealed class PublishTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<LetterKind, RetakeRight?> Ends => new()
    {
        { LetterKind.Valid, null },
        { LetterKind.IrregularityUniversity, RetakeRight.Planned },
        { LetterKind.IrregularityForceMajeure, RetakeRight.OnRequest },
        { LetterKind.IrregularityOwnRisk, RetakeRight.None },
        { LetterKind.FraudInvalid, RetakeRight.None },
        { LetterKind.FraudSanction, RetakeRight.None },
    };

    /// <summary>The end of every branch: the letter, what it means for a retake, and what the student is told.</summary>
    [Theory]
    [MemberData(nameof(Ends))]
    public async Task Every_branch_ends_in_its_own_letter_and_its_own_way_to_a_retake(LetterKind kind, RetakeRight? retake)
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Deliberation);
        await using var _ = portal;
        await @case.PublishedAsync(await DraftAsync(kind, @case));

        var letter = await portal.ReadAsync(db => db.Letters.SingleAsync(item => item.Kind == kind, Ct));
        Assert.Equal((CaseState.Notified, new DateOnly(2027, 1, 4)), ((await @case.NowAsync()).State, (await @case.NowAsync()).Due!.Value));
        Assert.Equal((Language.Dutch, new DateOnly(2027, 1, 4), portal.Clock.GetUtcNow()), (letter.Language, letter.AppealBy!.Value, letter.PublishedAt));
        Assert.Equal(retake, (await @case.DecisionAsync()).Retake);
        Assert.Equal(kind is LetterKind.FraudSanction, (await @case.DecisionAsync()).Sanction is not null);

        var told = await portal.Get<MyCases>().FindAsync(@case.Id, portal.Who("student").Id, Ct);
        Assert.Equal((retake, kind is LetterKind.FraudSanction, true), (told!.Retake, told.Sanction is not null, told.AppealOpen));
        Assert.Equal([kind, LetterKind.InvitationForView, LetterKind.NoticeOfReport], told.Letters.Select(item => item.Kind));
    }

    [Fact]
    public async Task The_bytes_of_a_published_letter_never_change()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.CoSigned);
        await using var _ = portal;
        await ACase.DoneAsync(portal.On(11, 20, 15).Then(() => @case.PublishAsync()));
        var published = await BytesAsync(portal);

        // Whatever happens to names and texts afterwards, and whoever tries again.
        await Sql.RunAsync(portal.DatabaseFile, "UPDATE AspNetUsers SET Name = 'Een andere naam', Language = 'en'");
        portal.On(12, 24);
        Assert.Equal(RefusalKind.NotFromThisState, Assert.IsType<Refused>(await @case.PublishAsync()).Kind);
        Assert.Equal(RefusalKind.NotFromThisState, Assert.IsType<Refused>(await @case.ReturnAsync()).Kind);

        var (sha, content) = await BytesAsync(portal);
        Assert.Equal(published.Sha256, sha);
        Assert.Equal(published.Content, content);
        Assert.Equal(published.Sha256, Convert.ToHexStringLower(SHA256.HashData(published.Content)));
        Assert.Equal(3, await portal.ReadAsync(db => db.Letters.CountAsync(Ct)));
    }

    /// <summary>Other bytes than those that went out are not handed out as the letter.</summary>
    [Fact]
    public async Task A_letter_that_was_changed_at_rest_is_not_given()
    {
        var (portal, _) = await Stages.AtAsync(Stage.Notified);
        await using var closing = portal;
        var letter = await portal.ReadAsync(db => db.Letters.OrderByDescending(item => item.PublishedAt).Select(item => new { item.Id, item.Sha256 }).FirstAsync(Ct));
        await portal.StartAsync();
        using var student = await Visitor.AsAsync(portal, DemoAccounts.StudentEmail(ADelivery.StudentNumber));
        using (var whole = await student.GetAsync(Links.LetterPdf(letter.Id))) Assert.Equal(HttpStatusCode.OK, whole.StatusCode);
        await Sql.RunAsync(portal.DatabaseFile, $"UPDATE Files SET Content = Content || x'20' WHERE Sha256 = '{letter.Sha256}'");
        using var answer = await student.GetAsync(Links.LetterPdf(letter.Id));
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Contains("beschadigd", await answer.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_letter_goes_out_in_the_language_of_the_student()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.CoSigned);
        await using var _ = portal;
        await Sql.RunAsync(portal.DatabaseFile, "UPDATE AspNetUsers SET Language = 'en' WHERE Email LIKE 's0412701@%'");
        await ACase.DoneAsync(portal.On(11, 20).Then(() => @case.PublishAsync()));
        Assert.Equal([Language.Dutch, Language.Dutch, Language.English], await portal.ReadAsync(db => db.Letters.OrderBy(item => item.PublishedAt).Select(item => item.Language).ToListAsync(Ct)));
    }

    /// <summary>A name that no font of the portal has is refused before anything is sent.</summary>
    [Fact]
    public async Task A_letter_with_a_character_that_cannot_be_printed_is_not_published()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.CoSigned);
        await using var _ = portal;
        await Sql.RunAsync(portal.DatabaseFile, "UPDATE AspNetUsers SET Name = 'Lotte 🙂 Smit' WHERE Email LIKE 's0412701@%'");
        Assert.Equal([Requirement.LetterWithoutFaults], Assert.IsType<Refused>(await portal.On(11, 20).Then(() => @case.PublishAsync())).Unmet);
    }

    /// <summary>AVG 5: who else sat the test has no place in this student's letter; nobody signs it, and what came to light after the signatures keeps it back.</summary>
    [Theory]
    [InlineData("Daan Peeters", true)]
    [InlineData("C-4702", true)]
    [InlineData("C\u20134702", true)]
    [InlineData("Dáan  Pee\u0301ters", true)]
    [InlineData("0412702", true)]
    [InlineData("C-4702", false)]
    public async Task A_letter_that_names_another_student_of_the_test_does_not_go_out(string named, bool isKnown)
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Deliberation);
        await using var _ = portal;
        if (isKnown) await portal.ImportedAsync("C-4702", "0412702");
        await ACase.DoneAsync(@case.DraftAsync(Drafts.ForUniversity with { Reasons = $"Hetzelfde gebeurde bij {named}." }));
        if (isKnown)
        {
            Assert.Equal([Requirement.WordsFitForLetter], Assert.IsType<Refused>(await @case.DecideAsync(Outcome.Irregularity)).Unmet);
            return;
        }

        await ACase.DoneAsync(@case.DecideAsync(Outcome.Irregularity));
        await ACase.DoneAsync(@case.CoSignAsync());
        await portal.ImportedAsync("C-4702", "0412702");
        Assert.Equal([Requirement.LetterWithoutFaults], Assert.IsType<Refused>(await portal.On(11, 20).Then(() => @case.PublishAsync())).Unmet);
    }

    /// <summary>AVG 5: who sat another test has no place in it either, unless somebody of that name works here, as the examiner whom a letter must be able to name.</summary>
    [Theory]
    [InlineData("Daan  Peeters", false)]
    [InlineData("0412702", false)]
    [InlineData("Daan Peeters", true)]
    public async Task A_letter_that_names_a_student_of_another_test_is_not_signed(string named, bool worksHere)
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Deliberation);
        await using var _ = portal;
        if (worksHere) await Sql.RunAsync(portal.DatabaseFile, "UPDATE AspNetUsers SET Name = 'Daan Peeters' WHERE Email LIKE 'studieadviseur@%'");
        await ACase.DoneAsync(@case.DraftAsync(Drafts.ForUniversity with { Reasons = $"U kreeg de antwoorden van {named}." }));
        var signed = await @case.DecideAsync(Outcome.Irregularity);
        if (worksHere) Assert.IsType<Done>(signed);
        else Assert.Equal([Requirement.WordsFitForLetter], Assert.IsType<Refused>(signed).Unmet);
    }

    /// <summary>Awb 2:1: who speaks for the student may be named, also when they study here themselves.</summary>
    [Fact]
    public async Task A_letter_may_name_the_students_own_representative()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Represented);
        await using var _ = portal;
        await Sql.RunAsync(portal.DatabaseFile, "UPDATE AspNetUsers SET Name = (SELECT Name FROM Representatives) WHERE Email LIKE 's0412702@%'");
        var names = new StudentNames(portal.Clock);
        var name = await portal.ReadAsync(db => db.Representatives.Select(item => item.Name).SingleAsync(Ct));
        Assert.Empty((await portal.ReadAsync(db => names.OthersAsync(db, "0412701", [name], null, Ct))).In($"Namens u sprak {name}."));
        Assert.NotEmpty((await portal.ReadAsync(db => names.OthersAsync(db, "0412701", [], null, Ct))).In($"Namens u sprak {name}."));
    }

    /// <summary>AVG 5: all accounts are read once for many letters, and again when there are more; also when another portal on this database made them.</summary>
    [Fact]
    public async Task A_student_who_got_an_account_since_the_last_letter_is_not_named_in_the_next()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        var names = new StudentNames(portal.Clock);
        Task<OtherStudents> OthersAsync() => portal.ReadAsync(db => names.OthersAsync(db, "0412701", [], null, Ct));
        const string Text = "Wessel Aalbers en Wessel Bruinsma zaten ernaast.";
        Assert.Empty((await OthersAsync()).In(Text));

        await portal.Dbs.ChangeAsync(async db => { db.Add(new PortalUser { Name = "Wessel Aalbers", StudentNumber = "0499001", UserName = "w" }); return await db.SaveChangesAsync(Ct); }, Ct);
        Assert.Equal(["Wessel Aalbers"], (await OthersAsync()).In(Text));

        await Sql.RunAsync(portal.DatabaseFile, "UPDATE AspNetUsers SET Name = 'Wessel Bruinsma' WHERE StudentNumber = '0499001'");
        portal.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(["Wessel Bruinsma"], (await OthersAsync()).In(Text));
    }

    private static async Task<DecisionDraft> DraftAsync(LetterKind kind, ACase @case) => kind switch
    {
        LetterKind.IrregularityUniversity => Drafts.ForUniversity,
        LetterKind.IrregularityForceMajeure => Drafts.ForceMajeure(await @case.MessageAsync(ADelivery.Report)),
        LetterKind.IrregularityOwnRisk => Drafts.OwnRisk,
        LetterKind.FraudInvalid => Drafts.Fraud,
        LetterKind.FraudSanction => Drafts.FraudWithExclusion,
        _ => Drafts.Valid,
    };

    private static async Task<(string Sha256, byte[] Content)> BytesAsync(APortal portal)
    {
        var sha = await portal.ReadAsync(db => db.Letters.OrderByDescending(item => item.PublishedAt).Select(item => item.Sha256).FirstAsync(Ct));
        return (sha, await portal.ReadAsync(db => db.Files.Where(item => item.Sha256 == sha).Select(item => item.Content).SingleAsync(Ct)));
    }
}
