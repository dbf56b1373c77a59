using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Web.Features.Recordings;

/// <summary>A review that ended without being done: for the coordinator, who gives it to the next (Awb 2:4).</summary>
/// <param name="TakenBack">By the coordinator, from whoever had it; otherwise a reviewer gave it back.</param>
public sealed record HandedBack(PersonId By, string Name, bool TakenBack, DateTimeOffset At, string Why)
{
    /// <summary>The latest first.</summary>
    public static async Task<ImmutableArray<HandedBack>> OfAsync(PortalDb db, CaseId @case, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        return
        [
            .. await db.CaseEvents.Where(item => item.Case == @case && item.Action == CaseAction.HandBack).OrderByDescending(item => item.Version)
                .Select(item => new HandedBack(item.By, item.ByName, item.ByRole == Role.Coordinator, item.At, item.Note ?? "")).ToListAsync(ct),
        ];
    }
}
