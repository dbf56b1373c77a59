using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Core.Review;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Web.Features.Review;

/// <summary>What a reviewer writes down about a moment.</summary>
public sealed record MarkedMoment(Guid Id, Fragment Fragment, string Ground, string Seen, string Inference, long? FromSignal);

/// <summary>A reviewer marks a moment, changes the mark, or removes it. Each reviewer has marks of their own.</summary>
public sealed class Mark(CaseFiles files)
{
    public Task<Answer> KeepAsync(CaseId @case, MarkedMoment moment, PersonId by, CancellationToken ct) => files.PrepareReviewAsync(
        @case, by,
        async file =>
        {
            if (GroundCatalogue.Find(moment.Ground) is not { } ground) return Refuse(Requirement.GroundOtherThanNetiquette);
            var mark = Own(file, moment.Id);
            if (mark is null)
            {
                // The page makes the identity of a new mark; a message that names somebody else's must not reach it.
                if (await file.Db.Observations.AnyAsync(item => item.Id == moment.Id, ct)) return Refuse(Requirement.OwnReview);
                mark = new Observation { Id = moment.Id, Case = file.Case.Id, By = file.Actor.Id, Ground = ground.Code };
                file.Db.Add(mark);
            }

            (mark.From, mark.To) = (moment.Fragment.From, Math.Min(moment.Fragment.To, Math.Max(moment.Fragment.From, file.Sitting.Seconds)));
            (mark.Ground, mark.Seen, mark.Inference) = (ground.Code, moment.Seen, moment.Inference);
            (mark.FromSignal, mark.ChangedAt) = (moment.FromSignal, file.Now);
            return null;
        },
        ct);

    public Task<Answer> RemoveAsync(CaseId @case, Guid mark, PersonId by, CancellationToken ct) => files.PrepareReviewAsync(
        @case, by,
        file =>
        {
            if (Own(file, mark) is { } own) file.Db.Remove(own);
        },
        ct);

    private static Refused Refuse(Requirement missing) => new(CaseAction.AskSecondReview, RefusalKind.Unmet) { Unmet = [missing] };

    private static Observation? Own(CaseFile file, Guid mark) =>
        file.AllObservations.FirstOrDefault(item => item.Id == mark && item.By == file.Actor.Id);
}
