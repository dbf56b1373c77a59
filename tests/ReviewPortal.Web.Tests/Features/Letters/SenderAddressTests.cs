using System.Net;
using System.Text.Json;
using Bunit;
using Microsoft.Extensions.Logging;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Writing;
using ReviewPortal.Infrastructure.Pdf;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Web.Features.Letters;
using ReviewPortal.Web.Tests.Http;
using ReviewPortal.Web.Tests.Pages;
using ReviewPortal.Web.Ui;

namespace ReviewPortal.Web.Tests.Features.Letters;

/// <summary>The executive board and the appeals board write from their own address (law.md 3.1, section 1); texts in force of before there was a field for it lack it.</summary>
public sealed class SenderAddressTests
{
    private static CancellationToken Ct => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_step_that_sends_such_a_letter_says_what_is_missing_and_who_fills_it_in()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.TerminationProposed);
        await using var _ = portal;
        await OfBeforeAsync(portal);
        portal.Clock.Set(portal.Clock.GetUtcNow().AddHours(1));
        var refused = Assert.IsType<Refused>(await @case.InviteToHearingAsync(portal.Clock.GetUtcNow().AddDays(14)));
        Assert.Equal([Requirement.WordsFitForLetter], refused.Unmet);
        Assert.Contains("adres van de afzender (College van Bestuur)", refused.Sentence(Language.Dutch), StringComparison.Ordinal);
        Assert.Contains("address of the sender (Executive Board)", refused.Sentence(Language.English), StringComparison.Ordinal);
        // Words that are wrong are named with it, in the language of who reads it: mended one by one they would be refused twice.
        var both = Assert.IsType<Refused>(await @case.InviteToHearingAsync(portal.Clock.GetUtcNow().AddDays(14), "Kamer 123456782"));
        Assert.All(["adres van de afzender (College van Bestuur)", "burgerservicenummer kan zijn: 123456782"], part => Assert.Contains(part, both.Sentence(Language.Dutch), StringComparison.Ordinal));
        Assert.All(["address of the sender (Executive Board)", "citizen service number: 123456782"], part => Assert.Contains(part, both.Sentence(Language.English), StringComparison.Ordinal));

        var (desk, by) = (portal.Get<HouseTextsDesk>(), portal.Who("secretaris").Id);
        var filled = (await portal.Get<Institutions>().OfAsync(HouseTexts.Everybody, Ct)).With(HouseField.ExecutiveBoardAddress, Language.Dutch, "Bestuurslaan 8").With(HouseField.AppealsBoardAddress, Language.Dutch, "Rechterslaan 3");
        Assert.Null(await desk.WriteAsync(HouseTexts.Everybody, filled, 0, by, Ct));
        Assert.Null(await desk.PutInForceAsync(HouseTexts.Everybody, "Het adres ontbrak.", 1, by, Ct));
        await ACase.DoneAsync(@case.InviteToHearingAsync(portal.Clock.GetUtcNow().AddDays(14)));
    }

    [Fact]
    public async Task The_page_with_the_texts_names_what_is_missing_with_a_way_to_the_field()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        await OfBeforeAsync(portal);
        await using var page = APage.For(portal, "secretaris");
        var shown = page.Render<HouseTextsPage>();
        Assert.Equal(
            [$"/letters/texts#{Places.Id(HouseField.ExecutiveBoardAddress, Language.Dutch)}", $"/letters/texts#{Places.Id(HouseField.AppealsBoardAddress, Language.Dutch)}"],
            shown.FindAll(".note a").Select(link => link.GetAttribute("href")));
        Assert.All(shown.FindAll(".note a"), link => Assert.NotNull(shown.Find(link.GetAttribute("href")![link.GetAttribute("href")!.IndexOf('#', StringComparison.Ordinal)..])));
    }

    /// <summary>What is not set nobody makes up: a portal that is set up for nobody sends nothing, and says at the start what is missing.</summary>
    [Fact]
    public async Task Outside_development_nothing_goes_out_until_the_institution_says_who_it_is()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Reported, "Production");
        await using var _ = portal;
        Assert.Equal(HouseFields.All.Except([HouseField.ExecutiveBoard, HouseField.AppealsBoard]), portal.Get<Institutions>().Configured.Missing().Select(missing => missing.Field).Distinct());
        var refused = Assert.IsType<Refused>(await @case.TakeUpAsync());
        Assert.Equal([Requirement.LetterWithoutFaults], refused.Unmet);
        Assert.Contains("ontbreken gegevens van de instelling", refused.Sentence(Language.Dutch), StringComparison.Ordinal);

        var log = new Told();
        await new TellOfTheLetters(portal.Get<SealCertificate>(), portal.Get<PublicAddress>(), portal.Get<Institutions>(), portal.Clock, log).TellAsync(Ct);
        Assert.Contains("Letters that need it do not go out: Institution:Support:English is not set. Set it, or let the secretary of the board fill it in at /letters/texts.", log.Sentences);
        Assert.Contains(log.Sentences, sentence => sentence.Contains("Institution:AppealsBoardAddress is not set", StringComparison.Ordinal));
    }

    /// <summary>A monitor learns that letters are kept back, and by what; the portal itself goes on.</summary>
    [Theory]
    [InlineData("Development", "ok", false)]
    [InlineData("Production", "degraded", true)]
    public async Task A_monitor_is_told_what_keeps_letters_back(string environment, string status, bool told)
    {
        var (portal, _) = await Stages.AtAsync(Stage.Reported, environment);
        await using var closing = portal;
        await portal.StartAsync();
        using var monitor = new Visitor(portal);
        using var answer = await monitor.GetAsync("/healthz");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        using var report = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Ct));
        Assert.Equal(status, report.RootElement.GetProperty("status").GetString());
        var problems = report.RootElement.GetProperty("problems").EnumerateArray().Select(problem => problem.GetString()).ToArray();
        Assert.Equal(told, problems.Contains("Letters that need it do not go out: Institution:Support:English is not set. Set it, or let the secretary of the board fill it in at /letters/texts."));
        Assert.Equal(told, problems.Length > 0);
    }

    /// <summary>Puts texts in force as they were before there was a field for these addresses.</summary>
    internal static async Task OfBeforeAsync(APortal portal)
    {
        var (desk, by) = (portal.Get<HouseTextsDesk>(), portal.Who("secretaris").Id);
        Assert.Null(await desk.WriteAsync(HouseTexts.Everybody, await portal.Get<Institutions>().OfAsync(HouseTexts.Everybody, Ct), 0, by, Ct));
        Assert.Null(await desk.PutInForceAsync(HouseTexts.Everybody, "Zoals het was.", 1, by, Ct));
        await Sql.RunAsync(portal.DatabaseFile, "UPDATE HouseTexts SET Content = json_remove(Content, '$.executiveBoardAddress', '$.appealsBoard', '$.appealsBoardAddress')");
        portal.Get<Institutions>().Forget();
    }

    private sealed class Told : ILogger<TellOfTheLetters>
    {
        public List<string> Sentences { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Sentences.Add(formatter(state, exception));
    }
}
