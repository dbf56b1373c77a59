using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Letters;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Web.Features.Letters;

namespace ReviewPortal.Web.Layout;

/// <summary>Whether the portal can do its work, for a monitor.</summary>
/// <param name="Status">"ok" when the database answers and letters can go out; "degraded" when something keeps them back.</param>
/// <param name="Runtime">The running version of .NET.</param>
/// <param name="Database">The version of the database engine.</param>
/// <param name="Problems">What keeps letters back and what to do about it; empty when nothing does.</param>
public sealed record HealthReport(string Status, string Runtime, string Database, ImmutableArray<string> Problems);

internal static class Health
{
    public static void MapHealth(this WebApplication app) => app.MapGet("/healthz", ReportAsync)
        .AllowAnonymous()
        .WithName("Health")
        .WithSummary("Whether the portal can do its work.")
        .Produces<HealthReport>();

    // Degraded, the portal goes on: a monitor that takes it off the air would help nobody.
    private static async Task<IResult> ReportAsync(PortalDbs dbs, Institutions institutions, CancellationToken ct)
    {
        await using var db = await dbs.LookAsync(ct);
        var engine = await db.Database.SqlQuery<string>($"SELECT sqlite_version() AS \"Value\"").SingleAsync(ct);
        var problems = UnsetSender.Problems(await institutions.OfAsync(HouseTexts.Everybody, ct));
        return Results.Ok(new HealthReport(problems.IsEmpty ? "ok" : "degraded", Environment.Version.ToString(), $"SQLite {engine}", problems));
    }
}
