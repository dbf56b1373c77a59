using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Infrastructure.Accounts;
using ReviewPortal.Infrastructure.Import;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Web.Features.Recordings;
using ReviewPortal.Web.Features.Recordings.Keys;
using ReviewPortal.Web.Features.Recordings.Uploads;

namespace ReviewPortal.Web.Demo;

/// <summary>What was sent in over HTTP in the demo's past: keys of suppliers that nobody knows, and uploads with their reports.</summary>
internal static class DemoUploads
{
    private const string SupplierName = "ProctorExam";

    public static async Task AddAsync(IServiceProvider services, CancellationToken ct)
    {
        var (dbs, clock) = (services.GetRequiredService<PortalDbs>(), services.GetRequiredService<TimeProvider>());
        var (keys, administrator, coordinator) = (services.GetRequiredService<SupplierKeys>(), await WhoAsync(dbs, "beheer", ct), await WhoAsync(dbs, "coordinator", ct));
        var supplier = await SupplierAsync(dbs, administrator, clock.GetUtcNow(), ct);
        await keys.MakeAsync(new KeyDraft(supplier, "Testomgeving", [KeyScope.Uploads], null), administrator.Id, ct);
        await keys.MakeAsync(new KeyDraft(supplier, "Productie", [KeyScope.Uploads, KeyScope.Status], clock.GetUtcNow().AddYears(1)), administrator.Id, ct);
        var made = (await keys.ListAsync(administrator.Id, ct)).Keys;
        await keys.RevokeAsync(made[^1].Key.Id, administrator.Id, ct);
        await dbs.ChangeAsync(db => UploadsAsync(db, made[0].Key, coordinator, clock.GetUtcNow(), ct), ct);
    }

    private static async Task<int> UploadsAsync(PortalDb db, SupplierKey key, Actor coordinator, DateTimeOffset now, CancellationToken ct)
    {
        var taken = await db.Cases.OrderBy(item => item.Number).Take(2).ToListAsync(ct);
        var yesterday = now.AddDays(-1);
        foreach (var @case in taken)
        {
            var upload = Begun($"{@case.Number}.zip", 412_000_000, $"{SupplierName} · {key.Name}", yesterday, key);
            upload.End(UploadState.TakenIn, [.. UploadReport.Lines(upload.File, new TakenIn(@case.Sitting, @case.Number))], yesterday.AddMinutes(3));
            db.Add(upload);
        }

        var refused = Begun("vakantiefoto.zip", 2_300_000, coordinator.Name, yesterday.AddHours(2), key: null);
        refused.End(UploadState.Refused, [.. UploadReport.Lines(refused.File, new NotTakenIn(new DeliveryRefusal(RefusalReason.NoManifest, "manifest.json", Line: null, [])))], yesterday.AddHours(2).AddMinutes(1));
        db.Add(refused);
        return await db.SaveChangesAsync(ct);
    }

    private static Upload Begun(string file, long bytes, string sender, DateTimeOffset now, SupplierKey? key) => new()
    {
        Id = Guid.CreateVersion7(now), File = file, Bytes = bytes, Key = key?.Id, Supplier = key?.Supplier, SenderName = sender, CreatedAt = now, ExpiresAt = now.AddDays(7),
    };

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
