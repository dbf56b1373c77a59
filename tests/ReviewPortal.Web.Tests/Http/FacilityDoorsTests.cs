using System.Net;
using ReviewPortal.Core.Necessity;
using ReviewPortal.Web.Demo;
using ReviewPortal.Web.Features.Necessity;
using ReviewPortal.Web.Ui;
using static ReviewPortal.Web.Tests.AFacilityRequest;

namespace ReviewPortal.Web.Tests.Http;

/// <summary>Who gets what of a request for a special facility over HTTP (UU-R1-3, UU-R1-11, UU-R1-13; I8).</summary>
public sealed class FacilityDoorsTests
{
    private static readonly string[] Deciders = [DemoAccounts.Email("secretaris"), DemoAccounts.Email("lid1"), DemoAccounts.Email("lid2"), DemoAccounts.Email("voorzitter")];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_letter_its_draft_and_its_log_open_for_those_they_are_for_and_for_nobody_else()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        var request = await PublishedAsync(portal);
        var letter = (await request.LetterAsync()).Id;
        await portal.StartAsync();
        foreach (var email in DemoAccounts.Staff.Concat(DemoAccounts.Students.Take(2)).Select(draft => draft.Email))
        {
            using var visitor = await Visitor.AsAsync(portal, email);
            var (decides, own) = (Deciders.Contains(email), email == DemoAccounts.StudentEmail(Student));
            await OpensAsync(visitor, Links.LetterPdf(letter), decides || own, email);
            await OpensAsync(visitor, Links.DeliveryLog(letter), own || email == DemoAccounts.Email("secretaris"), email);
            await OpensAsync(visitor, Links.FacilityPreview(request.Number, "nl", 1), decides, email);
        }

        using var stranger = new Visitor(portal);
        using var answer = await stranger.GetAsync(Links.LetterPdf(letter));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    /// <summary>Awb 2:25: the student's first opening is kept, with its audit row; that of the board is none.</summary>
    [Fact]
    public async Task The_students_first_opening_is_proof_and_the_log_tells_it()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        var request = await PublishedAsync(portal);
        var letter = (await request.LetterAsync()).Id;
        await portal.StartAsync();
        using (var member = await Visitor.AsAsync(portal, DemoAccounts.Email("lid1"))) (await member.GetAsync(Links.LetterPdf(letter))).Dispose();
        Assert.Null((await request.LetterAsync()).FirstOpenedAt);

        portal.Clock.Advance(TimeSpan.FromHours(1));
        using var student = await Visitor.AsAsync(portal, DemoAccounts.StudentEmail(Student));
        (await student.GetAsync(Links.LetterPdf(letter))).Dispose();
        (await student.GetAsync(Links.LetterDownload(letter))).Dispose();
        Assert.Equal(portal.Clock.GetUtcNow(), (await request.LetterAsync()).FirstOpenedAt);
        using var log = await student.GetAsync(Links.DeliveryLog(letter));
        var text = await log.Content.ReadAsStringAsync(Ct);
        Assert.All((string[])["Instemming van de student", "Bekendgemaakt", "Melding klaargezet", "Geopend door de student", "Gedownload door de student"], line => Assert.Contains(line, text, StringComparison.Ordinal));
        Assert.Empty(await portal.ReadAsync(db => ReviewPortal.Infrastructure.Audit.CaseVerifier.VerifyCasesAsync(db, Ct)));
    }

    [Fact]
    public async Task A_stranger_with_the_letter_learns_that_it_was_issued_and_nothing_more()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        var request = await PublishedAsync(portal);
        var code = (await request.LetterAsync()).Code!.Value;
        await portal.StartAsync();
        using var stranger = new Visitor(portal);
        using var answer = await stranger.GetAsync($"{Links.VerifyLetter}/{code.Compact}");
        var page = await answer.Content.ReadAsStringAsync(Ct);
        Assert.Contains("op 2 november 2026, door: Examencommissie", page, StringComparison.Ordinal);
        Assert.All((string[])["Lotte Smit", request.Number.ToString(), "Statistiek", Student], word => Assert.DoesNotContain(word, page, StringComparison.Ordinal));
    }

    /// <summary>What stands on the page of each: read where the pages read it.</summary>
    [Fact]
    public async Task Each_reader_gets_no_more_than_the_task_asks()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        var request = await FiledAsync(portal);
        Done(await request.AskAsync(FacilityAction.AskAdvice, "studieadviseur"));
        Done(await request.AskAsync(FacilityAction.ConsultExaminer, "examinator"));
        Done(await request.AskAsync(FacilityAction.AskDirector, "directeur"));
        var views = portal.Get<FacilityViews>();

        Assert.Equal(Health, (await Shown("lid1"))!.Request!.HealthDetail);
        var advising = (await Shown("studieadviseur"))!;
        Assert.Equal((null, Explanation, "Lotte Smit"), (advising.Request, advising.Statement!.Explanation, advising.Line.Student));
        foreach (var asked in (string[])["examinator", "directeur"])
        {
            var shown = (await Shown(asked))!;
            Assert.Equal((null, null, "", "Kan het anders?"), (shown.Request, shown.Statement, shown.Line.Student, shown.Asked!.Question));
        }

        foreach (var other in (string[])["reviewer", "reviewer2", "tweede", "examinator2", "coordinator", "beroep", "cvb", "archief", "fg", "beheer", "student", "student1"]) Assert.Null(await Shown(other));

        Task<FacilityShown?> Shown(string who) => views.FindAsync(request.Number.ToString(), By(portal, who), Ct);
    }

    private static async Task OpensAsync(Visitor visitor, string address, bool opens, string who)
    {
        using var answer = await visitor.GetAsync(address);
        Assert.True(answer.StatusCode == (opens ? HttpStatusCode.OK : HttpStatusCode.NotFound), $"{who} at {address}: {answer.StatusCode}");
    }
}
