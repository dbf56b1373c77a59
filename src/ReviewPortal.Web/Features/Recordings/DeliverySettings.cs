using ReviewPortal.Web.Commands;

namespace ReviewPortal.Web.Features.Recordings;

/// <summary>The settings of "Deliveries": the watched folder and the quarantine.</summary>
internal static class DeliverySettings
{
    /// <exception cref="SettingException">A number that cannot be meant.</exception>
    public static IServiceCollection AddDeliverySettings(this IServiceCollection services, IConfiguration settings) => services
        .AddSingleton(new GateSettings(settings.Positive("Deliveries:QuarantineDays", 14), settings.Positive("Deliveries:QuarantineMegabytes", 50_000) * 1_000_000L))
        .AddSingleton(new WatchedFolderSettings(settings["Deliveries:Folder"], settings.Positive("Deliveries:QuietSeconds", 30), settings.Positive("Deliveries:KeptDays", 7)));
}
