using ReviewPortal.Core.Appeals;
using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Web.Features.Appeals;

/// <summary>The interim measure of the chair of the appeals board (WHW 7.61 lid 6): while one runs, a sanction does not.</summary>
public sealed class InterimMeasures(CaseFiles files)
{
    public Task<Answer> RecordAsync(CaseAsSeen @case, DateOnly from, string measure, PersonId by, CancellationToken ct) => files.StepAsync(
        @case, CaseAction.RecordInterimMeasure, by,
        file =>
        {
            file.State(Requirement.InterimMeasureDescribed, from != default && from >= (file.After.Appeal?.ReceivedOn ?? from) && from <= Amsterdam.DateOf(file.Now).AddYears(1) && !string.IsNullOrWhiteSpace(measure));
            if (file.After.Appeal is { IsOpen: true } appeal) appeal.Grant(new InterimMeasure(measure.Trim(), from, null));
            return new Step(measure);
        },
        ct);

    /// <param name="index">Which of the measures; null for the last one that was granted.</param>
    public Task<Answer> EndAsync(CaseAsSeen @case, int? index, PersonId by, CancellationToken ct) => files.StepAsync(
        @case, CaseAction.EndInterimMeasure, by,
        file =>
        {
            file.Pin(Requirement.InterimMeasureRuns);
            if (file.After.Appeal is { } appeal) appeal.EndMeasure(index ?? appeal.Measures.Length - 1, Amsterdam.DateOf(file.Now));
            return new Step();
        },
        ct);
}
