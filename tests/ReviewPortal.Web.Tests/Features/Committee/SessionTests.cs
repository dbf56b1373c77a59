using Bunit;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Web.Access;
using ReviewPortal.Web.Demo;
using ReviewPortal.Web.Features.Committee;
using ReviewPortal.Web.Features.Worklist;
using ReviewPortal.Web.Tests.Http;
using ReviewPortal.Web.Tests.Pages;
using ReviewPortal.Web.Ui;

namespace ReviewPortal.Web.Tests.Features.Committee;

/// <summary>The agenda of the board, and what of it goes into calendars.</summary>
public sealed class SessionTests
{
    private static readonly DateOnly Sixteenth = new(2026, 11, 16);

    private static CancellationToken Ct => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_session_lists_its_cases_with_members_and_with_who_takes_no_part()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.ViewsReceived);
        await using var _ = portal;
        await ACase.DoneAsync(@case.DeclareConflictAsync("lid1"));
        await ACase.DoneAsync(portal.On(11, 16).Then(() => @case.DeliberateAsync("secretaris", "lid2", "voorzitter")));
        await portal.ImportedAsync("C-0002", "0412702");

        var agenda = portal.Get<BoardAgenda>();
        var day = Assert.Single((await agenda.ListAsync(portal.Who("secretaris").Id, upcoming: true, 0, Ct)).Days);
        Assert.Equal((Sixteenth, 1), (day.Date, day.Cases));
        Assert.Equal(["Hanneke Willems", "Joost Vermeer"], day.Members);
        var line = Assert.Single(await agenda.FindAsync(Sixteenth, portal.Who("lid2").Id, Ct));
        Assert.Equal(((await @case.NowAsync()).Number, CaseState.Deliberation, null), (line.Number, line.State, line.Outcome));
        Assert.Equal(["Hanneke Willems", "Joost Vermeer"], line.Members);
        Assert.Equal(["Aisha Karimi"], line.WithConflict);

        await using var page = APage.For(portal, "lid2");
        var shown = page.Render<SessionPage>(parameters => parameters.Add(item => item.Date, "2026-11-16"));
        Assert.Contains("Aisha Karimi", shown.Find("tbody").TextContent, StringComparison.Ordinal);
        Assert.Contains(Links.Case(Room.Decisions, line.Number), shown.Markup, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(15, "Komende zittingen", "Eerdere zittingen")]
    [InlineData(16, "Komende zittingen", "Eerdere zittingen")]
    [InlineData(17, "Eerdere zittingen", "Komende zittingen")]
    public async Task A_session_is_to_come_until_its_day_is_over(int today, string shown, string notShown)
    {
        var (portal, _) = await Stages.AtAsync(Stage.Deliberation);
        await using var closing = portal;
        portal.On(11, today, 23, 59);
        await using var page = APage.For(portal, "secretaris");
        var sessions = page.Render<SessionsPage>();
        Assert.Contains(shown, sessions.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain(notShown, sessions.Markup, StringComparison.Ordinal);
        Assert.Contains(Links.Session(Sixteenth), sessions.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_is_not_of_the_board_sees_no_session()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Deliberation);
        await using var _ = portal;
        foreach (var who in TriedActions.Everybody.Except(["secretaris", "lid1", "lid2", "voorzitter"]))
        {
            foreach (var upcoming in new[] { true, false }) Assert.Equal(0, (await portal.Get<BoardAgenda>().ListAsync(portal.Who(who).Id, upcoming, 0, Ct)).Total);
            Assert.Empty(await portal.Get<BoardAgenda>().FindAsync(Sixteenth, portal.Who(who).Id, Ct));
        }

        Assert.Empty(await portal.Get<BoardAgenda>().FindAsync(Sixteenth.AddDays(1), portal.Who("lid1").Id, Ct));
        Assert.Equal(CaseState.Deliberation, (await @case.NowAsync()).State);
    }

    [Fact]
    public async Task The_session_of_a_decision_that_was_laid_aside_stays_in_the_agenda()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Annulled);
        await using var _ = portal;
        await ACase.DoneAsync(@case.RedecideAsync());
        var agenda = portal.Get<BoardAgenda>();
        var secretary = portal.Who("secretaris").Id;

        var day = Assert.Single((await agenda.ListAsync(secretary, upcoming: false, 0, Ct)).Days);
        Assert.Equal((Sixteenth, 1), (day.Date, day.Cases));
        Assert.Equal(["Aisha Karimi", "Hanneke Willems", "Joost Vermeer"], day.Members);
        var line = Assert.Single(await agenda.FindAsync(Sixteenth, secretary, Ct));
        Assert.Equal((true, Core.Decisions.Outcome.Irregularity), (line.IsLaidAside, line.Outcome));

        // Put on the agenda of the same day anew, the case stands there twice.
        await ACase.DoneAsync(portal.Get<Deliberate>().RunAsync(@case.Latest, Sixteenth, [portal.Who("lid1").Id, portal.Who("lid2").Id], secretary, Ct));
        Assert.Equal([true, false], (await agenda.FindAsync((await portal.ReadAsync(db => db.Sessions.SingleAsync(Ct))).Date, secretary, Ct)).Select(item => item.IsLaidAside));
        await using var page = APage.For(portal, "secretaris");
        var shown = page.Render<SessionPage>(parameters => parameters.Add(item => item.Date, "2026-11-16"));
        Assert.Contains("besluit geldt niet meer", shown.Find("tbody").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sessions_come_a_page_at_a_time_the_latest_past_one_first()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Deliberation);
        await using var _ = portal;
        const int More = 30;
        await Sql.RunAsync(portal.DatabaseFile, $"""
            CREATE TEMP TABLE n AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {More}) SELECT i FROM n;
            INSERT INTO Sittings (Id, Exam, Pseudonym, StudentNumber, Start, End, Supplier, DeliverySha256, Manifest, ImportedAt)
            SELECT printf('%08X-0000-4000-8001-%012X', i, i), Exam, Pseudonym || i, StudentNumber, Start, End, Supplier, DeliverySha256 || i, Manifest, ImportedAt FROM Sittings, n;
            INSERT INTO Cases (Id, Number, Sitting, State, Since, Due, Version)
            SELECT printf('%08X-0000-4000-8000-%012X', i, i), Number + i, printf('%08X-0000-4000-8001-%012X', i, i), State, Since, Due, Version FROM Cases, n;
            INSERT INTO Sessions ("Case", Date, Members) SELECT printf('%08X-0000-4000-8000-%012X', i, i), date('2026-11-16', '-' || i || ' days'), Members FROM Sessions, n;
            """);
        portal.On(11, 16);
        var agenda = portal.Get<BoardAgenda>();
        var secretary = portal.Who("secretaris").Id;
        Assert.Equal(1, (await agenda.ListAsync(secretary, upcoming: true, 0, Ct)).Total);
        var first = await agenda.ListAsync(secretary, upcoming: false, 0, Ct);
        var second = await agenda.ListAsync(secretary, upcoming: false, BoardAgenda.PageSize, Ct);
        Assert.Equal((More, BoardAgenda.PageSize, More - BoardAgenda.PageSize), (first.Total, first.Days.Length, second.Days.Length));
        Assert.Equal(Sixteenth.AddDays(-1), first.Days[0].Date);
        Assert.Equal(Sixteenth.AddDays(-More), second.Days[^1].Date);
        Assert.Equal(3, second.Days[^1].Members.Length);

        await using var page = APage.For(portal, "secretaris");
        Assert.NotEmpty(page.Render<SessionsPage>().FindAll(".rz-pager"));
        Assert.Equal(CaseState.Deliberation, (await @case.NowAsync()).State);
    }

    [Fact]
    public async Task Where_there_is_nothing_yet_the_page_says_what_to_do()
    {
        var (portal, _) = await Stages.AtAsync(Stage.Imported);
        await using var closing = portal;
        await using var page = APage.For(portal, "secretaris");
        Assert.Contains("zet de zaak op de agenda", page.Render<SessionsPage>().Find(".empty").TextContent, StringComparison.Ordinal);
        Assert.Contains("beschrijf de oorzaak één keer", page.Render<IncidentsPage>().Find(".empty").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Stage.Deliberation)]
    [InlineData(Stage.Decided)]
    public async Task A_case_waits_for_the_members_of_its_session_and_for_no_other_member(Stage stage)
    {
        var (portal, _) = await Stages.AtAsync(stage);
        await using var closing = portal;
        var other = await portal.AccountAsync(new AccountDraft(DemoAccounts.Email("lid3"), "Fatima Smit", [Role.BoardMember], null, "nl"));
        Assert.Equal(0, (await portal.Get<CaseLists>().WorkAsync(other.Id, null, new ListPage(0, 9, ""), Ct)).Total);
        Assert.Equal(1, (await portal.Get<CaseLists>().WorkAsync(portal.Who("lid2").Id, null, new ListPage(0, 9, ""), Ct)).Total);
    }

    /// <summary>A hearing that is moved keeps its UID and gets a higher SEQUENCE; nobody's name goes along.</summary>
    [Fact]
    public async Task The_hearing_goes_into_calendars_and_moves_there()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.HearingPlanned);
        await using var _ = portal;
        await portal.StartAsync();
        var address = Links.HearingCalendar((await @case.NowAsync()).Number);
        var first = await ReadAsync(portal, DemoAccounts.StudentEmail(ADelivery.StudentNumber), address);
        Assert.Contains("SEQUENCE:0\r\nDTSTART:20261119T090000Z\r\nDTEND:20261119T100000Z\r\n", first, StringComparison.Ordinal);
        Assert.Contains("LOCATION:Kamer 1.14\r\n", first, StringComparison.Ordinal);
        Assert.DoesNotContain(ADelivery.StudentNumber, first, StringComparison.Ordinal);
        Assert.DoesNotContain(portal.Who("student").Name, first, StringComparison.Ordinal);

        await ACase.DoneAsync(@case.PlanHearingAsync(Core.Calendar.Amsterdam.At(new(2026, 12, 1), new(14, 0))));
        var second = await ReadAsync(portal, DemoAccounts.Email("lid1"), address);
        Assert.Contains("SEQUENCE:1\r\nDTSTART:20261201T130000Z\r\n", second, StringComparison.Ordinal);
        Assert.Equal(Uid(first), Uid(second));

        await ACase.DoneAsync(@case.GiveViewAsync());
        using var visitor = await Visitor.AsAsync(portal, DemoAccounts.Email("lid1"));
        using var gone = await visitor.GetAsync(address);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, gone.StatusCode);

        // Asked for again beside what was written, it is an appointment as soon as it has a day.
        await portal.ReadAsync(db => db.Database.ExecuteSqlRawAsync("UPDATE Invitations SET ReactBy = '2026-12-04'", Ct));
        await ACase.DoneAsync(@case.AskHearingAsync());
        using var notYet = await visitor.GetAsync(address);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, notYet.StatusCode);
        await ACase.DoneAsync(@case.PlanHearingAsync(Core.Calendar.Amsterdam.At(new(2026, 12, 2), new(14, 0))));
        Assert.Contains("SEQUENCE:2\r\nDTSTART:20261202T130000Z\r\n", await ReadAsync(portal, DemoAccounts.Email("lid1"), address), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_goes_into_calendars_as_a_whole_day_with_case_numbers()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Deliberation);
        await using var _ = portal;
        await portal.StartAsync();
        var text = await ReadAsync(portal, DemoAccounts.Email("voorzitter"), Links.SessionCalendar(Sixteenth));
        Assert.Contains("DTSTART;VALUE=DATE:20261116\r\nDTEND;VALUE=DATE:20261117\r\n", text, StringComparison.Ordinal);
        Assert.Contains($"DESCRIPTION:{(await @case.NowAsync()).Number}\r\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_secretary_sees_the_other_hearings_of_the_week()
    {
        var other = new PlannedHearing(new(2026, 7), Core.Calendar.Amsterdam.At(new(2026, 11, 19), new(10, 0)), "Kamer 2");
        var records = new BoardRecords([], false, [], [], [other]);
        Assert.All(new[] { 16, 19, 22 }, day => Assert.Single(records.HearingsInWeekOf(new(2026, 11, day))));
        Assert.All(new[] { 15, 23 }, day => Assert.Empty(records.HearingsInWeekOf(new(2026, 11, day))));

        var (portal, @case) = await Stages.AtAsync(Stage.HearingPlanned);
        await using var _ = portal;
        await using var page = APage.For(portal, "secretaris");
        var number = (await @case.NowAsync()).Number;
        var shown = page.Render<DossierPage>(parameters => parameters.Add(item => item.Number, number.ToString()));
        Assert.Contains("Andere hoorzittingen in die week: geen", shown.Markup, StringComparison.Ordinal);
        Assert.Contains(Links.HearingCalendar(number), shown.Markup, StringComparison.Ordinal);
    }

    private static string Uid(string calendar) => calendar.Split("\r\n").Single(line => line.StartsWith("UID:", StringComparison.Ordinal));

    private static async Task<string> ReadAsync(APortal portal, string email, string address)
    {
        using var visitor = await Visitor.AsAsync(portal, email);
        using var answer = await visitor.GetAsync(address);
        Assert.Equal("text/calendar", answer.Content.Headers.ContentType?.MediaType);
        return await answer.Content.ReadAsStringAsync(Ct);
    }
}
