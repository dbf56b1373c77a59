using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Review;

namespace ReviewPortal.Infrastructure.Store;

/// <summary>The review of a case becomes somebody's, by being assigned or taken.</summary>
public static class GivenReview
{
    public static void GiveTo(this CaseFile file, Actor reviewer)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(reviewer);
        if (file.Assignment is null)
        {
            file.Assignment = new ReviewAssignment { Case = file.Case.Id, ReviewerName = reviewer.Name };
            file.Db.Add(file.Assignment);
        }

        // Why a part was not watched is the word of whoever did not watch it.
        if (file.Assignment.Reviewer != reviewer.Id) file.Assignment.ViewingNote = "";
        (file.Assignment.Reviewer, file.Assignment.ReviewerName, file.Assignment.AssignedAt) = (reviewer.Id, reviewer.Name, file.Now);
    }
}
