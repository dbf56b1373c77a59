using Microsoft.Extensions.DependencyInjection;

namespace ReviewPortal.Infrastructure.Media.Caged;

public static class CagedServices
{
    /// <summary>What reads recordings with the programs of this machine, where they are.</summary>
    /// <param name="services">The services of the portal.</param>
    /// <param name="path">The folders in which programs are looked for, as PATH has them.</param>
    public static IServiceCollection AddCage(this IServiceCollection services, string? path) => services
        .AddSingleton(CageTools.Find(path))
        .AddSingleton<Cage>()
        .AddSingleton<Measurer>()
        .AddSingleton<Repairer>();
}
