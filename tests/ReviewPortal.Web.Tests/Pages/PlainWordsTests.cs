using System.Xml.Linq;
using Bunit;
using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Writing;
using ReviewPortal.Web.Features.Appeals;
using ReviewPortal.Web.Features.Committee;
using ReviewPortal.Web.Features.Decisions;
using ReviewPortal.Web.Features.Necessity;
using ReviewPortal.Web.Features.ProcesVerbaal;
using ReviewPortal.Web.Features.Student;
using ReviewPortal.Web.Layout;
using ReviewPortal.Web.Ui;

namespace ReviewPortal.Web.Tests.Pages;

/// <summary>What pages say in words to whoever reads them.</summary>
public sealed class PlainWordsTests
{
    [Theory]
    [InlineData("nl")]
    [InlineData("en")]
    public async Task One_page_lists_every_requirement_with_what_it_rests_on(string language)
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        await using var page = APage.For(portal, "lid1", language);
        page.Services.GetService<Microsoft.AspNetCore.Components.NavigationManager>()!.NavigateTo(Links.Requirement(Requirement.RuleVersion));
        var shown = page.Render<RequirementsPage>();
        foreach (var need in Enum.GetValues<Requirement>())
        {
            var row = shown.Find($"tr[id={need}]").TextContent;
            Assert.Contains(Sources.InWords(need, Here.Language), row, StringComparison.Ordinal);
            Assert.Contains(LifecycleTexts.Of(need, Here.Language), row, StringComparison.Ordinal);
        }

        Assert.Equal("RuleVersion", shown.Find("tr[aria-current]").Id);
        Assert.Contains(Links.Requirements, page.Render<RulesPage>().Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cited_source_is_in_words_and_leads_to_the_list()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        await using var page = APage.For(portal, "lid1");
        var shown = page.Render<RefusalNote>(parameters => parameters.Add(note => note.Answer, new Refused(CaseAction.DecideValid, RefusalKind.Unmet) { Unmet = [Requirement.RuleVersion] }));
        var cited = shown.Find("a.cite");
        Assert.Equal(("Protocol, vaststelling en wijziging", "/requirements?need=RuleVersion#RuleVersion"), (cited.TextContent, cited.GetAttribute("href")));
        Assert.Contains("UU-GOV-1", cited.GetAttribute("title"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Stage.Cleared, "Er komt geen proces-verbaal")]
    [InlineData(Stage.Imported, "Er is nog geen proces-verbaal")]
    public async Task The_page_of_the_report_says_whether_one_is_to_come(Stage stage, string expected)
    {
        var (portal, @case) = await Stages.AtAsync(stage);
        await using var _ = portal;
        await using var page = APage.For(portal, "examinator");
        var shown = page.Render<ReportPage>(parameters => parameters.Add(report => report.Number, @case.NowAsync().Result.Number.ToString()));
        Assert.Contains(expected, shown.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_a_case_that_began_with_the_examiner_there_is_nothing_to_add_to()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Cleared);
        await using var _ = portal;
        await ACase.DoneAsync(@case.ReportByExaminerAsync());
        await using var page = APage.For(portal, "reviewer");
        var shown = page.Render<ReportPage>(parameters => parameters.Add(report => report.Number, @case.NowAsync().Result.Number.ToString()));
        Assert.Contains("In deze zaak is geen proces-verbaal", shown.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("textarea", shown.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_with_questions_says_what_is_so_when_there_are_none_to_show()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Reported);
        await using var _ = portal;
        var number = (await @case.NowAsync()).Number.ToString();
        Assert.Contains("Er zijn geen vragen aan u", await InformationAsync(portal, "examinator", number), StringComparison.Ordinal);
        Assert.Contains("u op dit moment niets gevraagd", await InformationAsync(portal, "m.jansen@uni.example", number), StringComparison.Ordinal);
        Assert.Contains("u op dit moment niets gevraagd", await InformationAsync(portal, "examinator", "2026-9999"), StringComparison.Ordinal);
        Assert.Contains($"/committee/{number}\"", await InformationAsync(portal, "lid1", number), StringComparison.Ordinal);
        Assert.DoesNotContain("gevraagd", await InformationAsync(portal, "reviewer", number), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_signed_decision_says_that_a_sanction_follows_and_the_proposal_stands_below_it()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.FraudNotified);
        await using var _ = portal;
        await using var page = APage.For(portal, "lid1");
        var shown = page.Render<DecisionPage>(parameters => parameters.Add(decision => decision.Number, @case.NowAsync().Result.Number.ToString()));
        Assert.DoesNotContain("eventueel een sanctie", shown.Markup, StringComparison.Ordinal);
        Assert.Contains("en er volgt een sanctie", shown.Markup, StringComparison.Ordinal);
        Assert.Contains("Eerdere besluiten over een markering van dezelfde soort: ", shown.Markup, StringComparison.Ordinal);
        var titles = shown.FindAll(".card h2").Select(title => title.TextContent).ToList();
        Assert.True(titles.IndexOf("Besluit") < titles.IndexOf("Beëindiging van de inschrijving"));
        Assert.Contains("Alleen bij ernstige fraude", shown.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_student_reads_the_sanction_and_its_suspension_in_plain_words()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.FraudNotified);
        await using var _ = portal;
        var number = (await @case.NowAsync()).Number.ToString();
        await using (var page = APage.For(portal, "student"))
        {
            var shown = page.Render<MyCasePage>(parameters => parameters.Add(own => own.Number, number));
            Assert.Contains("U mag niet meedoen aan deze tentamens: ", shown.Markup, StringComparison.Ordinal);
            Assert.Contains("tenzij een voorlopige voorziening hem schorst", shown.Markup, StringComparison.Ordinal);
        }

        await ACase.DoneAsync(@case.LodgeAppealAsync());
        await ACase.DoneAsync(@case.RecordInterimMeasureAsync());
        await using var later = APage.For(portal, "student");
        var suspended = later.Render<MyCasePage>(parameters => parameters.Add(own => own.Number, number));
        Assert.Contains($"De maatregel is geschorst sinds {Amsterdam.DateOf(portal.Clock.GetUtcNow()).InWords(Language.Dutch)}", suspended.Markup, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("StudentTexts.resx")]
    [InlineData("StudentTexts.en.resx")]
    public void Every_line_of_the_students_timeline_is_a_sentence(string file)
    {
        var folder = AppContext.BaseDirectory;
        while (!Directory.Exists(Path.Combine(folder, "src", "ReviewPortal.Web"))) folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("The source tree");
        var lines = XDocument.Load(Path.Combine(folder, "src", "ReviewPortal.Web", "Features", "Student", file)).Root!.Elements("data").Where(item => ((string)item.Attribute("name")!).StartsWith("Step.", StringComparison.Ordinal)).ToArray();
        Assert.True(lines.Length > 20);
        Assert.All(lines, line => Assert.EndsWith(".", (string)line.Element("value")!, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_day_from_which_a_decision_can_be_irrevocable_is_a_working_day_and_says_why()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Notified);
        await using var _ = portal;
        await using var page = APage.For(portal, "secretaris");
        var shown = page.Render<AppealPage>(parameters => parameters.Add(appeal => appeal.Number, @case.NowAsync().Result.Number.ToString()));
        var text = shown.FindAll("p").Single(line => line.TextContent.Contains("onherroepelijk worden verklaard", StringComparison.Ordinal)).TextContent;
        var day = WorkingDays.After(new DateOnly(2026, 12, 1), 0);
        for (; !text.Contains($"vanaf {day.WithWeekday(Language.Dutch)}", StringComparison.Ordinal); day = day.AddDays(1)) Assert.True(day < new DateOnly(2027, 3, 1), text);
        Assert.True(WorkingDays.IsWorkingDay(day));
        Assert.Contains("de eerste werkdag daarna", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_the_page_of_the_incidents_the_menu_lights_one_entry()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        await using var page = APage.For(portal, "secretaris");
        page.Services.GetService<Microsoft.AspNetCore.Components.NavigationManager>()!.NavigateTo(Links.Incidents);
        var rail = page.Render<NavRail>();
        rail.WaitForAssertion(() => Assert.Equal([Links.Incidents], rail.FindAll("a.on").Select(link => link.GetAttribute("href"))));
    }

    private static async Task<string> InformationAsync(APortal portal, string who, string number)
    {
        await using var page = APage.For(portal, who);
        return page.Render<InformationPage>(parameters => parameters.Add(item => item.Number, number)).Markup;
    }
}
