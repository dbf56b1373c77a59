using Microsoft.EntityFrameworkCore;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Web.Layout;

/// <summary>Whether the portal can do its work, for a monitor.</summary>
/// <param name="Status">"ok" when the database answers.</param>
/// <param name="Runtime">The running version of .NET.</param>
/// <param name="Database">The version of the database engine.</param>
public sealed record HealthReport(string Status, string Runtime, string Database);

internal static class Health
{
    public static void MapHealth(this WebApplication app) => app.MapGet("/healthz", ReportAsync)
        .AllowAnonymous()
        .WithName("Health")
        .WithSummary("Whether the portal can do its work.")
        .Produces<HealthReport>();

    private static async Task<IResult> ReportAsync(PortalDbs dbs, CancellationToken ct)
    {
        await using var db = await dbs.LookAsync(ct);
        var engine = await db.Database.SqlQuery<string>($"SELECT sqlite_version() AS \"Value\"").SingleAsync(ct);
        return Results.Ok(new HealthReport("ok", Environment.Version.ToString(), $"SQLite {engine}"));
    }
}
