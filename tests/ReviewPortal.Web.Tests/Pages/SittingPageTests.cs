using System.Text.Json.Nodes;
using Bunit;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Web.Access;
using ReviewPortal.Web.Features.Recordings;
using ReviewPortal.Web.Features.Review;

namespace ReviewPortal.Web.Tests.Pages;

/// <summary>The page of one sitting: facts with their origin, and of the candidate no more than the reader needs.</summary>
public sealed class SittingPageTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private static CancellationToken Ct => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_coordinator_sees_what_came_and_neither_name_nor_number_nor_what_was_written()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        var @case = await WithExtrasAsync(portal);
        var shown = await ShowAsync(portal, @case, "coordinator");
        Assert.Contains("30 minuten extra tijd", shown.Markup, StringComparison.Ordinal);
        Assert.Contains("colour", shown.Markup, StringComparison.Ordinal);
        Assert.Contains("alleen voor reviewer en examencommissie", shown.Markup, StringComparison.Ordinal);
        foreach (var hidden in new[] { ADelivery.StudentNumber, "Lotte", ADelivery.Report, "candidate.nickname", "Wie keek er?" }) Assert.DoesNotContain(hidden, shown.Markup, StringComparison.Ordinal);
        // A bar for each track, and one for the report.
        Assert.Equal(4, shown.FindAll("svg[role=img]").Count);
        Assert.Single(shown.FindAll("rect.report"));
        Assert.All(shown.FindAll("rect.recorded"), part => Assert.InRange(double.Parse(part.GetAttribute("width")!, System.Globalization.CultureInfo.InvariantCulture), 0.1, 20));
    }

    [Fact]
    public async Task The_secretary_also_sees_whose_it_is_what_was_written_and_who_looked()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Reported);
        await using var _ = portal;
        var shown = await ShowAsync(portal, @case, "secretaris");
        Assert.Contains("Lotte Smit", shown.Markup, StringComparison.Ordinal);
        Assert.Contains(ADelivery.StudentNumber, shown.Markup, StringComparison.Ordinal);
        Assert.Contains(ADelivery.Report, shown.Markup, StringComparison.Ordinal);
        Assert.Contains("buiten de toets", shown.Markup, StringComparison.Ordinal);
        var openings = (await portal.Get<SittingOpenings>().OfAsync((await @case.NowAsync()).Number.ToString(), portal.Who("secretaris").Id, Ct))!.Value;
        Assert.Contains(openings, opening => opening is { Who: "Noor van Dam", Purpose: "review" });
        Assert.Contains("Noor van Dam", shown.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_fetched_a_recording_without_opening_a_page_looked_too()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Reported);
        await using var _ = portal;
        var recording = await portal.ReadAsync(db => db.Recordings.Select(item => item.Id).FirstAsync(Ct));
        Assert.NotNull(await portal.Get<PlayPermits>().AskAsync(recording, portal.Who("lid1").Id, Ct));
        var openings = (await portal.Get<SittingOpenings>().OfAsync((await @case.NowAsync()).Number.ToString(), portal.Who("secretaris").Id, Ct))!.Value;
        Assert.Contains(openings, opening => opening.Who == portal.Who("lid1").Name && opening.Purpose is "address");
    }

    [Fact]
    public async Task A_recording_that_is_gone_or_cut_is_said_to_be()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Reported);
        await using var _ = portal;
        Assert.DoesNotContain("niet heel in de kluis", (await ShowAsync(portal, @case, "secretaris")).Markup, StringComparison.Ordinal);
        var recording = await portal.ReadAsync(db => db.Recordings.Select(item => item.Id).FirstAsync(Ct));
        File.Delete(Path.Combine(portal.VaultFolder, recording.ToString(), "original.sealed"));
        Assert.Contains("niet heel in de kluis", (await ShowAsync(portal, @case, "secretaris")).Markup, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("coordinator")]
    [InlineData("lid1")]
    [InlineData("reviewer")]
    [InlineData("fg")]
    [InlineData("student")]
    public async Task Who_looked_is_for_those_who_answer_for_the_file(string who)
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Reported);
        await using var _ = portal;
        Assert.Null(await portal.Get<SittingOpenings>().OfAsync((await @case.NowAsync()).Number.ToString(), portal.Who(who).Id, Ct));
    }

    [Fact]
    public async Task Signals_stand_by_kind_and_origin_and_show_what_came_as_it_came()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        var @case = await WithExtrasAsync(portal);
        var shown = await ShowAsync(portal, @case, "coordinator");
        shown.FindAll("button[aria-expanded]").First(button => button.GetAttribute("aria-label")!.Contains("typing", StringComparison.Ordinal)).Click();
        shown.WaitForAssertion(() => Assert.Contains("ritme", shown.Markup, StringComparison.Ordinal), Patience);
        Assert.Contains("1–25 van 30", shown.Markup, StringComparison.Ordinal);
        shown.FindAll("button").First(button => button.TextContent is "Zoals geleverd").Click();
        shown.WaitForAssertion(() => Assert.Contains("\"keys\": 1", System.Net.WebUtility.HtmlDecode(shown.Find("pre").InnerHtml), StringComparison.Ordinal), Patience);
        shown.FindAll("button").Single(button => button.TextContent is "Volgende").Click();
        shown.WaitForAssertion(() => Assert.Contains("26–30 van 30", shown.Markup, StringComparison.Ordinal), Patience);
    }

    [Theory]
    [InlineData("reviewer")]
    [InlineData("student")]
    [InlineData("secretaris")]
    [InlineData("fg")]
    public async Task Signals_are_not_for_whom_the_door_is_shut(string who)
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        var @case = await portal.ImportedAsync();
        var (signals, number, by) = (portal.Get<SittingSignals>(), (await @case.NowAsync()).Number.ToString(), portal.Who(who).Id);
        Assert.Empty(await signals.GroupsAsync(number, by, Ct));
        Assert.Empty(await signals.PageAsync(number, null, 1, by, Ct));
        Assert.Null(await signals.RawAsync(number, 1, by, Ct));
    }

    [Fact]
    public async Task A_signal_of_another_sitting_is_not_shown_by_its_number()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        var mine = await WithExtrasAsync(portal);
        var other = await portal.ImportedAsync("C-4711", "0412711");
        var signal = (await portal.Get<SittingSignals>().PageAsync((await mine.NowAsync()).Number.ToString(), null, 1, portal.Who("coordinator").Id, Ct)).First(line => line.HasMore).Id;
        Assert.NotNull(await portal.Get<SittingSignals>().RawAsync((await mine.NowAsync()).Number.ToString(), signal, portal.Who("coordinator").Id, Ct));
        Assert.Null(await portal.Get<SittingSignals>().RawAsync((await other.NowAsync()).Number.ToString(), signal, portal.Who("coordinator").Id, Ct));
    }

    /// <summary>UU-OWN-c and UU-OWN-f: an exception to a ground must stand before the reviewer; whose and why must not.</summary>
    [Fact]
    public async Task A_reviewer_sees_what_this_candidate_may_and_no_name()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        var @case = await WithExtrasAsync(portal);
        await ACase.DoneAsync(portal.On(11, 3).Then(() => @case.AssignAsync()));
        await using var page = APage.For(portal, "reviewer");
        var number = (await @case.NowAsync()).Number.ToString();
        var shown = page.Render<ReviewPage>(parameters => parameters.Add(item => item.Number, number));
        shown.WaitForAssertion(() => Assert.Contains("Deze kandidaat mag ook: 30 minuten extra tijd · extra pauzes", shown.Markup, StringComparison.Ordinal), Patience);
        foreach (var hidden in new[] { ADelivery.StudentNumber, "Lotte", "dyslexie" }) Assert.DoesNotContain(hidden, shown.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_manifest_holds_beyond_its_format_is_named_by_its_place()
    {
        const string manifest = """{"schema":"s","exam":{"code":"c","room":3},"candidate":{"pseudonym":"p","name":"L"},"externalIds":{"edx":"x"},"tracks":[{"role":"webcam","lens":"wide","segments":[{"file":"a","fps":12}]}],"colour":["blue"]}""";
        Assert.Equal(["exam.room=3", "tracks[0].lens=\"wide\"", "tracks[0].segments[0].fps=12", "colour=[\"blue\"]"], UnknownField.In(manifest, ofCandidate: false).Select(field => $"{field.Path}={field.Json}"));
        Assert.Contains(UnknownField.In(manifest, ofCandidate: true), field => field is { Path: "candidate.name", Json: "\"L\"" });
    }

    private static async Task<ACase> WithExtrasAsync(APortal portal)
    {
        using var bundle = ADelivery.Of();
        bundle.Manifest["candidate"]!["nickname"] = JsonValue.Create("Lotje");
        bundle.Files["events.jsonl"] = System.Text.Encoding.UTF8.GetBytes(string.Join('\n', Enumerable.Range(1, 30).Select(at => $$"""{"at": {{at}}, "source": "keyboard", "kind": "typing", "text": "ritme {{at}}", "data": {"keys": {{at}} } }""")) + "\n");
        var @case = await portal.CaseOfAsync(Assert.IsType<TakenIn>(await portal.ImportAsync(bundle)).Sitting);
        var roster = $"studentnummer;toetscode;naam;extra tijd;voorzieningen\n{ADelivery.StudentNumber};INFOB1PICA-2026-T1;Lotte Smit;30;extra pauzes|dyslexie\n";
        Assert.IsType<RosterTakenIn>(await portal.Get<TakeInRoster>().ReceiveAsync(System.Text.Encoding.UTF8.GetBytes(roster), "r.csv", portal.Who("coordinator").Id, Ct));
        return @case;
    }

    private static async Task<IRenderedComponent<SittingPage>> ShowAsync(APortal portal, ACase @case, string who)
    {
        var page = APage.For(portal, who);
        var number = (await @case.NowAsync()).Number.ToString();
        var shown = page.Render<SittingPage>(parameters => parameters.Add(item => item.Number, number));
        shown.WaitForAssertion(() => Assert.NotEmpty(shown.FindAll("table.plain tbody tr button")), Patience);
        return shown;
    }
}
