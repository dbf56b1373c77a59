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
        var view = await portal.Get<CaseFiles>().LookAsync(@case.Id, portal.Who("lid1").Id, file => DecisionView.OfAsync(file, null, portal.Get<Infrastructure.Pdf.DocumentPress>(), Ct), Ct);
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

    /// <summary>What has a field of its own leads to it, also where nothing was written yet (Awb 3:50).</summary>
    [Fact]
    public async Task What_is_still_needed_leads_to_its_field()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        await using var page = APage.For(portal, "lid1");
        var shown = page.Render<MissingCard>(parameters => parameters
            .Add(card => card.Number, new Core.Cases.CaseNumber(2026, 1))
            .Add(card => card.Answer, new Core.Lifecycle.Refused(Core.Lifecycle.CaseAction.DecideValid, Core.Lifecycle.RefusalKind.Unmet) { Unmet = [Core.Lifecycle.Requirement.DeviationReasoned, Core.Lifecycle.Requirement.StudentHeardOrWaived] }));
        var link = Assert.Single(shown.FindAll(".missing a[href*='#place-']"));
        Assert.Equal("Naar het veld: motivering van de afwijking", link.TextContent);
        Assert.EndsWith("#place-deviation", link.GetAttribute("href"), StringComparison.Ordinal);
    }

    /// <summary>The letter answers the student before it gives its reasons: who writes meets them in the same order.</summary>
    [Fact]
    public async Task The_answer_to_the_student_stands_before_the_reasons_as_in_the_letter()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.FraudDrafted);
        await using var _ = portal;
        await using var page = APage.For(portal, "lid1");
        var number = (await @case.NowAsync()).Number.ToString();
        var decision = page.Render<DecisionPage>(parameters => parameters.Add(item => item.Number, number));
        Assert.Equal(["ReplyToView", "DeviationReasons", "Reasons"], decision.FindAll("textarea[data-typed]").Select(field => field.GetAttribute("data-typed")).Where(name => name is "ReplyToView" or "DeviationReasons" or "Reasons"));
        var letter = decision.Find(".letter").TextContent;
        Assert.InRange(letter.IndexOf(Drafts.Fraud.ReplyToView, StringComparison.Ordinal), 0, letter.IndexOf(Drafts.Fraud.Reasons, StringComparison.Ordinal) - 1);
    }

    /// <summary>UAVG 46, AVG 5: what can never go out is said before anybody signs, with the field in which it stands.</summary>
    [Fact]
    public async Task What_keeps_the_letter_back_is_named_beside_the_form_with_its_field()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Drafted);
        await using var _ = portal;
        await ACase.DoneAsync(@case.DraftAsync(Drafts.ForUniversity with { ReplyToView = "Uw nummer is 123456782." }));
        await using var page = APage.For(portal, "lid1");
        var shown = page.Render<DecisionPage>(parameters => parameters.Add(item => item.Number, "2026-0001"));
        var fault = shown.Find(".missing li");
        Assert.Contains("123456782", fault.TextContent, StringComparison.Ordinal);
        Assert.Equal($"/decisions/2026-0001#{Web.Ui.Places.Id(Core.Letters.LetterPlace.ReplyToView)}", fault.QuerySelector("a")!.GetAttribute("href"));
        Assert.NotNull(shown.Find($"#{Web.Ui.Places.Id(Core.Letters.LetterPlace.ReplyToView)}"));
        Assert.Equal([Core.Lifecycle.Requirement.WordsFitForLetter], Assert.IsType<Core.Lifecycle.Refused>(await @case.DecideAsync(Outcome.Irregularity)).Unmet);
    }

    /// <summary>Beside each choice stands whether it is open and why, and the passage it rests on.</summary>
    [Fact]
    public async Task A_choice_that_is_not_open_cannot_be_made_and_says_why()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Drafted);
        await using var _ = portal;
        await Sql.RunAsync(portal.DatabaseFile, "UPDATE Messages SET At = At + 9000");
        await Sql.RunAsync(portal.DatabaseFile, "UPDATE Exams SET Instructions = '[]'");
        await using var page = APage.For(portal, "lid1");
        var form = await FormAsync(portal, page, @case, Drafts.ForUniversity);

        Assert.True(Whose(form, "Overmacht").QuerySelector("input")!.HasAttribute("disabled"));
        Assert.Contains("niet tijdens de toets; daarom staat overmacht niet open", Whose(form, "Overmacht").TextContent, StringComparison.Ordinal);
        Assert.True(Whose(form, "De student").QuerySelector("input")!.HasAttribute("disabled"));
        Assert.False(Whose(form, "De universiteit").QuerySelector("input")!.HasAttribute("disabled"));
        Assert.Contains("wordt een nieuwe toetsgelegenheid gepland", form.Find(".result").TextContent, StringComparison.Ordinal);
        Assert.Contains(form.FindAll("blockquote"), quote => quote.TextContent.StartsWith("De examencommissie kan een online proctored toets", StringComparison.Ordinal));
    }

    /// <summary>UU-GOV-1: before 26 October 2021 there is no article to rest on, and the page says so.</summary>
    [Fact]
    public async Task A_test_before_the_amendment_shows_that_the_article_did_not_exist_yet()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Drafted);
        await using var _ = portal;
        await Sql.RunAsync(portal.DatabaseFile, $"UPDATE Sittings SET Start = {new DateTimeOffset(2021, 10, 25, 9, 0, 0, TimeSpan.Zero).UtcTicks}");
        await using var page = APage.For(portal, "lid1");
        var form = await FormAsync(portal, page, @case, Drafts.ForUniversity);
        Assert.Contains("bestond het nog niet", form.Find(".result").TextContent, StringComparison.Ordinal);
        Assert.Contains("Op 25 oktober 2021 gold hierover geen regeling.", form.Markup, StringComparison.Ordinal);
    }

    /// <summary>Awb 3:50: the field stands there when it is needed and not otherwise; the past of a student stands at the sanction only.</summary>
    [Fact]
    public async Task What_is_asked_for_follows_from_what_is_decided()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Drafted);
        await using var _ = portal;
        await using var page = APage.For(portal, "lid1");
        var weighed = Drafts.FraudWithExclusion;
        foreach (var (draft, departs, past) in new[] { (Drafts.ForUniversity, false, false), (Drafts.Valid, true, false), (Drafts.Fraud, true, false), (weighed, true, true) })
        {
            var form = await FormAsync(portal, page, @case, draft);
            Assert.Equal(departs, form.Markup.Contains("Waarom wijkt de commissie af", StringComparison.Ordinal));
            Assert.Equal(past, form.Markup.Contains("Toon eerdere fraudebesluiten", StringComparison.Ordinal));
        }
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

    private static async Task<IRenderedComponent<DecisionForm>> FormAsync(APortal portal, APage page, ACase @case, DecisionDraft draft)
    {
        var view = await portal.Get<CaseFiles>().LookAsync(@case.Id, portal.Who("lid1").Id, file => DecisionView.OfAsync(file, draft, portal.Get<Infrastructure.Pdf.DocumentPress>(), Ct), Ct);
        return page.Render<DecisionForm>(parameters => parameters.Add(item => item.View, view!).Add(item => item.Draft, draft)
            .Add(item => item.Earlier, () => Task.FromResult(new EarlierFound(view!.ToCoSign, []))));
    }

    private static IElement Whose(IRenderedComponent<DecisionForm> form, string label) =>
        form.FindAll("label.whose").Single(item => item.TextContent.StartsWith(label, StringComparison.Ordinal));

    private static IElement Field<T>(IRenderedComponent<T> form, string label)
        where T : IComponent => form.FindAll("label.field").Single(item => item.TextContent.StartsWith(label, StringComparison.Ordinal)).QuerySelector("textarea")!;
}
