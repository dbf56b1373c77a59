using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Necessity;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Web.Features.Retention;

/// <summary>The data protection officer settles a report of a visible citizen service number, and writes down what was done (AVG 33 lid 5).</summary>
public sealed class HandleBsn(CaseFiles files)
{
    public Task<Answer> RunAsync(CaseAsSeen @case, Guid incident, string handling, PersonId by, CancellationToken ct) => files.StepAsync(
        @case, CaseAction.HandleBsn, by,
        async file =>
        {
            var open = await file.Db.BsnIncidents.FirstOrDefaultAsync(item => item.Id == incident && item.Case == file.Case.Id && item.HandledAt == null, ct);
            file.State(Requirement.BsnReported, open is not null);
            file.StateWritten(Requirement.HandlingWritten, handling, longest: StaffWords.Note);
            file.State(Requirement.NoCitizenNumber, !CitizenNumbers.StandIn(file.Exam, handling));
            if (open is not null) (open.HandledAt, open.HandledByName, open.Handling) = (file.Now, file.Actor.Name, handling.Trim());
            return new Step();
        },
        keep: null, ct);
}
