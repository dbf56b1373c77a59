using Microsoft.Extensions.DependencyInjection;
using ReviewPortal.Infrastructure.Import;

namespace ReviewPortal.Infrastructure.Vault;

public static class VaultServices
{
    /// <summary>The recordings at rest, and the reading of deliveries that brings them in.</summary>
    public static IServiceCollection AddVault(this IServiceCollection services) => services
        .AddSingleton<MasterKeys>()
        .AddSingleton<RecordingKeys>()
        .AddSingleton<RecordingVault>()
        .AddSingleton(new BundleReader(new BundleLimits()));
}
