using Bunit;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.ProcesVerbaal;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Web.Features.ProcesVerbaal;
using ReviewPortal.Web.Features.Retention;
using ReviewPortal.Web.Features.Review;
using ReviewPortal.Web.Features.Worklist;
using ReviewPortal.Web.Tests.Pages;

namespace ReviewPortal.Web.Tests.Features.Review;

/// <summary>A visible citizen service number is a matter for the data protection officer, and the number itself stands nowhere (UAVG 46, UU-PRE-8).</summary>
public sealed class ReportBsnTests
{
    private const string ABsn = "999990019";

    private static CancellationToken Ct => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_officer_finds_the_report_in_the_worklist_and_settles_it_there()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.BsnReported);
        await using var _ = portal;
        var fg = portal.Who("fg").Id;
        Assert.Equal((CaseAction.HandleBsn, 1), Assert.Single(await portal.Get<CaseLists>().CountWorkAsync(fg, Ct)));
        var row = Assert.Single(await portal.Get<BsnIncidents>().ReadAsync(fg, new BsnQuestion(Open: true), Ct));
        Assert.Equal((TrackRole.Webcam, new Fragment(1, 3), "Noor van Dam", null), (row.Track, row.Fragment, row.By, row.HandledAt));
        await ACase.DoneAsync(@case.HandleBsnAsync());
        Assert.Empty(await portal.Get<CaseLists>().CountWorkAsync(fg, Ct));
        Assert.Empty(await portal.Get<BsnIncidents>().ReadAsync(fg, new BsnQuestion(Open: true), Ct));
        Assert.Equal("Bram Oosterhuis", Assert.Single(await portal.Get<BsnIncidents>().ReadAsync(fg, new BsnQuestion(Open: false), Ct)).HandledBy);
    }

    [Fact]
    public async Task Nobody_but_the_officer_reads_the_reports()
    {
        var (portal, _) = await Stages.AtAsync(Stage.BsnReported);
        await using var closing = portal;
        foreach (var who in new[] { "reviewer", "tweede", "secretaris", "archief", "beheer", "coordinator" }) Assert.Empty(await portal.Get<BsnIncidents>().ReadAsync(portal.Who(who).Id, new BsnQuestion(), Ct));
    }

    [Fact]
    public async Task The_list_is_narrowed_and_put_in_order()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.BsnReported);
        await using var _ = portal;
        await ACase.DoneAsync(portal.On(11, 5).Then(() => @case.ReportBsnAsync(from: 5, to: 6, track: TrackRole.Screen)));
        var (fg, all) = (portal.Who("fg").Id, portal.Get<BsnIncidents>());
        Assert.Equal([5, 1], (await all.ReadAsync(fg, new BsnQuestion(), Ct)).Select(row => row.Fragment.From));
        Assert.Equal([1, 5], (await all.ReadAsync(fg, new BsnQuestion(Descending: false), Ct)).Select(row => row.Fragment.From));
        Assert.Equal(2, (await all.ReadAsync(fg, new BsnQuestion(Words: "0001"), Ct)).Length);
        Assert.Empty(await all.ReadAsync(fg, new BsnQuestion(Words: "0002"), Ct));
    }

    [Fact]
    public async Task The_pages_of_the_officer_show_it()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.BsnReported);
        await using var _ = portal;
        using var page = APage.For(portal, "fg");
        var list = page.Render<BsnPage>();
        list.WaitForAssertion(() => Assert.Contains("Noor van Dam", list.Markup, StringComparison.Ordinal), TimeSpan.FromSeconds(10));
        var number = (await @case.NowAsync()).Number.ToString();
        var shown = page.Render<RetentionPage>(parameters => parameters.Add(item => item.Number, number));
        shown.WaitForAssertion(() => Assert.Contains("Achterkant van de identiteitskaart.", shown.Markup, StringComparison.Ordinal), TimeSpan.FromSeconds(10));
    }

    /// <summary>Everything a reviewer writes is refused with a number in it that passes the test of the check digit; one that does not pass is a number like another.</summary>
    [Fact]
    public async Task A_number_that_may_be_one_is_kept_in_nothing_that_a_reviewer_writes()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Marked);
        await using var _ = portal;
        var before = await portal.DumpAsync();
        foreach (var write in new Func<Task<Answer>>[] { () => @case.MarkAsync(seen: $"Op de kaart staat {ABsn}."), () => @case.NoteViewingAsync(note: ABsn) })
            Assert.Equal([Requirement.NoCitizenNumber], Assert.IsType<Refused>(await write()).Unmet);
        Assert.Equal([Requirement.NoCitizenNumber], Assert.IsType<Refused>(await portal.Get<AnswerSignals>().RejectAsync(@case.Id, new(Words: "e"), 1, $"Hier staat {ABsn}.", portal.Who("reviewer").Id, Ct)).Unmet);
        Assert.Equal(before, await portal.DumpAsync());
        await ACase.DoneAsync(@case.MarkAsync(seen: "Op de kaart staat 999990018."));

        (var other, var later) = await Stages.AtAsync(Stage.SecondReviewTaken);
        await using var __ = other;
        Assert.Equal([Requirement.NoCitizenNumber], Assert.IsType<Refused>(await later.WriteReasonsAsync(reasons: $"Ook ik lees {ABsn}.")).Unmet);
        Assert.Equal([Requirement.NoCitizenNumber], Assert.IsType<Refused>(await other.Get<WriteProcesVerbaal>().RunAsync(later.Id, ProcesVerbaalDraft.Empty with { Inference = ABsn }, upon: null, other.Who("reviewer").Id, Ct)).Unmet);
    }

    /// <summary>The signed record says that it was reported: then it is.</summary>
    [Fact]
    public async Task Who_ticked_it_and_reported_nothing_reports_it_with_the_signature()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Supported);
        await using var _ = portal;
        await ACase.DoneAsync(portal.Get<WriteProcesVerbaal>().RunAsync(@case.Id, new ProcesVerbaalDraft(Suspicion.Irregularity, "Vermoeden.", "", null, IdentityCheck.Confirmed, BsnVisible: true), upon: null, portal.Who("reviewer").Id, Ct));
        await ACase.DoneAsync(@case.SignReportAsync());
        var told = await portal.ReadAsync(db => db.BsnIncidents.SingleAsync(Ct));
        Assert.Equal((null, "Noor van Dam", false), (told.Track, told.ByName, told.IsHandled));
    }

    [Fact]
    public async Task The_form_beside_the_player_reports_the_moment_it_names()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.InReview);
        await using var _ = portal;
        using var page = APage.For(portal, "reviewer");
        var number = (await @case.NowAsync()).Number.ToString();
        var shown = page.Render<ReviewPage>(parameters => parameters.Add(item => item.Number, number));
        (await shown.WaitForElementAsync("[data-bsn]", TimeSpan.FromSeconds(10))).Click();
        await shown.WaitForElementAsync(".panel", TimeSpan.FromSeconds(10));
        await shown.Find(".panel .whynot button").ClickAsync(new());
        shown.WaitForAssertion(() => Assert.Single(shown.FindAll(".own li")), TimeSpan.FromSeconds(10));
        Assert.Equal(TrackRole.Webcam, (await portal.ReadAsync(db => db.BsnIncidents.SingleAsync(Ct))).Track);
    }
}
