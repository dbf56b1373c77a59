using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Infrastructure.Pdf;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Web.Features.Letters;

/// <summary>The secretary makes the decision known: the letter's bytes are fixed, the student can open it, the appeal term begins tomorrow (Awb 3:41).</summary>
public sealed class Publish(CaseFiles files, DocumentPress press)
{
    public Task<Answer> RunAsync(CaseAsSeen @case, PersonId by, CancellationToken ct) => files.StepAsync(
        @case, CaseAction.Publish, by,
        file =>
        {
            var faults = file.Decision is null ? [] : press.Faults(file);
            file.State(Requirement.LetterWithoutFaults, file.Decision is not null && faults.IsEmpty);
            return Task.FromResult(new Step(Due: StatutoryTerms.Appeal(Amsterdam.DateOf(file.Now)).LastDay));
        },
        file => press.IssueAsync(file, LetterKinds.Of(file.Decision!), ct),
        ct);
}
