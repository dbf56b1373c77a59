using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components;
using ReviewPortal.Core.Decisions;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Web.Features.Decisions;

namespace ReviewPortal.Web.Tests.Pages;

public sealed class DecisionPageTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private static CancellationToken Ct => Xunit.TestContext.Current.CancellationToken;

    /// <summary>A slow connection holds the form back while its reader types on: what it shows is then older than what was typed.</summary>
    [Fact]
    public async Task What_is_typed_in_one_field_survives_typing_in_the_next_while_the_form_is_still_the_old_one()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.FraudDrafted);
        await using var _ = portal;
        await using var page = APage.For(portal, "lid1");
        var view = await portal.Get<CaseFiles>().LookAsync(@case.Id, portal.Who("lid1").Id, file => DecisionView.OfAsync(file, null, Ct), Ct);
        var draft = DecisionDraft.Empty with { Outcome = Outcome.Fraud };
        var form = page.Render<DecisionForm>(parameters => parameters
            .Add(item => item.View, view!)
            .Add(item => item.Draft, draft)
            .Add(item => item.OnChange, EventCallback.Factory.Create<Func<DecisionDraft, DecisionDraft>>(new object(), change => draft = change(draft))));

        Field(form, "Waarop berust het bewijs?").Input("De telefooncamera toont het toestel.");
        Field(form, "Welke andere verklaringen zijn overwogen?").Input("Geen klok duurt zo lang.");
        Field(form, "Waarom besluit de commissie zo?").Input("Daarom.");

        Assert.Equal(("De telefooncamera toont het toestel.", "Geen klok duurt zo lang.", "Daarom."), (draft.Evidence, draft.Alternatives, draft.Reasons));
    }

    [Fact]
    public async Task What_is_typed_is_kept_without_a_button_and_stays_when_a_colleague_moves_the_case()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Drafted);
        await using var _ = portal;
        await using var page = APage.For(portal, "lid1");
        var number = (await @case.NowAsync()).Number.ToString();
        var decision = page.Render<DecisionPage>(parameters => parameters.Add(item => item.Number, number));

        for (var many = 1; many <= 5; many++)
        {
            var typed = $"De commissie overwoog {many} gronden.";
            Field(decision, "Waarom besluit de commissie zo?").Input(typed);
            portal.Get<CaseNews>().Tell(@case.Id);
            Assert.Equal(typed, Field(decision, "Waarom besluit de commissie zo?").GetAttribute("value"));
        }

        decision.WaitForAssertion(() => Assert.Contains("Opgeslagen", decision.Markup, StringComparison.Ordinal), Patience);
        Assert.Equal("De commissie overwoog 5 gronden.", (await @case.DecisionAsync()).Reasons);
    }

    /// <summary>UU-DEF-6: what a reviewer has no part in looks to the reviewer as if it were not there.</summary>
    [Theory]
    [InlineData("reviewer")]
    [InlineData("tweede")]
    [InlineData("student")]
    [InlineData("coordinator")]
    public async Task Whoever_is_not_of_the_board_finds_no_decision(string who)
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Drafted);
        await using var _ = portal;
        await using var page = APage.For(portal, who);
        var number = (await @case.NowAsync()).Number.ToString();
        var decision = page.Render<DecisionPage>(parameters => parameters.Add(item => item.Number, number));

        Assert.Empty(decision.FindAll("textarea, button"));
        Assert.DoesNotContain(Drafts.ForUniversity.Reasons, decision.Markup, StringComparison.Ordinal);
    }

    private static IElement Field<T>(IRenderedComponent<T> form, string label)
        where T : IComponent => form.FindAll("label.field").Single(item => item.TextContent.StartsWith(label, StringComparison.Ordinal)).QuerySelector("textarea")!;
}
