using System.Collections.Immutable;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Infrastructure.Accounts;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Web.Access;

namespace ReviewPortal.Web.Features.Recordings;

/// <summary>
/// Who looked at the recordings of a sitting and why, from the audit log. For secretary and chair, who answer for the case file; the data protection
/// officer has the audit log itself. Others have no task in who their colleagues are (AP-POL-3, AVG 32).
/// </summary>
public sealed class SittingOpenings(PortalDbs dbs, CaseDoor door)
{
    /// <returns>Null when it is not for this person.</returns>
    public async Task<ImmutableArray<Opening>?> OfAsync(string number, PersonId by, CancellationToken ct)
    {
        if (await door.OpenAsync(number, Room.Recordings, by, ct) is not { } head) return null;
        await using var db = await dbs.LookAsync(ct);
        if (await db.PersonAsync(by, ct) is not { } actor || !(actor.Is(Role.BoardSecretary) || actor.Is(Role.Chair))) return null;
        return await RecordingLooks.OfAsync(db, head.Sitting, ct);
    }
}
