using Bunit;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Decisions;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Writing;
using ReviewPortal.Infrastructure.Audit;
using ReviewPortal.Web.Access;
using ReviewPortal.Web.Features.Decisions;
using ReviewPortal.Web.Features.Student;
using ReviewPortal.Web.Features.Worklist;
using ReviewPortal.Web.Tests.Pages;
using ReviewPortal.Web.Tests.Pdf;

namespace ReviewPortal.Web.Tests.Features.Decisions;

/// <summary>WHW 7.12b lid 2: the board proposes to end an enrolment, and not one member of it. Two sign, each having read the letter (Awb 2:18; law.md section 4, row 20).</summary>
public sealed class ProposedByTwoTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private static CancellationToken Ct => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_goes_out_before_another_member_signs_and_the_letter_names_both()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.TerminationToCoSign);
        await using var _ = portal;
        Assert.Equal(0, await CountAsync(portal));
        Assert.False(await ExecutiveBoardSeesAsync(portal));
        Assert.DoesNotContain(CaseAction.TerminateEnrolment, await WorkAsync(portal, "cvb"));
        var mine = await MineAsync(portal, @case);
        Assert.Null(mine.Enrolment);
        Assert.DoesNotContain(mine.Timeline, step => step.Action is CaseAction.ProposeTermination or CaseAction.CoSignTermination);
        Assert.Equal([Requirement.EnrolmentToDecide], Assert.IsType<Refused>(await @case.InviteToHearingAsync()).Unmet);
        Assert.Equal([Requirement.TerminationProposed], Assert.IsType<Refused>(await @case.DecideTerminationAsync(terminate: false)).Unmet);

        await ACase.DoneAsync(portal.On(11, 24).Then(() => @case.CoSignTerminationAsync()));

        Assert.Equal(1, await CountAsync(portal));
        Assert.True(await ExecutiveBoardSeesAsync(portal));
        Assert.True((await MineAsync(portal, @case)).Enrolment!.IsProposed);
        var sha256 = await portal.ReadAsync(db => db.Letters.Where(letter => letter.Kind == LetterKind.TerminationProposed).Select(letter => letter.Sha256).SingleAsync(Ct));
        using var pdf = new PrintedPdf(await portal.ReadAsync(db => db.Files.Where(file => file.Sha256 == sha256).Select(file => file.Content).SingleAsync(Ct)));
        Assert.All(["voorzitter", "lid1"], who => Assert.Contains(portal.Who(who).Name, pdf.ReadOut(), StringComparison.Ordinal));
        Assert.Empty(await portal.ReadAsync(db => db.VerifyCasesAsync(Ct)));
    }

    /// <summary>Who does not agree writes another proposal, or withdraws this one; what a member did not read cannot be signed.</summary>
    [Fact]
    public async Task Another_proposal_takes_the_place_of_the_first_and_the_first_can_no_longer_be_signed()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.TerminationToCoSign);
        await using var _ = portal;
        var read = await portal.ReadAsync(db => db.TerminationProposals.Select(proposal => proposal.ProposedAt).SingleAsync(Ct));
        await ACase.DoneAsync(portal.On(11, 24).Then(() => @case.ProposeTerminationAsync("Twee uitsluitingen hielpen niet.", by: "lid1")));
        Assert.Equal([Requirement.ProposalByAnother], Assert.IsType<Refused>(await @case.CoSignTerminationAsync("lid2", read)).Unmet);
        Assert.Equal([Requirement.ProposalByAnother], Assert.IsType<Refused>(await @case.CoSignTerminationAsync("lid1")).Unmet);
        await ACase.DoneAsync(@case.CoSignTerminationAsync("voorzitter"));
        Assert.Equal("Twee uitsluitingen hielpen niet.", await portal.ReadAsync(db => db.TerminationProposals.Select(proposal => proposal.Reasons).SingleAsync(Ct)));
    }

    /// <summary>Before the second signature withdrawing undoes it, and nobody outside the board reads of either (Awb 3:40).</summary>
    [Fact]
    public async Task A_proposal_of_one_member_is_withdrawn_without_a_trace_outside_the_board()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.TerminationToCoSign);
        await using var _ = portal;
        await ACase.DoneAsync(@case.WithdrawTerminationAsync());
        Assert.Equal((0, 0), (await CountAsync(portal), await portal.ReadAsync(db => db.TerminationProposals.CountAsync(Ct))));
        Assert.DoesNotContain((await MineAsync(portal, @case)).Timeline, step => step.Action is CaseAction.ProposeTermination or CaseAction.WithdrawTermination);
    }

    /// <summary>What one member signed rests on the decision, and falls when the board takes that up again.</summary>
    [Fact]
    public async Task A_proposal_of_one_member_falls_with_its_decision()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.TerminationToCoSign);
        await using var _ = portal;
        await ACase.DoneAsync(portal.On(11, 24).Then(() => @case.RedecideAsync("Wij zien af van uitsluiting.", by: "lid1")));
        Assert.Equal(0, await portal.ReadAsync(db => db.TerminationProposals.CountAsync(Ct)));
    }

    /// <summary>What the executive board decided before stays its own to read while something new is proposed; the new proposal it reads when another member has signed it.</summary>
    [Fact]
    public async Task A_new_proposal_after_a_restored_enrolment_does_not_hide_the_earlier_procedure()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.ObjectionLodged);
        await using var _ = portal;
        await ACase.DoneAsync(@case.DecideObjectionAsync(ObjectionOutcome.Founded));
        await ACase.DoneAsync(@case.ProposeTerminationAsync("Er kwam een nieuw feit bij."));

        Assert.True(await ExecutiveBoardSeesAsync(portal));
        Assert.Contains(await ListedAsync(portal, "cvb"), number => number == "2026-0001");
        await using (var page = APage.For(portal, "cvb"))
        {
            var markup = page.Render<DecisionPage>(parameters => parameters.Add(item => item.Number, "2026-0001")).Markup;
            Assert.Contains("Beëindiging is te zwaar.", markup, StringComparison.Ordinal);
            Assert.DoesNotContain("Er kwam een nieuw feit bij.", markup, StringComparison.Ordinal);
        }

        Assert.DoesNotContain(CaseAction.TerminateEnrolment, await WorkAsync(portal, "cvb"));
        await ACase.DoneAsync(@case.CoSignTerminationAsync());
        await using var told = APage.For(portal, "cvb");
        Assert.Contains("Er kwam een nieuw feit bij.", told.Render<DecisionPage>(parameters => parameters.Add(item => item.Number, "2026-0001")).Markup, StringComparison.Ordinal);
    }

    /// <summary>Added after the first signature under the decision, it is signed by the one under it that follows: of another member than who wrote it.</summary>
    [Fact]
    public async Task Who_wrote_the_proposal_does_not_co_sign_the_decision_that_tells_it()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.FraudDrafted);
        await using var _ = portal;
        await ACase.DoneAsync(@case.DecideAsync(Outcome.Fraud));
        await ACase.DoneAsync(@case.ProposeTerminationAsync(by: "voorzitter"));
        Assert.Equal([Requirement.AnotherMember], Assert.IsType<Refused>(await @case.CoSignAsync("voorzitter")).Unmet);
        await ACase.DoneAsync(@case.CoSignAsync("lid2"));
        await ACase.DoneAsync(portal.On(11, 20, 15).Then(() => @case.PublishAsync()));
        Assert.Equal(portal.Who("lid2").Id, await portal.ReadAsync(db => db.TerminationProposals.Select(proposal => proposal.CoSignedBy).SingleAsync(Ct)));
        Assert.True(await ExecutiveBoardSeesAsync(portal));
    }

    /// <summary>The letter stands beside the words, and the task goes on to another member.</summary>
    [Fact]
    public async Task The_letter_is_read_before_each_signature()
    {
        var (portal, _) = await Stages.AtAsync(Stage.TerminationToCoSign);
        await using var closing = portal;
        Assert.DoesNotContain(CaseAction.CoSignTermination, await WorkAsync(portal, "voorzitter"));
        Assert.Contains(CaseAction.CoSignTermination, await WorkAsync(portal, "lid1"));
        await using (var first = APage.For(portal, "voorzitter"))
        {
            var waiting = first.Render<DecisionPage>(parameters => parameters.Add(item => item.Number, "2026-0001"));
            Assert.DoesNotContain(waiting.FindAll(".step > summary"), summary => summary.TextContent.Contains(LifecycleTexts.Of(CaseAction.CoSignTermination, Language.Dutch), StringComparison.Ordinal));
        }

        await using var page = APage.For(portal, "lid1");
        var shown = page.Render<DecisionPage>(parameters => parameters.Add(item => item.Number, "2026-0001"));
        shown.WaitForAssertion(() => Assert.Contains(shown.FindAll(".drawn .letter"), letter => letter.TextContent.Contains("Dit is de derde keer.", StringComparison.Ordinal) && letter.TextContent.Contains(portal.Who("voorzitter").Name, StringComparison.Ordinal)), Patience);

        await using var desk = APage.For(portal, "beroep");
        Assert.DoesNotContain("Dit is de derde keer.", desk.Render<DecisionPage>(parameters => parameters.Add(item => item.Number, "2026-0001")).Markup, StringComparison.Ordinal);
    }

    private static Task<int> CountAsync(APortal portal) => portal.ReadAsync(db => db.Letters.CountAsync(letter => letter.Kind == LetterKind.TerminationProposed, Ct));

    private static async Task<MyCase> MineAsync(APortal portal, ACase @case) => (await portal.Get<MyCases>().FindAsync(@case.Id, portal.Who("student").Id, Ct))!;

    private static async Task<bool> ExecutiveBoardSeesAsync(APortal portal) => await portal.Get<CaseDoor>().OpenAsync("2026-0001", Room.Decisions, portal.Who("cvb").Id, Ct) is not null;

    private static async Task<IEnumerable<string>> ListedAsync(APortal portal, string who) =>
        (await portal.Get<CaseLists>().CasesAsync(portal.Who(who).Id, [], null, new ListPage(0, 10, ""), Ct)).Rows.Select(row => row.Number.ToString());

    private static async Task<IEnumerable<CaseAction>> WorkAsync(APortal portal, string who) =>
        (await portal.Get<CaseLists>().CountWorkAsync(portal.Who(who).Id, Ct)).Select(work => work.Action);
}
