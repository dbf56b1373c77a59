using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ReviewPortal.Infrastructure.Store;

public static class StoreServices
{
    /// <summary>The database in the data folder, its write gate, and the case files.</summary>
    /// <param name="services">The services of the portal.</param>
    /// <param name="data">The folder of the database.</param>
    /// <param name="onlyReads">For commands that only look.</param>
    public static IServiceCollection AddStore(this IServiceCollection services, DataFolder data, bool onlyReads = false)
    {
        ArgumentNullException.ThrowIfNull(data);
        services.AddSingleton(data);
        services.AddSingleton(new SqliteFile(data.Database, onlyReads));
        services.AddSingleton(new WriteGate(data.Database + ".gate"));
        services.AddSingleton<GateInterceptor>();
        services.AddSingleton<SightChanges>();
        services.AddSingleton<SqliteSettings>();
        services.AddDbContextFactory<SqlitePortalDb>((provider, options) => options
            .UseSqlite(provider.GetRequiredService<SqliteFile>().ConnectionString, sqlite => sqlite.CommandTimeout(5))
            .AddInterceptors(provider.GetRequiredService<SqliteSettings>(), provider.GetRequiredService<GateInterceptor>(), provider.GetRequiredService<SightChanges>()));
        // Identity asks for a context of its own in each request.
        services.AddScoped<PortalDb>(provider => provider.GetRequiredService<IDbContextFactory<SqlitePortalDb>>().CreateDbContext());
        services.AddSingleton<PortalDbs>();
        services.AddSingleton<Migrator>();
        services.AddSingleton<CaseNews>();
        services.AddSingleton<GateNews>();
        services.AddSingleton<CaseFiles>();
        services.AddSingleton<FacilityFiles>();
        services.AddSingleton<StepDrafts>();
        return services;
    }
}
