using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Committee;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Web.Features.Committee;

/// <summary>What the board asks.</summary>
public sealed record InformationQuestion(InformationSource Source, string Purpose, DateOnly Due);

/// <summary>The board asks the examiner, the supplier or an expert for what it needs to know (WHW 7.12c lid 2).</summary>
public sealed class RequestInformation(CaseFiles files)
{
    public Task<Answer> RunAsync(CaseAsSeen @case, InformationQuestion question, PersonId by, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(question);
        return files.StepAsync(
            @case, CaseAction.RequestInformation, by,
            file =>
            {
                file.StateWritten(Requirement.PurposeNoted, question.Purpose, longest: StaffWords.Note);
                file.Db.Add(new InformationRequest
                {
                    Id = Guid.CreateVersion7(file.Now), Case = file.Case.Id, Source = question.Source, Purpose = question.Purpose.Trim(), Due = question.Due,
                    AskedBy = by, AskedByName = file.Actor.Name, AskedAt = file.Now,
                });
                return new Step(question.Purpose);
            },
            ct);
    }
}
