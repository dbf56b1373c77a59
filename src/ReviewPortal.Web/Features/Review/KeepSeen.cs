using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Necessity;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Core.Review;
using ReviewPortal.Infrastructure.Audit;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Web.Access;

namespace ReviewPortal.Web.Features.Review;

/// <summary>A stretch that was really played, on which tracks and how fast.</summary>
/// <param name="Heard">With the sound of these tracks.</param>
public sealed record PlayedStretch(Fragment Fragment, double Rate, IReadOnlyCollection<TrackRole> Tracks, bool Heard = false);

/// <summary>Adds what was watched to the proof of watching. Telling the same twice changes nothing.</summary>
public sealed class KeepSeen(CaseFiles files, PlayedClock played)
{
    public Task<Answer> RunAsync(CaseId @case, IReadOnlyCollection<PlayedStretch> stretches, PersonId by, CancellationToken ct) => files.PrepareReviewAsync(
        @case, by,
        async file =>
        {
            var before = LeastSeconds(file);
            foreach (var part in stretches.SelectMany(stretch => stretch.Tracks.Select(role => (Role: role, Speed: SpeedClasses.Of(stretch.Rate), stretch.Heard, stretch.Fragment))).GroupBy(part => (part.Role, part.Speed, part.Heard)))
                SeenOf(file, part.Key.Role, part.Key.Speed, part.Key.Heard).Add(part.Select(item => item.Fragment));
            // Also since the last time something was told: an opening of days ago is no time to have watched in now.
            var more = LeastSeconds(file) - before;
            if (await IsInventedAsync(file, ct) || !played.Spend(@case, by, more, file.Now)) return Refused.Unkept(Requirement.MomentsWatched);
            return null;
        },
        ct);

    /// <summary>Why a part was not watched, or how the sample was taken.</summary>
    public Task<Answer> NoteAsync(CaseId @case, string note, PersonId by, CancellationToken ct) => files.PrepareReviewAsync(
        @case, by,
        file =>
        {
            if (CitizenNumbers.StandIn(file.Exam, note)) return Task.FromResult<Refused?>(Refused.Unkept(Requirement.NoCitizenNumber));
            file.StateLength(note, StaffWords.Note);
            if (file.Case.State is CaseState.InReview) file.Assignment!.ViewingNote = note.Trim();
            else file.Assignment!.SecondViewingNote = note.Trim();
            return Task.FromResult<Refused?>(null);
        },
        ct);

    // A browser can tell anything; but nobody has watched for longer than since the recordings were first opened.
    private static async Task<bool> IsInventedAsync(CaseFile file, CancellationToken ct)
    {
        var (subject, me) = ($"sitting/{file.Sitting.Id}", file.Actor.Id.Value);
        var opened = await file.Db.AuditRows.Where(row => row.Subject == subject && row.Action == OpenRecordings.Opened)
            .Join(file.Db.AuditDetails.Where(detail => detail.Actor == me), row => row.Seq, detail => detail.Seq, (row, _) => (long?)row.AtMicros)
            .MinAsync(ct);
        var since = opened is { } micros ? file.Now - AuditTime.Of(micros) : TimeSpan.Zero;
        return LeastSeconds(file) > (since.TotalSeconds * PlayedClock.Slack) + PlayedClock.Start;
    }

    private static double LeastSeconds(CaseFile file) => Coverage.LeastSeconds([.. file.AllSeen.Concat(file.Db.Seen.Local).Distinct().Where(seen => seen.Reviewer == file.Actor.Id)]);

    private static Seen SeenOf(CaseFile file, TrackRole role, SpeedClass speed, bool heard)
    {
        var seen = file.AllSeen.FirstOrDefault(item => item.Reviewer == file.Actor.Id && item.Role == role && item.Speed == speed && item.Heard == heard);
        if (seen is null)
        {
            seen = new Seen { Case = file.Case.Id, Reviewer = file.Actor.Id, Role = role, Speed = speed, Heard = heard };
            file.Db.Add(seen);
        }

        return seen;
    }
}
