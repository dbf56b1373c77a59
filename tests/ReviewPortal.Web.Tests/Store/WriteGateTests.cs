using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Infrastructure.Audit;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Web.Tests.Store;

/// <summary>One writing operation at a time: in this process, and among processes on one file.</summary>
public sealed class WriteGateTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("gate");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Sixteen_writers_all_get_through_without_a_busy_error_and_the_chain_holds()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        var by = new Actor(new PersonId(Guid.NewGuid()), "schrijver", "", [Role.Administrator]);

        var before = await portal.ReadAsync(db => db.AuditRows.CountAsync(Ct));
        await Task.WhenAll(Enumerable.Range(0, 16).Select(writer => Task.Run(
            async () =>
            {
                for (var time = 0; time < 20; time++)
                {
                    await portal.Dbs.ChangeAsync(
                        async db =>
                        {
                            await db.AuditAsync(by, "test.write", $"writer/{writer}", new { time }, portal.Clock.GetUtcNow(), Ct);
                            return await db.SaveChangesAsync(Ct);
                        },
                        Ct);
                }
            },
            Ct)));

        var (rows, _, at) = await portal.ReadAsync(db => db.VerifyAuditAsync(Ct));
        Assert.Equal((before + (16 * 20), null), ((int)rows, at));
    }

    [Fact]
    public async Task Readers_are_not_kept_waiting_by_a_writer_and_see_only_what_was_committed()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.CoSigned);
        await using var _ = portal;
        await portal.Dbs.ChangeAsync(
            async db =>
            {
                await db.Cases.Where(item => item.Id == @case.Id).ExecuteUpdateAsync(set => set.SetProperty(item => item.Version, 999), Ct);
                Assert.NotEqual(999, (await @case.NowAsync()).Version);
                return true;
            },
            Ct);
        Assert.Equal(999, (await @case.NowAsync()).Version);
    }

    [Fact]
    public async Task An_operation_that_throws_has_written_nothing_and_lets_the_next_one_in()
    {
        var (portal, _) = await Stages.AtAsync(Stage.CoSigned);
        await using var closing = portal;
        var before = await portal.DumpAsync();
        await Assert.ThrowsAsync<InvalidOperationException>(() => portal.Dbs.ChangeAsync<bool>(
            async db =>
            {
                await db.Database.ExecuteSqlAsync($"DELETE FROM Observations", Ct);
                throw new InvalidOperationException("halverwege");
            },
            Ct));
        Assert.Equal(before, await portal.DumpAsync());
        Assert.True(await portal.Dbs.ChangeAsync(_ => Task.FromResult(true), Ct).WaitAsync(TimeSpan.FromSeconds(10), Ct));
    }

    /// <summary>Two gates on one lock file are two processes: a command beside the server.</summary>
    [Fact]
    public async Task Two_gates_on_one_lock_file_never_let_two_operations_in_at_once()
    {
        using var one = new WriteGate(Path.Combine(_folder.FullName, "portal.db.gate"));
        using var other = new WriteGate(Path.Combine(_folder.FullName, "portal.db.gate"));
        var (inside, most, done) = (0, 0, 0);

        await Task.WhenAll(new[] { one, other, one, other }.Select(gate => Task.Run(
            async () =>
            {
                for (var time = 0; time < 25; time++)
                {
                    await gate.RunAsync(
                        async () =>
                        {
                            most = Math.Max(most, Interlocked.Increment(ref inside));
                            await Task.Delay(1, Ct);
                            Interlocked.Decrement(ref inside);
                            return ++done;
                        },
                        Ct);
                }
            },
            Ct)));

        Assert.Equal((1, 100), (most, done));
    }

    [Fact]
    public async Task An_operation_inside_another_passes_without_waiting_for_itself()
    {
        using var gate = new WriteGate(Path.Combine(_folder.FullName, "gate"));
        var (inner, after) = await gate.RunAsync(async () => (await gate.RunAsync(() => Task.FromResult(gate.IsInside), Ct), gate.IsInside), Ct).WaitAsync(TimeSpan.FromSeconds(10), Ct);
        Assert.Equal((true, true, false), (inner, after, gate.IsInside));
    }

    [Fact]
    public async Task Whoever_gives_up_waiting_leaves_the_gate_as_it_was()
    {
        using var gate = new WriteGate(Path.Combine(_folder.FullName, "gate"));
        using var elsewhere = new WriteGate(Path.Combine(_folder.FullName, "gate"));
        using var stop = new CancellationTokenSource();
        await elsewhere.RunAsync(
            async () =>
            {
                var waiting = Task.Run(() => gate.RunAsync(() => Task.FromResult(true), stop.Token), Ct);
                await stop.CancelAsync();
                await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
                return true;
            },
            Ct);
        Assert.True(await gate.RunAsync(() => Task.FromResult(true), Ct).WaitAsync(TimeSpan.FromSeconds(10), Ct));
    }

    /// <summary>Identity may save without awaiting; that way in must not stay shut after a failure either.</summary>
    [Fact]
    public async Task A_save_that_could_not_take_the_lock_file_leaves_the_gate_open_for_the_next()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        await using var scope = portal.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        db.Files.Add(KeptFile.Pdf([1]));
        File.Delete(portal.DatabaseFile + ".gate");
        var inTheWay = Directory.CreateDirectory(portal.DatabaseFile + ".gate");
        Assert.Throws<UnauthorizedAccessException>(() => db.SaveChanges());
        inTheWay.Delete();
        Assert.Equal(1, await Task.Run(() => db.SaveChanges(), Ct).WaitAsync(TimeSpan.FromSeconds(10), Ct));
    }
}
