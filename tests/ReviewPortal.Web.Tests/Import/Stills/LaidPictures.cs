using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Infrastructure.Import;
using ReviewPortal.Infrastructure.Import.Stills;
using ReviewPortal.Infrastructure.Vault;

namespace ReviewPortal.Web.Tests.Import.Stills;

/// <summary>A case that has its screenshots already, in whatever state it stands: they came while it was under review.</summary>
internal static class LaidPictures
{
    public static async Task<Guid> PicturesAsync(this APortal portal, ACase @case, int pictures)
    {
        var ct = TestContext.Current.CancellationToken;
        using var made = AStillDelivery.Of(pictures);
        using var delivery = Assert.IsType<StillDelivery>(await portal.Get<StillReader>().ReadAsync(Incoming.At(made.AsFolder()), ct));
        var report = delivery.Said.Reports.Single();
        var sitting = await portal.ReadAsync(db => db.Sittings.SingleAsync(item => item.Id == @case.Sitting, ct));
        using var receipts = await portal.Get<RecordingVault>().BeginAsync(portal.Clock, ct);
        var packed = (await new StillPack(delivery, new StillLimits()).SealAsync(report.Signals, sitting.Start, sitting.End, new HashSet<(long, string)>(), receipts, ct))!;
        await portal.Dbs.ChangeAsync(
            async db =>
            {
                var (now, by) = (portal.Clock.GetUtcNow(), portal.Who("coordinator"));
                var linked = new SignalDelivery { Id = Guid.CreateVersion7(now), Format = "seb", Supplier = "Safe Exam Browser", File = "stills.zip", Sha256 = report.Sha256, Content = report.Content.ToArray(), ReceivedByName = by.Name };
                linked.Link(@case.Sitting, by, now, 0, cameLate: false);
                db.AddRange(linked, new StillTrack
                {
                    Id = packed.Track, Delivery = linked.Id, File = "stills.zip", Bytes = packed.Bytes, Sha256 = packed.Sha256, Pictures = pictures,
                    First = packed.Stills[0].Moment, Last = packed.Stills[^1].Moment, TakenInAt = now,
                });
                return await db.SaveChangesAsync(ct);
            },
            ct);
        receipts.Admit();
        return packed.Track;
    }
}
