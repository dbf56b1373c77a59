using Bunit;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Web.Features.Committee;
using ReviewPortal.Web.Tests.Pages;

namespace ReviewPortal.Web.Tests.Features.Committee;

/// <summary>A test of which many sittings went wrong at once, as when a university invalidated 103: one cause is named once, and every case is decided on its own.</summary>
public sealed class IncidentTests
{
    private const int Many = 103;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static CancellationToken Ct => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_hundred_and_three_cases_are_linked_on_one_page_and_each_still_needs_its_own_inquiry_view_and_decision()
    {
        var (portal, first) = await Stages.AtAsync(Stage.Reported);
        await using var _ = portal;
        await MultiplyAsync(portal);
        await using (var page = APage.For(portal, "secretaris"))
        {
            var shown = page.Render<IncidentsPage>();
            shown.FindAll("input.input")[0].Input("Storing bij de leverancier");
            shown.Find("textarea").Input("Om 09:40 viel de dienst twaalf minuten uit.");
            shown.FindAll("input.input")[1].Input("de servicedesk");
            shown.FindAll("input[type=checkbox]")[0].Change(true);
            await shown.Find("footer button").ClickAsync(new());
            shown.WaitForAssertion(() => Assert.Contains($"Gekoppeld aan het incident: {Many}.", shown.Markup, StringComparison.Ordinal), Patience);
        }

        var incident = await portal.ReadAsync(db => db.Incidents.SingleAsync(Ct));
        Assert.Equal(("Storing bij de leverancier", "de servicedesk", "Mirjam Bos"), (incident.Title, incident.ReportedBy, incident.NamedByName));
        Assert.Equal(Many, await portal.ReadAsync(db => db.IncidentCases.CountAsync(link => link.Incident == incident.Id, Ct)));
        Assert.Equal(Many, await portal.ReadAsync(db => db.CaseEvents.CountAsync(item => item.Action == CaseAction.LinkIncident, Ct)));
        Assert.Equal(Many, await portal.ReadAsync(db => db.AuditRows.CountAsync(row => row.Action == "case.LinkIncident", Ct)));

        // The incident moved nothing, decided nothing and wrote to nobody.
        var cases = await portal.ReadAsync(db => db.Cases.OrderBy(item => item.Number).ToListAsync(Ct));
        Assert.All(cases, item => Assert.Equal(CaseState.Reported, item.State));
        Assert.Equal((0, 0, 0, 0), await portal.ReadAsync(async db => (await db.Investigations.CountAsync(Ct), await db.Views.CountAsync(Ct), await db.Decisions.CountAsync(Ct), await db.Letters.CountAsync(Ct))));

        // Each of the others stays where it is while one goes its way, and misses for itself what that one has.
        await ACase.DoneAsync(portal.On(11, 9).Then(() => first.TakeUpAsync()));
        await ACase.DoneAsync(first.WriteFindingsAsync());
        await ACase.DoneAsync(portal.On(11, 10).Then(() => first.InviteAsync()));
        foreach (var other in cases.Where(item => item.Id != first.Id).Select(item => new ACase(portal, item.Id, item.Sitting)))
        {
            Assert.Equal(RefusalKind.NotFromThisState, Assert.IsType<Refused>(await other.DecideAsync(Core.Decisions.Outcome.Irregularity)).Kind);
            await ACase.DoneAsync(other.TakeUpAsync());
            Assert.Equal([Requirement.InvestigationRecorded], Assert.IsType<Refused>(await other.InviteAsync()).Unmet);
        }
    }

    [Fact]
    public async Task The_text_of_the_incident_is_offered_as_a_beginning_and_written_by_nobody_but_the_board()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.UnderInvestigation);
        await using var _ = portal;
        await ACase.DoneAsync(@case.LinkIncidentAsync());
        Assert.Equal("", await @case.FindingsAsync());

        await using var page = APage.For(portal, "secretaris");
        var number = (await @case.NowAsync()).Number.ToString();
        var dossier = page.Render<DossierPage>(parameters => parameters.Add(item => item.Number, number));
        dossier.FindAll("button").Single(button => button.TextContent == "Neem deze tekst over als begin").Click();
        Assert.StartsWith("Storing bij de leverancier. Om 09:40 viel", dossier.Find("textarea").GetAttribute("value"), StringComparison.Ordinal);
        dossier.WaitForAssertion(() => Assert.Contains("Opgeslagen", dossier.Markup, StringComparison.Ordinal), TimeSpan.FromSeconds(10));
        Assert.DoesNotContain("Neem deze tekst over", dossier.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_case_is_linked_to_an_incident_once_and_to_none_of_another_test()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Reported);
        await using var _ = portal;
        await ACase.DoneAsync(@case.LinkIncidentAsync());
        await ACase.DoneAsync(@case.LinkIncidentAsync("lid1"));
        Assert.Equal(1, await portal.ReadAsync(db => db.IncidentCases.CountAsync(Ct)));

        await Sql.RunAsync(portal.DatabaseFile, "UPDATE Incidents SET Exam = '00000000-0000-0000-0000-000000000001'");
        Assert.Equal([Requirement.IncidentNamed], Assert.IsType<Refused>(await @case.LinkIncidentAsync()).Unmet);
        Assert.Empty(await portal.Get<IncidentViews>().ToLinkAsync(portal.Who("reviewer").Id, Ct));
        Assert.Equal(0, (await portal.Get<IncidentViews>().ListAsync(portal.Who("student").Id, 0, Ct)).Total);
    }

    [Fact]
    public async Task What_could_not_be_linked_is_linked_to_the_same_incident_at_the_next_press()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Reported);
        await using var _ = portal;
        await MultiplyAsync(portal);
        await using var member = APage.For(portal, "lid1");
        var page = member.Render<IncidentsPage>();
        foreach (var field in new[] { "input[maxlength='200']", "textarea" })
        {
            for (var index = 0; index < page.FindAll(field).Count; index++) page.FindAll(field)[index].Input("Storing bij de leverancier");
        }

        page.FindAll("fieldset input")[1].Change(true);
        page.FindAll("fieldset input")[2].Change(true);
        await Sql.RunAsync(portal.DatabaseFile, "UPDATE Cases SET Version = Version + 1 WHERE Number = (SELECT Number FROM Cases ORDER BY Number LIMIT 1 OFFSET 1)");
        await page.Find("footer button").ClickAsync(new());
        Assert.Equal((1, 1), await CountAsync());
        await page.Find("footer button").ClickAsync(new());
        Assert.Equal((1, 2), await CountAsync());

        async Task<(int, int)> CountAsync() => (await portal.ReadAsync(db => db.Incidents.CountAsync(Ct)), await portal.ReadAsync(db => db.IncidentCases.CountAsync(Ct)));
    }

    [Fact]
    public async Task Incidents_come_a_page_at_a_time_the_latest_first()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Reported);
        await using var _ = portal;
        await ACase.DoneAsync(@case.LinkIncidentAsync());
        await Sql.RunAsync(portal.DatabaseFile, """
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 11)
            INSERT INTO Incidents (Id, Exam, Title, Description, ReportedBy, NamedBy, NamedByName, NamedAt)
            SELECT printf('%08X-0000-4000-8002-%012X', i, i), Exam, 'Storing ' || i, Description, ReportedBy, NamedBy, NamedByName, NamedAt - i FROM Incidents, n;
            """);
        var views = portal.Get<IncidentViews>();
        var first = await views.ListAsync(portal.Who("lid1").Id, 0, Ct);
        var second = await views.ListAsync(portal.Who("lid1").Id, IncidentViews.PageSize, Ct);
        Assert.Equal((12, 10, 2), (first.Total, first.Lines.Length, second.Lines.Length));
        Assert.Equal([(await @case.NowAsync()).Number], first.Lines[0].Cases);
        Assert.Equal("Storing 11", second.Lines[^1].Title);
        await using var page = APage.For(portal, "lid1");
        Assert.NotEmpty(page.Render<IncidentsPage>().FindAll(".rz-pager"));
    }

    // The same sitting a hundred and two times more, reported alike.
    private static Task MultiplyAsync(APortal portal) => Sql.RunAsync(portal.DatabaseFile, $"""
        CREATE TEMP TABLE n AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {Many - 1}) SELECT i FROM n;
        INSERT INTO Sittings (Id, Exam, Pseudonym, StudentNumber, Start, End, Supplier, DeliverySha256, Manifest, ImportedAt)
        SELECT printf('%08X-0000-4000-8001-%012X', i, i), Exam, Pseudonym || i, StudentNumber, Start, End, Supplier, DeliverySha256 || i, Manifest, ImportedAt FROM Sittings, n;
        INSERT INTO Cases (Id, Number, Sitting, State, Since, Due, Version)
        SELECT printf('%08X-0000-4000-8000-%012X', i, i), Number + i, printf('%08X-0000-4000-8001-%012X', i, i), State, Since, Due, Version FROM Cases, n;
        """);
}
