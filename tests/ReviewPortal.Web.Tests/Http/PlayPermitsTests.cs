using System.Net;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Retention;
using ReviewPortal.Infrastructure.Accounts;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Infrastructure.Vault;
using ReviewPortal.Web.Access;
using ReviewPortal.Web.Ui;

namespace ReviewPortal.Web.Tests.Http;

/// <summary>A permission to play is remembered while a recording plays, and never longer than it holds.</summary>
public sealed class PlayPermitsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<Stage, string, string> Ends => new()
    {
        { Stage.Reported, "lid1", "restriction" },
        { Stage.Reported, "lid1", "conflict" },
        { Stage.InReview, "reviewer", "handed back" },
        { Stage.Reported, "lid1", "roles" },
        { Stage.Reported, "lid1", "disabled" },
        { Stage.Reported, "lid1", "destroyed" },
        { Stage.Reported, "lid1", "destroyed by another process" },
    };

    [Theory]
    [MemberData(nameof(Ends))]
    public async Task What_ends_the_permission_ends_it_at_the_next_stretch(Stage stage, string who, string what)
    {
        var (portal, @case) = await Stages.AtAsync(stage);
        await using var closing = portal;
        await portal.StartAsync();
        using var visitor = await Visitor.AsAsync(portal, portal.Who(who).Email);
        var recording = await FirstAsync(portal);
        for (var stretch = 0; stretch < 3; stretch++) Assert.Equal(HttpStatusCode.PartialContent, await AskAsync(visitor, recording));

        switch (what)
        {
            case "restriction": await ACase.DoneAsync(@case.RestrictAsync()); break;
            case "conflict": await @case.DeclareConflictAsync(who); break;
            case "handed back": await ACase.DoneAsync(@case.HandBackAsync(who)); break;
            case "roles":
                await portal.Dbs.ChangeAsync(async db => { db.UserRoles.RemoveRange(await db.UserRoles.Where(link => link.UserId == portal.Who(who).Id.Value).ToListAsync(Ct)); return await db.SaveChangesAsync(Ct); }, Ct);
                break;
            case "disabled":
                await portal.Dbs.ChangeAsync(async db => { (await db.Users.SingleAsync(user => user.Email == portal.Who(who).Email, Ct)).Disabled = true; return await db.SaveChangesAsync(Ct); }, Ct);
                break;
            case "destroyed": await portal.Get<RecordingVault>().DestroyAsync(recording, Ct); break;
            default: await APortal.On(portal.Folder).Get<RecordingVault>().DestroyAsync(recording, Ct); break;
        }

        Assert.Equal(HttpStatusCode.NotFound, await AskAsync(visitor, recording));
    }

    [Fact]
    public async Task What_another_process_commits_takes_effect_within_half_a_minute()
    {
        var (portal, _) = await Stages.AtAsync(Stage.InReview);
        await using var closing = portal;
        var (permits, who, recording) = (portal.Get<PlayPermits>(), portal.Who("reviewer").Id, await FirstAsync(portal));
        Assert.NotNull(await permits.AskAsync(recording, who, Ct));
        await Sql.RunAsync(portal.DatabaseFile, "DELETE FROM Assignments");

        portal.Clock.Advance(PlayPermits.Remembered - TimeSpan.FromSeconds(1));
        Assert.NotNull(await permits.AskAsync(recording, who, Ct));
        portal.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(await permits.AskAsync(recording, who, Ct));
    }

    [Fact]
    public async Task A_clock_that_steps_back_makes_no_permission_longer()
    {
        var (portal, _) = await Stages.AtAsync(Stage.InReview);
        await using var closing = portal;
        var (permits, who, recording) = (portal.Get<PlayPermits>(), portal.Who("reviewer").Id, await FirstAsync(portal));
        Assert.NotNull(await permits.AskAsync(recording, who, Ct));
        await Sql.RunAsync(portal.DatabaseFile, "DELETE FROM Assignments");

        portal.Clock.Advance(TimeSpan.FromHours(-1));
        Assert.Null(await permits.AskAsync(recording, who, Ct));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Looking_is_written_down_once_also_by_who_has_nothing_but_the_address(bool throughThePage)
    {
        var (portal, @case) = await Stages.AtAsync(Stage.InReview);
        await using var closing = portal;
        await portal.StartAsync();
        var who = portal.Who("reviewer");
        using var visitor = await Visitor.AsAsync(portal, who.Email);
        if (throughThePage) Assert.NotNull(await portal.Get<OpenRecordings>().RunAsync(@case.Sitting, LookingFor.Review, who.Id, Ct));
        foreach (var recording in await portal.ReadAsync(db => db.Recordings.Select(item => item.Id).ToListAsync(Ct)))
        {
            for (var stretch = 0; stretch < 3; stretch++) Assert.Equal(HttpStatusCode.PartialContent, await AskAsync(visitor, recording));
        }

        Assert.Equal(
            throughThePage ? (1, 0) : (0, 1),
            await portal.ReadAsync(async db => (await db.AuditRows.CountAsync(row => row.Action == OpenRecordings.Opened, Ct), await db.AuditRows.CountAsync(row => row.Action == PlayPermits.Fetched, Ct))));
    }

    [Fact]
    public async Task A_refusal_is_not_remembered()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Imported);
        await using var closing = portal;
        var (permits, who, recording) = (portal.Get<PlayPermits>(), portal.Who("reviewer").Id, await FirstAsync(portal));
        Assert.Null(await permits.AskAsync(recording, who, Ct));
        await ACase.DoneAsync(@case.AssignAsync());
        Assert.NotNull(await permits.AskAsync(recording, who, Ct));
        Assert.Null(await permits.AskAsync(recording, portal.Who("reviewer2").Id, Ct));
        Assert.Null(await permits.AskAsync(Guid.NewGuid(), who, Ct));
    }

    /// <summary>Otherwise the page that plays would end its own permissions every few seconds.</summary>
    [Fact]
    public async Task What_a_page_keeps_while_it_plays_changes_nobodys_sight_and_what_was_undone_neither()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.InReview);
        await using var closing = portal;
        var changes = portal.Get<SightChanges>();
        var before = changes.Count;
        await ACase.DoneAsync(@case.WatchAsync());
        await ACase.DoneAsync(@case.MarkAsync());
        Assert.Equal(before, changes.Count);

        await Assert.ThrowsAsync<InvalidOperationException>(() => portal.Dbs.ChangeAsync<int>(
            async db =>
            {
                db.Add(new Restriction { Id = Guid.CreateVersion7(portal.Clock.GetUtcNow()), Case = @case.Id, Reason = "x", From = portal.Clock.GetUtcNow(), PlacedByName = "x" });
                await db.SaveChangesAsync(Ct);
                Assert.Equal(before, changes.Count);
                throw new InvalidOperationException();
            },
            Ct));
        Assert.Equal(before, changes.Count);
        await ACase.DoneAsync(@case.RestrictAsync());
        Assert.True(changes.Count > before);
    }

    [Fact]
    public async Task One_person_gets_so_many_stretches_at_once_then_waits_then_is_told_and_nobody_else_notices()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        var limit = Microsoft.Extensions.DependencyInjection.ActivatorUtilities.CreateInstance<RangeLimit>(portal.Services);
        await using var limiter = System.Threading.RateLimiting.PartitionedRateLimiter.Create<Actor, PersonId>(person => limit.GetPartition(Of(portal, person)));
        var (one, other) = (portal.Who("lid1"), portal.Who("lid2"));

        var held = Enumerable.Range(0, RangeLimit.AtOnce).Select(_ => limiter.AttemptAcquire(one)).ToList();
        Assert.All(held, lease => Assert.True(lease.IsAcquired));
        var waiting = Enumerable.Range(0, RangeLimit.Waiting).Select(_ => limiter.AcquireAsync(one, cancellationToken: Ct).AsTask()).ToList();
        Assert.All(waiting, turn => Assert.False(turn.IsCompleted));
        Assert.False((await limiter.AcquireAsync(one, cancellationToken: Ct)).IsAcquired);
        Assert.True(limiter.AttemptAcquire(other).IsAcquired);

        held[0].Dispose();
        Assert.True((await waiting[0]).IsAcquired);
    }

    [Fact]
    public async Task Who_is_told_to_come_back_reads_why()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        await portal.StartAsync();
        var media = portal.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(endpoint => endpoint.RoutePattern.RawText!.StartsWith("/media/", StringComparison.Ordinal)).ToArray();
        Assert.NotEmpty(media);
        Assert.All(media, endpoint => Assert.Equal(RangeLimit.Name, endpoint.Metadata.GetMetadata<EnableRateLimitingAttribute>()?.PolicyName));

        var limit = Microsoft.Extensions.DependencyInjection.ActivatorUtilities.CreateInstance<RangeLimit>(portal.Services);
        var context = Of(portal, portal.Who("lid1"));
        using var body = new MemoryStream();
        context.Response.Body = body;
        using var nothing = new System.Threading.RateLimiting.ConcurrencyLimiter(new() { PermitLimit = 1 });
        using var lease = nothing.AttemptAcquire();
        await limit.OnRejected(new OnRejectedContext { HttpContext = context, Lease = lease }, Ct);
        Assert.Equal((429, "1"), (context.Response.StatusCode, context.Response.Headers.RetryAfter.ToString()));
        Assert.Contains("te veel stukken opname tegelijk", System.Text.Encoding.UTF8.GetString(body.ToArray()), StringComparison.Ordinal);
    }

    private static Microsoft.AspNetCore.Http.DefaultHttpContext Of(APortal portal, Actor person) => new()
    {
        RequestServices = portal.Services,
        User = new(new System.Security.Claims.ClaimsIdentity([new(System.Security.Claims.ClaimTypes.NameIdentifier, person.Id.Value.ToString())], "test")),
    };

    private static Task<Guid> FirstAsync(APortal portal) => portal.ReadAsync(db => db.Recordings.OrderBy(item => item.Id).Select(item => item.Id).FirstAsync(Ct));

    private static async Task<HttpStatusCode> AskAsync(Visitor visitor, Guid recording)
    {
        visitor.Headers["Range"] = "bytes=10-2000";
        using var answer = await visitor.GetAsync(Links.Media(recording));
        return answer.StatusCode;
    }
}
