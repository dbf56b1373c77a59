using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Web.Features.Review;

/// <summary>Marks, answers and watching belong to the first review or, apart from it, to the second.</summary>
internal static class ReviewWork
{
    public static async Task<Answer> PrepareReviewAsync(this CaseFiles files, CaseId @case, PersonId by, Func<CaseFile, Task<Refused?>> write, CancellationToken ct)
    {
        var first = await files.PrepareAsync(@case, CaseAction.AskSecondReview, by, write, ct);
        return first is Refused { Kind: RefusalKind.NotFromThisState }
            ? await files.PrepareAsync(@case, CaseAction.SupportSuspicion, by, write, ct)
            : first;
    }

    public static Task<Answer> PrepareReviewAsync(this CaseFiles files, CaseId @case, PersonId by, Action<CaseFile> write, CancellationToken ct) =>
        files.PrepareReviewAsync(@case, by, file => { write(file); return Task.FromResult<Refused?>(null); }, ct);
}
