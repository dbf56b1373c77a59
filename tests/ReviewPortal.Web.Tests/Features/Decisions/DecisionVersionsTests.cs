using Bunit;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Decisions;
using ReviewPortal.Infrastructure.Audit;
using ReviewPortal.Web.Features.Decisions;
using ReviewPortal.Web.Tests.Pages;

namespace ReviewPortal.Web.Tests.Features.Decisions;

/// <summary>What was written is kept after every sitting of writing, so that two versions can be compared (issue 6, part 7).</summary>
public sealed class DecisionVersionsTests
{
    private static CancellationToken Ct => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_version_ends_with_another_writer_with_a_pause_and_with_a_signature()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Deliberation);
        await using var _ = portal;
        await WriteAsync("Een.", "lid1", 0);
        await WriteAsync("Een en een half.", "lid1", 5);
        await WriteAsync("Twee.", "lid2", 6);
        await WriteAsync("Drie.", "lid2", 17);
        await ACase.DoneAsync(@case.DecideAsync(Outcome.Valid, "voorzitter"));
        Assert.Equal([("Een en een half.", false), ("Twee.", false), ("Drie.", false), ("Drie.", true)], (await ListAsync("lid1")).Select(version => (version.Draft.Reasons, version.SignedAt is not null)));
        Assert.Empty(await portal.ReadAsync(db => db.VerifyCasesAsync(Ct)));

        await ACase.DoneAsync(@case.ReturnAsync(by: "lid2"));
        await WriteAsync("Vier.", "lid2", 18);
        // The chair signed what another member wrote last: that version stays as it was left.
        Assert.Equal(portal.Who("voorzitter").Name, (await ListAsync("lid1"))[^2].ByName);
        Assert.Equal([1, 2, 3, 4, 5], (await ListAsync("lid1")).Select(version => version.Number));
        Assert.Empty(await portal.ReadAsync(db => db.VerifyCasesAsync(Ct)));

        async Task WriteAsync(string reasons, string by, int minute)
        {
            portal.On(11, 17, 10);
            portal.Clock.Set(portal.Clock.GetUtcNow().AddMinutes(minute));
            await ACase.DoneAsync(@case.DraftAsync(Drafts.Valid with { Reasons = reasons }, by));
        }

        async Task<System.Collections.Immutable.ImmutableArray<KeptVersion>> ListAsync(string who) => await portal.Get<DecisionVersions>().ListAsync(@case.Id, portal.Who(who).Id, Ct);
    }

    /// <summary>What was told to the candidate is read in words, not by its key.</summary>
    [Fact]
    public async Task An_instruction_is_compared_in_its_own_words()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Deliberation);
        await using var _ = portal;
        await ACase.DoneAsync(@case.DraftAsync(Drafts.Valid));
        await ACase.DoneAsync(@case.DraftAsync(Drafts.OwnRisk, "lid2"));
        await ACase.DoneAsync(@case.DecideAsync(Outcome.Irregularity, "voorzitter"));
        await using var page = APage.For(portal, "lid1");
        var number = (await @case.NowAsync()).Number.ToString();
        var shown = page.Render<DecisionPage>(parameters => parameters.Add(decision => decision.Number, number));
        var card = shown.FindComponent<VersionsCard>();
        await card.Find("button").ClickAsync(new());
        var first = card.FindAll("select")[0].QuerySelector("option")!.GetAttribute("value");
        await card.FindAll("select")[0].ChangeAsync(new() { Value = first });
        var exam = await portal.ReadAsync(db => db.Exams.SingleAsync(item => db.Sittings.Any(sitting => sitting.Exam == item.Id && db.Cases.Any(row => row.Id == @case.Id && row.Sitting == sitting.Id)), Ct));
        Assert.Contains(exam.Instruction(Drafts.OwnRisk.InstructionId)!.Dutch, card.Find(".compared").ParentElement!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(card.FindAll("ins"), part => part.TextContent.Trim(' ', '[', ']') == Drafts.OwnRisk.InstructionId);
    }

    [Theory]
    [InlineData("student")]
    [InlineData("reviewer")]
    [InlineData("beroep")]
    public async Task Who_may_not_know_the_decision_reads_no_version_of_it(string who)
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Decided);
        await using var _ = portal;
        Assert.NotEmpty(await portal.Get<DecisionVersions>().ListAsync(@case.Id, portal.Who("lid1").Id, Ct));
        var read = await portal.Get<DecisionVersions>().ListAsync(@case.Id, portal.Who(who).Id, Ct);
        Assert.True(read.IsDefaultOrEmpty, $"{who} reads {(read.IsDefault ? 0 : read.Length)} versions");
    }
}
