using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Necessity;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Core.Review;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Web.Features.Review;

/// <summary>Where a citizen service number can be seen.</summary>
public sealed record BsnPlace(TrackRole? Track, double From, double To, string Note);

public sealed record BsnLine(TrackRole? Track, Fragment Fragment, DateTimeOffset At, bool IsHandled);

/// <summary>A reviewer tells the data protection officer that a citizen service number can be seen: where, and not which (UAVG 46, UU-PRE-8).</summary>
public sealed class ReportBsn(CaseFiles files)
{
    public Task<Answer> RunAsync(CaseAsSeen @case, BsnPlace place, PersonId by, CancellationToken ct) => files.StepAsync(
        @case, CaseAction.ReportBsn, by,
        file =>
        {
            var named = place.Track is { } track && file.Recordings.Any(recording => recording.Role == track) && place.From >= 0 && place.To > place.From && place.From < file.Sitting.Seconds;
            file.State(Requirement.BsnPlaceNamed, named);
            file.StateLength(place.Note, StaffWords.Explanation);
            file.State(Requirement.NoCitizenNumber, !CitizenNumbers.StandIn(file.Exam, place.Note));
            if (named)
            {
                file.Db.Add(new BsnIncident
                {
                    Id = Guid.CreateVersion7(file.Now), Case = file.Case.Id, Track = place.Track, From = place.From, To = Math.Min(place.To, file.Sitting.Seconds),
                    Note = place.Note.Trim(), By = file.Actor.Id, ByName = file.Actor.Name, At = file.Now,
                });
            }

            return new Step();
        },
        ct);

    /// <summary>What this person reported, and nobody else: a second reviewer learns nothing of the first's work from it.</summary>
    public async Task<ImmutableArray<BsnLine>> OwnAsync(CaseId @case, PersonId by, CancellationToken ct) => await files.LookAsync(
        @case, by,
        async file => (ImmutableArray<BsnLine>)[.. (await file.Db.BsnIncidents.Where(item => item.Case == @case && item.By == by).OrderBy(item => item.At).ToListAsync(ct))
            .Select(item => new BsnLine(item.Track, item.Fragment, item.At, item.IsHandled))],
        ct) is { IsDefault: false } lines ? lines : [];
}
