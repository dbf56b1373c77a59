using Bunit;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Web.Features.Committee;
using ReviewPortal.Web.Tests.Pages;

namespace ReviewPortal.Web.Tests.Features.Committee;

/// <summary>The caution is a policy of the board, in the configuration; the stricter reading is the default.</summary>
public sealed class CautionTests
{
    [Fact]
    public async Task A_board_that_leaves_the_caution_out_records_a_hearing_without_it_and_is_not_asked()
    {
        var (reached, _) = await Stages.AtAsync(Stage.HearingPlanned);
        var now = reached.Clock.GetUtcNow();
        await using var portal = APortal.CopyOf(await reached.CloseAsync(), now, "Development", "--Board:CautionBeforeHearing=false");
        var @case = await portal.CaseOfAsync(await portal.ReadAsync(db => Task.FromResult(db.Sittings.Single().Id)));
        await using var page = APage.For(portal, "secretaris");
        var number = (await @case.NowAsync()).Number.ToString();
        Assert.DoesNotContain("De cautie is gegeven", page.Render<DossierPage>(parameters => parameters.Add(item => item.Number, number)).Markup, StringComparison.Ordinal);

        await ACase.DoneAsync(@case.RecordHearingAsync(caution: false));
        Assert.Equal(CaseState.ViewsReceived, (await @case.NowAsync()).State);
    }

    [Fact]
    public async Task Where_nothing_is_set_the_caution_is_asked_for()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.HearingPlanned);
        await using var _ = portal;
        await using var page = APage.For(portal, "secretaris");
        var number = (await @case.NowAsync()).Number.ToString();
        Assert.Contains("De cautie is gegeven", page.Render<DossierPage>(parameters => parameters.Add(item => item.Number, number)).Markup, StringComparison.Ordinal);
        Assert.Equal([Requirement.HearingMinutes], Assert.IsType<Refused>(await @case.RecordHearingAsync(caution: false)).Unmet);
    }
}
