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

/// <summary>One line of the list of sittings.</summary>
public sealed record SittingRow(CaseNumber Number, CaseId Case, long Version, string Exam, DateTimeOffset Start, double Seconds, string Pseudonym, CaseState State, Outcome? Outcome, string? Reviewer, int Signals, int Reports);

/// <summary>The sittings somebody may see, and how one of them was delivered.</summary>
public sealed class SittingViews(PortalDbs dbs)
{
    public async Task<(IReadOnlyList<SittingRow> Rows, int Total)> ListAsync(PersonId by, bool onlyNew, string words, int skip, int take, CancellationToken ct)
    {
        await using var db = await dbs.LookAsync(ct);
        if (await db.PersonAsync(by, ct) is not { } actor) return ([], 0);

        var cases = db.CasesFor(actor);
        if (onlyNew) cases = cases.Where(item => item.State == CaseState.Imported);
        var like = $"%{words.Replace("%", "", StringComparison.Ordinal).Trim()}%";
        var found = cases
            .Join(db.Sittings, item => item.Sitting, sitting => sitting.Id, (item, sitting) => new { item, sitting })
            .Join(db.Exams, pair => pair.sitting.Exam, exam => exam.Id, (pair, exam) => new { pair.item, pair.sitting, exam })
            .Where(row => EF.Functions.Like(row.sitting.Pseudonym, like) || EF.Functions.Like(row.exam.Title, like) || EF.Functions.Like(row.exam.Code, like));
        var total = await found.CountAsync(ct);
        var rows = await found.OrderByDescending(row => row.sitting.Start).ThenBy(row => row.item.Number).Skip(skip).Take(take)
            .Select(row => new
            {
                row.item,
                row.exam.Title,
                row.sitting,
                Outcome = db.Decisions.Where(decision => decision.Case == row.item.Id && decision.SignedAt != null).Select(decision => decision.Outcome).FirstOrDefault(),
                Reviewer = db.Assignments.Where(assignment => assignment.Case == row.item.Id && row.item.State != CaseState.Imported).Select(assignment => assignment.ReviewerName).FirstOrDefault(),
                Signals = db.Signals.Count(signal => signal.Sitting == row.sitting.Id),
                Reports = db.Messages.Count(message => message.Sitting == row.sitting.Id && message.From == MessageFrom.Candidate),
            })
            .ToListAsync(ct);
        return ([.. rows.Select(row => new SittingRow(
            row.item.Number, row.item.Id, row.item.Version, row.Title, row.sitting.Start, row.sitting.Seconds, row.sitting.Pseudonym,
            row.item.State, CaseSight.MayKnowOutcome(row.item.State, actor.Roles) ? row.Outcome : null, row.Reviewer, row.Signals, row.Reports))], total);
    }

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
