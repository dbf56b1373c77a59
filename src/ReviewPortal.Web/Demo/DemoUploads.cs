using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Infrastructure.Accounts;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Web.Features.Recordings.Api;
using ReviewPortal.Web.Features.Recordings.Keys;
using ReviewPortal.Web.Features.Recordings.Uploads;

namespace ReviewPortal.Web.Demo;

/// <summary>What was sent in over HTTP in the demo's past: keys of suppliers that nobody knows, and two uploads, one that was there and one that is no delivery.</summary>
internal static class DemoUploads
{
    private const string SupplierName = "Voorbeeld Proctoring";

    /// <param name="sample">A sitting that was delivered before; a supplier sends it once more.</param>
    public static async Task AddAsync(IServiceProvider services, string? sample, CancellationToken ct)
    {
        var (dbs, clock) = (services.GetRequiredService<PortalDbs>(), services.GetRequiredService<TimeProvider>());
        var (keys, administrator, coordinator) = (services.GetRequiredService<SupplierKeys>(), await WhoAsync(dbs, "beheer", ct), await WhoAsync(dbs, "coordinator", ct));
        var supplier = await SupplierAsync(dbs, administrator, clock.GetUtcNow(), ct);
        await keys.MakeAsync(new KeyDraft(supplier, "Testomgeving", [KeyScope.Uploads], null), administrator.Id, ct);
        await keys.MakeAsync(new KeyDraft(supplier, "Productie", [KeyScope.Uploads, KeyScope.Status], clock.GetUtcNow().AddYears(1)), administrator.Id, ct);
        var made = (await keys.ListAsync(administrator.Id, ct)).Keys;
        await keys.RevokeAsync(made[^1].Key.Id, administrator.Id, ct);

        var receive = services.GetRequiredService<ReceiveUpload>();
        if (sample is not null) await SendAsync(receive, $"{Path.GetFileName(sample)}.zip", Zipped(sample), Sender.Of(Sender.Principal(new ValidKey(made[0].Key, SupplierName), "demo")), ct);
        await SendAsync(receive, "vakantie.zip", Holiday(), new Sender(coordinator, Key: null, Supplier: null, []), ct);
    }

    // What becomes of it is found out as of every other upload, once the portal serves.
    private static async Task SendAsync(ReceiveUpload receive, string file, byte[] bytes, Sender by, CancellationToken ct)
    {
        var (upload, why) = await receive.CreateAsync(new NewUpload(file, bytes.Length, Format: null, Sitting: null, Metadata: ""), by, ct);
        if (upload is null) throw new InvalidOperationException($"The demo: {file} {why}");
        using var body = new MemoryStream(bytes);
        await receive.AppendAsync(upload, 0, body, checksum: null, ct);
    }

    private static byte[] Zipped(string folder)
    {
        using var bytes = new MemoryStream();
        ZipFile.CreateFromDirectory(folder, bytes, CompressionLevel.NoCompression, includeBaseDirectory: false);
        return bytes.ToArray();
    }

    private static byte[] Holiday()
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = archive.CreateEntry("strand.txt").Open();
            entry.Write("Zon, zee en geen toets."u8);
        }

        return bytes.ToArray();
    }

    private static async Task<Guid> SupplierAsync(PortalDbs dbs, Actor by, DateTimeOffset now, CancellationToken ct) => await dbs.ChangeAsync(
        async db =>
        {
            if (await db.Suppliers.FirstOrDefaultAsync(item => item.Key == Supplier.KeyOf(SupplierName), ct) is { } known) return known.Id;
            var made = new Supplier { Id = Guid.CreateVersion7(now), Name = SupplierName, Key = Supplier.KeyOf(SupplierName), RegisteredAt = now, RegisteredByName = by.Name };
            db.Add(made);
            await db.SaveChangesAsync(ct);
            return made.Id;
        },
        ct);

    private static async Task<Actor> WhoAsync(PortalDbs dbs, string who, CancellationToken ct)
    {
        var email = DemoAccounts.Email(who);
        await using var db = await dbs.LookAsync(ct);
        return (await db.PersonsAsync(user => user.Email == email, ct))[0];
    }
}
