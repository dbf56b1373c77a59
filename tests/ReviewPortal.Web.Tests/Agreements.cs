using ReviewPortal.Core.Recordings;
using ReviewPortal.Core.Retention;
using ReviewPortal.Infrastructure.Import.Suppliers;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Web.Tests;

/// <summary>What a delivery of the tests needs to come in: an agreement with each supplier, a retention rule for the faculty. Rows only; they begin no audit log.</summary>
internal static class Agreements
{
    public const string Recorder = "Opnemer";
    public const string Faculty = "Bètawetenschappen";

    private static readonly DateOnly From = new(2026, 1, 1);

    private static readonly DateTimeOffset At = new(2026, 1, 1, 9, 0, 0, TimeSpan.Zero);

    public static Task<int> AddAsync(PortalDb db)
    {
        foreach (var name in Enum.GetValues<SupplierFormat>().Select(SupplierFormats.Supplier).Distinct().Append(Recorder))
        {
            var supplier = new Supplier { Id = Guid.NewGuid(), Name = name, Key = Supplier.KeyOf(name), RegisteredAt = At, RegisteredByName = "Bram Oosterhuis" };
            db.AddRange(supplier, new ProcessingAgreement { Id = Guid.NewGuid(), Supplier = supplier.Id, Reference = "VWO", From = From, RegisteredAt = At, RegisteredByName = "Bram Oosterhuis" });
        }

        db.Add(new RetentionCoverage { Id = Guid.NewGuid(), Scope = CoverageScope.Faculty, Named = Faculty, Key = RetentionCoverage.KeyOf(Faculty), From = From, Basis = "Bewaarschema", RegisteredAt = At, RegisteredByName = "Loes Timmermans" });
        return db.SaveChangesAsync();
    }
}
