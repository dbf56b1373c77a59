using ReviewPortal.Core.Appeals;
using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Infrastructure.Pdf;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Web.Features.Appeals;

/// <summary>The interim measure of the chair of the appeals board (WHW 7.61 lid 6): while one runs, a sanction does not. The student reads it in a letter (L13).</summary>
public sealed class InterimMeasures(CaseFiles files, DocumentPress press)
{
    public Task<Answer> RecordAsync(CaseAsSeen @case, DateOnly from, string measure, PersonId by, CancellationToken ct) => files.StepAsync(
        @case, CaseAction.RecordInterimMeasure, by,
        async file =>
        {
            file.StateWritten(Requirement.InterimMeasureDescribed, measure, from != default && from >= (file.After.Appeal?.ReceivedOn ?? from) && from <= Amsterdam.DateOf(file.Now).AddYears(1));
            if (file.After.Appeal is { IsOpen: true } appeal)
            {
                file.Measure = new InterimMeasure(measure.Trim(), from, null);
                appeal.Grant(file.Measure);
            }

            await press.StateWordsAsync(file, LetterKind.InterimMeasureOrdered, ct);
            return new Step(measure);
        },
        file => TellAsync(file, LetterKind.InterimMeasureOrdered, ct),
        ct);

    /// <param name="index">Which of the measures; null for the last one that was granted.</param>
    public Task<Answer> EndAsync(CaseAsSeen @case, int? index, PersonId by, CancellationToken ct) => files.StepAsync(
        @case, CaseAction.EndInterimMeasure, by,
        file =>
        {
            file.Pin(Requirement.InterimMeasureRuns);
            if (file.After.Appeal is { } appeal && (index ?? appeal.Measures.Length - 1) is var which && which >= 0 && which < appeal.Measures.Length)
            {
                appeal.EndMeasure(which, Amsterdam.DateOf(file.Now));
                file.Measure = appeal.Measures[which];
            }

            DocumentPress.StateSender(file, LetterKind.InterimMeasureEnded);
            return Task.FromResult(new Step());
        },
        file => TellAsync(file, LetterKind.InterimMeasureEnded, ct),
        ct);

    // The measure holds, whether or not there is an account to write to.
    private Task TellAsync(CaseFile file, LetterKind kind, CancellationToken ct) => file.Student is null ? Task.CompletedTask : press.IssueAsync(file, kind, ct);
}
