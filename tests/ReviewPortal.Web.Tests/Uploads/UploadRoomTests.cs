using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Core.Writing;
using ReviewPortal.Infrastructure.Uploads;
using ReviewPortal.Infrastructure.Vault;
using ReviewPortal.Web.Features.Recordings.Api;
using ReviewPortal.Web.Features.Recordings.Uploads;
using ReviewPortal.Web.Tests.Http.Api;

namespace ReviewPortal.Web.Tests.Uploads;

/// <summary>What is sent in lies there twice while it is taken in. Where there is no room for that, it waits; nothing that arrived is lost, and no attempt is counted.</summary>
public sealed class UploadRoomTests
{
    private const long T = 1L << 40;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Room_is_asked_for_twice_what_is_announced()
    {
        await using var portal = await RoomyAsync(20 * T);
        Assert.Equal(UploadObjection.DiskFull, await AnnouncedAsync(portal, 12 * T));
        Assert.Null(await AnnouncedAsync(portal, 8 * T));
        Assert.Equal(UploadObjection.DiskFull, await AnnouncedAsync(portal, 3 * T));
        Assert.Null(await AnnouncedAsync(portal, 1 * T));
    }

    [Fact]
    public async Task What_arrived_and_is_not_taken_in_yet_needs_its_room_too()
    {
        await using var portal = await RoomyAsync(20 * T);
        await ArrivedAsync(portal, "left.zip", 8 * T, []);
        Assert.Equal(UploadObjection.DiskFull, await AnnouncedAsync(portal, 7 * T));
        Assert.Null(await AnnouncedAsync(portal, 5 * T));
    }

    [Fact]
    public async Task What_does_not_fit_beside_what_must_stay_free_waits_and_says_so()
    {
        using var bundle = ADelivery.Of();
        var file = await File.ReadAllBytesAsync(bundle.AsZip(), Ct);
        await using var full = await APortal.WithDemoPeopleAsync("Development", $"--Uploads:KeepFree={long.MaxValue / 2}");
        var id = await ArrivedAsync(full, "C-4701.zip", file.Length, file);
        await full.StartAsync();
        var waiting = await full.Get<WaitingUploads>().UntilAsync(waits => waits.IsForRoom(id));
        Assert.True(waiting);

        var row = Assert.Single(await full.Get<UploadViews>().ListAsync(full.Who("coordinator").Id, Ct));
        Assert.Equal((UploadState.Checking, 0, true), (row.State, row.Upload.Attempts, row.WaitsForRoom));
        var status = UploadStatus.Of(row, Language.English);
        Assert.Equal("checking", status.State);
        var line = Assert.Single(status.Report);
        Assert.False(line.Refused);
        Assert.Contains("disk of the portal is full", line.Sentence, StringComparison.Ordinal);
        Assert.Contains("nothing needs to be sent again", line.Sentence, StringComparison.Ordinal);
        Assert.NotEqual(row.Report[0].Dutch, row.Report[0].English);

        await using var roomy = APortal.On(full.Folder);
        await roomy.StartAsync();
        Assert.True(await roomy.UntilAsync(db => db.Uploads.AnyAsync(item => item.Id == id && item.State == UploadState.TakenIn, Ct)));
        Assert.Equal(1, await roomy.ReadAsync(db => db.Cases.CountAsync(Ct)));
    }

    [Fact]
    public async Task An_attempt_that_ends_because_the_portal_stops_does_not_count()
    {
        using var bundle = ADelivery.Of();
        var file = await File.ReadAllBytesAsync(bundle.AsZip(), Ct);
        await using var portal = await APortal.WithDemoPeopleAsync("Development", "--Uploads:KeepFree=0");
        await portal.StartAsync();
        using var supplier = await ASupplier.OfAsync(portal);
        var upload = await supplier.CreateAsync(file.Length);
        // While somebody has the vault alone, nothing comes in: the attempt stands still when the portal stops.
        using (portal.Get<RecordingVault>().TryAlone())
        {
            using var sent = await supplier.PatchAsync(upload, 0, file);
            Assert.True(await portal.UntilAsync(db => db.Uploads.AnyAsync(item => item.Attempts == 1, Ct)));
            await portal.Services.GetServices<IHostedService>().OfType<TakeInUploads>().Single().StopAsync(Ct);
        }

        var left = await portal.ReadAsync(db => db.Uploads.SingleAsync(Ct));
        Assert.Equal((UploadState.Checking, 0), (left.State, left.Attempts));
    }

    // A disk with so much room besides what must stay free, however large the disk of the machine is.
    private static async Task<APortal> RoomyAsync(long room) => await APortal.WithDemoPeopleAsync(
        "Development", $"--Uploads:Bytes={100 * T}", $"--Uploads:KeepFree={new DriveInfo(Path.GetTempPath()).AvailableFreeSpace - room}");

    private static async Task<UploadObjection?> AnnouncedAsync(APortal portal, long bytes) =>
        (await portal.Get<ReceiveUpload>().CreateAsync(new NewUpload("a.zip", bytes, null, null, ""), new Sender(portal.Who("coordinator"), null, null, []), Ct)).Why;

    private static async Task<Guid> ArrivedAsync(APortal portal, string name, long bytes, byte[] content)
    {
        var upload = new Upload { Id = Guid.NewGuid(), File = name, Bytes = bytes, Sender = new PersonId(Guid.NewGuid()), SenderName = $"{Agreements.Recorder} · test", CreatedAt = portal.Clock.GetUtcNow(), ExpiresAt = portal.Clock.GetUtcNow().AddDays(7) };
        upload.Complete();
        await portal.Dbs.ChangeAsync(async db => { db.Add(upload); return await db.SaveChangesAsync(Ct); }, Ct);
        // Before the portal that keeps too much free: as it was when there still was room.
        var store = new UploadStore(portal.Get<Infrastructure.Store.DataFolder>(), portal.Get<RecordingKeys>(), portal.Get<RecordingVault>(), new UploadLimits { KeepFree = 0 });
        await store.AddAsync(upload.Id, Ct);
        using var body = new MemoryStream(content);
        Assert.Equal(PartEnd.Whole, (await store.AppendAsync(upload.Id, bytes, body, checksum: null, Ct)).End);
        return upload.Id;
    }
}
