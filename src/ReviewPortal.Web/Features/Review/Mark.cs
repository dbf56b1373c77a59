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
        file =>
        {
            var mark = Own(file, moment.Id);
            if (mark is null)
            {
                mark = new Observation { Id = moment.Id, Case = file.Case.Id, By = file.Actor.Id, Ground = moment.Ground };
                file.Db.Add(mark);
            }

            (mark.From, mark.To) = (moment.Fragment.From, Math.Min(moment.Fragment.To, Math.Max(moment.Fragment.From, file.Sitting.Seconds)));
            (mark.Ground, mark.Seen, mark.Inference) = (GroundCatalogue.Find(moment.Ground)?.Code ?? mark.Ground, moment.Seen, moment.Inference);
            (mark.FromSignal, mark.ChangedAt) = (moment.FromSignal, file.Now);
        },
        ct);

    public Task<Answer> RemoveAsync(CaseId @case, Guid mark, PersonId by, CancellationToken ct) => files.PrepareReviewAsync(
        @case, by,
        file =>
        {
            if (Own(file, mark) is { } own) file.Db.Remove(own);
        },
        ct);

    private static Observation? Own(CaseFile file, Guid mark) =>
        file.AllObservations.FirstOrDefault(item => item.Id == mark && item.By == file.Actor.Id);
}
