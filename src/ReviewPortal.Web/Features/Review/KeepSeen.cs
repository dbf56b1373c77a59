using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Core.Review;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Web.Features.Review;

/// <summary>A stretch that was really played, on which tracks and how fast.</summary>
public sealed record PlayedStretch(Fragment Fragment, double Rate, IReadOnlyCollection<TrackRole> Tracks);

/// <summary>Adds what was watched to the proof of watching. Telling the same twice changes nothing.</summary>
public sealed class KeepSeen(CaseFiles files)
{
    public Task<Answer> RunAsync(CaseId @case, IReadOnlyCollection<PlayedStretch> played, PersonId by, CancellationToken ct) => files.PrepareReviewAsync(
        @case, by,
        file =>
        {
            foreach (var part in played.SelectMany(stretch => stretch.Tracks.Select(role => (Role: role, Speed: SpeedClasses.Of(stretch.Rate), stretch.Fragment))).GroupBy(part => (part.Role, part.Speed)))
                SeenOf(file, part.Key.Role, part.Key.Speed).Add(part.Select(item => item.Fragment));
        },
        ct);

    /// <summary>Why a part was not watched, or how the sample was taken.</summary>
    public Task<Answer> NoteAsync(CaseId @case, string note, PersonId by, CancellationToken ct) => files.PrepareReviewAsync(
        @case, by,
        file =>
        {
            if (file.Case.State is CaseState.InReview) file.Assignment!.ViewingNote = note.Trim();
            else file.Assignment!.SecondViewingNote = note.Trim();
        },
        ct);

    private static Seen SeenOf(CaseFile file, TrackRole role, SpeedClass speed)
    {
        var seen = file.AllSeen.FirstOrDefault(item => item.Reviewer == file.Actor.Id && item.Role == role && item.Speed == speed);
        if (seen is null)
        {
            seen = new Seen { Case = file.Case.Id, Reviewer = file.Actor.Id, Role = role, Speed = speed };
            file.Db.Add(seen);
        }

        return seen;
    }
}
