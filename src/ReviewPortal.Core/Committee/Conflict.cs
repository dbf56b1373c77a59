using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Necessity;
using ReviewPortal.Core.Review;

namespace ReviewPortal.Core.Committee;

/// <summary>Who may not take part: the examiner of the exam and whoever reviewed the case (Awb 2:4, WHW 7.12b lid 4, I9).</summary>
public static class Conflict
{
    public static bool Of(PersonId person, string email, Exam exam, ReviewAssignment? review)
    {
        ArgumentNullException.ThrowIfNull(exam);
        return exam.IsExaminedBy(email) || review?.Involves(person) is true;
    }
}
