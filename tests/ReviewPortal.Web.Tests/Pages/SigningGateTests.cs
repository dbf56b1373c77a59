using AngleSharp.Dom;
using Bunit;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Writing;
using ReviewPortal.Web.Features.Decisions;
using ReviewPortal.Web.Features.Letters;
using ReviewPortal.Web.Features.ProcesVerbaal;

namespace ReviewPortal.Web.Tests.Pages;

/// <summary>Awb 2:18: whoever signs reads in the dialog what it is, of which case, and what it decides.</summary>
public sealed class SigningGateTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task A_co_signature_names_the_decision_the_case_and_the_outcome()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Decided);
        await using var _ = portal;
        await using var page = APage.For(portal, "voorzitter");
        var number = (await @case.NowAsync()).Number.ToString();
        await AsksAsync(page.Render<DecisionPage>(parameters => parameters.Add(item => item.Number, number)), CaseAction.CoSign, "medeondertekening van het besluit in zaak 2026-0001", "Onregelmatigheid: de toets is ongeldig");
    }

    [Fact]
    public async Task A_publication_names_the_letter()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.CoSigned);
        await using var _ = portal;
        await using var page = APage.For(portal, "secretaris");
        var number = (await @case.NowAsync()).Number.ToString();
        await AsksAsync(page.Render<LettersPage>(parameters => parameters.Add(item => item.Number, number)), CaseAction.Publish, "bekendmaking van de brief in zaak 2026-0001", "Besluit: onregelmatigheid, nieuwe toets gepland");
    }

    [Fact]
    public async Task A_report_names_what_is_suspected()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.ReportWritten);
        await using var _ = portal;
        await using var page = APage.For(portal, "reviewer");
        var number = (await @case.NowAsync()).Number.ToString();
        await AsksAsync(page.Render<ReportPage>(parameters => parameters.Add(item => item.Number, number)), CaseAction.SignProcesVerbaal, "proces-verbaal van zaak 2026-0001", "Vermoeden van een onregelmatigheid");
    }

    /// <summary>Awb 2:18: what changed while the question stood was not read, and is not signed.</summary>
    [Fact]
    public async Task What_changes_while_the_question_stands_is_not_signed()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.CoSigned);
        await using var _ = portal;
        await using var page = APage.For(portal, "secretaris");
        var number = (await @case.NowAsync()).Number.ToString();
        var shown = page.Render<LettersPage>(parameters => parameters.Add(item => item.Number, number));
        await shown.FindAll("button").First(button => button.TextContent.Trim() == LifecycleTexts.Of(CaseAction.Publish, Language.Dutch)).ClickAsync(new());
        var signing = shown.Find(".why.ask .primary").ClickAsync(new());
        shown.WaitForElement("dialog.signing form", Patience);
        var before = shown.RenderCount;
        await ACase.DoneAsync(@case.PlaceHoldAsync());
        shown.WaitForState(() => shown.RenderCount > before, Patience);
        await shown.Find("dialog.signing form").SubmitAsync(EventArgs.Empty);
        await signing;
        Assert.Equal(CaseState.Decided, (await @case.NowAsync()).State);
    }

    private static async Task AsksAsync(IRenderedComponent<Microsoft.AspNetCore.Components.IComponent> page, CaseAction action, params string[] told)
    {
        var name = LifecycleTexts.Of(action, Language.Dutch);
        await page.FindAll("button").First(button => button.TextContent.Trim() == name).ClickAsync(new());
        var signing = page.Find(".why.ask .primary").ClickAsync(new());
        var what = page.WaitForElement("dialog.signing .what", Patience);
        Assert.All(told, words => Assert.Contains(words, what.TextContent, StringComparison.Ordinal));
        await page.Find("dialog.signing .answers button:not(.primary)").ClickAsync(new());
        await signing;
    }
}
