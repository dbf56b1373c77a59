using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Committee;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Writing;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Web.Features.Committee;

/// <summary>What is named once for many cases.</summary>
/// <param name="Id">The same for all cases that are linked to it.</param>
public sealed record NamedIncident(Guid Id, string Title, string Description, string ReportedBy);

/// <summary>One cause, many cases: each is linked by a step of its own, and keeps its own inquiry, view, decision and letter.</summary>
public sealed class LinkIncident(CaseFiles files)
{
    public Task<Answer> RunAsync(CaseAsSeen @case, NamedIncident incident, PersonId by, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(incident);
        return files.StepAsync(
            @case, CaseAction.LinkIncident, by,
            async file =>
            {
                var known = await file.Db.Incidents.FirstOrDefaultAsync(item => item.Id == incident.Id, ct) ?? Name(file, incident);
                file.State(Requirement.IncidentNamed, known.Exam == file.Exam.Id && new[] { known.Title, known.Description, known.ReportedBy }.All(text => !Inked.IsEmpty(text)));
                file.StateLength(incident.Title, StaffWords.Line);
                file.StateLength(incident.Description, StaffWords.Account);
                file.StateLength(incident.ReportedBy, StaffWords.Line);
                if (!await file.Db.IncidentCases.AnyAsync(item => item.Incident == known.Id && item.Case == file.Case.Id, ct))
                    file.Db.Add(new IncidentCase { Incident = known.Id, Case = file.Case.Id });
                return new Step(known.Title);
            },
            keep: null, ct);
    }

    private static Incident Name(CaseFile file, NamedIncident incident)
    {
        var named = new Incident
        {
            Id = incident.Id, Exam = file.Exam.Id, Title = incident.Title.Trim(), Description = incident.Description.Trim(), ReportedBy = incident.ReportedBy.Trim(),
            NamedBy = file.Actor.Id, NamedByName = file.Actor.Name, NamedAt = file.Now,
        };
        file.Db.Add(named);
        return named;
    }
}
