using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Decisions;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Infrastructure.Accounts;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Web.Access;

namespace ReviewPortal.Web.Features.Recordings;

/// <summary>How a sitting was delivered, and who can review it.</summary>
public sealed class SittingViews(PortalDbs dbs)
{
    /// <summary>The reviewers, with how many reviews each has open.</summary>
    public async Task<ImmutableArray<ReviewerChoice>> ReviewersAsync(CancellationToken ct)
    {
        await using var db = await dbs.LookAsync(ct);
        var open = await db.Assignments
            .Where(assignment => db.Cases.Any(item => item.Id == assignment.Case && item.State == CaseState.InReview))
            .GroupBy(assignment => assignment.Reviewer).Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Count, ct);
        return [.. (await db.WithRoleAsync(Role.Reviewer, ct)).Select(reviewer => new ReviewerChoice(reviewer.Id, reviewer.Name, open.GetValueOrDefault(reviewer.Id)))];
    }

    public async Task<SittingDetails> DetailsAsync(SittingId id, CancellationToken ct)
    {
        await using var db = await dbs.LookAsync(ct);
        var sitting = await db.Sittings.SingleAsync(item => item.Id == id, ct);
        var exam = await db.Exams.SingleAsync(item => item.Id == sitting.Exam, ct);
        var recordings = await db.Recordings.Where(item => item.Sitting == id).ToListAsync(ct);
        var sources = await db.Signals.Where(item => item.Sitting == id).GroupBy(item => item.Source).Select(group => new { group.Key, Count = group.Count() }).ToListAsync(ct);
        return new SittingDetails(
            sitting.Start, sitting.End, sitting.Supplier, sitting.ImportedAt, exam.AllowedAids,
            [.. recordings.OrderBy(item => item.Role).ThenBy(item => item.Part).Select(item => new RecordedFile(item.Role, item.File, item.DurationSeconds, item.OffsetSeconds, item.Bytes, item.Width, item.Height, item.HasSound, item.Sha256))],
            TrackFacts.Of(sitting, recordings),
            [.. sources.OrderBy(source => source.Key).Select(source => (source.Key, source.Count))]);
    }
}

public sealed record ReviewerChoice(PersonId Id, string Name, int Open);

public sealed record RecordedFile(TrackRole Role, string File, double Seconds, double Offset, long Bytes, int Width, int Height, bool HasSound, string Sha256);

public sealed record SittingDetails(
    DateTimeOffset Start, DateTimeOffset End, string Supplier, DateTimeOffset ImportedAt, ImmutableArray<string> AllowedAids,
    ImmutableArray<RecordedFile> Files, ImmutableArray<TrackFacts> Tracks, ImmutableArray<(SignalSource Source, int Count)> Signals);
