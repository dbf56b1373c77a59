using ReviewPortal.Infrastructure.Vault;

namespace ReviewPortal.Web.Features.Recordings;

/// <summary>The settings of "Deliveries": the watched folder and the quarantine. Read when they are first used; a number that cannot be meant is the standard one's.</summary>
internal static class DeliverySettings
{
    public static IServiceCollection AddDeliverySettings(this IServiceCollection services, IConfiguration settings) => services
        .AddSingleton(new GateSettings(Number(settings, "QuarantineDays", 14), Number(settings, "QuarantineMegabytes", 50_000) * 1_000_000L))
        .AddSingleton(new WatchedFolderSettings(settings["Deliveries:Folder"], Number(settings, "QuietSeconds", 30), Number(settings, "KeptDays", 7)));

    private static int Number(IConfiguration settings, string name, int standard) => settings.GetValue<int?>($"Deliveries:{name}") is > 0 and var number ? number : standard;
}
