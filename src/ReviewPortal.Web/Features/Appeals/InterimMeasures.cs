using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Web.Features.Appeals;

/// <summary>The interim measure of the chair of the appeals board (WHW 7.61 lid 6): while it runs, a sanction does not.</summary>
public sealed class InterimMeasures(CaseFiles files)
{
    public Task<Answer> RecordAsync(CaseAsSeen @case, DateOnly from, string measure, PersonId by, CancellationToken ct) => files.StepAsync(
        @case, CaseAction.RecordInterimMeasure, by,
        file =>
        {
            file.State(Requirement.InterimMeasureDescribed, from != default && !string.IsNullOrWhiteSpace(measure));
            var appeal = file.After.Appeal!;
            (appeal.InterimFrom, appeal.InterimUntil, appeal.InterimMeasure) = (from, null, measure.Trim());
            return new Step(measure);
        },
        ct);

    public Task<Answer> EndAsync(CaseAsSeen @case, PersonId by, CancellationToken ct) => files.StepAsync(
        @case, CaseAction.EndInterimMeasure, by,
        file =>
        {
            file.Pin(Requirement.InterimMeasureRuns);
            file.After.Appeal!.EndInterimMeasure(Amsterdam.DateOf(file.Now));
            return new Step();
        },
        ct);
}
