using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Committee;
using ReviewPortal.Core.Lifecycle;

namespace ReviewPortal.Web.Tests.Features;

/// <summary>Judgments on how a case is conducted, each played through the portal's own actions; those on the decision itself stand in Core.</summary>
public sealed class LegalScenarios
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>A careful hearing: in person, with minutes on which the student has spoken, and a reply in the decision.</summary>
    [Fact]
    public async Task CBHO_2017_064_5_who_asks_to_be_heard_is_heard_with_minutes_and_gets_a_reply()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.HearingPlanned);
        await using var _ = portal;
        Assert.Equal(RefusalKind.NotFromThisState, Assert.IsType<Refused>(await @case.DeliberateAsync()).Kind);
        Assert.Equal([Requirement.HearingMinutes], Assert.IsType<Refused>(await @case.RecordHearingAsync(caution: false)).Unmet);
        await ACase.DoneAsync(@case.RecordHearingAsync());
        await ACase.DoneAsync(portal.On(11, 20).Then(() => @case.DeliberateAsync()));

        await ACase.DoneAsync(@case.DraftAsync(Drafts.ForUniversity with { ReplyToView = "" }));
        Assert.Equal([Requirement.ReplyToView], Assert.IsType<Refused>(await @case.DecideAsync(Core.Decisions.Outcome.Irregularity)).Unmet);

        await @case.PublishedAsync(Drafts.ForUniversity);
        Assert.Equal(ViewForm.Oral, await portal.ReadAsync(db => db.Views.Select(view => view.Form).SingleAsync(Ct)));
    }
}
