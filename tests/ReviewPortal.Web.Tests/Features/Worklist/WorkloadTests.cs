using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Web.Features.Worklist;
using ReviewPortal.Web.Tests.Http;
using ReviewPortal.Web.Ui;

namespace ReviewPortal.Web.Tests.Features.Worklist;

/// <summary>What is counted of the work, and who sees it.</summary>
public sealed class WorkloadTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_coordinator_sees_everybodys_work_and_a_reviewer_only_the_own()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Supported);
        await using var _ = portal;
        var all = await portal.Get<WorkloadViews>().OfAsync(portal.Who("coordinator").Id, WorkloadFilter.Standard, Ct);
        Assert.Equal(["Noor van Dam", "Ruben Achterberg", "Sanne de Wit"], all.Rows.Select(row => row.Name));
        Assert.False(all.IsOwn);
        var (noor, sanne) = (all.Rows[0], all.Rows[2]);
        Assert.Equal((1, 0, 1, 1), (noor.FinishedInAll, noor.SecondFinished, sanne.FinishedInAll, sanne.SecondFinished));
        Assert.Equal((10, 10), ((int)Math.Round(noor.Watched), (int)Math.Round(sanne.Watched)));
        Assert.NotNull(noor.Days);
        Assert.Equal((8, 1), (all.Weeks.Length, noor.Finished[^1] + noor.Finished[^2]));

        var own = await portal.Get<WorkloadViews>().OfAsync(portal.Who("tweede").Id, WorkloadFilter.Parse("?words=Noor"), Ct);
        Assert.Equal(("Sanne de Wit", true), (Assert.Single(own.Rows).Name, own.IsOwn));
        foreach (var who in new[] { "secretaris", "student", "beheer", "examinator" }) Assert.Empty((await portal.Get<WorkloadViews>().OfAsync(portal.Who(who).Id, WorkloadFilter.Standard, Ct)).Rows);
    }

    [Fact]
    public async Task What_lies_with_somebody_shrinks_as_it_is_watched()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.InReview);
        await using var _ = portal;
        var before = await NoorAsync(portal);
        Assert.Equal((1, 0), (before.InHand, before.SecondInHand));
        await ACase.DoneAsync(@case.WatchAsync());
        var after = await NoorAsync(portal);
        Assert.True(after.ToWatch < before.ToWatch, $"{after.ToWatch} of {before.ToWatch}");
        Assert.Equal(10, after.Watched, 0.1);

        static async Task<PersonWork> NoorAsync(APortal portal) => (await portal.Get<WorkloadViews>().OfAsync(portal.Who("reviewer").Id, WorkloadFilter.Standard, Ct)).Rows.Single();
    }

    [Fact]
    public async Task It_is_sorted_and_narrowed_as_the_address_says_and_goes_to_a_spreadsheet()
    {
        var (portal, _) = await Stages.AtAsync(Stage.Supported);
        await using var closing = portal;
        var by = portal.Who("coordinator").Id;
        foreach (var column in Enum.GetValues<WorkloadColumn>())
        {
            var filter = WorkloadFilter.Parse(new WorkloadFilter { Sort = column }.ToString());
            var (one, other) = (await portal.Get<WorkloadViews>().OfAsync(by, filter, Ct), await portal.Get<WorkloadViews>().OfAsync(by, filter.SortedBy(column), Ct));
            Assert.Equal(column, filter.Sort);
            if (column is WorkloadColumn.Name or WorkloadColumn.Finished or WorkloadColumn.Watched or WorkloadColumn.Second or WorkloadColumn.Days) Assert.NotEqual(one.Rows.Select(row => row.Name), other.Rows.Select(row => row.Name));
        }

        Assert.Equal("?words=Noor&weeks=26&sort=days&order=reversed&page=2", WorkloadFilter.Parse("?words=Noor&weeks=26&sort=days&order=reversed&page=2&more=1").ToString());
        Assert.Equal(WorkloadFilter.Standard, WorkloadFilter.Parse("?weeks=5&sort=9&order=up&page=-1"));

        await portal.StartAsync();
        using var coordinator = await Visitor.AsAsync(portal, portal.Who("coordinator").Email);
        using var answer = await coordinator.GetAsync(Links.WorkloadCsv + "?words=sanne");
        var lines = (await answer.Content.ReadAsStringAsync(Ct)).Trim().Split("\r\n");
        Assert.Equal(2, lines.Length);
        Assert.Equal(11 + 8, lines[0].Split(';').Length);
        Assert.StartsWith("Sanne de Wit;0;0;", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Availability_is_the_coordinators_to_keep_and_is_written_down()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        var (keep, noor, by) = (portal.Get<KeepAvailability>(), portal.Who("reviewer").Id, portal.Who("coordinator").Id);
        var draft = new AvailabilityDraft(new DateOnly(2026, 11, 9), new DateOnly(2026, 11, 13), 20);
        var before = await portal.DumpAsync();
        Assert.False(await keep.RunAsync(noor, draft, noor, Ct));
        Assert.False(await keep.RunAsync(portal.Who("secretaris").Id, draft, by, Ct));
        Assert.False(await keep.RunAsync(noor, draft with { AwayUntil = new DateOnly(2026, 11, 8) }, by, Ct));
        Assert.Equal(before, await portal.DumpAsync());

        Assert.True(await keep.RunAsync(noor, draft, by, Ct));
        Assert.True(await keep.RunAsync(noor, draft with { MostHours = null }, by, Ct));
        var kept = await portal.ReadAsync(db => db.Availabilities.SingleAsync(Ct));
        Assert.Equal((noor, draft.AwayFrom, draft.AwayUntil, null), (kept.Person, kept.AwayFrom, kept.AwayUntil, kept.MostHours));
        Assert.Equal(2, await portal.ReadAsync(db => db.AuditRows.CountAsync(row => row.Action == "reviewer.availability", Ct)));
    }
}
