using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Necessity;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Infrastructure.Accounts;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Infrastructure.Vault;

namespace ReviewPortal.Web.Features.Recordings;

/// <param name="Seconds">Of recording that this person still has to watch.</param>
/// <param name="IsAway">A hint for whoever assigns by hand, and no bar; so is the limit.</param>
public sealed record ReviewerChoice(PersonId Id, string Name, int Open, double Seconds, bool IsAway, bool IsFull)
{
    /// <summary>This very case, at an earlier time (Awb 2:4).</summary>
    public bool GaveBack { get; init; }
}

/// <param name="IsHere">All of it lies in the vault with its key, at a glance; what is in it, <c>verify</c> reads.</param>
public sealed record RecordedFile(TrackRole Role, string File, double Seconds, double Offset, long Bytes, int Width, int Height, bool HasSound, string Sha256, Fragment Span, bool IsHere);

/// <summary>Whose sitting it is: for the board, which decides about this person, and for nobody else on this page (AVG 5 lid 1 onder c).</summary>
public sealed record SittingStudent(string Number, string? Name);

/// <summary>How one sitting was delivered.</summary>
/// <param name="Unknown">What stands in the manifest and is no part of its format, as it came.</param>
/// <param name="Reports">When the candidate or the support desk wrote something; the words only for the board.</param>
/// <param name="Student">Null for whoever needs the pseudonym only.</param>
public sealed record SittingDetails(
    DateTimeOffset Start, DateTimeOffset End, string Supplier, DateTimeOffset ImportedAt, string ManifestSha256, string ExamCode, ImmutableArray<string> AllowedAids, ImmutableArray<Break> Breaks, Allowed Allowed,
    ImmutableArray<RecordedFile> Files, ImmutableArray<TrackFacts> Tracks, ImmutableArray<string> ExternalIds, ImmutableArray<UnknownField> Unknown, ImmutableArray<InTestReport> Reports, SittingStudent? Student)
{
    public double Seconds => (End - Start).TotalSeconds;
}

/// <param name="Text">Null for whoever only needs to know that there is one.</param>
/// <param name="Counts">Made by the candidate during the test: it alone opens force majeure (UU-IR-9).</param>
public sealed record InTestReport(double At, MessageFrom From, string? Text, bool Counts);

/// <summary>How a sitting was delivered, and who can review it.</summary>
public sealed class SittingViews(PortalDbs dbs, RecordingVault vault, TimeProvider clock)
{
    private static readonly Role[] Board = [Role.BoardSecretary, Role.BoardMember, Role.Chair];

    /// <summary>The reviewers, with how much each has in hand.</summary>
    public async Task<ImmutableArray<ReviewerChoice>> ReviewersAsync(CancellationToken ct)
    {
        await using var db = await dbs.LookAsync(ct);
        var loads = await db.ReviewLoadsAsync(await db.WithRoleAsync(Role.Reviewer, ct), Amsterdam.DateOf(clock.GetUtcNow()), ct);
        return [.. loads.Select(load => new ReviewerChoice(load.Reviewer, load.Name, load.InHand, load.Seconds, load.IsAway, load.IsFull))];
    }

    /// <summary>How the case went from hand to hand before.</summary>
    public async Task<ImmutableArray<HandedBack>> HandedBackAsync(CaseId @case, CancellationToken ct)
    {
        await using var db = await dbs.LookAsync(ct);
        return await HandedBack.OfAsync(db, @case, ct);
    }

    /// <summary>For somebody whom the door of the case let in; how much of it depends on what this person is.</summary>
    public async Task<SittingDetails?> DetailsAsync(SittingId id, PersonId by, CancellationToken ct)
    {
        await using var db = await dbs.LookAsync(ct);
        if (await db.PersonAsync(by, ct) is not { } actor) return null;
        var sitting = await db.Sittings.SingleAsync(item => item.Id == id, ct);
        var exam = await db.Exams.SingleAsync(item => item.Id == sitting.Exam, ct);
        var recordings = await db.Recordings.Where(item => item.Sitting == id).ToListAsync(ct);
        var messages = await db.Messages.Where(item => item.Sitting == id).OrderBy(item => item.At).ToListAsync(ct);
        var names = await db.ExternalIds.Where(item => item.Sitting == id).OrderBy(item => item.System).Select(item => item.System + ": " + item.Value).ToListAsync(ct);
        var isBoard = actor.Roles.Any(role => Board.Contains(role));
        return new SittingDetails(
            sitting.Start, sitting.End, sitting.Supplier, sitting.ImportedAt, sitting.DeliverySha256, exam.Code, exam.AllowedAids, exam.Breaks, await Allowed.OfAsync(db, id, ct),
            [.. recordings.OrderBy(item => item.Role).ThenBy(item => item.Part).Select(item => new RecordedFile(item.Role, item.File, item.DurationSeconds, item.OffsetSeconds, item.Bytes, item.Width, item.Height, item.HasSound, item.Sha256, item.Span, vault.IsWhole(item.Id, item.Bytes)))],
            TrackFacts.Of(sitting, recordings),
            [.. names],
            UnknownField.In(sitting.Manifest, ofCandidate: isBoard),
            [.. messages.Select(item => new InTestReport(item.At, item.From, isBoard ? item.Text : null, item.IsReportDuring(sitting)))],
            isBoard ? await StudentAsync(db, sitting, exam.Code, ct) : null);
    }

    // The account's name is the person's own; a roster's is the institution's.
    private static async Task<SittingStudent> StudentAsync(PortalDb db, Sitting sitting, string exam, CancellationToken ct) => new(
        sitting.StudentNumber,
        await db.Users.Where(user => user.StudentNumber == sitting.StudentNumber).Select(user => user.Name).FirstOrDefaultAsync(ct)
            ?? await db.Enrolments.Where(item => item.Exam == exam && item.StudentNumber == sitting.StudentNumber && item.Name != "").Select(item => item.Name).FirstOrDefaultAsync(ct));
}
