using ReviewPortal.Core.Appeals;
using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Writing;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Web.Features.Appeals;

/// <summary>A ruling as the desk records it.</summary>
/// <param name="On">The day it was made known.</param>
/// <param name="OtherComposition">Only others may decide again.</param>
/// <param name="DecideBy">The term the ruling sets, if it does.</param>
public sealed record RulingRecord(Ruling Ruling, DateOnly On, string Summary, bool OtherComposition, DateOnly? DecideBy);

/// <summary>What another body ruled, written down by the appeals desk: it annuls or dismisses, and never decides in the board's place.</summary>
public sealed class RecordRuling(CaseFiles files)
{
    public Task<Answer> RunAsync(CaseAsSeen @case, RulingRecord record, PersonId by, CancellationToken ct) => files.StepAsync(
        @case, ActionFor(record.Ruling), by,
        file =>
        {
            // Asked before the ruling closes the appeal.
            file.Pin(Requirement.AppealStillOpen);
            var onChance = file.Pin(Requirement.AppealOnChance);
            var decideBy = record.DecideBy ?? record.On;
            file.StateWritten(Requirement.RulingRecorded, record.Summary, record.On >= (file.After.Appeal?.ReceivedOn ?? record.On) && record.On <= Amsterdam.DateOf(file.Now) && decideBy >= record.On && decideBy <= record.On.AddYears(1));
            if (file.After.Appeal is not { IsOpen: true } appeal) return new Step();
            (appeal.Ruling, appeal.RuledOn, appeal.RulingSummary) = (record.Ruling, record.On, record.Summary.Trim());
            // Only an annulment orders anything.
            var orders = ActionFor(record.Ruling) is CaseAction.RecordAnnulment;
            (appeal.OtherComposition, appeal.DecideBy) = (orders && record.OtherComposition, orders ? record.DecideBy : null);
            // A measure for the time of the appeal ends with the ruling.
            appeal.EndMeasures(record.On);
            if (onChance && orders) file.After.Retake?.Reopen(record.DecideBy ?? ProtocolTerms.ChanceAnswer(Amsterdam.DateOf(file.Now)).LastDay);
            // The decision on the test stays what it was, with the terms that run.
            if (onChance && orders && !CaseStates.Deciding.Contains(file.Case.State)) return new Step(record.Summary, file.After.LastDay);
            if (onChance && CaseStates.Deciding.Contains(file.Case.State)) return new Step(record.Summary);
            var note = orders && file.After.Retake is { } lapses && lapses.HasToLose(Amsterdam.DateOf(file.Now))
                ? LifecycleTexts.ChanceAnnulled(lapses.On?.WithWeekday(file.LetterLanguage), file.LetterLanguage)
                : record.Summary;
            // A further appeal against an annulment leaves the board the term it had.
            if (file.Case.State is CaseState.Annulled) return new Step(record.Summary, appeal.DecideBy);
            // The board is deciding again already: it goes on, as the ruling orders; a dismissal closes the appeal and nothing else.
            var deciding = CaseStates.Deciding.Contains(file.Case.State);
            // While a new decision lies printed, the ruling may be on the one that stands until that is sent, or on the new one (Awb 6:10, 6:19).
            if (orders && (deciding || appeal.Letter is null || appeal.Letter == file.After.Replaceable?.Id)) file.AnnulKept(appeal.OtherComposition);
            return new Step(note, appeal.DecideBy ?? (deciding ? null : appeal.NextTerm?.LastDay));
        },
        ct);

    public static CaseAction ActionFor(Ruling ruling) => ruling is Ruling.Dismissed or Ruling.Inadmissible ? CaseAction.RecordDismissal : CaseAction.RecordAnnulment;
}
