using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Necessity;
using ReviewPortal.Core.ProcesVerbaal;
using ReviewPortal.Core.Review;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Web.Features.ProcesVerbaal;

/// <summary>The reviewer corrects or adds to a signed proces-verbaal, whose own text stays as it is.</summary>
public sealed class AddAddendum(CaseFiles files)
{
    public Task<Answer> RunAsync(CaseAsSeen @case, string text, PersonId by, CancellationToken ct) => files.StepAsync(
        @case, CaseAction.AddAddendum, by,
        file =>
        {
            file.StateWritten(Requirement.AddendumWritten, text);
            file.State(Requirement.NoCitizenNumber, !CitizenNumbers.StandIn(file.Exam, text));
            file.State(Requirement.NoVerdict, Wording.IsNoVerdict(text));
            file.Db.Add(new Addendum { Id = Guid.CreateVersion7(file.Now), Case = file.Case.Id, By = by, ByName = file.Actor.Name, At = file.Now, Text = text.Trim() });
            return new Step();
        },
        ct);
}
