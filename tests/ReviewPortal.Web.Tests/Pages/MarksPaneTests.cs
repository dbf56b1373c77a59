using Bunit;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Review;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Web.Access;
using ReviewPortal.Web.Features.Review;

namespace ReviewPortal.Web.Tests.Pages;

/// <summary>The marks of a reviewer: what stands beside an open one, its pictures and its links, and what speaks for the student.</summary>
public sealed class MarksPaneTests
{
    private static CancellationToken Ct => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task Beside_an_open_mark_stand_what_this_candidate_may_and_what_is_near()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Marked);
        await using var closing = portal;
        await using var page = APage.For(portal, "reviewer");
        var pane = await ShowAsync(portal, @case, page);
        var mark = await portal.ReadAsync(db => db.Observations.Select(item => item.Id).FirstAsync(Ct));
        await pane.InvokeAsync(() => pane.Instance.SelectAsync(mark));
        pane.WaitForAssertion(() => Assert.Contains("30 minuten extra tijd", pane.Markup, StringComparison.Ordinal));
        pane.WaitForAssertion(() => Assert.Equal(4, pane.FindAll(".near input[type=checkbox]").Count));
        Assert.Contains("data-do=\"still\"", pane.Markup, StringComparison.Ordinal);

        // A message, then a signal: both are kept, and no signal is answered by it.
        await pane.FindAll(".near input")[0].ChangeAsync(new() { Value = true });
        await pane.FindAll(".near input")[3].ChangeAsync(new() { Value = true });
        Assert.True(await pane.InvokeAsync(pane.Instance.CloseAsync));
        var kept = await portal.ReadAsync(db => db.Observations.SingleAsync(Ct));
        Assert.Equal((1, 1), (kept.Messages.Length, kept.Signals.Length));
        Assert.Equal(0, await portal.ReadAsync(db => db.SignalAnswers.CountAsync(Ct)));
    }

    [Fact]
    public async Task An_edge_is_nudged_and_never_passes_the_other()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Marked);
        await using var closing = portal;
        await using var page = APage.For(portal, "reviewer");
        var pane = await ShowAsync(portal, @case, page);
        var mark = await portal.ReadAsync(db => db.Observations.Select(item => item.Id).FirstAsync(Ct));
        await pane.InvokeAsync(() => pane.Instance.SelectAsync(mark));
        await pane.InvokeAsync(() => pane.Instance.NudgeAsync(end: false, 0.1));
        await pane.InvokeAsync(() => pane.Instance.NudgeAsync(end: true, -0.1));
        await pane.InvokeAsync(() => pane.Instance.NudgeAsync(end: true, double.NaN));
        await pane.InvokeAsync(pane.Instance.CloseAsync);
        var kept = await portal.ReadAsync(db => db.Observations.SingleAsync(Ct));
        Assert.Equal((1.1, 2.9), (Math.Round(kept.From, 3), Math.Round(kept.To, 3)));
        Assert.Null(await pane.InvokeAsync(pane.Instance.KeepOpenAsync));
    }

    /// <summary>Awb 3:2: what speaks for the student is as easy to mark as what does not, and is kept at once.</summary>
    [Fact]
    public async Task What_speaks_for_the_student_begins_without_choosing_and_has_a_form_of_its_own()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Watched);
        await using var closing = portal;
        await using var page = APage.For(portal, "reviewer");
        MarkBar[] drawn = [];
        var pane = await ShowAsync(portal, @case, page, marks => drawn = marks);
        await pane.InvokeAsync(() => pane.Instance.OpenAsync(1, 2, null, GroundCatalogue.Find(GroundCatalogue.Favour)));
        Assert.Empty(pane.FindAll(".chooser"));
        Assert.Equal((true, "+"), (Assert.Single(drawn).Favour, drawn[0].Label));
        Assert.NotNull(await pane.InvokeAsync(pane.Instance.KeepOpenAsync));
        Assert.Equal("EXCULPATORY", (await portal.ReadAsync(db => db.Observations.SingleAsync(Ct))).Ground);
    }

    [Fact]
    public async Task A_picture_is_masked_with_fields_alone_and_taken_away_with_a_way_back()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Marked);
        await using var closing = portal;
        var exhibit = await AnExhibit.TakenAsync(portal, @case);
        await using var page = APage.For(portal, "reviewer");
        var pane = await ShowAsync(portal, @case, page);
        Assert.Contains("Bijlage 1", pane.Find(".mark-list figcaption").TextContent, StringComparison.Ordinal);
        await pane.InvokeAsync(() => pane.Instance.SelectAsync(exhibit.Mark));
        Assert.Equal("Beeld vastleggen Alt+S", pane.Find("[data-do=still]").TextContent);
        await pane.Find(".exhibits li .act").ClickAsync(new());
        Assert.EndsWith("/original", pane.Find(".picture img").GetAttribute("src"), StringComparison.Ordinal);
        await pane.Find(".editor .does .act").ClickAsync(new());
        await pane.FindAll("fieldset input")[0].ChangeAsync(new() { Value = "10" });
        await pane.FindAll("fieldset input")[2].ChangeAsync(new() { Value = "9999" });
        await pane.Find("fieldset select").ChangeAsync(new() { Value = "Bsn" });
        Assert.Equal([new Mask(10, 33, 150, 22, MaskReason.Bsn)], (await portal.ReadAsync(db => db.Exhibits.SingleAsync(Ct))).Masks);

        // What a pointer draws does the same.
        await pane.InvokeAsync(() => pane.FindComponent<MaskEditor>().Instance.Drawn(-4.4, 2.2, 10, 10));
        Assert.Equal(new Mask(0, 2, 6, 10, MaskReason.Bystander), (await portal.ReadAsync(db => db.Exhibits.SingleAsync(Ct))).Masks[1]);

        await pane.FindAll(".exhibits li .act")[1].ClickAsync(new());
        Assert.NotNull((await portal.ReadAsync(db => db.Exhibits.SingleAsync(Ct))).RemovedAt);
        await pane.Find(".exhibits .undo button").ClickAsync(new());
        Assert.Null((await portal.ReadAsync(db => db.Exhibits.SingleAsync(Ct))).RemovedAt);
    }

    private static async Task<IRenderedComponent<MarksPane>> ShowAsync(APortal portal, ACase @case, APage page, Action<MarkBar[]>? drawn = null)
    {
        var by = portal.Who("reviewer").Id;
        var head = (await portal.Get<CaseDoor>().OpenAsync((await @case.NowAsync()).Number.ToString(), Room.Review, by, Ct))!;
        var view = (await portal.Get<CaseFiles>().LookAsync(@case.Id, by, file => ReviewView.OfAsync(file, Ct), Ct))!;
        return page.Render<MarksPane>(parameters => parameters
            .Add(item => item.Head, head).Add(item => item.View, view).Add(item => item.By, by).Add(item => item.Length, 7000)
            .Add(item => item.Allowed, new Allowed(30, [], Attendance: null)).Add(item => item.Now, () => Task.FromResult(1.0))
            .Add(item => item.Draw, marks => { drawn?.Invoke(marks); return Task.CompletedTask; }));
    }
}
