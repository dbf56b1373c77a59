using Bunit;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Infrastructure.Audit;
using ReviewPortal.Web.Features.Letters;
using ReviewPortal.Web.Features.Student;
using ReviewPortal.Web.Features.Worklist;
using ReviewPortal.Web.Tests.Pages;
using ReviewPortal.Web.Tests.Pdf;

namespace ReviewPortal.Web.Tests.Features.Letters;

/// <summary>Art. 4.3a lid 2 (law.md section 4, row 25): the board answers a request for an extra chance, so that two members sign, each having read the letter (Awb 2:18).</summary>
public sealed class TwoSignaturesTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private static CancellationToken Ct => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_goes_out_before_another_member_signs_and_the_letter_names_both()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.ChanceRequested);
        await using var _ = portal;
        await ACase.DoneAsync(@case.ProposeRetakeAnswerAsync(grant: false, "Er was al een extra kans."));
        Assert.Equal(0, await CountAsync(portal));
        var mine = await portal.Get<MyCases>().FindAsync(@case.Id, portal.Who("student").Id, Ct);
        Assert.Null(mine!.Chance!.Granted);
        Assert.Equal([CaseAction.RequestRetake], mine.Timeline.Select(step => step.Action).Where(action => action is CaseAction.RequestRetake or CaseAction.ProposeRetakeAnswer));

        await ACase.DoneAsync(portal.On(11, 24).Then(() => @case.AnswerRetakeAsync(granted: false, "voorzitter")));

        Assert.Equal(1, await CountAsync(portal));
        var sha256 = await portal.ReadAsync(db => db.Letters.Where(letter => letter.Kind == LetterKind.ExtraChanceRefused).Select(letter => letter.Sha256).SingleAsync(Ct));
        using var pdf = new PrintedPdf(await portal.ReadAsync(db => db.Files.Where(file => file.Sha256 == sha256).Select(file => file.Content).SingleAsync(Ct)));
        Assert.All(["lid2", "voorzitter"], who => Assert.Contains(portal.Who(who).Name, pdf.ReadOut(), StringComparison.Ordinal));
        Assert.Empty(await portal.ReadAsync(db => db.VerifyCasesAsync(Ct)));
    }

    /// <summary>Who does not agree writes another answer; the first signature is gone with it.</summary>
    [Fact]
    public async Task Another_answer_takes_the_place_of_the_first_and_what_nobody_signed_cannot_be_signed_as_the_second()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.ChanceToGrant);
        await using var _ = portal;
        await ACase.DoneAsync(@case.ProposeRetakeAnswerAsync(grant: false, "Er was al een extra kans.", "lid1"));
        Assert.Equal([Requirement.RetakeAnswerByAnother], Assert.IsType<Refused>(await @case.AnswerRetakeAsync(granted: true, "lid2")).Unmet);
        await ACase.DoneAsync(@case.AnswerRetakeAsync(granted: false, "lid2"));
    }

    /// <summary>The letter stands beside the words; who signed first waits, and the secretary has nothing to put before anybody.</summary>
    [Fact]
    public async Task The_letter_is_read_beside_the_form_and_the_task_goes_on_to_another_member()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.ChanceRequested);
        await using var _ = portal;
        Assert.DoesNotContain(await WorkAsync(portal, "secretaris"), action => action is CaseAction.RequestRetake or CaseAction.GrantRetake);
        await ACase.DoneAsync(@case.ProposeRetakeAnswerAsync(reasons: "De melding kwam binnen een minuut."));
        Assert.DoesNotContain(CaseAction.GrantRetake, await WorkAsync(portal, "lid2"));
        Assert.Contains(CaseAction.GrantRetake, await WorkAsync(portal, "lid1"));

        await using var page = APage.For(portal, "lid1");
        var shown = page.Render<LettersPage>(parameters => parameters.Add(item => item.Number, "2026-0001"));
        shown.WaitForAssertion(() => Assert.Contains("De melding kwam binnen een minuut.", shown.Find(".letter").TextContent, StringComparison.Ordinal), Patience);
        Assert.Contains(portal.Who("lid2").Name, shown.Find(".letter").TextContent, StringComparison.Ordinal);

        await using var desk = APage.For(portal, "beroep");
        Assert.DoesNotContain("De melding kwam binnen een minuut.", desk.Render<LettersPage>(parameters => parameters.Add(item => item.Number, "2026-0001")).Markup, StringComparison.Ordinal);
    }

    /// <summary>What the choice shows is what is signed, and the letter follows it.</summary>
    [Fact]
    public async Task The_choice_between_granting_and_refusing_is_shown_and_changes_the_letter()
    {
        var (portal, _) = await Stages.AtAsync(Stage.ChanceRequested);
        await using var closing = portal;
        await using var page = APage.For(portal, "lid1");
        var shown = page.Render<LettersPage>(parameters => parameters.Add(item => item.Number, "2026-0001"));
        shown.WaitForAssertion(() => Assert.Contains("U krijgt een extra kans", shown.Find(".letter").TextContent, StringComparison.Ordinal), Patience);
        Assert.Equal(nameof(CaseAction.GrantRetake), shown.Find("select[name=chance]").GetAttribute("value"));
        await shown.Find("select[name=chance]").ChangeAsync(new() { Value = nameof(CaseAction.RefuseRetake) });
        shown.WaitForAssertion(() => Assert.Contains("geen extra kans", shown.Find(".letter").TextContent, StringComparison.OrdinalIgnoreCase), Patience);
        Assert.Equal(nameof(CaseAction.RefuseRetake), shown.Find("select[name=chance]").GetAttribute("value"));
    }

    private static Task<int> CountAsync(APortal portal) => portal.ReadAsync(db => db.Letters.CountAsync(letter => letter.Kind == LetterKind.ExtraChanceRefused || letter.Kind == LetterKind.ExtraChanceGranted, Ct));

    private static async Task<IEnumerable<CaseAction>> WorkAsync(APortal portal, string who) =>
        (await portal.Get<CaseLists>().CountWorkAsync(portal.Who(who).Id, Ct)).Select(work => work.Action);
}
