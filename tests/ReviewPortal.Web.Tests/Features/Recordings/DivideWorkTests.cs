using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Review;
using ReviewPortal.Core.Writing;
using ReviewPortal.Infrastructure.Audit;
using ReviewPortal.Web.Features.Recordings;
using ReviewPortal.Web.Features.Worklist;

namespace ReviewPortal.Web.Tests.Features.Recordings;

/// <summary>A division is proposed, looked at, and only then given: by the ordinary step, one sitting at a time.</summary>
public sealed class DivideWorkTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_proposal_changes_nothing_and_what_was_proposed_is_given_by_the_ordinary_step()
    {
        await using var portal = await WaitingAsync(4);
        var (divide, by, before) = (portal.Get<DivideWork>(), portal.Who("coordinator").Id, await portal.DumpAsync());
        var proposal = await divide.ProposeAllAsync(SittingFilter.Everything, by, Ct);
        Assert.Equal(before, await portal.DumpAsync());
        Assert.Equal([2, 2], proposal!.Division.Loads.Select(load => load.After.InHand));

        var told = new List<int>();
        var end = await divide.AssignAsync(proposal, by, now => { told.Add(now.Tried); return Task.CompletedTask; }, Ct);
        Assert.Equal([1, 2, 3, 4], told);
        Assert.Equal(4, end.Done);
        foreach (var given in proposal.Division.Given)
            Assert.Equal(given.Reviewer, await portal.ReadAsync(db => db.Assignments.Where(item => item.Case == given.Sitting.Case).Select(item => item.Reviewer).SingleAsync(Ct)));
        Assert.Equal(4, await portal.ReadAsync(db => db.AuditRows.CountAsync(row => row.Action == "case.Assign", Ct)));
        Assert.Empty(await portal.ReadAsync(db => db.VerifyCasesAsync(Ct)));
    }

    [Fact]
    public async Task What_a_colleague_gave_meanwhile_is_told_in_a_sentence_and_the_rest_goes_on()
    {
        await using var portal = await WaitingAsync(3);
        var (divide, by) = (portal.Get<DivideWork>(), portal.Who("coordinator").Id);
        var proposal = await divide.ProposeAllAsync(SittingFilter.Everything, by, Ct);
        var quick = proposal!.Division.Given[0];
        await ACase.DoneAsync(portal.Get<Assign>().RunAsync(CaseAsSeen.Latest(quick.Sitting.Case), portal.Who("reviewer2").Id, by, Ct));

        var end = await divide.AssignAsync(proposal, by, _ => Task.CompletedTask, Ct);
        Assert.Equal((2, 3), (end.Done, end.Tried));
        var (given, why) = Assert.Single(end.NotDone);
        Assert.Equal(quick, given);
        Assert.Contains("iemand anders was net eerder", why.Sentence(Language.Dutch), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_can_be_stopped_between_two_sittings()
    {
        await using var portal = await WaitingAsync(3);
        var (divide, by) = (portal.Get<DivideWork>(), portal.Who("coordinator").Id);
        using var stop = new CancellationTokenSource();
        var end = await divide.AssignAsync((await divide.ProposeAllAsync(SittingFilter.Everything, by, Ct))!, by, now => now.Done is 2 ? stop.CancelAsync() : Task.CompletedTask, stop.Token);
        Assert.Equal((2, 2, 3), (end.Done, end.Tried, end.Total));
        Assert.Equal(1, await portal.ReadAsync(db => db.Cases.CountAsync(item => item.State == CaseState.Imported, Ct)));
    }

    /// <summary>Awb 2:4: neither the examiner, nor who withdrew; and nobody who is away or has no room.</summary>
    [Fact]
    public async Task Who_may_not_or_cannot_is_not_proposed()
    {
        await using var portal = await WaitingAsync(1);
        var (divide, by) = (portal.Get<DivideWork>(), portal.Who("coordinator").Id);
        var @case = await portal.CaseOfAsync(await portal.ReadAsync(db => db.Sittings.Select(item => item.Id).SingleAsync(Ct)));
        await ACase.DoneAsync(@case.AssignAsync());
        await ACase.DoneAsync(@case.HandBackAsync());
        var proposal = await divide.ProposeAsync([@case.Id], by, Ct);
        Assert.Equal(portal.Who("reviewer2").Id, Assert.Single(proposal!.Division.Given).Reviewer);
        Assert.Equal([new Exclusion(portal.Who("reviewer").Id, ExclusionReason.HandedBack)], proposal.Division.Given[0].Sitting.Excluded);

        await Sql.RunAsync(portal.DatabaseFile, "UPDATE Exams SET Examiner = 'REVIEWER2@demo.example'");
        Assert.Equal(LeftBecause.NobodyApart, Assert.Single((await divide.ProposeAsync([@case.Id], by, Ct))!.Division.Left).Why);

        await Sql.RunAsync(portal.DatabaseFile, "UPDATE Exams SET Examiner = 'iemand@uni.example'");
        Assert.True(await portal.Get<KeepAvailability>().RunAsync(portal.Who("reviewer2").Id, new(new DateOnly(2026, 11, 1), null, null), by, Ct));
        Assert.Equal(LeftBecause.NobodyApart, Assert.Single((await divide.ProposeAsync([@case.Id], by, Ct))!.Division.Left).Why);
        Assert.Contains((await portal.Get<SittingViews>().ReviewersAsync(Ct)), choice => choice is { Name: "Ruben Achterberg", IsAway: true });
        // A hint for whoever assigns by hand, and no bar.
        await ACase.DoneAsync(@case.AssignAsync("reviewer2"));
    }

    /// <summary>AVG 18: what nobody may look at is given to nobody, in a division as little as by taking it.</summary>
    [Fact]
    public async Task What_is_restricted_or_has_not_ended_is_counted_and_not_given()
    {
        await using var portal = await WaitingAsync(2);
        var (divide, by) = (portal.Get<DivideWork>(), portal.Who("coordinator").Id);
        var @case = await portal.CaseOfAsync(await portal.ReadAsync(db => db.Sittings.OrderBy(item => item.Pseudonym).Select(item => item.Id).FirstAsync(Ct)));
        await ACase.DoneAsync(@case.RestrictAsync());
        var proposal = await divide.ProposeAllAsync(SittingFilter.Everything, by, Ct);
        Assert.NotEqual(@case.Id, Assert.Single(proposal!.Division.Given).Sitting.Case);
        Assert.Equal((0, 1), (proposal.Gone, proposal.Held));
        Assert.Equal(1, await portal.Get<TakeReview>().CountAsync(portal.Who("reviewer").Id, Ct));
        await ACase.DoneAsync(@case.EndRestrictionAsync());

        portal.On(11, 2);
        proposal = await divide.ProposeAllAsync(SittingFilter.Everything, by, Ct);
        Assert.Empty(proposal!.Division.Given);
        Assert.Empty(proposal.Division.Left);
        Assert.Equal((0, 2), (proposal.Gone, proposal.Held));
        Assert.Equal(0, await portal.Get<TakeReview>().CountAsync(portal.Who("reviewer").Id, Ct));
    }

    [Theory]
    [InlineData("reviewer")]
    [InlineData("secretaris")]
    [InlineData("student")]
    public async Task Whoever_assigns_nothing_gets_no_proposal(string who)
    {
        await using var portal = await WaitingAsync(1);
        Assert.Null(await portal.Get<DivideWork>().ProposeAllAsync(SittingFilter.Everything, portal.Who(who).Id, Ct));
    }

    [Fact]
    public async Task What_no_longer_waits_is_counted_and_a_filter_narrows_it()
    {
        await using var portal = await WaitingAsync(2);
        var (divide, by) = (portal.Get<DivideWork>(), portal.Who("coordinator").Id);
        var first = (await divide.ProposeAllAsync(SittingFilter.Everything, by, Ct))!.Division.Given[0];
        await ACase.DoneAsync(portal.Get<Assign>().RunAsync(CaseAsSeen.Latest(first.Sitting.Case), first.Reviewer, by, Ct));
        var ids = await portal.ReadAsync(db => db.Cases.Select(item => item.Id).ToListAsync(Ct));
        var proposal = await divide.ProposeAsync(ids, by, Ct);
        Assert.Equal((1, 1), (proposal!.Gone, proposal.Division.Given.Length));
        Assert.Empty((await divide.ProposeAllAsync(SittingFilter.Parse("?words=nothing"), by, Ct))!.Division.Given);
    }

    [Fact]
    public async Task A_target_date_that_was_moved_stands_in_the_list_and_in_the_timeline_with_its_reason()
    {
        await using var portal = await WaitingAsync(2);
        var @case = await portal.CaseOfAsync(await portal.ReadAsync(db => db.Sittings.OrderBy(item => item.Pseudonym).Select(item => item.Id).FirstAsync(Ct)));
        await ACase.DoneAsync(@case.AssignAsync());
        Assert.Equal(new DateOnly(2026, 11, 17), (await @case.NowAsync()).Due);
        await ACase.DoneAsync(@case.MoveTargetDayAsync(new DateOnly(2026, 11, 5)));
        var (rows, _) = await portal.Get<SittingList>().RowsAsync(portal.Who("coordinator").Id, SittingFilter.Parse("?sort=due"), Ct);
        Assert.Equal([new DateOnly(2026, 11, 5), new DateOnly(2026, 11, 5)], rows.Select(row => row.Due));
        var told = await portal.ReadAsync(db => db.CaseEvents.SingleAsync(item => item.Action == CaseAction.MoveTargetDay, Ct));
        Assert.Equal(("Er is haast bij.", CaseState.InReview), (told.Note, told.To));

        portal.On(11, 6);
        Assert.Equal(2, (await portal.Get<SittingList>().RowsAsync(portal.Who("coordinator").Id, SittingFilter.Parse("?due=late"), Ct)).Total);
        await ACase.DoneAsync(@case.MoveTargetDayAsync(new DateOnly(2026, 11, 20)));
        Assert.Equal(1, (await portal.Get<SittingList>().RowsAsync(portal.Who("coordinator").Id, SittingFilter.Parse("?due=late"), Ct)).Total);
    }

    private static async Task<APortal> WaitingAsync(int count)
    {
        var portal = await APortal.WithDemoPeopleAsync();
        for (var at = 0; at < count; at++) await portal.ImportedAsync($"C-47{at + 1:D2}", $"04127{at + 1:D2}");
        return portal.On(11, 3);
    }
}
