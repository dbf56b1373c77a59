using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Cases;
using ReviewPortal.Infrastructure.Accounts;
using ReviewPortal.Infrastructure.Audit;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Web.Access;

/// <summary>What serving a recording needs to know of it, once somebody may play it.</summary>
public sealed record PlayPermit(Guid Recording, string Sha256, string ContentType);

/// <summary>
/// Who may play which recording. A player asks for hundreds of stretches, so the answer is remembered for half a minute; anything that this program
/// commits and that may change somebody's sight ends that at once. What another process commits (a command) takes effect when the half minute is over.
/// A refusal is never remembered.
/// </summary>
public sealed class PlayPermits(PortalDbs dbs, CaseDoor door, Openings openings, SightChanges changes, TimeProvider clock)
{
    /// <summary>The audit row of somebody who asks for a recording without having opened a page that shows it.</summary>
    public const string Fetched = "recording.fetch";

    public static readonly TimeSpan Remembered = TimeSpan.FromSeconds(30);

    // Thousands of people with three tracks each. When there are more, all are asked again.
    private const int Most = 10_000;

    private readonly ConcurrentDictionary<(PersonId, Guid, bool), Held> _held = new();

    /// <returns>Null when there is no such recording, or not for this person now.</returns>
    public ValueTask<PlayPermit?> AskAsync(Guid recording, PersonId by, CancellationToken ct) => AskAsync(recording, stills: false, by, ct);

    /// <returns>Null when there is no such track of screenshots, or not for this person now.</returns>
    public ValueTask<PlayPermit?> AskForStillsAsync(Guid track, PersonId by, CancellationToken ct) => AskAsync(track, stills: true, by, ct);

    private async ValueTask<PlayPermit?> AskAsync(Guid recording, bool stills, PersonId by, CancellationToken ct)
    {
        // Read before the rows are: what is committed in between makes this answer an old one.
        var (count, now) = (changes.Count, clock.GetUtcNow());
        if (_held.TryGetValue((by, recording, stills), out var held) && held.Count == count && now - held.At is { Ticks: >= 0 } age && age < Remembered) return held.Permit;

        await using var db = await dbs.LookAsync(ct);
        var found = stills ? await StillsAsync(db, recording, ct) : await db.Recordings.Where(item => item.Id == recording).Select(item => new Asked(item.Sitting, item.Sha256, item.ContentType)).FirstOrDefaultAsync(ct);
        if (found is null || await door.ToPlayAsync(found.Sitting, by, ct) is not { } head || !await IsWrittenAsync(head, recording, by, ct))
        {
            _held.TryRemove((by, recording, stills), out _);
            return null;
        }

        var permit = new PlayPermit(recording, found.Sha256, found.ContentType);
        if (_held.Count >= Most) _held.Clear();
        _held[(by, recording, stills)] = new(permit, count, now);
        return permit;
    }

    // They belong to the sitting to which their delivery was linked; each picture has a kind of its own.
    private static async Task<Asked?> StillsAsync(PortalDb db, Guid track, CancellationToken ct)
    {
        if (await db.StillTracks.FirstOrDefaultAsync(item => item.Id == track, ct) is not { } found) return null;
        return await db.SignalDeliveries.Where(item => item.Id == found.Delivery).Select(item => item.Sitting).FirstOrDefaultAsync(ct) is { } sitting ? new(sitting, found.Sha256, "") : null;
    }

    // Who looks through a page has been written down with a purpose; who has the address alone is written down here, before a byte is sent.
    private async Task<bool> IsWrittenAsync(CaseHead head, Guid recording, PersonId by, CancellationToken ct)
    {
        if (openings.IsWritten(by, head.Sitting)) return true;
        var written = await dbs.ChangeAsync(
            async db =>
            {
                if (await db.PersonAsync(by, ct) is not { } actor) return false;
                var detail = new { number = head.Number.ToString(), @case = head.Id.Value, sitting = head.Sitting.Value, recording, purpose = "address", role = head.PlaysAs };
                await db.AuditAsync(actor, Fetched, $"sitting/{head.Sitting}", detail, clock.GetUtcNow(), ct);
                await db.SaveChangesAsync(ct);
                return true;
            },
            ct);
        if (written) openings.Add(by, head.Sitting);
        return written;
    }

    private sealed record Asked(SittingId Sitting, string Sha256, string ContentType);

    private sealed record Held(PlayPermit Permit, long Count, DateTimeOffset At);
}
