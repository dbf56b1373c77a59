using ReviewPortal.Core.Committee;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Web.Features.Committee;

internal static class StudentView
{
    /// <summary>The record of the student's view, begun when there is none yet.</summary>
    public static View OpenView(this CaseFile file)
    {
        if (file.View is not null) return file.View;
        file.View = new View { Case = file.Case.Id };
        file.Db.Add(file.View);
        return file.View;
    }
}
