using System.Collections.Immutable;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Core.Review;
using ReviewPortal.Infrastructure.Audit;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Infrastructure.Vault;

namespace ReviewPortal.Web.Features.Review;

/// <summary>The frame that stood on a reviewer's screen.</summary>
/// <param name="At">Seconds from the sitting's start.</param>
public sealed record TakenFrame(Guid Mark, Guid Recording, double At, byte[] Png);

/// <summary>Why a frame does not become an exhibit, when the procedure does not forbid it.</summary>
public enum ExhibitProblem
{
    /// <summary>No PNG as a browser writes it, damaged, or larger than any screen.</summary>
    NoPicture,

    /// <summary>Not a moment of a recording of this sitting.</summary>
    NotRecorded,

    TooMany,
}

/// <summary>A reviewer puts the frame on the screen beside a mark, masks what is nobody's business, or takes it away.</summary>
public sealed class TakeExhibit(CaseFiles files, ExhibitFiles exhibits)
{
    /// <summary>Of one file.</summary>
    public const int Bytes = 24 * 1024 * 1024;

    public const int MostPerMark = 12;

    private const int MostPerReviewer = 100;

    /// <summary>How far the last frame may stand from the end that the index names, in seconds.</summary>
    private const double Edge = 0.5;

    public async Task<(Answer? Answer, ExhibitProblem? Problem)> RunAsync(CaseId @case, TakenFrame frame, PersonId by, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(frame);
        if (frame.Png.Length > Bytes || await exhibits.SizeAsync(frame.Png, ct) is not { } size) return (null, ExhibitProblem.NoPicture);
        ExhibitProblem? problem = null;
        var answer = await files.PrepareReviewAsync(
            @case, by,
            async file =>
            {
                if (!file.AllObservations.Any(mark => mark.Id == frame.Mark && mark.By == by)) return NotYours;
                var recording = file.Recordings.FirstOrDefault(item => item.Id == frame.Recording);
                problem = recording is null || !Shows(recording, frame.At) ? ExhibitProblem.NotRecorded : await IsFullAsync(file, frame.Mark, ct) ? ExhibitProblem.TooMany : null;
                if (problem is not null) return NotYours;
                var exhibit = new Exhibit
                {
                    Id = Guid.CreateVersion7(file.Now), Case = @case, Mark = frame.Mark, By = by, ByName = file.Actor.Name, TakenAt = file.Now,
                    Recording = recording!.Id, Role = recording.Role, At = frame.At, Width = size.Width, Height = size.Height,
                    Sha256 = Convert.ToHexStringLower(SHA256.HashData(frame.Png)),
                };
                if (!await exhibits.KeepAsync(recording.Id, exhibit.Id, frame.Png, ct)) problem = ExhibitProblem.NotRecorded;
                if (problem is not null) return NotYours;
                file.Db.Add(exhibit);
                await WriteDownAsync(file, "exhibit.take", exhibit, ct);
                return null;
            },
            ct);
        return problem is null ? (answer, null) : (null, problem);
    }

    /// <summary>Until the proces-verbaal is signed: what should be seen by nobody is sometimes first noticed in its preview.</summary>
    public async Task<Answer> MaskAsync(CaseId @case, Guid exhibit, ImmutableArray<Mask> masks, PersonId by, CancellationToken ct)
    {
        var asReviewer = await files.PrepareReviewAsync(@case, by, WriteAsync, ct);
        return asReviewer.IsDone ? asReviewer : await files.PrepareAsync(@case, CaseAction.SignProcesVerbaal, by, WriteAsync, ct);

        async Task<Refused?> WriteAsync(CaseFile file)
        {
            if (await OwnAsync(file, exhibit, ct) is not { } own) return NotYours;
            own.Masks = [.. masks.Take(Mask.Most).Where(mask => Enum.IsDefined(mask.Reason)).Select(mask => mask.Within(own.Width, own.Height)).OfType<Mask>()];
            await WriteDownAsync(file, "exhibit.mask", own, ct);
            return null;
        }
    }

    /// <summary>It can be brought back for a while; then <see cref="SweepExhibits"/> destroys it.</summary>
    public Task<Answer> RemoveAsync(CaseId @case, Guid exhibit, PersonId by, CancellationToken ct) => SetAsync(@case, exhibit, by, "exhibit.remove", file => file.Now, ct);

    public Task<Answer> RestoreAsync(CaseId @case, Guid exhibit, PersonId by, CancellationToken ct) => SetAsync(@case, exhibit, by, "exhibit.restore", _ => null, ct);

    private static Refused NotYours => Refused.Unkept(Requirement.OwnReview);

    private Task<Answer> SetAsync(CaseId @case, Guid exhibit, PersonId by, string action, Func<CaseFile, DateTimeOffset?> removed, CancellationToken ct) => files.PrepareReviewAsync(
        @case, by,
        async file =>
        {
            if (await OwnAsync(file, exhibit, ct) is not { } own) return NotYours;
            own.RemovedAt = removed(file);
            await WriteDownAsync(file, action, own, ct);
            return null;
        },
        ct);

    // A frame is a copy of what a camera saw of somebody: who made it, and what became of it, is written down (AVG 5 lid 2).
    private static Task WriteDownAsync(CaseFile file, string action, Exhibit exhibit, CancellationToken ct) => file.Db.AuditAsync(
        file.Actor, action, $"case/{file.Case.Id}",
        new { number = file.Case.Number.ToString(), exhibit = exhibit.Id, recording = exhibit.Recording, at = exhibit.At, sha256 = exhibit.Sha256, masks = exhibit.Masks.Length }, file.Now, ct);

    private static Task<Exhibit?> OwnAsync(CaseFile file, Guid exhibit, CancellationToken ct) =>
        file.Db.Exhibits.FirstOrDefaultAsync(item => item.Id == exhibit && item.Case == file.Case.Id && item.By == file.Actor.Id, ct);

    private static async Task<bool> IsFullAsync(CaseFile file, Guid mark, CancellationToken ct)
    {
        var marks = await file.Db.Exhibits.Where(item => item.Case == file.Case.Id && item.By == file.Actor.Id && item.RemovedAt == null).Select(item => item.Mark).ToListAsync(ct);
        return marks.Count >= MostPerReviewer || marks.Count(item => item == mark) >= MostPerMark;
    }

    private static bool Shows(Recording recording, double at) =>
        double.IsFinite(at) && recording.Recorded.Fragments.Any(stretch => at >= stretch.From - Edge && at <= stretch.To + Edge);
}
