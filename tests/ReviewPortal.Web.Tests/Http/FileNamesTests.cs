using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Writing;
using ReviewPortal.Web.Demo;
using ReviewPortal.Web.Ui;

namespace ReviewPortal.Web.Tests.Http;

/// <summary>Whoever keeps a file knows later what it is, of which case, and of which day.</summary>
public sealed class FileNamesTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_letter_a_log_a_report_and_a_file_for_the_appeal_have_names_of_their_own()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.AppealLodged);
        await using var _ = portal;
        await portal.StartAsync();
        var number = (await @case.NowAsync()).Number;
        var letter = await portal.ReadAsync(db => db.Letters.Where(item => item.AppealBy != null).Select(item => item.Id).SingleAsync(Ct));
        using var student = await Visitor.AsAsync(portal, DemoAccounts.StudentEmail(ADelivery.StudentNumber));
        using var desk = await Visitor.AsAsync(portal, DemoAccounts.Email("beroep"));

        Assert.Equal("attachment besluit-2026-0001-2026-11-20.pdf", await NameAsync(student, Links.LetterDownload(letter)));
        Assert.Equal("inline besluit-2026-0001-2026-11-20.pdf", await NameAsync(student, Links.LetterPdf(letter)));
        Assert.Equal("attachment verzending-besluit-2026-0001-2026-11-20.csv", await NameAsync(student, Links.DeliveryLog(letter)));
        Assert.Matches("^inline proces-verbaal-2026-0001-2026-11-[0-9]{2}[.]pdf$", await NameAsync(student, Links.ReportPdf(number)));
        Assert.Equal($"attachment dossier-2026-0001-{IsoDay.Of(Core.Calendar.Amsterdam.DateOf(portal.Clock.GetUtcNow()))}.zip", await NameAsync(desk, Links.Dossier(number)));
    }

    /// <summary>In the language of the letter, whatever the page's is; no kind of letter is without.</summary>
    [Theory]
    [InlineData(LetterKind.FraudSanction, Language.English, "decision-2026-0001-2026-11-23.pdf")]
    [InlineData(LetterKind.FraudSanction, Language.Dutch, "besluit-2026-0001-2026-11-23.pdf")]
    [InlineData(LetterKind.ObjectionUnfounded, Language.Dutch, "besluit-op-bezwaar-2026-0001-2026-11-23.pdf")]
    public void The_name_follows_the_letter(LetterKind kind, Language language, string expected)
    {
        Assert.Equal(expected, FileNames.Of(Of(kind, language), "2026-0001"));
        Assert.All(Enum.GetValues<LetterKind>(), any => Assert.Matches("^[a-z-]+-2026-0001-2026-11-23[.]pdf$", FileNames.Of(Of(any, language), "2026-0001")));
    }

    // Half past midnight in Amsterdam: the day is the one of the letter, not of Greenwich.
    private static Letter Of(LetterKind kind, Language language) =>
        new() { Kind = kind, Language = language, Sha256 = "", PublishedByName = "", PublishedAt = new DateTimeOffset(2026, 11, 22, 23, 30, 0, TimeSpan.Zero) };

    private static async Task<string> NameAsync(Visitor visitor, string address)
    {
        using var answer = await visitor.GetAsync(address);
        answer.EnsureSuccessStatusCode();
        return $"{answer.Content.Headers.ContentDisposition?.DispositionType} {answer.Content.Headers.ContentDisposition?.FileName?.Trim('"')}";
    }
}
