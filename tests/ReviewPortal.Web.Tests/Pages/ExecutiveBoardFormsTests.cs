using AngleSharp.Dom;
using Bunit;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Decisions;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Writing;
using ReviewPortal.Web.Features.Decisions;

namespace ReviewPortal.Web.Tests.Pages;

/// <summary>What the executive board fills in is there again after a reload, also beside the words, and it reads each letter before it signs it (Awb 2:18; issue 6, part 7).</summary>
public sealed class ExecutiveBoardFormsTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private static CancellationToken Ct => Xunit.TestContext.Current.CancellationToken;

    /// <summary>Awb 4:8: an invitation with the hour of the form instead of the one that was typed sends the student at the wrong moment.</summary>
    [Fact]
    public async Task The_hour_of_a_hearing_comes_back_with_its_day_and_place()
    {
        var (portal, _) = await Stages.AtAsync(Stage.EnrolmentToHear);
        await using var closing = portal;
        await using (var before = APage.For(portal, "cvb"))
        {
            var typed = Shown(before);
            // Who plans names the day first, and then the hour.
            Assert.Equal(["date", "time"], Step(typed, CaseAction.PlanEnrolmentHearing).QuerySelectorAll("input").Select(field => field.GetAttribute("type")));
            Step(typed, CaseAction.PlanEnrolmentHearing).QuerySelector("input[type=time]")!.Change("14:30:00");
            Step(typed, CaseAction.PlanEnrolmentHearing).QuerySelector("input[type=date]")!.Change("2026-12-10");
            Step(typed, CaseAction.PlanEnrolmentHearing).QuerySelector("textarea")!.Input("Kamer 4");
            Saved(typed, CaseAction.PlanEnrolmentHearing);
        }

        await using var after = APage.For(portal, "cvb");
        var shown = Shown(after);
        shown.WaitForAssertion(() => Assert.StartsWith("14:30", Value(shown, CaseAction.PlanEnrolmentHearing, "input[type=time]"), StringComparison.Ordinal), Patience);
        Assert.Equal(("2026-12-10", "Kamer 4"), (Value(shown, CaseAction.PlanEnrolmentHearing, "input[type=date]"), Value(shown, CaseAction.PlanEnrolmentHearing, "textarea")));
        Letter(shown, CaseAction.PlanEnrolmentHearing, "10 december 2026", "14:30", "Kamer 4");
    }

    [Fact]
    public async Task A_day_that_was_changed_and_nothing_else_is_there_after_a_reload()
    {
        var (portal, _) = await Stages.AtAsync(Stage.EnrolmentToHear);
        await using var closing = portal;
        await using (var before = APage.For(portal, "cvb"))
        {
            var typed = Shown(before);
            Step(typed, CaseAction.PlanEnrolmentHearing).QuerySelector("input[type=date]")!.Change("2026-12-17");
            Saved(typed, CaseAction.PlanEnrolmentHearing);
        }

        await using var after = APage.For(portal, "cvb");
        var shown = Shown(after);
        shown.WaitForAssertion(() => Assert.Equal("2026-12-17", Value(shown, CaseAction.PlanEnrolmentHearing, "input[type=date]")), Patience);
    }

    /// <summary>Awb 7:3: the outcome and the reason for not hearing decide what the letter says, and are kept although no reasons were written yet.</summary>
    [Fact]
    public async Task What_was_chosen_on_an_objection_comes_back_and_the_letter_follows_it()
    {
        var (portal, _) = await Stages.AtAsync(Stage.ObjectionLodged);
        await using var closing = portal;
        await using (var before = APage.For(portal, "cvb"))
        {
            var typed = Shown(before);
            Step(typed, CaseAction.DecideObjection).QuerySelector("select:not([name])")!.Change(nameof(ObjectionOutcome.Founded));
            typed.Find("select[name=heard]").Change(nameof(NoHearing.Declared));
            typed.Find("input[name=notheardon]").Change("2026-12-14");
            typed.Find("input[name=hearing]").Input("Ik kom liever niet.");
            Saved(typed, CaseAction.DecideObjection);
            Letter(typed, CaseAction.DecideObjection, "gegrond", "14 december 2026", "Ik kom liever niet.");
        }

        await using var after = APage.For(portal, "cvb");
        var shown = Shown(after);
        shown.WaitForAssertion(() => Assert.Equal("Ik kom liever niet.", shown.Find("input[name=hearing]").GetAttribute("value")), Patience);
        Assert.Equal(
            (nameof(ObjectionOutcome.Founded), nameof(NoHearing.Declared), "2026-12-14"),
            (Value(shown, CaseAction.DecideObjection, "select:not([name])"), shown.Find("select[name=heard]").GetAttribute("value"), shown.Find("input[name=notheardon]").GetAttribute("value")));
        Letter(shown, CaseAction.DecideObjection, "14 december 2026", "Ik kom liever niet.");
        Assert.Null(await portal.ReadAsync(db => db.Objections.Select(item => item.Outcome).SingleAsync(Ct)));
    }

    /// <summary>WHW 7.12b lid 2: both letters, to end and to keep the enrolment, stand beside their words; looking decides nothing.</summary>
    [Fact]
    public async Task How_the_student_was_heard_comes_back_and_both_letters_are_read_before_one_is_signed()
    {
        var (portal, _) = await Stages.AtAsync(Stage.TerminationProposed);
        await using var closing = portal;
        await using (var before = APage.For(portal, "cvb"))
        {
            var typed = Shown(before);
            typed.Find("input[name=heard-by]").Input("Gehoord op 30 november, met mr. Karimi.");
            Saved(typed, CaseAction.TerminateEnrolment);
        }

        await using (var after = APage.For(portal, "cvb"))
        {
            var shown = Shown(after);
            shown.WaitForAssertion(() => Assert.Equal("Gehoord op 30 november, met mr. Karimi.", shown.Find("input[name=heard-by]").GetAttribute("value")), Patience);
            Step(shown, CaseAction.TerminateEnrolment).QuerySelector("textarea")!.Input("Niets minder volstaat.");
            Letter(shown, CaseAction.TerminateEnrolment, "met mr. Karimi", "Niets minder volstaat.", portal.Who("cvb").Name);
            Step(shown, CaseAction.KeepEnrolment).QuerySelector("textarea")!.Input("Een schorsing volstaat.");
            Letter(shown, CaseAction.KeepEnrolment, "met mr. Karimi", "Een schorsing volstaat.");
        }

        Assert.Null(await portal.ReadAsync(db => db.TerminationProposals.Select(item => item.DecidedAt).SingleAsync(Ct)));
        Assert.Null(await portal.Get<Termination>().DrawDecisionAsync((await portal.ReadAsync(db => db.Cases.SingleAsync(Ct))).Id, true, "", "", portal.Who("lid1").Id, Ct));
    }

    /// <summary>Decided anew as fraud, the enrolment can stay ended: that choice comes back, and the letter that says so stands beside it.</summary>
    [Fact]
    public async Task Whether_an_enrolment_stays_ended_comes_back_with_the_letter_that_says_so()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.EnrolmentEnded);
        await using var _ = portal;
        await ACase.DoneAsync(portal.On(12, 1).Then(() => @case.RedecideAsync("De motivering was te mager.", by: "lid1")));
        await @case.ReplacedAsync(Drafts.Fraud);
        await using (var before = APage.For(portal, "cvb"))
        {
            var typed = Shown(before);
            Letter(typed, CaseAction.ReconsiderTermination, "hersteld");
            Step(typed, CaseAction.ReconsiderTermination).QuerySelector("input[type=checkbox]")!.Change(false);
            Step(typed, CaseAction.ReconsiderTermination).QuerySelector("textarea")!.Input("De fraude staat opnieuw vast.");
            Saved(typed, CaseAction.ReconsiderTermination);
        }

        await using var after = APage.For(portal, "cvb");
        var shown = Shown(after);
        shown.WaitForAssertion(() => Assert.Equal("De fraude staat opnieuw vast.", Value(shown, CaseAction.ReconsiderTermination, "textarea")), Patience);
        shown.WaitForAssertion(() => Assert.False(Step(shown, CaseAction.ReconsiderTermination).QuerySelector("input[type=checkbox]")!.HasAttribute("checked")), Patience);
        Letter(shown, CaseAction.ReconsiderTermination, "blijft beëindigd", "De fraude staat opnieuw vast.");
    }

    /// <summary>Awb 4:8, 7:2, 2:18: what keeps the step back is said before anybody signs; who was invited already is not to be invited again.</summary>
    [Theory]
    [InlineData(Stage.TerminationProposed, CaseAction.TerminateEnrolment, "input[name=heard-by]", "De hoorzitting van")]
    [InlineData(Stage.ObjectionLodged, CaseAction.DecideObjection, "input[name=hearing]", "De hoorzitting van")]
    [InlineData(Stage.EnrolmentToHear, CaseAction.TerminateEnrolment, "input[name=heard-by]", "Nodig de student daarvoor uit.")]
    public async Task A_hearing_that_is_still_to_come_is_named_before_the_signature_is_asked(Stage stage, CaseAction action, string heard, string says)
    {
        var (portal, _) = await Stages.AtAsync(stage);
        await using var closing = portal;
        await using var page = APage.For(portal, "cvb");
        var shown = Shown(page);
        shown.Find(heard).Input("Gehoord.");
        Step(shown, action).QuerySelector("textarea")!.Input("Niets minder volstaat.");
        await Step(shown, action).QuerySelectorAll("button").First(button => button.TextContent.Trim() == LifecycleTexts.Of(action, Language.Dutch)).ClickAsync(new());
        var asked = shown.Find(".why.ask .primary").ClickAsync(new());
        shown.WaitForAssertion(() => Assert.Contains(says, shown.Find(".refusals").TextContent, StringComparison.Ordinal), Patience);
        Assert.Equal(says.StartsWith("De hoorzitting", StringComparison.Ordinal), shown.Find(".refusals").TextContent.Contains("is nog niet gehouden", StringComparison.Ordinal));
        Assert.Empty(shown.FindAll("dialog.signing form"));
        await asked;
    }

    private static IRenderedComponent<DecisionPage> Shown(APage page) => page.Render<DecisionPage>(parameters => parameters.Add(item => item.Number, "2026-0001"));

    private static IElement Step(IRenderedComponent<DecisionPage> shown, CaseAction action) =>
        shown.FindAll(".step").First(step => step.QuerySelector("summary")?.TextContent.Trim() == LifecycleTexts.Of(action, Language.Dutch));

    private static string? Value(IRenderedComponent<DecisionPage> shown, CaseAction action, string field) => Step(shown, action).QuerySelector(field)!.GetAttribute("value");

    private static void Saved(IRenderedComponent<DecisionPage> shown, CaseAction action) =>
        shown.WaitForAssertion(() => Assert.Contains("Opgeslagen", Step(shown, action).TextContent, StringComparison.Ordinal), Patience);

    private static void Letter(IRenderedComponent<DecisionPage> shown, CaseAction action, params string[] parts) =>
        shown.WaitForAssertion(() => Assert.All(parts, part => Assert.Contains(part, Step(shown, action).QuerySelector(".drawn .letter")?.TextContent ?? "", StringComparison.Ordinal)), Patience);
}
