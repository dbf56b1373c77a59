using Microsoft.Extensions.Configuration;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Web.Commands;

namespace ReviewPortal.Web.Tests.Commands;

public sealed class HouseTermSettingsTests
{
    [Fact]
    public void Without_a_setting_the_standard_terms_hold() => Assert.Same(HouseTerms.Standard, HouseTermSettings.Read(Settings()));

    /// <summary>Whoever opens the file finds each term, as it is.</summary>
    [Fact]
    public void The_file_that_comes_with_the_portal_names_the_standard_terms()
    {
        var settings = new ConfigurationBuilder().AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json")).Build();
        var terms = HouseTermSettings.Read(settings);
        Assert.Equal(HouseTerms.Standard.States, terms.States);
        Assert.Equal(HouseTerms.Standard.NoticeWorkingDays, terms.NoticeWorkingDays);
        Assert.Equal(HouseTerms.Names.Order(StringComparer.Ordinal), settings.GetSection("HouseTerms").GetChildren().Select(row => row.Key).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_setting_changes_its_own_term()
    {
        var terms = HouseTermSettings.Read(Settings(("HouseTerms:UnderInvestigation", "15"), ("HouseTerms:NoticeWorkingDays", "8")));
        Assert.Equal((15, 10, 8), (terms.Of(CaseState.UnderInvestigation)!.Days, terms.Of(CaseState.InReview)!.Days, terms.NoticeWorkingDays));
    }

    [Theory]
    [InlineData("Onderzoek", "10", "Onderzoek", "UnderInvestigation, ViewsInvited")]
    [InlineData("InReview", "tien", "InReview", "“tien”")]
    [InlineData("InReview", "0", "InReview", "from 1 to 260")]
    [InlineData("InReview", "-3", "InReview", "“-3”")]
    [InlineData("InReview", "1.5", "InReview", "“1.5”")]
    [InlineData("NoticeWorkingDays", "", "NoticeWorkingDays", "“”")]
    [InlineData("NoticeWorkingDays", "99999999999", "NoticeWorkingDays", "from 1 to 260")]
    public async Task A_setting_that_cannot_be_meant_stops_the_portal_with_a_sentence(string name, string days, string names, string says)
    {
        await using var portal = APortal.InAnEmptyFolder();
        var stopped = await PortalProcess.RunAsync(portal.Folder, Setting(name, days), "administrator", "els@uni.example", "--name", "Els");
        Assert.Equal((1, ""), (stopped.ExitCode, stopped.Out));
        var sentence = Assert.Single(stopped.Error.Trim().Split('\n'));
        Assert.Contains($"HouseTerms:{names}", sentence, StringComparison.Ordinal);
        Assert.Contains(says, sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_day_by_which_a_case_is_due_follows_the_setting()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        using var bundle = ADelivery.Of();
        (await PortalProcess.RunAsync(portal.Folder, Setting("Imported", "7"), "import", bundle.AsFolder())).Succeeded();

        var @case = await portal.ReadAsync(db => Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.SingleAsync(db.Cases, TestContext.Current.CancellationToken));
        Assert.Equal(Core.Calendar.WorkingDays.After(Core.Calendar.Amsterdam.DateOf(@case.Since), 7), @case.Due);
    }

    private static IConfiguration Settings(params (string Key, string Value)[] rows) =>
        new ConfigurationBuilder().AddInMemoryCollection(rows.Select(row => KeyValuePair.Create(row.Key, (string?)row.Value))).Build();

    private static (string, string) Setting(string name, string days) => ($"HouseTerms__{name}", days);
}
