using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Web.Features.Recordings;
using ReviewPortal.Web.Tests.Import;

namespace ReviewPortal.Web.Tests.Features.Recordings;

/// <summary>The list of sittings, filtered, sorted and paged by the database.</summary>
public sealed class SittingListTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("", "C-4701 C-4711")]
    [InlineData("?words=4711", "C-4711")]
    [InlineData("?words=Programm", "C-4701 C-4711")]
    [InlineData("?words=2026-0002", "C-4711")]
    [InlineData("?exam=INFOB1PICA-2026-T1&faculty=B%C3%A8tawetenschappen&supplier=Opnemer%202.1", "C-4701 C-4711")]
    [InlineData("?exam=OTHER", "")]
    [InlineData("?faculty=Rechten", "")]
    [InlineData("?supplier=Proctorio", "")]
    [InlineData("?state=Imported", "C-4711")]
    [InlineData("?state=InReview", "C-4701")]
    [InlineData("?reviewer=none", "C-4711")]
    [InlineData("?from=2026-11-02&until=2026-11-02", "C-4701 C-4711")]
    [InlineData("?from=2026-11-03", "")]
    [InlineData("?until=2026-11-01", "")]
    [InlineData("?recorded=holes", "C-4701 C-4711")]
    [InlineData("?recorded=whole", "")]
    [InlineData("?recorded=little", "C-4701 C-4711")]
    [InlineData("?reported=yes", "C-4701 C-4711")]
    [InlineData("?reported=no", "")]
    public async Task A_filter_leaves_what_it_says(string query, string candidates)
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        await TwoAsync(portal);
        var (rows, total) = await portal.Get<SittingList>().RowsAsync(portal.Who("coordinator").Id, SittingFilter.Parse(query), Ct);
        Assert.Equal(candidates, string.Join(' ', rows.Select(row => row.Pseudonym).Order(StringComparer.Ordinal)));
        Assert.Equal(rows.Length, total);
    }

    [Fact]
    public async Task The_reviewer_of_a_sitting_and_only_that_reviewer_is_a_choice()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        await TwoAsync(portal);
        var by = portal.Who("coordinator").Id;
        var choices = await portal.Get<SittingList>().ChoicesAsync(by, Ct);
        Assert.Equal((portal.Who("reviewer").Id.ToString(), "Noor van Dam"), Assert.Single(choices.Reviewers));
        Assert.Equal(("INFOB1PICA-2026-T1", "Programmeren"), Assert.Single(choices.Exams));
        Assert.Equal([CaseState.Imported, CaseState.InReview], choices.States);
        Assert.Equal("Bètawetenschappen", Assert.Single(choices.Faculties));
        Assert.Equal("Opnemer 2.1", Assert.Single(choices.Suppliers));

        var (rows, _) = await portal.Get<SittingList>().RowsAsync(by, new SittingFilter { Reviewer = choices.Reviewers[0].Id }, Ct);
        Assert.Equal("C-4701", Assert.Single(rows).Pseudonym);
    }

    [Fact]
    public async Task Every_column_sorts_both_ways()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        await TwoAsync(portal);
        await Sql.RunAsync(portal.DatabaseFile, """
            UPDATE Sittings SET Start = Start + 600000000 WHERE Pseudonym = 'C-4711';
            UPDATE SittingFigures SET Seconds = Seconds + 1, Covered = Covered + 0.1, LongestGap = LongestGap + 1, Reports = Reports + 1 WHERE Sitting = (SELECT Id FROM Sittings WHERE Pseudonym = 'C-4711');
            UPDATE Cases SET Due = '2026-12-01' WHERE Sitting = (SELECT Id FROM Sittings WHERE Pseudonym = 'C-4711');
            DELETE FROM Signals WHERE Kind = 'paste' AND Sitting = (SELECT Id FROM Sittings WHERE Pseudonym = 'C-4701')
            """);
        foreach (var column in Enum.GetValues<SittingColumn>())
        {
            var one = await FirstAsync(portal, new SittingFilter { Sort = column });
            var other = await FirstAsync(portal, new SittingFilter { Sort = column, Reversed = true });
            // Both are sittings of one exam: there the number decides, either way round.
            if (column is SittingColumn.Exam) Assert.Equal(one, other);
            else Assert.True(one != other, $"{column} sorts nothing");
        }
    }

    [Fact]
    public async Task What_was_recorded_stands_in_the_list_as_on_the_page_of_the_sitting()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        var @case = await portal.ImportedAsync();
        var tracks = (await portal.Get<SittingViews>().DetailsAsync(@case.Sitting, portal.Who("coordinator").Id, Ct))!.Tracks;
        var row = Assert.Single((await portal.Get<SittingList>().RowsAsync(portal.Who("coordinator").Id, SittingFilter.Everything, Ct)).Rows);
        Assert.Equal((tracks.Min(track => track.Covered), tracks.Max(track => track.LongestGap)), (row.Covered, row.LongestGap));
        Assert.InRange(row.Covered, 0.0001, 0.01);
        // One report during the test; what the candidate wrote afterwards is none (UU-IR-9).
        Assert.Equal((1, 2), (row.Reports, row.Signals));
    }

    [Fact]
    public async Task The_list_goes_to_a_spreadsheet_as_it_is_filtered()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        await TwoAsync(portal);
        await portal.StartAsync();
        using var coordinator = await Http.Visitor.AsAsync(portal, portal.Who("coordinator").Email);
        var all = await LinesAsync(coordinator, "");
        Assert.Equal(3, all.Length);
        Assert.Equal(12, all[0].Split(';').Length);
        Assert.Contains(";2026-", all[1], StringComparison.Ordinal);
        var one = await LinesAsync(coordinator, "?words=C-4711");
        Assert.Equal(all[0], one[0]);
        Assert.Contains("C-4711", Assert.Single(one[1..]), StringComparison.Ordinal);

        static async Task<string[]> LinesAsync(Http.Visitor visitor, string query)
        {
            using var answer = await visitor.GetAsync(Web.Ui.Links.SittingsCsv + query);
            return (await answer.Content.ReadAsStringAsync(Ct)).Trim().Split("\r\n");
        }
    }

    [Fact]
    public async Task A_sitting_from_before_figures_gets_them_at_a_start_and_its_fingerprints_hold()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        await portal.ImportedAsync();
        var before = await portal.DumpAsync();
        await Sql.RunAsync(portal.DatabaseFile, "DELETE FROM SittingFigures");
        Assert.Empty((await portal.Get<SittingList>().RowsAsync(portal.Who("coordinator").Id, SittingFilter.Everything, Ct)).Rows);
        Assert.Equal(0, await portal.Get<Migrator>().MigrateAsync(Ct));
        Assert.Equal(before, await portal.DumpAsync());
        Assert.Empty(await portal.ReadAsync(db => Infrastructure.Audit.CaseVerifier.VerifyCasesAsync(db, Ct)));
    }

    [Fact]
    public async Task Ten_thousand_sittings_are_listed_filtered_and_sorted_at_once()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        await ManyAsync(portal, 10_000);
        var (by, list) = (portal.Who("coordinator").Id, portal.Get<SittingList>());
        await list.RowsAsync(by, SittingFilter.Everything, Ct); // The first translates the question.
        foreach (var query in new[] { "", "?page=400", "?recorded=holes&sort=covered", "?words=C-09", "?sort=gap&order=reversed", "?reported=yes&sort=reports", "?sort=signals" })
        {
            var watch = Stopwatch.StartNew();
            var (rows, total) = await list.RowsAsync(by, SittingFilter.Parse(query), Ct);
            TestContext.Current.TestOutputHelper?.WriteLine($"{watch.ElapsedMilliseconds} ms for {query}");
            Assert.NotEmpty(rows);
            Assert.InRange(rows.Length, 1, SittingList.PageSize);
            Assert.InRange(total, 1, 10_000);
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(3), $"{query} took {watch.ElapsedMilliseconds} ms");
        }
    }

    private static async Task<string> FirstAsync(APortal portal, SittingFilter filter) =>
        (await portal.Get<SittingList>().RowsAsync(portal.Who("coordinator").Id, filter, Ct)).Rows[0].Pseudonym;

    private static async Task TwoAsync(APortal portal)
    {
        var first = await portal.ImportedAsync();
        await portal.ImportedAsync("C-4711", "0412711");
        await ACase.DoneAsync(portal.On(11, 3).Then(() => first.AssignAsync()));
    }

    private static async Task ManyAsync(APortal portal, int count)
    {
        await portal.ImportedAsync();
        await portal.Dbs.ChangeAsync(
            async db =>
            {
                var (like, now) = (await db.Sittings.AsNoTracking().SingleAsync(Ct), portal.Clock.GetUtcNow());
                db.ChangeTracker.AutoDetectChangesEnabled = false;
                for (var at = 0; at < count - 1; at++)
                {
                    var id = SittingId.New(now.AddMilliseconds(at));
                    db.Add(new Sitting
                    {
                        Id = id, Exam = like.Exam, Pseudonym = $"C-{at:D5}", StudentNumber = $"{at:D7}", Start = like.Start.AddMinutes(at), End = like.End.AddMinutes(at),
                        Supplier = like.Supplier, DeliverySha256 = $"{at:x64}", Manifest = "{}", ImportedAt = now,
                    });
                    db.Add(new SittingFigures { Sitting = id, Seconds = 7200, Covered = at % 100 / 100.0, LongestGap = at % 7, Reports = at % 3 });
                    db.Add(Case.Open(new CaseNumber(2026, at + 10), id, now));
                    db.AddRange(Enumerable.Range(0, 4).Select(second => new Signal { Sitting = id, At = second, Source = SignalSource.Tab, Kind = "tab", Text = "ander tabblad" }));
                }

                return await db.SaveChangesAsync(Ct);
            },
            Ct);
    }
}
