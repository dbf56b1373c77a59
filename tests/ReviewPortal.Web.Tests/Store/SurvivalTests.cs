using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Decisions;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Infrastructure.Audit;
using ReviewPortal.Web.Access;

namespace ReviewPortal.Web.Tests.Store;

/// <summary>What was acknowledged is there after the machine was switched off.</summary>
public sealed class SurvivalTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>The files as they lie on the disk while the portal has them open are what a crash leaves.</summary>
    [Fact]
    public async Task A_copy_of_the_open_files_has_everything_that_was_acknowledged()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Drafted);
        await using var _ = portal;
        await ACase.DoneAsync(@case.DecideAsync(Outcome.Irregularity));
        await ACase.DoneAsync(@case.CoSignAsync());
        await ACase.DoneAsync(portal.On(11, 20).Then(() => @case.PublishAsync()));

        await using var restarted = APortal.CopyOf(portal.Folder, portal.Clock.GetUtcNow());

        Assert.Equal("ok", await Sql.AskAsync(restarted.DatabaseFile, "PRAGMA integrity_check"));
        Assert.Equal("", await Sql.AskAsync(restarted.DatabaseFile, "PRAGMA foreign_key_check"));
        Assert.Equal(await portal.DumpAsync(), await restarted.DumpAsync());
        Assert.Equal((CaseState.Notified, null), ((await new ACase(restarted, @case.Id, @case.Sitting).NowAsync()).State, (await restarted.ReadAsync(db => db.VerifyAuditAsync(Ct))).Break));
    }

    /// <summary>Copied at any moment between two writers' commits: a prefix of the history, never half a step.</summary>
    [Fact]
    public async Task A_copy_made_while_people_are_working_holds_together()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Deliberation);
        await using var _ = portal;
        // Besides the steps, the audit log has the openings of the recordings.
        // Beside the steps: the recordings were opened, and the students agreed to messages through the portal.
        var opened = await portal.ReadAsync(db => db.AuditRows.LongCountAsync(row => row.Action == OpenRecordings.Opened || row.Action == "delivery.agree", Ct));
        var working = Task.Run(
            async () =>
            {
                for (var time = 0; time < 30; time++)
                {
                    await ACase.DoneAsync(@case.DraftAsync(Drafts.ForUniversity));
                    await ACase.DoneAsync(@case.DecideAsync(Outcome.Irregularity));
                    await ACase.DoneAsync(@case.ReturnAsync());
                }
            },
            Ct);

        var copies = 0;
        while (!working.IsCompleted)
        {
            await using var copy = APortal.CopyOf(portal.Folder, portal.Clock.GetUtcNow());
            Assert.Equal("ok", await Sql.AskAsync(copy.DatabaseFile, "PRAGMA integrity_check"));
            var (rows, head, at) = await copy.ReadAsync(db => db.VerifyAuditAsync(Ct));
            Assert.Null(at);
            var now = await new ACase(copy, @case.Id, @case.Sitting).NowAsync();
            Assert.Equal(now.Version, await copy.ReadAsync(db => db.CaseEvents.LongCountAsync(Ct)));
            Assert.Equal(rows, now.Version + opened);
            copies++;
        }

        await working;
        Assert.True(copies > 1, "The work was over before a copy was made");
    }
}
