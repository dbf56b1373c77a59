using Microsoft.Extensions.DependencyInjection;
using ReviewPortal.Infrastructure.Import;
using ReviewPortal.Infrastructure.Import.Rosters;
using ReviewPortal.Infrastructure.Import.Stills;
using ReviewPortal.Infrastructure.Import.Suppliers;
using ReviewPortal.Infrastructure.Uploads;

namespace ReviewPortal.Infrastructure.Vault;

public static class VaultServices
{
    /// <summary>The recordings at rest, and the reading of deliveries that brings them in.</summary>
    public static IServiceCollection AddVault(this IServiceCollection services) => services
        .AddSingleton<MasterKeys>()
        .AddSingleton<RecordingKeys>()
        .AddSingleton<SealedStore>()
        .AddSingleton<ShredList>()
        .AddSingleton<RecordingVault>()
        .AddSingleton<QuarantineFolder>()
        .AddSingleton<UploadStore>()
        .AddSingleton<DerivedFiles>()
        .AddSingleton<DamagedRecordings>()
        .AddSingleton<StillFiles>()
        .AddSingleton<ExhibitFiles>()
        .AddSingleton<AttachmentFiles>()
        .AddSingleton(new BundleReader(new BundleLimits()))
        .AddSingleton(new SupplierLimits())
        .AddSingleton<SupplierReader>()
        .AddSingleton(new StillLimits())
        .AddSingleton<StillReader>()
        .AddSingleton(new RosterLimits())
        .AddSingleton<RosterReader>();
}
