using AngleSharp.Dom;
using Bunit;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Appeals;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Writing;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Web.Features.Appeals;
using ReviewPortal.Web.Features.Retention;

namespace ReviewPortal.Web.Tests.Pages;

/// <summary>What is typed in a short form survives a reload, is read by nobody else, and goes when the step is taken.</summary>
public sealed class StepFormTests
{
    private const string Typed = "Het besluit is onzorgvuldig.";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private static CancellationToken Ct => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task Words_typed_in_a_short_form_are_there_again_after_a_reload_with_a_note()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Notified);
        await using var _ = portal;
        var number = (await @case.NowAsync()).Number.ToString();
        await using (var before = APage.For(portal, "beroep"))
        {
            var form = before.Render<AppealPage>(parameters => parameters.Add(page => page.Number, number));
            Assert.False(form.Find(".step").HasAttribute("open"));
            await form.Find(".step textarea").InputAsync(new() { Value = Typed });
            await form.Find(".step input[type=date]").ChangeAsync(new() { Value = "2026-11-18" });
            form.WaitForAssertion(() => Assert.Contains("Opgeslagen", form.Markup, StringComparison.Ordinal), Patience);
        }

        await using var after = APage.For(portal, "beroep");
        var shown = after.Render<AppealPage>(parameters => parameters.Add(page => page.Number, number));
        shown.WaitForAssertion(() => Assert.Equal(Typed, shown.Find(".step textarea").GetAttribute("value")), Patience);
        Assert.Equal("2026-11-18", shown.Find(".step input[type=date]").GetAttribute("value"));
        Assert.True(shown.Find(".step").HasAttribute("open"));
        Assert.Contains("het is bewaard en nog niet ingediend", shown.Find(".step .note").TextContent, StringComparison.Ordinal);

        await shown.Find(".step .button").ClickAsync(new());
        shown.WaitForAssertion(() => Assert.Contains(LifecycleTexts.Of(CaseAction.OpenSettlement, Language.Dutch), shown.Markup, StringComparison.Ordinal), Patience);
        Assert.Equal(CaseState.AppealLodged, (await @case.NowAsync()).State);
        Assert.Equal(0, await portal.ReadAsync(db => db.StepDrafts.CountAsync(Ct)));
    }

    /// <summary>WHW 7.61: a dismissal in the place of the annulment that was typed would let a decision stand that fell.</summary>
    [Fact]
    public async Task The_ruling_that_was_chosen_comes_back_with_its_words()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.AppealPending);
        await using var _ = portal;
        var number = (await @case.NowAsync()).Number.ToString();
        await using (var before = APage.For(portal, "beroep"))
        {
            var typed = before.Render<AppealPage>(parameters => parameters.Add(page => page.Number, number));
            await Of(typed, CaseAction.RecordDismissal).QuerySelector("select")!.ChangeAsync(new() { Value = nameof(Ruling.Annulled) });
            await Of(typed, CaseAction.RecordAnnulment).QuerySelector("input[type=checkbox]")!.ChangeAsync(new() { Value = true });
            await Of(typed, CaseAction.RecordAnnulment).QuerySelector("textarea")!.InputAsync(new() { Value = Typed });
            typed.WaitForAssertion(() => Assert.Contains("Opgeslagen", typed.Markup, StringComparison.Ordinal), Patience);
        }

        await using var after = APage.For(portal, "beroep");
        var shown = after.Render<AppealPage>(parameters => parameters.Add(page => page.Number, number));
        shown.WaitForAssertion(() => Assert.Equal(Typed, Of(shown, CaseAction.RecordAnnulment).QuerySelector("textarea")!.GetAttribute("value")), Patience);
        Assert.True(Of(shown, CaseAction.RecordAnnulment).QuerySelector("input[type=checkbox]")!.HasAttribute("checked"));

        await ACase.DoneAsync(@case.RuleAsync(Ruling.Annulled));
        Assert.Equal(0, await portal.ReadAsync(db => db.StepDrafts.CountAsync(Ct)));
    }

    private static IElement Of(IRenderedComponent<AppealPage> shown, CaseAction action) =>
        shown.FindAll(".step").First(step => step.QuerySelector("summary")?.TextContent.Trim() == LifecycleTexts.Of(action, Language.Dutch));

    [Fact]
    public async Task A_draft_is_its_writers_own_and_of_one_step()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Reported);
        await using var _ = portal;
        var drafts = portal.Get<StepDrafts>();
        var (fg, archive) = (portal.Who("fg").Id, portal.Who("archief").Id);
        Assert.True((await drafts.KeepAsync(@case.Id, CaseAction.PlaceHold, "Er loopt een klacht.", new(2027, 2, 1), fg, Ct)).IsDone);
        Assert.Equal("Er loopt een klacht.", (await drafts.FindAsync(@case.Id, CaseAction.PlaceHold, fg, Ct))?.Text);
        Assert.Null(await drafts.FindAsync(@case.Id, CaseAction.PlaceHold, archive, Ct));
        Assert.Null(await drafts.FindAsync(@case.Id, CaseAction.Restrict, fg, Ct));

        // Emptied, nothing is left of it.
        Assert.True((await drafts.KeepAsync(@case.Id, CaseAction.PlaceHold, " ", new(2027, 2, 1), fg, Ct)).IsDone);
        Assert.Equal(0, await portal.ReadAsync(db => db.StepDrafts.CountAsync(Ct)));
    }

    [Fact]
    public async Task What_anybody_wrote_for_a_step_that_the_case_left_behind_goes()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Notified);
        await using var _ = portal;
        var drafts = portal.Get<StepDrafts>();
        Assert.True((await drafts.KeepAsync(@case.Id, CaseAction.Redecide, "Bij nader inzien.", default, portal.Who("lid1").Id, Ct)).IsDone);
        Assert.True((await drafts.KeepAsync(@case.Id, CaseAction.PlaceHold, "Er loopt een klacht.", new(2027, 2, 1), portal.Who("archief").Id, Ct)).IsDone);

        await ACase.DoneAsync(@case.LodgeAppealAsync());

        Assert.Equal([CaseAction.PlaceHold], await portal.ReadAsync(db => db.StepDrafts.Select(draft => draft.Step).ToListAsync(Ct)));
    }

    [Fact]
    public async Task Who_may_not_take_the_step_keeps_nothing_for_it()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Reported);
        await using var _ = portal;
        Assert.False((await portal.Get<StepDrafts>().KeepAsync(@case.Id, CaseAction.PlaceHold, "Ik ook.", new(2027, 2, 1), portal.Who("reviewer").Id, Ct)).IsDone);
        Assert.Equal(0, await portal.ReadAsync(db => db.StepDrafts.CountAsync(Ct)));
    }

    [Fact]
    public async Task A_step_with_nothing_to_fill_in_is_a_button_and_no_fold()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.InterimMeasure);
        await using var _ = portal;
        await using var page = APage.For(portal, "beroep");
        var shown = page.Render<AppealPage>(parameters => parameters.Add(appeal => appeal.Number, @case.NowAsync().Result.Number.ToString()));
        var name = LifecycleTexts.Of(CaseAction.EndInterimMeasure, Language.Dutch);
        Assert.Equal(name, shown.Find(".step.bare button").TextContent.Trim());
        Assert.DoesNotContain(shown.FindAll("summary"), summary => summary.TextContent.Trim() == name);
    }

    [Fact]
    public async Task A_draft_on_the_retention_page_is_brought_back_too()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Reported);
        await using var _ = portal;
        Assert.True((await portal.Get<StepDrafts>().KeepAsync(@case.Id, CaseAction.Restrict, "De student betwist de juistheid.", default, portal.Who("fg").Id, Ct)).IsDone);
        await using var page = APage.For(portal, "fg");
        var shown = page.Render<RetentionPage>(parameters => parameters.Add(retention => retention.Number, @case.NowAsync().Result.Number.ToString()));
        shown.WaitForAssertion(() => Assert.Contains(shown.FindAll(".step textarea"), area => area.GetAttribute("value") == "De student betwist de juistheid."), Patience);
    }
}
