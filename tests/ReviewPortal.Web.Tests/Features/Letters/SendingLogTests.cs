using System.Net;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Letters;
using ReviewPortal.Web.Demo;
using ReviewPortal.Web.Tests.Http;
using ReviewPortal.Web.Ui;

namespace ReviewPortal.Web.Tests.Features.Letters;

/// <summary>Awb 2:25: who must show that a letter was sent and read keeps a log of it, and the student can have it.</summary>
public sealed class SendingLogTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_log_tells_everything_from_the_agreement_to_the_download_with_moments_and_their_zone()
    {
        var (portal, letter) = await SentAsync();
        await using var _ = portal;
        using (var student = await Visitor.AsAsync(portal, DemoAccounts.StudentEmail(ADelivery.StudentNumber)))
        {
            (await student.GetAsync(Links.LetterPdf(letter))).Dispose();
            portal.Clock.Advance(TimeSpan.FromMinutes(1));
            using var kept = await student.GetAsync(Links.LetterDownload(letter));
            Assert.Equal(("attachment", HttpStatusCode.OK), (kept.Content.Headers.ContentDisposition?.DispositionType, kept.StatusCode));
        }

        using var secretary = await Visitor.AsAsync(portal, DemoAccounts.Email("secretaris"));
        var lines = await LogAsync(secretary, letter);
        Assert.Equal(
            ["Instemming van de student", "Bekendgemaakt", "Verzonden", "Melding klaargezet", "E-mail aangeboden", "Antwoord van de mailserver", "E-mail niet bezorgd (vastgelegd door de secretaris)", "Geopend door de student", "Gedownload door de student"],
            lines.Select(line => line[1]));
        Assert.Equal("2026-11-20T15:00:00.000+01:00", lines[1][0]);
        Assert.Contains("2026-11", lines[0][2], StringComparison.Ordinal);
        Assert.StartsWith("aangenomen", lines[5][2], StringComparison.Ordinal);
        Assert.Equal("2026-11-23: 550 5.1.1 User unknown", lines[6][2]);
    }

    [Fact]
    public async Task The_student_and_the_secretary_get_it_and_nobody_else()
    {
        var (portal, letter) = await SentAsync();
        await using var _ = portal;
        foreach (var (email, status) in new[]
        {
            (DemoAccounts.StudentEmail(ADelivery.StudentNumber), HttpStatusCode.OK), (DemoAccounts.Email("secretaris"), HttpStatusCode.OK), (DemoAccounts.StudentEmail("0412702"), HttpStatusCode.NotFound),
            (DemoAccounts.Email("lid1"), HttpStatusCode.NotFound), (DemoAccounts.Email("beheer"), HttpStatusCode.NotFound), (DemoAccounts.Email("coordinator"), HttpStatusCode.NotFound),
        })
        {
            using var visitor = await Visitor.AsAsync(portal, email);
            using var answer = await visitor.GetAsync(Links.DeliveryLog(letter));
            Assert.True(status == answer.StatusCode, $"{email}: {answer.StatusCode}");
        }
    }

    [Fact]
    public async Task What_the_secretary_reads_is_no_opening_by_the_student()
    {
        var (portal, letter) = await SentAsync();
        await using var _ = portal;
        using var secretary = await Visitor.AsAsync(portal, DemoAccounts.Email("secretaris"));
        (await secretary.GetAsync(Links.LetterDownload(letter))).Dispose();
        Assert.DoesNotContain(await LogAsync(secretary, letter), line => line[1].EndsWith("door de student", StringComparison.Ordinal));
    }

    /// <summary>Where it was posted to is part of what has to be shown; the letter that goes with a decision sent again is in the same envelope.</summary>
    [Fact]
    public async Task A_letter_by_post_names_its_address_and_so_does_the_letter_that_went_with_it()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.DeliveryFailed);
        await using var _ = portal;
        await portal.StartAsync();
        await ACase.DoneAsync(@case.SendAgainAsync("3SXYZ"));
        using var secretary = await Visitor.AsAsync(portal, DemoAccounts.Email("secretaris"));
        foreach (var kind in new[] { LetterKind.IrregularityUniversity, LetterKind.SentAgain })
        {
            var letter = await portal.ReadAsync(db => db.Letters.Where(item => item.Kind == kind).Select(item => item.Id).SingleAsync(Ct));
            var sent = (await LogAsync(secretary, letter)).Last(line => line[1] == "Verzonden");
            Assert.Equal("Per post: 3SXYZ, Kapelstraat 118, 3572 CW Utrecht", sent[2].Trim('"'));
        }
    }

    private static async Task<(APortal Portal, Guid Letter)> SentAsync()
    {
        var (portal, _) = await Stages.AtAsync(Stage.MailBounced);
        await portal.StartAsync();
        return (portal, await portal.ReadAsync(db => db.Letters.Where(item => item.Kind == LetterKind.IrregularityUniversity).Select(item => item.Id).SingleAsync(Ct)));
    }

    private static async Task<string[][]> LogAsync(Visitor visitor, Guid letter)
    {
        using var answer = await visitor.GetAsync(Links.DeliveryLog(letter));
        Assert.Equal("text/csv", answer.Content.Headers.ContentType?.MediaType);
        return [.. (await answer.Content.ReadAsStringAsync(Ct)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.TrimEnd('\r').Split(';'))];
    }
}
