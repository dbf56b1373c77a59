using AngleSharp.Dom;
using Bunit;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Writing;
using ReviewPortal.Web.Features.Appeals;
using ReviewPortal.Web.Features.Decisions;
using ReviewPortal.Web.Features.Letters;
using ReviewPortal.Web.Features.Student;

namespace ReviewPortal.Web.Tests.Pages;

/// <summary>The forms for an objection, a correction and the proces-verbaal: there for who may take the step, and they take it.</summary>
public sealed class LetterKindPagesTests
{
    [Theory]
    [InlineData(Stage.EnrolmentEnded, "beroep", "LodgeObjection")]
    [InlineData(Stage.ObjectionLodged, "beroep", "WithdrawObjection")]
    [InlineData(Stage.TerminationProposed, "beroep", "")]
    [InlineData(Stage.ObjectionLodged, "lid1", "")]
    public async Task The_desk_registers_an_objection_where_there_is_something_to_object_to(Stage stage, string who, string expected)
    {
        var (portal, @case) = await Stages.AtAsync(stage);
        await using var _ = portal;
        await using var page = APage.For(portal, who);
        var shown = page.Render<AppealPage>(parameters => parameters.Add(appeal => appeal.Number, @case.NowAsync().Result.Number.ToString()));
        CaseAction[] ours = [CaseAction.LodgeObjection, CaseAction.WithdrawObjection];
        Assert.Equal(expected.Length > 0 ? [Name(Enum.Parse<CaseAction>(expected))] : [], Steps(shown).Intersect(ours.Select(Name)));
    }

    [Fact]
    public async Task The_executive_board_decides_on_its_page()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.ObjectionLodged);
        await using var _ = portal;
        await @case.HearingComesAsync();
        await using var board = APage.For(portal, "cvb");
        var shown = board.Render<DecisionPage>(parameters => parameters.Add(page => page.Number, @case.NowAsync().Result.Number.ToString()));
        Assert.Contains("Beëindiging is te zwaar.", shown.Markup, StringComparison.Ordinal);
        var step = Form(shown, CaseAction.DecideObjection);
        await step.QuerySelector("input:not([type])")!.InputAsync(new() { Value = "Gehoord op 11 januari 2027." });
        await Form(shown, CaseAction.DecideObjection).QuerySelector("textarea")!.InputAsync(new() { Value = "Het College blijft erbij." });
        await Form(shown, CaseAction.DecideObjection).QuerySelectorAll("button").First(button => button.TextContent.Contains(Name(CaseAction.DecideObjection), StringComparison.Ordinal)).ClickAsync(new());
        // It goes on once the signature is given.
        var deciding = shown.Find(".why.ask .primary").ClickAsync(new());
        await shown.WaitForElement("dialog.signing form", TimeSpan.FromSeconds(10)).SubmitAsync(EventArgs.Empty);
        await deciding;
        shown.WaitForAssertion(() => Assert.Contains("Het College blijft erbij.", shown.Markup, StringComparison.Ordinal));
        Assert.Equal(1, await portal.ReadAsync(db => db.Letters.CountAsync(letter => letter.Kind == LetterKind.ObjectionUnfounded, Xunit.TestContext.Current.CancellationToken)));
    }

    /// <summary>Awb 2:12: only what stands in the letter can be corrected; that is said beside the quotation, and nothing is drawn or signed.</summary>
    [Fact]
    public async Task Words_that_do_not_stand_in_the_letter_are_pointed_out_where_they_are_quoted()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Notified);
        await using var _ = portal;
        await using var page = APage.For(portal, "secretaris");
        var shown = page.Render<LettersPage>(parameters => parameters.Add(letters => letters.Number, @case.NowAsync().Result.Number.ToString()));
        var says = LifecycleTexts.Of(Requirement.MistakeQuoted, Language.Dutch);
        await Wrong().ChangeAsync(new() { Value = "Dit staat er niet in" });
        await Form(shown, CaseAction.CorrectLetter).QuerySelector("textarea")!.InputAsync(new() { Value = "Uw kenmerk" });
        shown.WaitForAssertion(() => Assert.Contains(says, Form(shown, CaseAction.CorrectLetter).QuerySelector("[role=alert]")?.TextContent ?? "", StringComparison.Ordinal));
        Assert.Equal("true", Wrong().GetAttribute("aria-invalid"));
        Assert.Null(Form(shown, CaseAction.CorrectLetter).QuerySelector(".drawn"));

        await Form(shown, CaseAction.CorrectLetter).QuerySelectorAll("button").First(button => button.TextContent.Contains(Name(CaseAction.CorrectLetter), StringComparison.Ordinal)).ClickAsync(new());
        await shown.Find(".why.ask .primary").ClickAsync(new());
        Assert.Contains(says, shown.Find(".refusals").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(LifecycleTexts.Of(Requirement.SignedAfresh, Language.Dutch), shown.Find(".refusals").TextContent, StringComparison.Ordinal);
        Assert.Empty(shown.FindAll("dialog.signing form"));

        await Wrong().ChangeAsync(new() { Value = "Ons kenmerk" });
        shown.WaitForAssertion(() => Assert.NotNull(Form(shown, CaseAction.CorrectLetter).QuerySelector(".drawn")));
        Assert.Null(Form(shown, CaseAction.CorrectLetter).QuerySelector("[role=alert]"));

        IElement Wrong() => Form(shown, CaseAction.CorrectLetter).QuerySelector("input.input")!;
    }

    [Fact]
    public async Task The_secretary_corrects_a_letter_and_the_student_reads_that_both_belong_together()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Notified);
        await using var _ = portal;
        var number = (await @case.NowAsync()).Number.ToString();
        await using (var secretary = APage.For(portal, "secretaris"))
        {
            var shown = secretary.Render<LettersPage>(parameters => parameters.Add(page => page.Number, number));
            await Form(shown, CaseAction.CorrectLetter).QuerySelector("input:not([type])")!.ChangeAsync(new() { Value = "Ons kenmerk" });
            await Form(shown, CaseAction.CorrectLetter).QuerySelectorAll("input[type=checkbox]")[1].ChangeAsync(new() { Value = true });
            await Form(shown, CaseAction.CorrectLetter).QuerySelector("textarea")!.InputAsync(new() { Value = "Uw kenmerk" });
            // The letter stands below the words before it is sent, and follows them.
            shown.WaitForAssertion(() => Assert.Matches("Er staat.*“Ons kenmerk”.*Er moet staan.*“Uw kenmerk”", Form(shown, CaseAction.CorrectLetter).QuerySelector(".drawn .letter")!.TextContent), TimeSpan.FromSeconds(10));
            await Form(shown, CaseAction.CorrectLetter).QuerySelectorAll("button").First(button => button.TextContent.Contains(Name(CaseAction.CorrectLetter), StringComparison.Ordinal)).ClickAsync(new());
            // The letter carries the secretary's name: it goes out once that is signed (Awb 2:18).
            var correcting = shown.Find(".why.ask .primary").ClickAsync(new());
            var signing = shown.WaitForElement("dialog.signing form", TimeSpan.FromSeconds(10));
            Assert.Matches("een fout herstelt in zaak 2026-0001.*van 20 november 2026; er moet staan: “Uw kenmerk”", signing.QuerySelector(".what")!.TextContent);
            await signing.SubmitAsync(EventArgs.Empty);
            await correcting;
            shown.WaitForAssertion(() => Assert.Contains("Hersteld in de brief van", shown.Markup, StringComparison.Ordinal));
        }

        await using var student = APage.For(portal, "student");
        var mine = student.Render<MyCasePage>(parameters => parameters.Add(own => own.Number, number));
        Assert.Contains("Deze brief herstelt een fout in de brief van 20 november 2026.", mine.Markup, StringComparison.Ordinal);
        Assert.Contains("een fout in deze brief is hersteld in de brief van", mine.Markup, StringComparison.Ordinal);
    }

    /// <summary>What the form says it kept is all that was filled in.</summary>
    [Fact]
    public async Task A_correction_in_hand_is_whole_after_a_reload()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Notified);
        await using var _ = portal;
        var number = (await @case.NowAsync()).Number.ToString();
        await using (var before = APage.For(portal, "secretaris"))
        {
            var shown = before.Render<LettersPage>(parameters => parameters.Add(page => page.Number, number));
            await Form(shown, CaseAction.CorrectLetter).QuerySelector("input:not([type])")!.ChangeAsync(new() { Value = "Ons kenmerk" });
            await Form(shown, CaseAction.CorrectLetter).QuerySelectorAll("input[type=checkbox]")[1].ChangeAsync(new() { Value = true });
            shown.WaitForAssertion(() => Assert.Contains("Opgeslagen", Form(shown, CaseAction.CorrectLetter).TextContent, StringComparison.Ordinal), TimeSpan.FromSeconds(10));
        }

        await using var after = APage.For(portal, "secretaris");
        var again = after.Render<LettersPage>(parameters => parameters.Add(page => page.Number, number));
        again.WaitForAssertion(() => Assert.Equal("Ons kenmerk", Form(again, CaseAction.CorrectLetter).QuerySelector("input:not([type])")!.GetAttribute("value")), TimeSpan.FromSeconds(10));
        Assert.Equal([false, true], Form(again, CaseAction.CorrectLetter).QuerySelectorAll("input[type=checkbox]").Select(tick => tick.HasAttribute("checked")));
        Assert.Equal("", Form(again, CaseAction.CorrectLetter).QuerySelector("textarea")!.GetAttribute("value") ?? "");
    }

    [Theory]
    [InlineData(Stage.Investigated, "secretaris", true)]
    [InlineData(Stage.Investigated, "lid1", false)]
    [InlineData(Stage.ViewsInvited, "secretaris", false)]
    public async Task The_proces_verbaal_is_sent_as_long_as_the_student_cannot_read_it(Stage stage, string who, bool offered)
    {
        var (portal, @case) = await Stages.AtAsync(stage);
        await using var _ = portal;
        await using var page = APage.For(portal, who);
        var shown = page.Render<LettersPage>(parameters => parameters.Add(letters => letters.Number, @case.NowAsync().Result.Number.ToString()));
        Assert.Equal(offered, Steps(shown).Contains(Name(CaseAction.SendProcesVerbaal)));
    }

    private static string Name(CaseAction action) => LifecycleTexts.Of(action, Language.Dutch);

    private static IEnumerable<string> Steps(IRenderedComponent<Microsoft.AspNetCore.Components.IComponent> shown) => shown.FindAll(".step > summary").Select(summary => summary.TextContent.Trim());

    private static IElement Form(IRenderedComponent<Microsoft.AspNetCore.Components.IComponent> shown, CaseAction action) => shown.FindAll(".step").First(step => step.QuerySelector("summary")?.TextContent.Trim() == Name(action));
}
