using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Necessity;
using ReviewPortal.Core.Review;
using ReviewPortal.Core.Writing;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Web.Features.Review;

/// <summary>About which moment of the comparison something is said; nothing named is the comparison as a whole.</summary>
public sealed record ComparedMoment(Guid? First, Guid? Second);

/// <summary>After the second opinion the two reviewers discuss where they differ. Their marks stay as they were: what each saw alone is the worth of the second review (AP-DPIA-3).</summary>
public sealed class DiscussReview(CaseFiles files)
{
    public Task<Answer> RunAsync(CaseAsSeen @case, ComparedMoment moment, string text, PersonId by, CancellationToken ct) => files.StepAsync(
        @case, CaseAction.DiscussReview, by,
        file =>
        {
            file.StateWritten(Requirement.RemarkWritten, text, IsCompared(file, moment), StaffWords.Note);
            file.State(Requirement.NoCitizenNumber, !CitizenNumbers.StandIn(file.Exam, text));
            file.State(Requirement.NoVerdict, Wording.IsNoVerdict(text));
            file.Db.Add(new ReviewRemark
            {
                Id = Guid.CreateVersion7(file.Now), Case = file.Case.Id, FirstMark = moment.First, SecondMark = moment.Second,
                By = file.Actor.Id, ByName = file.Actor.Name, At = file.Now, Text = text.Trim(),
            });
            return new Step();
        },
        ct);

    // What a page sends may be older than the comparison, or no page's at all.
    private static bool IsCompared(CaseFile file, ComparedMoment moment) =>
        moment is (null, null) || file.Comparison.Moments.Any(pair => pair.Is(moment.First, moment.Second));
}
