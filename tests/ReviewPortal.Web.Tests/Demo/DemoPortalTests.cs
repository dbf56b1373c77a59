using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ReviewPortal.Core.Calendar;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Web.Access;
using ReviewPortal.Web.Demo;

namespace ReviewPortal.Web.Tests.Demo;

/// <summary>The demo is there whole: a first start that was cut off is done again.</summary>
public sealed class DemoPortalTests : IDisposable
{
    private static readonly DateTimeOffset AfterTheStory = Amsterdam.At(new DateOnly(2027, 1, 4), new TimeOnly(9, 0));

    private readonly DirectoryInfo _empty = Directory.CreateTempSubdirectory("portal");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _empty.Delete();

    [Fact]
    public async Task A_first_start_that_was_cut_off_is_made_again_from_its_beginning()
    {
        await using var first = APortal.CopyOf(_empty, AfterTheStory);
        using (var stop = new CancellationTokenSource())
        {
            await first.Get<Migrator>().MigrateAsync(Ct);
            var starting = Task.Run(() => StartAsync(first, stop.Token), Ct);
            while (!starting.IsCompleted && await first.ReadAsync(db => db.Cases.CountAsync(Ct)) is 0) await Task.Delay(20, Ct);
            await stop.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => starting);
        }

        await using var second = APortal.CopyOf(first.Folder, AfterTheStory);
        await StartAsync(second, Ct);

        var cases = await second.ReadAsync(db => db.Cases.CountAsync(Ct));
        Assert.Equal(DemoAccounts.Students.Length, cases);
        Assert.Equal(DemoAccounts.Staff.Length + DemoAccounts.Students.Length, await second.ReadAsync(db => db.Users.CountAsync(Ct)));

        var whole = await second.DumpAsync();
        await StartAsync(second, Ct);
        Assert.Equal(whole, await second.DumpAsync());
    }

    // What serving does before it lets anybody in.
    private static async Task StartAsync(APortal portal, CancellationToken ct)
    {
        var demo = portal.Get<DemoPortal>();
        demo.ClearUnfinished();
        await portal.Get<Migrator>().MigrateAsync(Ct);
        await demo.PrepareAsync(ct);
    }
}
