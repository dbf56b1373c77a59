using System.Text;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Necessity;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Web.Access;
using ReviewPortal.Web.Features.Recordings;

namespace ReviewPortal.Web.Tests.Features.Recordings;

/// <summary>A roster comes in through the one door, changes nothing when it comes again, and tells of a candidate only what its reader needs.</summary>
public sealed class TakeInRosterTests
{
    private const string Exam = "INFOB1PICA-2026-T1";
    private const string Header = "studentnummer;toetscode;naam;e-mail;extra tijd;voorzieningen;aanwezig\n";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whoever_is_enrolled_has_a_sitting_or_is_missing()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        var @case = await portal.ImportedAsync();
        await portal.ImportedAsync("C-4711", "0412711");
        var taken = Assert.IsType<RosterTakenIn>(await ImportAsync(portal, $"{Header}{ADelivery.StudentNumber};{Exam};Lotte Smit;l@x.example;PT20M;extra pauzes|dyslexie;\n0499999;{Exam};Þrúður Ævarsdóttir;;;;\n0499998;{Exam};Weg;;;;afwezig\n"));
        Assert.Equal((3, 0, 0, 1), (taken.Added, taken.Changed, taken.Same, taken.LeftOut));

        var views = portal.Get<RosterViews>();
        var exam = Assert.Single(await views.ExamsAsync(portal.Who("coordinator").Id, Ct));
        Assert.Equal((Exam, "Programmeren", 3, 1, 1, 1, 1), (exam.Code, exam.Title, exam.Enrolled, exam.WithSitting, exam.Missing, exam.Absent, exam.Unlisted));
        var details = (await views.DetailsAsync(Exam, portal.Who("coordinator").Id, Ct))!;
        var first = details.Rows.Single(row => row.StudentNumber == ADelivery.StudentNumber);
        Assert.Equal(("Lotte Smit", "l@x.example", 20, true, true), (first.Name, first.Email, first.ExtraMinutes, first.IsOpen, first.HasAccount));
        Assert.Equal((await @case.NowAsync()).Number, first.Case);
        Assert.False(details.Rows.Single(row => row.Name == "Þrúður Ævarsdóttir").HasAccount);
        Assert.True(Assert.Single(details.Unlisted).IsOpen);

        // What this candidate may, without whose it is or why.
        Assert.Equal((20, "ExtraBreaks"), await portal.ReadAsync(async db => await Allowed.OfAsync(db, @case.Sitting, Ct) is var allowed ? (allowed.ExtraMinutes, string.Join(' ', allowed.Allowances)) : default));
        Assert.DoesNotContain("dyslexie", await portal.DumpAsync(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task The_same_roster_again_changes_nothing_and_a_newer_one_only_what_it_says_anew()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        var roster = $"{Header}0000001;{Exam};Een;;10;;\n0000002;{Exam};Twee;;;;aanwezig\n";
        await ImportAsync(portal, roster);
        var before = await KeptAsync(portal);
        Assert.Equal((0, 0, 2), await ImportAsync(portal, roster) is RosterTakenIn again ? (again.Added, again.Changed, again.Same) : default);
        Assert.Equal(before, await KeptAsync(portal));

        Assert.Equal((1, 1, 1), await ImportAsync(portal, $"{Header}0000001;{Exam};Een;;20;;\n0000002;{Exam};Twee;;;;\n0000003;{Exam};Drie;;;;\n") is RosterTakenIn newer ? (newer.Added, newer.Changed, newer.Same) : default);
        // A list without attendance takes back nothing.
        Assert.Equal(Attendance.Present, await portal.ReadAsync(db => db.Enrolments.Where(item => item.StudentNumber == "0000002").Select(item => item.Attendance).SingleAsync(Ct)));
        Assert.Equal(2, await portal.ReadAsync(db => db.AuditRows.CountAsync(row => row.Action == "roster.import", Ct)));
    }

    [Fact]
    public async Task A_roster_of_which_no_line_can_be_used_is_refused_and_its_lines_are_told_to_the_coordinator()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        Assert.True((await ImportAsync(portal, $"{Header};{Exam};;;;;\n"))!.IsRefused);
        Assert.Equal(0, await portal.ReadAsync(db => db.Enrolments.CountAsync(Ct)));
        var import = Assert.Single(await portal.Get<RosterViews>().ImportsAsync(portal.Who("coordinator").Id, Ct));
        Assert.Equal((1, 2L), (import.Refused, Assert.Single(import.Problems).Line));
    }

    [Theory]
    [InlineData("ooapi")]
    [InlineData("roster")]
    public async Task A_roster_belongs_to_no_single_sitting(string format)
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        var file = Path.Combine(portal.Folder.FullName, "r.csv");
        await File.WriteAllTextAsync(file, Header, Ct);
        Assert.IsType<SittingOfItsOwn>(Assert.Single(await portal.Get<TakeIn>().RunAsync(file, format, Guid.NewGuid().ToString(), portal.Who("coordinator"), Ct)));
    }

    [Theory]
    [InlineData("reviewer")]
    [InlineData("secretaris")]
    [InlineData("beheer")]
    [InlineData("student")]
    public async Task Nobody_but_a_coordinator_sends_reads_or_removes_a_roster(string who)
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        await ImportAsync(portal, $"{Header}0000001;{Exam};Een;;;;\n");
        var (by, views) = (portal.Who(who).Id, portal.Get<RosterViews>());
        Assert.Empty(await views.ExamsAsync(by, Ct));
        Assert.Null(await views.DetailsAsync(Exam, by, Ct));
        Assert.Empty(await views.ImportsAsync(by, Ct));
        var before = await portal.DumpAsync();
        Assert.Null(await portal.Get<TakeInRoster>().ReceiveAsync(Encoding.UTF8.GetBytes($"{Header}0000009;{Exam};X;;;;\n"), "r.csv", by, Ct));
        Assert.Equal(0, await portal.Get<TakeInRoster>().RemoveAsync(Exam, by, Ct));
        Assert.Equal(before, await portal.DumpAsync());
    }

    [Fact]
    public async Task A_coordinator_removes_a_roster_and_the_sittings_stay()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        var @case = await portal.ImportedAsync();
        var by = portal.Who("coordinator").Id;
        Assert.IsType<RosterTakenIn>(await portal.Get<TakeInRoster>().ReceiveAsync(Encoding.UTF8.GetBytes($"{Header}{ADelivery.StudentNumber};{Exam};X;;20;;\n"), "r.csv", by, Ct));
        Assert.Equal(1, await portal.Get<TakeInRoster>().RemoveAsync(Exam, by, Ct));
        Assert.Empty(await portal.Get<RosterViews>().ExamsAsync(by, Ct));
        Assert.True(await portal.ReadAsync(async db => (await Allowed.OfAsync(db, @case.Sitting, Ct)).IsNothing));
        Assert.Equal(CaseState.Imported, (await @case.NowAsync()).State);
    }

    /// <summary>Reviewers know candidates by their pseudonym; a roster would tell them the rest (UU-REV).</summary>
    [Fact]
    public async Task A_coordinator_who_also_reviews_sees_counts_and_no_names()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        var both = await portal.AccountAsync(new AccountDraft("both@demo.example", "Bo Beide", [Role.Coordinator, Role.Reviewer], null, "nl"));
        await ImportAsync(portal, $"{Header}0000001;{Exam};Een;;;;\n");
        var details = (await portal.Get<RosterViews>().DetailsAsync(Exam, both.Id, Ct))!;
        Assert.Equal((1, false), (details.Exam.Enrolled, details.Names));
        Assert.Empty(details.Rows);
    }

    [Fact]
    public async Task The_samples_come_in_and_tell_what_they_are()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        var results = new List<(string File, RosterTakenIn Taken)>();
        foreach (var file in Directory.EnumerateFiles(Samples()).Order(StringComparer.Ordinal))
            results.Add((Path.GetFileName(file), Assert.IsType<RosterTakenIn>(Assert.Single(await portal.Get<TakeIn>().RunAsync(file, null, null, portal.Who("coordinator"), Ct)))));
        Assert.Equal([("epidemiologie.ooapi5.json", 4, 0, 1, 1), ("programmeren.csv", 7, 2, 0, 0), ("statistiek.oeapi6.json", 5, 0, 0, 0)], results.Select(pair => (pair.File, pair.Taken.Added, pair.Taken.Problems.Count, pair.Taken.LeftOut, pair.Taken.Irregularities)));
        Assert.Equal(["ooapi", "roster", "oeapi"], await portal.ReadAsync(db => db.RosterImports.OrderBy(item => item.File).Select(item => item.Format).ToListAsync(Ct)));
    }

    private static string Samples()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !Directory.Exists(Path.Combine(folder.FullName, "samples", "rosters"))) folder = folder.Parent;
        return Path.Combine(Assert.IsType<DirectoryInfo>(folder).FullName, "samples", "rosters");
    }

    private static async Task<ImportResult?> ImportAsync(APortal portal, string roster)
    {
        var file = Path.Combine(portal.Folder.FullName, "rooster.csv");
        await File.WriteAllTextAsync(file, roster, Ct);
        return Assert.Single(await portal.Get<TakeIn>().RunAsync(file, null, null, portal.Who("coordinator"), Ct));
    }

    // That it came once more is told among the reports, and nowhere else.
    private static async Task<string> KeptAsync(APortal portal) =>
        string.Join("== ", (await portal.DumpAsync()).Split("== ").Where(table => !table.StartsWith("DeliveryReports", StringComparison.Ordinal)));
}
