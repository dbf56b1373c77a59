using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Decisions;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Infrastructure.Audit;
using ReviewPortal.Web.Access;
using ReviewPortal.Web.Features.Student;
using ReviewPortal.Web.Tests.Pdf;

namespace ReviewPortal.Web.Tests.Features.Decisions;

/// <summary>L7 (WHW 7.12b lid 2, second sentence; law.md section 4, row 20): a proposal made with the decision stands in its letter, and nobody outside the board knows before (Awb 3:40).</summary>
public sealed class ProposalLetterTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_proposal_made_with_the_decision_is_part_of_its_letter(bool sanction)
    {
        var (portal, @case) = await DecidedAsync(sanction ? Drafts.FraudWithExclusion : Drafts.Fraud);
        await using var _ = portal;
        await ACase.DoneAsync(@case.ProposeTerminationAsync("Dit is de derde keer binnen een jaar.", by: "lid2"));
        Assert.Equal(0, await portal.ReadAsync(db => db.Letters.CountAsync(letter => letter.Kind == LetterKind.TerminationProposed, Ct)));
        Assert.False(await ExecutiveBoardSeesAsync(portal));
        Assert.DoesNotContain((await MineAsync(portal, @case)).Timeline, step => step.Action is CaseAction.ProposeTermination);

        await ACase.DoneAsync(@case.CoSignAsync());
        await ACase.DoneAsync(portal.On(11, 20, 15).Then(() => @case.PublishAsync()));

        var letter = await portal.ReadAsync(db => db.Letters.SingleAsync(item => item.Kind == LetterKind.FraudProposal, Ct));
        Assert.Equal(new DateOnly(2027, 1, 4), letter.AppealBy);
        var text = await ReadAsync(portal, letter.Sha256);
        Assert.All(["Voorstel aan het College van Bestuur", "Dit is de derde keer binnen een jaar.", "artikel 6:3 van de Algemene wet bestuursrecht"], part => Assert.Contains(part, text, StringComparison.Ordinal));
        Assert.Equal(sanction, text.Contains("U wordt uitgesloten", StringComparison.Ordinal));
        Assert.True(await ExecutiveBoardSeesAsync(portal));
        await ACase.DoneAsync(@case.InviteToHearingAsync());
        await ACase.DoneAsync(@case.DecideTerminationAsync());
        Assert.Empty(await portal.ReadAsync(db => db.VerifyCasesAsync(Ct)));
    }

    /// <summary>Withdrawn before anybody was told, the proposal leaves no trace in the letter, nor on the student's page.</summary>
    [Fact]
    public async Task A_proposal_that_is_withdrawn_in_time_is_told_to_nobody()
    {
        var (portal, @case) = await DecidedAsync(Drafts.Fraud);
        await using var _ = portal;
        await ACase.DoneAsync(@case.ProposeTerminationAsync());
        await ACase.DoneAsync(@case.WithdrawTerminationAsync());
        await ACase.DoneAsync(@case.CoSignAsync());
        await ACase.DoneAsync(portal.On(11, 20, 15).Then(() => @case.PublishAsync()));
        Assert.Equal(1, await portal.ReadAsync(db => db.Letters.CountAsync(letter => letter.Kind == LetterKind.FraudInvalid, Ct)));
        Assert.DoesNotContain((await MineAsync(portal, @case)).Timeline, step => step.Action is CaseAction.ProposeTermination or CaseAction.WithdrawTermination);
    }

    /// <summary>A proposal rests on fraud: when the board comes to something else, there is nothing for the executive board to decide.</summary>
    [Fact]
    public async Task A_proposal_falls_when_the_board_decides_otherwise_before_the_letter_goes_out()
    {
        var (portal, @case) = await DecidedAsync(Drafts.Fraud);
        await using var _ = portal;
        await ACase.DoneAsync(@case.ProposeTerminationAsync());
        await ACase.DoneAsync(@case.ReturnAsync());
        Assert.False(await ExecutiveBoardSeesAsync(portal));
        await @case.PublishedAsync(Drafts.ForUniversity);

        Assert.Equal(1, await portal.ReadAsync(db => db.Letters.CountAsync(letter => letter.Kind == LetterKind.IrregularityUniversity, Ct)));
        Assert.False(await ExecutiveBoardSeesAsync(portal));
        Assert.Equal([Requirement.TerminationProposed, Requirement.ProposalGroundStands, Requirement.HeardByExecutiveBoard], Assert.IsType<Refused>(await @case.DecideTerminationAsync()).Unmet);
        await ACase.DoneAsync(@case.WithdrawTerminationAsync());
    }

    /// <summary>Told in a letter of its own, the proposal and its withdrawal stand on the student's page.</summary>
    [Fact]
    public async Task A_proposal_made_later_has_its_own_letter_and_the_student_reads_when_it_is_withdrawn()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.TerminationProposed);
        await using var _ = portal;
        var text = await ReadAsync(portal, await portal.ReadAsync(db => db.Letters.Where(letter => letter.Kind == LetterKind.TerminationProposed).Select(letter => letter.Sha256).SingleAsync(Ct)));
        Assert.Contains("In het besluit van 20 november 2026 staat dat u", text, StringComparison.Ordinal);
        await ACase.DoneAsync(portal.On(11, 24).Then(() => @case.WithdrawTerminationAsync()));
        Assert.Equal([CaseAction.CoSignTermination, CaseAction.PlanEnrolmentHearing, CaseAction.WithdrawTermination], (await MineAsync(portal, @case)).Timeline.Select(step => step.Action).OfType<CaseAction>().TakeLast(3));
    }

    private static async Task<(APortal, ACase)> DecidedAsync(DecisionDraft draft)
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Deliberation);
        await ACase.DoneAsync(@case.DraftAsync(draft));
        await ACase.DoneAsync(@case.DecideAsync(Outcome.Fraud));
        return (portal, @case);
    }

    private static async Task<bool> ExecutiveBoardSeesAsync(APortal portal)
    {
        var head = await portal.Get<CaseDoor>().OpenAsync("2026-0001", Room.Decisions, portal.Who("cvb").Id, Ct);
        return head is not null;
    }

    private static async Task<MyCase> MineAsync(APortal portal, ACase @case) => (await portal.Get<MyCases>().FindAsync(@case.Id, portal.Who("student").Id, Ct))!;

    private static async Task<string> ReadAsync(APortal portal, string sha256)
    {
        using var pdf = new PrintedPdf(await portal.ReadAsync(db => db.Files.Where(file => file.Sha256 == sha256).Select(file => file.Content).SingleAsync(Ct)));
        return string.Join(' ', pdf.ReadOut().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
