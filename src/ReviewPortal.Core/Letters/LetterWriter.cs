using System.Collections.Immutable;
using ReviewPortal.Core.Writing;

namespace ReviewPortal.Core.Letters;

/// <summary>Writes a letter: which sections it has follows from its kind (law.md 3.1), what they say from the case.</summary>
public static class LetterWriter
{
    public static Document Write(LetterKind kind, LetterMatter matter, Language language)
    {
        ArgumentNullException.ThrowIfNull(matter);
        var subject = Subject(kind, matter, language);
        return new Document(
            Title: $"{subject} ({matter.Number})",
            language,
            Head(kind, matter, language),
            Summaries.Of(kind, matter, language),
            [.. Sections(kind, matter, language).Where(section => !section.Blocks.IsEmpty)],
            Footer: $"{Organ(kind, matter.Institution, language)} · {matter.Number}{(matter.Imprint is { } known ? "\n" + known.Foot(language) : "")}")
        {
            Heading = subject,
            Salutation = Text("Salutation", matter.Addressee.Name),
            Verification = matter.Imprint?.Verification(language),
        };

        string Text(string key, params object?[] fill) => LetterTexts.Of(key, language, fill);
    }

    // A decision that replaces another says so before anything else (Awb 2:12).
    private static string Subject(LetterKind kind, LetterMatter matter, Language language)
    {
        var subject = LetterTexts.Of(
            kind switch
            {
                LetterKind.NoticeOfReport => matter.Text("Subject.NoticeOfReport"),
                LetterKind.SentAgain when matter.DecisionSent is null => "Subject.SentAgain.NeverSent",
                _ => "Subject." + kind,
            },
            language, matter.Exam.Title);
        return kind.IsDecision() && matter.Replaces is not null ? LetterTexts.Of("Subject.Replaces", language, $"{char.ToLower(subject[0], language.Culture())}{subject[1..]}") : subject;
    }

    /// <summary>A letter in a language other than the one it was published in: it says so before anything else.</summary>
    public static Document AsTranslation(Document letter)
    {
        ArgumentNullException.ThrowIfNull(letter);
        var note = new Section(LetterTexts.Of("Translation.Heading", letter.Language), [new Paragraph(LetterTexts.Of("Translation.Note", letter.Language))]);
        var head = letter.Head with { Facts = letter.Head.Facts.Remove(Authoritative(letter.Language)) };
        return letter with { Head = head, Watermark = LetterTexts.Translation(letter.Language), Sections = [note, .. letter.Sections] };
    }

    private static IEnumerable<Section> Sections(LetterKind kind, LetterMatter matter, Language language) => kind switch
    {
        LetterKind.NoticeOfReport => [ProcedureSections.Notice(matter, language), ProcedureSections.WhatHappensNext(matter, language), .. Closing(kind, matter, language)],
        LetterKind.InvitationForView =>
        [
            ProcedureSections.Suspicion(matter, language), FactSections.Findings(matter, language), ProcedureSections.HowToReact(matter, language),
            ProcedureSections.Provision(matter, language), .. Closing(kind, matter, language),
        ],
        LetterKind.SentAgain => CoverSections.All(matter, language),
        LetterKind.ClosedWithoutGrounds => [.. AnswerSections.Closed(matter, language), .. Closing(kind, matter, language)],
        LetterKind.ClosedAfterAnnulment => [.. AnswerSections.ClosedAfterAnnulment(matter, language), .. Closing(kind, matter, language)],
        LetterKind.ExtraChanceGranted or LetterKind.ExtraChanceRefused => [.. AnswerSections.Chance(kind, matter, language), .. Closing(kind, matter, language)],
        LetterKind.TerminationProposed => [ProposalSections.Proposal(kind, matter, language), .. Closing(kind, matter, language)],
        LetterKind.InterimMeasureOrdered or LetterKind.InterimMeasureEnded => [.. MeasureSections.All(kind, matter, language), .. Closing(kind, matter, language)],
        LetterKind.ObjectionInadmissible or LetterKind.ObjectionUnfounded or LetterKind.ObjectionFounded => [.. ObjectionSections.All(kind, matter, language), .. Closing(kind, matter, language)],
        LetterKind.Correction or LetterKind.CorrectionNewTerm => [CorrectionSections.Corrects(kind, matter, language), .. Closing(kind, matter, language)],
        LetterKind.EnrolmentHearing => [.. EnrolmentHearingSections.All(matter, language), .. Closing(kind, matter, language)],
        LetterKind.ProcesVerbaalSent => [ReportSections.Sent(matter, language), .. Closing(kind, matter, language)],
        LetterKind.NewTestPlanned => [.. AnswerSections.Planned(matter, language), .. Closing(kind, matter, language)],
        LetterKind.EnrolmentTerminated or LetterKind.EnrolmentKept or LetterKind.EnrolmentRestored or LetterKind.EnrolmentUpheld => [.. EnrolmentSections.Decision(kind, matter, language), .. Closing(kind, matter, language)],
        _ => [.. DecisionLetter(kind, matter, language), .. Closing(kind, matter, language)],
    };

    private static IEnumerable<Section> DecisionLetter(LetterKind kind, LetterMatter matter, Language language) =>
    [
        DecisionSections.OperativePart(kind, matter, language),
        DecisionSections.WhatItMeans(kind, matter, language),
        ReplacingSections.Replaces(matter, language),
        FactSections.Procedure(matter, language),
        FactSections.Findings(matter, language),
        FactSections.ViewAndReply(matter, language),
        DecisionSections.Rules(kind, matter, language),
        DecisionSections.Considerations(kind, matter, language),
        DecisionSections.AttributionAndRetake(matter, language),
        DecisionSections.FraudEstablished(matter, language),
        DecisionSections.SanctionImposed(matter, language),
        DecisionSections.Proportionality(matter, language),
        ProposalSections.Proposal(kind, matter, language),
    ];

    private static IEnumerable<Section> Closing(LetterKind kind, LetterMatter matter, Language language) =>
    [
        kind.Subject() is LetterSubject.Closing ? AnswerSections.Kept(matter, language) : ClosingSections.Privacy(matter, language),
        ClosingSections.Remedies(kind, matter, language),
        ClosingSections.Support(matter, language),
        ClosingSections.Signature(kind, matter, language),
        ClosingSections.Annexes(kind, matter, language),
    ];

    /// <summary>In whose name it goes out (<see cref="LetterKinds.Sender"/>).</summary>
    public static string Organ(LetterKind kind, Institution institution, Language language)
    {
        ArgumentNullException.ThrowIfNull(institution);
        return institution.Of(kind.Sender().Organ, language);
    }

    // Which text counts, when there is one in each language (Awb 2:6); a translation does not say it of itself.
    private static Fact Authoritative(Language language) => new(LetterTexts.Of("Head.Language", language), LetterTexts.Of("Head.Authoritative", language));

    private static DocumentHead Head(LetterKind kind, LetterMatter matter, Language language)
    {
        var exam = LetterTexts.Of("Head.ExamValue", language, matter.Exam.Title, matter.Exam.Course, matter.ExamDate.InWords(language));
        return Head(kind, matter.Institution, matter.Addressee, new(matter.Date, matter.Number.ToString(), matter.Channel, exam), matter.Spokesperson, language);
    }

    /// <summary>Sender, addressee and facts as they stand above every letter (law.md 3.1, sections 1 to 4).</summary>
    /// <param name="representative">Who speaks for the student, named below the addressee (Awb 2:1); null when nobody does.</param>
    internal static DocumentHead Head(LetterKind kind, Institution house, Addressee addressee, HeadFacts facts, string? representative, Language language) => new(
        Sender: [house.Name.In(language), Organ(kind, house, language), .. house.Of(kind.Sender().Address, language).Split('\n', StringSplitOptions.RemoveEmptyEntries)],
        Addressee: [addressee.Name, LetterTexts.Of("Head.StudentNumber", language, addressee.StudentNumber), .. addressee.Address],
        Facts:
        [
            new(LetterTexts.Of("Head.Date", language), $"{house.Town}, {facts.Date.InWords(language)}"),
            new(LetterTexts.Of("Head.Reference", language), facts.Reference),
            new(LetterTexts.Of("Head.Sending", language), LetterTexts.Of($"Head.By{facts.Channel}", language)),
            new(LetterTexts.Of("Head.Exam", language), facts.Exam),
            .. representative is null ? Array.Empty<Fact>() : [new Fact(LetterTexts.Of("Head.Representative", language), representative)],
            Authoritative(language),
        ])
    {
        Logo = house.Logo,
    };

    /// <param name="Reference">The number of the case or the request.</param>
    internal readonly record struct HeadFacts(DateOnly Date, string Reference, SendingChannel Channel, string Exam);
}
