using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Infrastructure.Accounts;
using ReviewPortal.Infrastructure.Audit;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Web.Access;

/// <summary>Why somebody looks at recordings; stands in the audit row.</summary>
public enum LookingFor
{
    Review,
    Dossier,
}

/// <summary>The only way for a page to learn what there is to play: it opens for those with a task, and every opening is written down.</summary>
public sealed class OpenRecordings(PortalDbs dbs, CaseDoor door, Openings openings, TimeProvider clock)
{
    /// <summary>The audit row of an opening.</summary>
    public const string Opened = "recording.open";

    /// <returns>Null when these recordings are not for this person now.</returns>
    public async Task<OpenedSitting?> RunAsync(SittingId sitting, LookingFor purpose, PersonId by, CancellationToken ct)
    {
        if (await door.ToPlayAsync(sitting, by, ct) is not { } head) return null;
        var opened = await dbs.ChangeAsync<OpenedSitting?>(
            async db =>
            {
                if (await db.PersonAsync(by, ct) is not { } actor) return null;
                var detail = new { number = head.Number.ToString(), @case = head.Id.Value, sitting = sitting.Value, purpose = purpose is LookingFor.Review ? "review" : "dossier", role = head.PlaysAs };
                await db.AuditAsync(actor, Opened, $"sitting/{sitting}", detail, clock.GetUtcNow(), ct);
                await db.SaveChangesAsync(ct);
                var recordings = await db.Recordings.Where(item => item.Sitting == sitting).ToListAsync(ct);
                var ids = recordings.Select(item => item.Id).ToArray();
                var facts = await db.RecordingFacts.Where(item => ids.Contains(item.Recording)).ToListAsync(ct);
                return OpenedSitting.Of(await db.Sittings.SingleAsync(item => item.Id == sitting, ct), recordings, facts);
            },
            ct);
        if (opened is not null) openings.Add(by, sitting);
        return opened;
    }
}

/// <summary>What can be played of a sitting.</summary>
/// <param name="Seconds">The length of the sitting.</param>
/// <param name="Quiet">Where neither sound nor screen has anything new.</param>
public sealed record OpenedSitting(double Seconds, ImmutableArray<OpenedTrack> Tracks, FragmentSet Quiet)
{
    public static OpenedSitting Of(Sitting sitting, IReadOnlyCollection<Recording> recordings, IReadOnlyCollection<RecordingFacts> facts)
    {
        ArgumentNullException.ThrowIfNull(sitting);
        return new(
            sitting.Seconds,
            [.. Enum.GetValues<TrackRole>().Select(role => OpenedTrack.Of(role, sitting.Seconds, [.. recordings.Where(item => item.Role == role).OrderBy(item => item.Part)]))],
            QuietStretches.Of(sitting.Seconds, recordings, facts));
    }
}

/// <param name="Parts">In order; none when nothing was recorded. Between them there is nothing to see.</param>
public sealed record OpenedTrack(TrackRole Role, bool HasSound, int Width, int Height, ImmutableArray<OpenedPart> Parts)
{
    public static OpenedTrack Of(TrackRole role, double length, IReadOnlyList<Recording> recordings)
    {
        ArgumentNullException.ThrowIfNull(recordings);
        return new(
            role,
            recordings.Any(item => item.HasSound),
            recordings.Count > 0 ? recordings[0].Width : 0,
            recordings.Count > 0 ? recordings[0].Height : 0,
            [.. recordings.SelectMany(item => item.Recorded.Within(length).Fragments.Select(stretch => new OpenedPart(item.Id, item.OffsetSeconds, item.ClockRate, stretch.From, stretch.To)))]);
    }
}

/// <summary>A stretch of one file without holes. A file with holes gives several.</summary>
/// <param name="Offset">Seconds from the sitting's start to the file's time zero.</param>
/// <param name="ClockRate">Seconds of the file in one second of the sitting.</param>
/// <param name="From">Seconds from the sitting's start.</param>
public sealed record OpenedPart(Guid Recording, double Offset, double ClockRate, double From, double To);
