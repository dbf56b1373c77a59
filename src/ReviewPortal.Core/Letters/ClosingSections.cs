using System.Collections.Immutable;
using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Committee;
using ReviewPortal.Core.Writing;

namespace ReviewPortal.Core.Letters;

/// <summary>What every letter ends with: privacy, remedies, help, signature, annexes (sections 16 to 20 of law.md 3.1).</summary>
internal static class ClosingSections
{
    /// <summary>By whom, within what term, to which body (Awb 3:45), with what a notice of appeal or objection must contain (Awb 6:5).</summary>
    public static Section Remedies(LetterKind kind, LetterMatter matter, Language language) => Remedies(kind, matter.Institution, matter.Date, language, matter.Channel);

    /// <inheritdoc cref="Remedies(LetterKind, LetterMatter, Language)"/>
    /// <param name="channel">On paper the term runs from the day of sending, which nobody knows while it is printed (Awb 3:41, 6:8).</param>
    public static Section Remedies(LetterKind kind, Institution institution, DateOnly date, Language language, SendingChannel channel = SendingChannel.Portal)
    {
        var heading = LetterTexts.Of("Heading.Remedies", language);
        if (kind.RemedyTerm(date) is not { } term) return new Section(heading, []);

        var objection = kind.Remedy() is Remedy.Objection;
        var key = kind.Remedy() switch { Remedy.Objection => "Objection", Remedy.CourtAppeal => "CourtAppeal", _ => "Remedies" };
        return new Section(heading,
        [
            Text(language, $"{key}.Who"),
            new FactList(
            [
                new(LetterTexts.Of("Remedies.ByWhom.Label", language), LetterTexts.Of("Remedies.ByWhom", language)),
                new(LetterTexts.Of("Remedies.Term.Label", language), LetterTexts.Of($"{key}.Term", language, term.LastDay.WithWeekday(language))),
                new(LetterTexts.Of("Remedies.Where.Label", language), Where(kind.Remedy(), institution, language)),
            ]),
            .. channel is SendingChannel.Portal ? [] : ImmutableArray.Create<Block>(Text(language, "Remedies.SentLater")),
            Text(language, $"{key}.Contents"),
            .. objection ? ImmutableArray.Create<Block>(Text(language, "Objection.Decision", StatutoryTerms.ExecutiveBoardObjection(term.LastDay).LastDay.WithWeekday(language))) : [],
            // What takes nothing away needs no warning that it stays in force.
            .. kind is LetterKind.EnrolmentKept or LetterKind.EnrolmentRestored or LetterKind.ObjectionFounded or LetterKind.FacilityGranted ? [] : ImmutableArray.Create<Block>(Text(language, $"{key}.NoSuspension")),
        ]);
    }

    // Appeal and objection go to the single desk of WHW 7.59a; an objection is addressed to the executive board. The Council of State has a counter of its own.
    private static string Where(Remedy remedy, Institution institution, Language language) => remedy is Remedy.CourtAppeal ? LetterTexts.Of("CourtAppeal.Where", language)
        : remedy is Remedy.Objection ? LetterTexts.Of("Objection.Where", language, institution.ExecutiveBoard.In(language), string.Join(", ", institution.AppealsDeskAddress))
        : LetterTexts.Of("Remedies.Where", language, string.Join(", ", institution.AppealsDeskAddress.Insert(0, institution.AppealsDesk.In(language))));

    public static Section Privacy(LetterMatter matter, Language language) =>
        new(LetterTexts.Of("Heading.Privacy", language), [Text(language, "Privacy", matter.Institution.PrivacyStatement)]);

    public static Section Support(LetterMatter matter, Language language) => Support(matter.Institution, language);

    public static Section Support(Institution institution, Language language) =>
        new(LetterTexts.Of("Heading.Support", language), [Text(language, "Support", institution.Support.In(language))]);

    public static Section Signature(LetterKind kind, LetterMatter matter, Language language)
    {
        var capacity = LetterTexts.Of(kind.IsOfTheBoard() ? "Signature.Capacity" : "Signature.Capacity.Enrolment", language, LetterWriter.Organ(kind, matter.Institution, language));
        return new Section(LetterTexts.Of("Heading.Signature", language), [new Signatures([.. Signatures(kind, matter, language).Select(line => new Signature(capacity, line.Name, line.SignedAt))])]);
    }

    // Who decided signs; what only tells or prepares goes out from the secretary's office.
    private static (string Name, string SignedAt)[] Signatures(LetterKind kind, LetterMatter matter, Language language)
    {
        var lines = kind.Subject() switch
        {
            LetterSubject.Decision when matter.Decision is { } decision => [(decision.SignedByName, "Signature.At", decision.SignedAt), (decision.CoSignedByName, "Signature.CoAt", decision.CoSignedAt)],
            // What another body annulled one member closes; a proposal to close has two.
            LetterSubject.Closing when kind is LetterKind.ClosedAfterAnnulment => [(matter.Issuer?.Name, "Signature.At", matter.Issuer?.At)],
            LetterSubject.Closing => [(matter.Issuer?.Name, "Signature.At", matter.Issuer?.At), (matter.Closing?.ProposedByName, "Signature.ProposedAt", matter.Closing?.ProposedAt)],
            LetterSubject.InterimMeasure => [(matter.Issuer?.Name, "Signature.RecordedAt", matter.Issuer?.At)],
            LetterSubject.Objection => [(matter.Objection?.DecidedByName, "Signature.At", matter.Objection?.DecidedAt)],
            LetterSubject.Proposal => [(matter.Termination?.ProposedByName, "Signature.At", matter.Termination?.ProposedAt), (matter.Termination?.CoSignedByName, "Signature.CoAt", matter.Termination?.CoSignedAt)],
            LetterSubject.Chance => [(matter.Chance?.ProposedByName, "Signature.At", matter.Chance?.ProposedAt), (matter.Chance?.AnsweredByName, "Signature.CoAt", matter.Chance?.AnsweredAt)],
            // What the board has to tell or to ask goes out over the secretary's name; a notice goes out by itself.
            LetterSubject.Invitation or LetterSubject.Retake or LetterSubject.Resending or LetterSubject.Correction or LetterSubject.Report => [(matter.Issuer?.Name, "Signature.SecretaryAt", matter.Issuer?.At)],
            LetterSubject.EnrolmentHearing => [(matter.Issuer?.Name, "Signature.InvitedAt", matter.Issuer?.At)],
            LetterSubject.Enrolment when kind.Reconsiders() => [(matter.Termination?.ReconsideredByName, "Signature.At", matter.Termination?.ReconsideredAt)],
            LetterSubject.Enrolment => [(matter.Termination?.DecidedByName, "Signature.At", matter.Termination?.DecidedAt)],
            _ => Array.Empty<(string? Name, string Key, DateTimeOffset? At)>(),
        };
        var signed = lines.Where(line => line.At is not null).Select(line => (line.Name ?? "", LetterTexts.Of(line.Key, language, line.At!.Value.InWords(language)))).ToArray();
        // A draft names nobody in the place of who has yet to sign.
        return signed.Length > 0 ? signed : [(LetterTexts.Of(lines.Length > 0 ? "Signature.NotYet" : "Signature.Secretary", language), "")];
    }

    public static Section Annexes(LetterKind kind, LetterMatter matter, Language language)
    {
        var annexes = ImmutableArray.CreateBuilder<string>();
        if (kind.IsDecision() || kind is LetterKind.InvitationForView or LetterKind.ProcesVerbaalSent)
        {
            if (matter.Report?.SignedAt is { } signed) annexes.Add(LetterTexts.Of("Annex.Report", language, Amsterdam.DateOf(signed).InWords(language)));
        }

        if (kind.IsDecision() && matter.Hearing is { IsRecorded: true, PlannedAt: { } held } && matter.View is { Form: ViewForm.Oral })
            annexes.Add(LetterTexts.Of("Annex.Hearing", language, Amsterdam.DateOf(held).InWords(language)));
        if (kind.Subject() is LetterSubject.Enrolment or LetterSubject.Proposal && kind is not LetterKind.EnrolmentRestored && matter.DecisionPublished is { } published)
            annexes.Add(LetterTexts.Of("Annex.Decision", language, published.InWords(language)));
        if (kind.Subject() is LetterSubject.Correction && matter.Corrected is { } corrected) annexes.Add(LetterTexts.Of("Annex.Letter", language, LetterTexts.Of(corrected.Kind, language), corrected.Published.InWords(language)));
        return new Section(LetterTexts.Of("Heading.Annexes", language), annexes.Count > 0 ? [new BulletList(annexes.ToImmutable())] : []);
    }

    private static Paragraph Text(Language language, string key, params object?[] fill) => new(LetterTexts.Of(key, language, fill));
}
