using Bunit;
using Microsoft.JSInterop;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Web.Features.Recordings;
using ReviewPortal.Web.Features.Review;

namespace ReviewPortal.Web.Tests.Pages;

/// <summary>What a reviewer reads when the recordings are not there, when the case is taken back, and what stays in sight meanwhile.</summary>
public sealed class ReviewPageTests
{
    private const string Suspects = "De eerste reviewer heeft een vermoeden";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private static CancellationToken Ct => Xunit.TestContext.Current.CancellationToken;

    /// <summary>AVG 18. It is no second review, and nobody suspects anything.</summary>
    [Fact]
    public async Task A_restricted_sitting_says_so_to_its_reviewer_and_whom_to_ask()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.InReview);
        await using var closing = portal;
        await ACase.DoneAsync(@case.RestrictAsync());
        await using var page = APage.For(portal, "reviewer");
        var shown = await ShowAsync(page, @case);
        shown.WaitForAssertion(() => Assert.Contains("De verwerking is beperkt", shown.Markup, StringComparison.Ordinal), Patience);
        Assert.Contains("functionaris gegevensbescherming", shown.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain(Suspects, shown.Markup, StringComparison.Ordinal);

        // When it ends, the stage comes by itself.
        await ACase.DoneAsync(@case.EndRestrictionAsync());
        shown.WaitForAssertion(() => Assert.Single(shown.FindComponents<ReviewStage>()), Patience);
    }

    [Fact]
    public async Task Only_who_can_take_a_second_review_is_offered_it()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.SecondReview);
        await using var closing = portal;
        await using var page = APage.For(portal, "tweede");
        var shown = await ShowAsync(page, @case);
        shown.WaitForAssertion(() => Assert.Contains(Suspects, shown.Markup, StringComparison.Ordinal), Patience);
        await ACase.DoneAsync(@case.RestrictAsync());
        shown.WaitForAssertion(() => Assert.Contains("De verwerking is beperkt", shown.Markup, StringComparison.Ordinal), Patience);
        Assert.DoesNotContain(Suspects, shown.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_at_work_when_the_coordinator_takes_the_case_back_is_told_and_nobody_else()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Marked);
        await using var closing = portal;
        await using var page = APage.For(portal, "reviewer");
        var shown = await ShowAsync(page, @case);
        shown.WaitForAssertion(() => Assert.Single(shown.FindComponents<ReviewStage>()), Patience);
        await ACase.DoneAsync(portal.Get<TakeBack>().RunAsync(@case.Latest, "Ziek.", portal.Who("coordinator").Id, Ct));
        shown.WaitForAssertion(() => Assert.Contains("is niet meer bij u", shown.Markup, StringComparison.Ordinal), Patience);
        Assert.Contains(portal.Who("coordinator").Name, shown.Markup, StringComparison.Ordinal);

        Assert.Null(await ToldAsync(portal, @case, "reviewer2"));
        Assert.Null(await ToldAsync(portal, @case, "tweede"));
        await ACase.DoneAsync(@case.AssignAsync("reviewer2"));
        Assert.NotNull(await ToldAsync(portal, @case, "reviewer"));
        Assert.Null(await ToldAsync(portal, @case, "reviewer2"));
    }

    [Fact]
    public async Task Who_gave_a_case_back_is_not_told_that_it_was_taken()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Marked);
        await using var closing = portal;
        await ACase.DoneAsync(@case.HandBackAsync());
        Assert.Null(await ToldAsync(portal, @case, "reviewer"));
        await ACase.DoneAsync(@case.AssignAsync("reviewer2"));
        await ACase.DoneAsync(portal.Get<TakeBack>().RunAsync(@case.Latest, "Ziek.", portal.Who("coordinator").Id, Ct));
        Assert.Null(await ToldAsync(portal, @case, "reviewer"));
        Assert.NotNull(await ToldAsync(portal, @case, "reviewer2"));
    }

    [Fact]
    public async Task A_second_reviewer_is_told_too()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.SecondReviewTaken);
        await using var closing = portal;
        await ACase.DoneAsync(portal.Get<TakeBack>().RunAsync(@case.Latest, "Opnieuw.", portal.Who("coordinator").Id, Ct));
        Assert.NotNull(await ToldAsync(portal, @case, "tweede"));
        Assert.NotNull(await ToldAsync(portal, @case, "reviewer"));
    }

    [Fact]
    public async Task A_kept_stretch_does_not_wipe_a_refusal_of_something_else()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Watched);
        await using var closing = portal;
        await using var page = APage.For(portal, "reviewer");
        var shown = await ShowAsync(page, @case);
        shown.WaitForAssertion(() => Assert.Single(shown.FindComponents<ReviewStage>()), Patience);
        var stage = shown.FindComponent<ReviewStage>().Instance;
        await shown.InvokeAsync(() => stage.OnKept.InvokeAsync(new Refused(CaseAction.AskSecondReview, RefusalKind.ChangedMeanwhile)));
        Assert.Single(shown.FindAll(".refused"));
        Assert.True(await shown.InvokeAsync(() => stage.Watched([])));
        Assert.Single(shown.FindAll(".refused"));
        await shown.InvokeAsync(() => stage.OnKept.InvokeAsync(new Done(CaseLifecycle.Table.First(row => row.Action is CaseAction.AskSecondReview))));
        Assert.Empty(shown.FindAll(".refused"));
    }

    [Fact]
    public async Task The_account_of_the_watching_makes_room_for_a_question()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Watched);
        await using var closing = portal;
        await using var page = APage.For(portal, "reviewer");
        var shown = await ShowAsync(page, @case);
        shown.WaitForElement("button.watched", Patience).Click();
        shown.WaitForAssertion(() => Assert.Single(shown.FindComponents<WatchedPanel>()), Patience);
        shown.FindAll(".reason button").First(button => button.TextContent.Contains("zonder opmerkingen", StringComparison.Ordinal)).Click();
        shown.WaitForAssertion(() => Assert.Empty(shown.FindComponents<WatchedPanel>()), Patience);
        Assert.Single(shown.FindAll("[role=alertdialog]"));
    }

    [Fact]
    public async Task A_browser_that_closes_in_the_middle_of_a_call_leaves_nothing_behind()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Watched);
        await using var closing = portal;
        await using var page = APage.For(portal, "reviewer");
        var module = page.JSInterop.SetupModule("./Features/Review/ReviewStage.razor.js");
        module.Mode = JSRuntimeMode.Loose;
        module.Setup<Played[]>("close", _ => true).SetCanceled();
        var shown = await ShowAsync(page, @case);
        shown.WaitForAssertion(() => Assert.NotEmpty(module.Invocations["open"]), Patience);
        var handed = (DotNetObjectReference<ReviewStage>)module.Invocations["open"][0].Arguments[2]!;
        await shown.InvokeAsync(async () => await shown.FindComponent<ReviewStage>().Instance.DisposeAsync());
        Assert.Throws<ObjectDisposedException>(() => handed.Value);
    }

    [Fact]
    public async Task A_stage_without_its_script_shows_the_beginning_and_breaks_nothing()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Watched);
        await using var closing = portal;
        await using var page = APage.For(portal, "reviewer");
        var module = page.JSInterop.SetupModule("./Features/Review/ReviewStage.razor.js");
        module.SetupVoid("open", _ => true).SetException(new JSException("no canvas"));
        var shown = await ShowAsync(page, @case);
        shown.WaitForAssertion(() => Assert.NotEmpty(module.Invocations["open"]), Patience);
        Assert.Equal(0, await shown.InvokeAsync(() => shown.FindComponent<ReviewStage>().Instance.NowAsync()));
    }

    private static async Task<TakenBackReview?> ToldAsync(APortal portal, ACase @case, string who)
    {
        var (number, by) = ((await @case.NowAsync()).Number.ToString(), portal.Who(who).Id);
        return await portal.ReadAsync(db => TakenBackReview.OfAsync(db, number, by, Ct));
    }

    private static async Task<IRenderedComponent<ReviewPage>> ShowAsync(APage page, ACase @case)
    {
        var number = (await @case.NowAsync()).Number.ToString();
        return page.Render<ReviewPage>(parameters => parameters.Add(item => item.Number, number));
    }
}
