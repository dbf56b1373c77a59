using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Decisions;
using ReviewPortal.Core.Writing;

namespace ReviewPortal.Core.Letters;

/// <summary>Answers the three questions with which a student opens a letter, in plain words (AP-INF-1: B1).</summary>
internal static class Summaries
{
    public static Summary Of(LetterKind kind, LetterMatter matter, Language language)
    {
        return new Summary(Text("Heading"),
        [
            new(Text(kind.Subject() is LetterSubject.Invitation or LetterSubject.Notice or LetterSubject.Retake or LetterSubject.Resending or LetterSubject.Proposal or LetterSubject.InterimMeasure or LetterSubject.Correction or LetterSubject.Report or LetterSubject.EnrolmentHearing ? "Told.Label" : "Decided.Label"), $"{Text(Key("Decided"))}{Replaces(kind, matter, language)}"),
            new(Text("Means.Label"), Text(Key("Means"))),
            new(Text("Can.Label"), string.Join(' ', Can(kind, matter).Select(key => Text(key)))),
        ]);

        string Key(string question) => (question, kind) switch
        {
            // What an examiner reported is no proces-verbaal.
            ("Decided", LetterKind.NoticeOfReport or LetterKind.InvitationForView) => matter.Text($"Decided.{kind}"),
            ("Decided", LetterKind.SentAgain) when matter.DecisionSent is null => "Decided.SentAgain.NeverSent",
            ("Means", LetterKind.SentAgain) when matter.KeepsLastDay => "Means.SentAgain.Same",
            ("Decided" or "Means", LetterKind.EnrolmentHearing) when matter.Invited is { About: not null } => $"{question}.EnrolmentHearing.Objection",
            ("Means", LetterKind.FraudProposal) when matter.Decision?.Sanction is not null => Exclusion(matter) is null ? "Means.FraudProposal.Other" : "Means.FraudProposal.Sanction",
            ("Means", LetterKind.InterimMeasureOrdered) when matter.Measure?.Exclusion is not null => "Means.InterimMeasureOrdered.Sanction",
            ("Means", LetterKind.InterimMeasureEnded) when matter.Measure is { Exclusion: not null } measure => $"Means.InterimMeasureEnded.{measure.Rest}",
            ("Means", LetterKind.InterimMeasureEnded) when matter.Measure is { AnotherRuns: true } => "Means.InterimMeasureEnded.Another",
            ("Means", LetterKind.FraudSanction) when Exclusion(matter) is null => "Means.FraudSanction.Other",
            _ => $"{question}.{kind}",
        };

        string Text(string key) => SummaryTexts.Of(key, language,
            matter.Exam.Title, matter.ExamDate.InWords(language), matter.RemedyTerm(kind)?.LastDay.WithWeekday(language), DayOf(kind, matter)?.WithWeekday(language),
            (matter.Measure?.ResumesOn ?? Exclusion(matter)?.From)?.InWords(language), (matter.Measure?.Exclusion ?? Exclusion(matter))?.Until?.InWords(language), matter.Date.InWords(language),
            Exams(matter.Measure?.Exclusion ?? Exclusion(matter), language), Name(matter.Decision?.Sanction, language), matter.Invited?.PapersBy.WithWeekday(language));
    }

    // Which exams, and not only where in the letter they stand: whoever reads the box knows what not to come to.
    private static string? Exams(Sanction? exclusion, Language language) => exclusion?.Exams.Select(exam => exam.Trim()).Where(exam => exam.Length > 0).Enumerate(language);

    private static string? Name(Sanction? sanction, Language language) => SanctionCatalogue.Find(sanction?.Kind)?.Name(language).ToLower(language.Culture());

    // What to do first, then what can be done against it: until the very day that stands in the clause on remedies.
    private static IEnumerable<string> Can(LetterKind kind, LetterMatter matter)
    {
        if (SummaryTexts.Has($"Can.{kind}")) yield return $"Can.{kind}";
        if (kind is LetterKind.EnrolmentHearing && matter.Invited is { About: not null } invited && invited.PapersBy >= matter.Date) yield return "Can.EnrolmentHearing.Papers";
        if (kind.IsDecision() && matter.Replaces is { AppealGoesOn: true }) yield return "Can.AppealGoesOn";
        if (kind.HasRemedies()) yield return $"Can.{kind.Remedy()}";
        if (matter.AppealGoesBeside(kind)) yield return "Can.AppealGoesOn.Enrolment";
    }

    private static string Replaces(LetterKind kind, LetterMatter matter, Language language) =>
        kind.IsDecision() && matter.Replaces is { } earlier ? " " + SummaryTexts.Of("Replaces", language, earlier.Published.InWords(language)) : "";

    private static Sanction? Exclusion(LetterMatter matter) =>
        matter.Decision?.Sanction is { From: not null, Until: not null } sanction && SanctionCatalogue.Find(sanction.Kind) is { Excludes: true } ? sanction : null;

    // The one day that the summary of a letter names besides the last day to appeal.
    private static DateOnly? DayOf(LetterKind kind, LetterMatter matter) => kind.Subject() switch
    {
        LetterSubject.Invitation => matter.Invitation?.ReactBy,
        LetterSubject.Chance => matter.Chance?.PlanBy,
        LetterSubject.Retake => matter.Chance?.On,
        LetterSubject.EnrolmentHearing => matter.Invited is { } invited ? Amsterdam.DateOf(invited.PlannedAt) : null,
        LetterSubject.Correction => matter.Corrected?.Published,
        LetterSubject.InterimMeasure => kind is LetterKind.InterimMeasureOrdered ? matter.Measure?.From : matter.Measure?.Until,
        _ => null,
    };
}
