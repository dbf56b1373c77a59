using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Infrastructure.Audit;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Web.Tests.Features;

/// <summary>What holds for every action: case, event and audit row together or not at all; the wrong role, the wrong state and an old version change nothing.</summary>
public sealed class EveryActionTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<CaseAction> EveryAction => [.. TriedActions.All.Select(tried => tried.Action)];

    [Fact]
    public void Every_action_of_the_table_is_tried_here() =>
        Assert.Equal(Enum.GetValues<CaseAction>().Except([CaseAction.Import]).Order(), TriedActions.All.Select(tried => tried.Action).Order());

    [Theory]
    [MemberData(nameof(EveryAction))]
    public async Task An_action_keeps_the_case_one_event_and_one_audit_row_together(CaseAction action)
    {
        var tried = TriedActions.Of(action);
        var (portal, @case) = await Stages.AtAsync(tried.Stage);
        await using var _ = portal;
        var before = await CountAsync(portal, @case);

        var done = Assert.IsType<Done>(await tried.Run(portal, @case, tried.By));

        var after = await CountAsync(portal, @case);
        Assert.Equal((before.Events + 1, before.Rows + 1, before.Case.Version + 1), (after.Events, after.Rows, after.Case.Version));
        Assert.Equal((before.Case.State, action, done.Row.To), (done.Row.From, done.Row.Action, after.Case.State));

        var told = await portal.ReadAsync(db => db.CaseEvents.Where(item => item.Case == @case.Id).OrderByDescending(item => item.Version).FirstAsync(Ct));
        Assert.Equal((action, before.Case.State, after.Case.State, after.Case.Version), (told.Action, told.From, told.To, told.Version));
        Assert.Equal((portal.Who(tried.By).Id, portal.Who(tried.By).Name, portal.Clock.GetUtcNow()), (told.By, told.ByName, told.At));
        Assert.Contains(told.ByRole, done.Row.Roles);

        var row = await portal.ReadAsync(db => db.AuditRows.OrderByDescending(item => item.Seq).FirstAsync(Ct));
        Assert.Equal(($"case.{action}", $"case/{@case.Id}"), (row.Action, row.Subject));
        Assert.Null((await portal.ReadAsync(db => db.VerifyAuditAsync(Ct))).Break);
    }

    [Theory]
    [MemberData(nameof(EveryAction))]
    public async Task When_the_audit_row_cannot_be_kept_nothing_is(CaseAction action)
    {
        var tried = TriedActions.Of(action);
        var (portal, @case) = await Stages.AtAsync(tried.Stage);
        await using var _ = portal;
        // A row that already follows the last one: the database refuses a second follower, which is a fork.
        await Sql.RunAsync(portal.DatabaseFile, """
            INSERT INTO AuditRows (Seq, AtMicros, Action, Subject, Commitment, PrevHash, Hash)
            SELECT 0, 0, 'planted', '', '', Hash, 'x' FROM AuditRows ORDER BY Seq DESC LIMIT 1
            """);
        var before = await portal.DumpAsync();

        await Assert.ThrowsAsync<DbUpdateException>(() => tried.Run(portal, @case, tried.By));

        Assert.Equal(before, await portal.DumpAsync());
    }

    [Theory]
    [MemberData(nameof(EveryAction))]
    public async Task Somebody_who_saw_an_older_version_is_told_so_and_nothing_changes(CaseAction action)
    {
        var tried = TriedActions.Of(action);
        var (portal, @case) = await Stages.AtAsync(tried.Stage);
        await using var _ = portal;
        @case.AsSeenAt = (await @case.NowAsync()).Version - 1;
        var before = await portal.DumpAsync();

        Assert.Equal(RefusalKind.ChangedMeanwhile, Assert.IsType<Refused>(await tried.Run(portal, @case, tried.By)).Kind);

        Assert.Equal(before, await portal.DumpAsync());
        @case.AsSeenAt++;
        Assert.True((await tried.Run(portal, @case, tried.By)).IsDone);
    }

    [Theory]
    [MemberData(nameof(EveryAction))]
    public async Task A_case_that_does_not_exist_and_a_person_who_has_left_are_answered_alike(CaseAction action)
    {
        var tried = TriedActions.Of(action);
        var (portal, @case) = await Stages.AtAsync(tried.Stage);
        await using var _ = portal;
        var nowhere = new ACase(portal, CaseId.New(portal.Clock.GetUtcNow()), @case.Sitting);
        Assert.Equal(RefusalKind.NoCase, Assert.IsType<Refused>(await tried.Run(portal, nowhere, tried.By)).Kind);

        var who = portal.Who(tried.By);
        await Sql.RunAsync(portal.DatabaseFile, $"UPDATE AspNetUsers SET Disabled = 1 WHERE Email = '{who.Email}'");
        var before = await portal.DumpAsync();
        Assert.Equal(RefusalKind.NoCase, Assert.IsType<Refused>(await tried.Run(portal, @case, tried.By)).Kind);
        Assert.Equal(before, await portal.DumpAsync());
    }

    [Fact]
    public async Task An_open_list_hears_of_a_step_that_was_taken_and_of_no_other()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Decided);
        await using var _ = portal;
        var heard = new List<CaseId>();
        using (portal.Get<CaseNews>().Listen(heard.Add))
        {
            Assert.False((await @case.CoSignAsync("lid1")).IsDone);
            Assert.Empty(heard);
            Assert.True((await @case.CoSignAsync()).IsDone);
            Assert.Equal([@case.Id], heard);
        }

        await ACase.DoneAsync(portal.On(11, 20).Then(() => @case.PublishAsync()));
        Assert.Single(heard);
    }

    private static Task<(int Events, int Rows, Case Case)> CountAsync(APortal portal, ACase @case) => portal.ReadAsync(async db =>
        (await db.CaseEvents.CountAsync(Ct), await db.AuditRows.CountAsync(Ct), await db.Cases.SingleAsync(item => item.Id == @case.Id, Ct)));
}
