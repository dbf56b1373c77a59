using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Web.Access;
using ReviewPortal.Web.Ui;

namespace ReviewPortal.Web.Features.Review;

/// <summary>What was made from one recording.</summary>
/// <param name="Waveform">Where its measured loudness is; null when it has none.</param>
/// <param name="Storyboard">Where its sheet of small pictures is; null when it has none.</param>
/// <param name="Times">Of those pictures, in seconds from the file's time zero.</param>
public sealed record PreviewSetup(Guid Recording, string? Waveform, string? Storyboard, IReadOnlyList<double> Times);

public sealed record StageMade(bool HidesSignals, IReadOnlyList<PreviewSetup> Previews);

/// <summary>What the stage shows besides the recordings themselves: what was measured in them, and whether there are signals to be shown.</summary>
public sealed class StageMakings(PortalDbs dbs, OwnPasses passes)
{
    public async Task<StageMade> OfAsync(SittingId sitting, PersonId by, CancellationToken ct)
    {
        await using var db = await dbs.LookAsync(ct);
        var facts = await db.RecordingFacts.Where(item => db.Recordings.Any(recording => recording.Id == item.Recording && recording.Sitting == sitting)).ToListAsync(ct);
        return new StageMade(
            (await passes.OfAsync(db, sitting, by, ct)).Hidden,
            [.. facts.Where(item => item.End is MeasuringEnd.Measured).Select(item => new PreviewSetup(
                item.Recording, item.SoundFrom is null ? null : Links.Waveform(item.Recording), item.Pictures.IsEmpty ? null : Links.Storyboard(item.Recording), [.. item.Pictures]))]);
    }
}
