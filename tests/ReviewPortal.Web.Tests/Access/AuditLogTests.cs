using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Tests;
using ReviewPortal.Core.Writing;
using ReviewPortal.Web.Access;
using ReviewPortal.Web.Demo;
using ReviewPortal.Web.Tests.Http;
using ReviewPortal.Web.Ui;

namespace ReviewPortal.Web.Tests.Access;

/// <summary>Who watches over the portal finds in its log what was done, by whom, and in which case; AP-POL-3 holds for a search as well.</summary>
public sealed partial class AuditLogTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task By_the_number_of_a_case_its_lines_are_found_and_no_others()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Reported);
        await using var _ = portal;
        var number = (await @case.NowAsync()).Number;
        var found = await AskAsync(portal, "fg", new(number.ToString()));
        Assert.Contains(found, line => line.Action == "sitting.import");
        Assert.Contains(found, line => line.Action == $"case.{nameof(CaseAction.SignProcesVerbaal)}");
        Assert.All(found, line => Assert.Equal(number, line.Case));
        Assert.Empty(await AskAsync(portal, "fg", new("2001-0001")));
    }

    [Fact]
    public async Task Words_names_an_action_and_days_narrow_it_down()
    {
        var (portal, _) = await Stages.AtAsync(Stage.Reported);
        await using var __ = portal;
        var all = await AskAsync(portal, "fg", new());
        var signed = Assert.Single(await AskAsync(portal, "fg", new(Action: $"case.{nameof(CaseAction.SignProcesVerbaal)}")));
        Assert.Contains(await AskAsync(portal, "fg", new(signed.Who)), line => line.Seq == signed.Seq);
        var day = Amsterdam.DateOf(signed.At);
        Assert.Contains(await AskAsync(portal, "fg", new(From: day, To: day)), line => line.Seq == signed.Seq);
        Assert.DoesNotContain(await AskAsync(portal, "fg", new(From: day.AddDays(1))), line => line.Seq == signed.Seq);
        Assert.DoesNotContain(await AskAsync(portal, "fg", new(To: day.AddDays(-1))), line => line.Seq == signed.Seq);
        Assert.Equal(all.Select(line => line.Seq).OrderDescending(), all.Select(line => line.Seq));
    }

    [Fact]
    public async Task Whoever_has_no_task_in_a_case_learns_nothing_of_it_by_searching()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.FraudNotified);
        await using var _ = portal;
        var number = (await @case.NowAsync()).Number.ToString();
        var names = (await AskAsync(portal, "fg", new(number))).Select(line => line.Who!).Distinct(StringComparer.Ordinal);
        foreach (var words in (string[])[number, "DecideFraud", "Fraud", .. names]) Assert.DoesNotContain(await AskAsync(portal, "beheer", new(words)), line => line.Hidden || line.Case is not null);
        Assert.Empty(await AskAsync(portal, "beheer", new(Action: $"case.{nameof(CaseAction.DecideFraud)}")));
        Assert.DoesNotContain(await portal.Get<AuditLog>().ActionsAsync(portal.Who("beheer").Id, Ct), action => action.StartsWith("case.", StringComparison.Ordinal));
        Assert.Contains(await AskAsync(portal, "beheer", new()), line => line is { Hidden: true, Who: null, Detail: null, Action: "case", Subject: "" });
    }

    [Fact]
    public async Task What_is_found_is_downloaded_as_a_file_and_that_is_written_down()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Reported);
        await using var _ = portal;
        var number = (await @case.NowAsync()).Number.ToString();
        await portal.StartAsync();
        using var visitor = await Visitor.AsAsync(portal, DemoAccounts.Email("fg"));
        using var answer = await visitor.GetAsync($"{Links.AuditCsv}?words={number}");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var lines = (await answer.Content.ReadAsStringAsync(Ct)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal((await AskAsync(portal, "fg", new(number))).Count + 1, lines.Length);
        Assert.Contains(lines, line => line.Contains(";case.SignProcesVerbaal;", StringComparison.Ordinal));
        Assert.Single(await portal.ReadAsync(db => db.AuditRows.Where(row => row.Action == "audit.export").ToListAsync(Ct)));
    }

    [Theory]
    [InlineData("nl")]
    [InlineData("en")]
    public void Every_action_that_is_written_down_has_words(string language)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        using var services = new ServiceCollection().AddLogging().AddLocalization().BuildServiceProvider();
        var words = new AuditWords(services.GetRequiredService<IStringLocalizer<AccessTexts>>(), Languages.Of(CultureInfo.CurrentUICulture));
        var written = Repository.Files("src", ".cs").SelectMany(path => Written().Matches(Repository.Read(path)).SelectMany(match => match.Groups["action"].Captures)).Select(capture => capture.Value).ToHashSet(StringComparer.Ordinal);
        Assert.Superset(new HashSet<string>(["account.create", "account.disable", "delivery.wait", "sitting.import", "recording.open", "letter.open"], StringComparer.Ordinal), written);
        Assert.DoesNotContain(written, action => words.Did(action) == action);
        Assert.Equal("later.version", words.Did("later.version"));
    }

    // An action stands as a text in the call that writes it down, or as a constant of what it is about; other constants look like it.
    [GeneratedRegex("""(?:(?:Audit|Change)\w*\((?:[^;{"]*"(?<action>[a-z]+\.[a-z-]+)")+|const string \w+ = "(?<action>(?!page|manifest|portal|original|index|repaired|demo)[a-z]+\.[a-z-]+)")""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Written();

    private static async Task<IReadOnlyList<AuditLine>> AskAsync(APortal portal, string who, AuditQuestion asked) =>
        (await portal.Get<AuditLog>().ReadAsync(portal.Who(who).Id, asked, 0, 1000, Ct)).Lines;
}
