using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Infrastructure.Media.Caged;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Infrastructure.Vault;

namespace ReviewPortal.Web.Features.Recordings;

/// <summary>One file with what was measured in it.</summary>
/// <param name="Facts">Null while it has not been measured.</param>
/// <param name="Peaks">How loud each equal part is, 0 to 1; empty for those who may not hear it.</param>
/// <param name="SittingSeconds">The sitting as it was announced.</param>
public sealed record FileFacts(Recording File, RecordingFacts? Facts, ImmutableArray<float> Peaks, double SittingSeconds, bool IsLast)
{
    /// <summary>Its clock beside that of the first file with sound; null when there is none, or both heard different things.</summary>
    public ClockPair? Clock { get; init; }

    /// <summary>How much later the last file of a track ends than the sitting was announced to; below zero it ends earlier.</summary>
    public double? EndsLater => IsLast && File.DurationSeconds > 0 ? File.At(File.DurationSeconds) - SittingSeconds : null;
}

/// <param name="Missing">The programs that this machine lacks or does not allow.</param>
public sealed record SittingFacts(ImmutableArray<FileFacts> Files, bool CanMeasure, ImmutableArray<string> Missing);

/// <summary>What was measured in the recordings of a sitting. It writes nothing.</summary>
public sealed class FactsViews(PortalDbs dbs, DerivedFiles derived, Cage cage)
{
    public const int Parts = 300;

    /// <param name="mayPlay">A drawing of the sound is for those who may hear it.</param>
    public async Task<SittingFacts> OfAsync(SittingId sitting, bool mayPlay, CancellationToken ct)
    {
        await using var db = await dbs.LookAsync(ct);
        var seconds = (await db.Sittings.SingleAsync(item => item.Id == sitting, ct)).Seconds;
        var recordings = await db.Recordings.Where(item => item.Sitting == sitting).ToListAsync(ct);
        var known = await db.RecordingFacts.Where(item => db.Recordings.Any(recording => recording.Id == item.Recording && recording.Sitting == sitting)).ToDictionaryAsync(item => item.Recording, ct);
        var state = await cage.StateAsync();
        var files = ImmutableArray.CreateBuilder<FileFacts>();
        (Recording File, byte[] Sound)? heard = null;
        foreach (var track in recordings.GroupBy(item => item.Role).OrderBy(track => track.Key))
        {
            var last = track.Max(item => item.Part);
            foreach (var file in track.OrderBy(item => item.Part))
            {
                var facts = known.GetValueOrDefault(file.Id);
                var sound = facts is { SoundFrom: not null } ? await SoundAsync(file.Id, ct) : null;
                var clock = heard is { } other && sound is not null ? SoundClocks.Compare(other.Sound, other.File.OffsetSeconds, sound, file.OffsetSeconds) : null;
                files.Add(new FileFacts(file, facts, mayPlay && sound is not null ? [.. Waveform.Peaks(sound, Parts)] : [], seconds, file.Part == last) { Clock = clock });
                if (sound is not null) heard ??= (file, sound);
            }
        }

        return new SittingFacts(files.ToImmutable(), state.HasFfmpeg, state.Tools.Missing);
    }

    private async Task<byte[]?> SoundAsync(Guid recording, CancellationToken ct)
    {
        try
        {
            return await derived.ReadAsync(recording, DerivedFiles.Waveform, ct);
        }
        catch (DamagedRecordingException)
        {
            return null; // The recording itself says so when it is opened.
        }
    }
}
