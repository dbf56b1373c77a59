using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Writing;
using ReviewPortal.Infrastructure.Pdf;
using ReviewPortal.Web.Access;
using ReviewPortal.Web.Commands;
using ReviewPortal.Web.Tests.Pdf;
using ReviewPortal.Web.Ui;

namespace ReviewPortal.Web.Tests.Http;

/// <summary>The public page: a stranger with a letter in hand learns whether it was issued, and nothing more.</summary>
public sealed class VerifyLetterTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_stranger_learns_that_a_letter_was_issued_when_and_by_whom_and_nothing_of_the_case()
    {
        var (portal, letter) = await StartedAsync();
        await using var closing = portal;
        using var stranger = new Visitor(portal);
        foreach (var address in (string[])[$"{Links.VerifyLetter}/{letter.Code!.Value.Compact}", $"{Links.VerifyLetter}?code={letter.Code.Value.ToString().ToLowerInvariant()}"])
        {
            var page = await PageAsync(stranger, address);
            Assert.Contains($"op {Amsterdam.DateOf(letter.PublishedAt).InWords(Language.Dutch)}, door: Examencommissie, Universiteit Voorbeeld", page, StringComparison.Ordinal);
            Assert.Contains(letter.Code.Value.ToString(), page, StringComparison.Ordinal);
            Assert.DoesNotContain(portal.Who("student").Name, page, StringComparison.Ordinal);
            Assert.DoesNotContain("2026-0001", page, StringComparison.Ordinal);
            Assert.DoesNotContain(letter.Sha256, page, StringComparison.Ordinal);
            Assert.DoesNotContain(letter.PublishedByName, page, StringComparison.Ordinal);
        }
    }

    /// <summary>Awb 3:40: what was set aside brought nothing about, and a stranger learns no more than that.</summary>
    [Fact]
    public async Task A_stranger_learns_that_a_letter_that_was_set_aside_was_not_sent()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.CoSigned);
        await using var closing = portal;
        await ACase.DoneAsync(@case.PrintAsync());
        await ACase.DoneAsync(@case.DeliveryFailedAsync("De envelop is zoek."));
        await portal.StartAsync();
        using var stranger = new Visitor(portal);
        var code = await portal.ReadAsync(db => db.Letters.Where(item => item.AppealBy != null).Select(item => item.Code).SingleAsync(Ct));
        var page = await PageAsync(stranger, $"{Links.VerifyLetter}/{code!.Value.Compact}");
        Assert.Contains("De brief is niet verzonden. Zolang dat zo is, heeft hij geen gevolgen.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("envelop", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_is_compared_by_its_fingerprint()
    {
        var (portal, letter) = await StartedAsync();
        await using var closing = portal;
        using var stranger = new Visitor(portal);
        var address = $"{Links.VerifyLetter}?code={letter.Code!.Value.Compact}&sha256=";
        Assert.Contains("is die van de brief met deze code", await PageAsync(stranger, address + letter.Sha256.ToUpperInvariant()), StringComparison.Ordinal);
        Assert.Contains("is niet die van de brief met deze code", await PageAsync(stranger, address + new string('a', 64)), StringComparison.Ordinal);
        Assert.Contains("Dit is geen vingerafdruk", await PageAsync(stranger, address + "abc"), StringComparison.Ordinal);
        Assert.DoesNotContain("De vingerafdruk hieronder", await PageAsync(stranger, address), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "zestien letters en cijfers", "role=\"alert\"")]
    [InlineData("?code=7KQ2", "Dit is geen controlecode", "Er is een brief")]
    [InlineData("?code=", "Vul de controlecode in", "Er is een brief")]
    [InlineData("/7KQ29F3MXV0TB6PA", "Er is geen brief met deze code verzonden", "Vingerafdruk")]
    public async Task What_was_not_issued_gets_a_clear_sentence(string asked, string says, string not)
    {
        var (portal, _) = await StartedAsync();
        await using var closing = portal;
        using var stranger = new Visitor(portal);
        var page = await PageAsync(stranger, Links.VerifyLetter + asked);
        Assert.Contains(says, page, StringComparison.Ordinal);
        Assert.DoesNotContain(not, page, StringComparison.Ordinal);
        Assert.Contains("noindex", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_typed_comes_back_as_text()
    {
        var (portal, _) = await StartedAsync();
        await using var closing = portal;
        using var stranger = new Visitor(portal);
        using var answer = await stranger.GetAsync($"{Links.VerifyLetter}?code=%22%3E%3Cscript%3Ealert(1)%3C/script%3E");
        var page = await answer.Content.ReadAsStringAsync(Ct);
        Assert.Contains("Dit is geen controlecode", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_tries_many_codes_is_told_to_wait()
    {
        var (portal, _) = await StartedAsync();
        await using var closing = portal;
        using var stranger = new Visitor(portal);
        for (var tries = 0; tries < VerifyLimit.PerMinute; tries++) await PageAsync(stranger, $"{Links.VerifyLetter}/{LetterCode.Random().Compact}");
        using var answer = await stranger.GetAsync(Links.VerifyLetter);
        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.Contains("Wacht een minuut", await answer.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        using var other = await stranger.GetAsync(Links.SignIn);
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
    }

    /// <summary>What is printed on the letter is what the database knows it by, and the log as it stood before the letter's own line.</summary>
    [Fact]
    public async Task The_letter_carries_its_code_and_the_audit_log_of_its_moment()
    {
        var (portal, letter) = await StartedAsync();
        await using var closing = portal;
        using var pdf = new PrintedPdf(await portal.ReadAsync(db => db.Files.Where(file => file.Sha256 == letter.Sha256).Select(file => file.Content).SingleAsync(Ct)));
        var known = await portal.ReadAsync(db => db.AuditRows.SingleAsync(row => row.Hash == letter.AuditRoot, Ct));
        var own = await portal.ReadAsync(db => db.AuditRows.SingleAsync(row => row.Seq == known.Seq + 1, Ct));
        Assert.Equal("case.Publish", own.Action);
        Assert.All(pdf.Pages(), page => Assert.Contains($"2026-0001", page, StringComparison.Ordinal));
        Assert.All(pdf.Pages(), page => Assert.Contains($"Controlecode {letter.Code} · logboek {string.Join(' ', letter.AuditRoot![..16].Chunk(4).Select(part => new string(part)))}", page, StringComparison.Ordinal));
        Assert.Equal(3, (await portal.ReadAsync(db => db.Letters.Select(item => item.Code).ToListAsync(Ct))).Distinct().Count(code => code is not null));
    }

    [Theory]
    [InlineData("https://portal.uni.example", "https://portal.uni.example/verify-letter")]
    [InlineData("https://uni.example/toetsen/", "https://uni.example/toetsen/verify-letter")]
    [InlineData("", null)]
    public void The_address_of_the_configuration_leads_to_the_page(string setting, string? address)
    {
        Assert.Equal(address, PublicAddress.Read(Settings(setting)).Verification?.AbsoluteUri);
        Assert.Equal(Links.VerifyLetter, $"/{PublicAddress.VerifyLetter}");
    }

    /// <summary>A developer sees a letter as it will be; whoever runs a portal for others is told at the start what is missing.</summary>
    [Theory]
    [InlineData("", "http://127.0.0.1:8080", "http://127.0.0.1:8080/verify-letter")]
    [InlineData("", "https://localhost:7001;http://localhost:7000", "https://localhost:7001/verify-letter")]
    [InlineData("", null, "http://localhost:5000/verify-letter")]
    [InlineData("", "http://*:8080", null)]
    [InlineData("", "http://127.0.0.1:0", null)]
    [InlineData("", "http://[::]:8080", null)]
    [InlineData("https://portal.uni.example", "http://127.0.0.1:8080", "https://portal.uni.example/verify-letter")]
    public void Where_none_is_set_a_developer_has_the_address_that_is_listened_on(string setting, string? urls, string? expected)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("PublicAddress", setting), new("urls", urls)]).Build();
        Assert.Equal(expected, PublicAddress.ReadOrListening(settings).Verification?.AbsoluteUri);
        Assert.Equal(setting.Length is 0, PublicAddress.Read(settings).Problem is { } problem && problem.Contains("PublicAddress", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("portal.uni.example")]
    [InlineData("ftp://portal.uni.example")]
    [InlineData("https://portal.uni.example/?a=b")]
    public void What_is_no_address_is_refused_at_the_start(string setting) =>
        Assert.Contains("https://portal.universiteit.example", Failures.Sentence(Assert.Throws<UnfitSettingException>(() => PublicAddress.Read(Settings(setting)))), StringComparison.Ordinal);

    private static IConfiguration Settings(string address) => new ConfigurationBuilder().AddInMemoryCollection([new("PublicAddress", address)]).Build();

    private static async Task<(APortal Portal, Letter Letter)> StartedAsync()
    {
        var (portal, _) = await Stages.AtAsync(Stage.Notified);
        await portal.StartAsync();
        return (portal, await portal.ReadAsync(db => db.Letters.SingleAsync(item => item.AppealBy != null, Ct)));
    }

    private static async Task<string> PageAsync(Visitor visitor, string address)
    {
        using var answer = await visitor.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Ct));
    }
}
