using ReviewPortal.Core.Committee;
using ReviewPortal.Core.Decisions;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.ProcesVerbaal;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Core.Writing;

namespace ReviewPortal.Core.Tests.Letters;

/// <summary>A letter of every kind, written from a case that has everything a letter may say.</summary>
internal static class Written
{
    public static readonly DateOnly Published = new(2026, 11, 24);

    /// <summary>Every kind in both languages.</summary>
    public static TheoryData<LetterKind, Language> EveryLetter
    {
        get
        {
            var all = new TheoryData<LetterKind, Language>();
            foreach (var kind in LetterKinds.OfACase)
            {
                foreach (var language in Enum.GetValues<Language>()) all.Add(kind, language);
            }

            return all;
        }
    }

    public static CaseInTheRooms Case(LetterKind kind)
    {
        var @case = A.Case()
            .With(A.Mark("OTHER_PERSON"))
            .With(A.Mark("EXCULPATORY", 2680, 2700, "De student laat de hele kamer zien."))
            .With(A.Mark("NETIQUETTE", 5, 9, "De student draagt een badjas."))
            .Reported(kind.IsFraud() || kind.Subject() is LetterSubject.Enrolment or LetterSubject.EnrolmentHearing or LetterSubject.Proposal or LetterSubject.Objection ? Suspicion.Fraud : Suspicion.Irregularity);
        @case.Recordings.RemoveAll(recording => recording.Role is TrackRole.Phone);
        @case.Recordings.Add(A.Recording(TrackRole.Phone, 4830));
        if (kind is LetterKind.NoticeOfReport) return @case.At(Moment);
        if (kind is LetterKind.InvitationForView) return @case.Invited().At(Moment);
        if (kind.Subject() is LetterSubject.Closing) return Closed(@case.Invited().At(Moment));
        (@case.Chance, @case.Termination) = (Chance(kind), Termination(kind));
        return @case.ViewReceived().Decided(Draft(kind)).CoSigned().At(Moment);
    }

    public static LetterMatter Matter(LetterKind kind) => Case(kind).Matter(Published) with
    {
        ProposedWithDecision = kind is LetterKind.FraudProposal,
        Objection = kind.Subject() is LetterSubject.Objection ? Objection(kind) : null,
        Invited = kind is LetterKind.EnrolmentHearing ? new() { Case = A.CaseId, PlannedAt = Moment.AddDays(14), Place = "Bestuursgebouw, kamer 2", InvitedAt = Moment, InvitedByName = "prof. dr. H. Bestuur" } : null,
        Corrected = kind.Subject() is LetterSubject.Correction ? new(LetterKind.IrregularityUniversity, Published.AddDays(-6), "Statistiek 2", "Statistiek II", new DateOnly(2026, 12, 30)) : null,
        Disclosure = kind is LetterKind.ProcesVerbaalSent ? new() { Case = A.CaseId, Ground = DisclosureGround.Requested, AskedOn = Published.AddDays(-2), At = Moment, ByName = Who.Secretary.Name } : null,
        Measure = kind.Subject() is LetterSubject.InterimMeasure ? new("De uitsluiting is geschorst.", Published.AddDays(-9), kind is LetterKind.InterimMeasureEnded ? Published : null, Drafts.FraudWithExclusion.Sanction) : null,
    };

    public static Document Letter(LetterKind kind, Language language) => LetterWriter.Write(kind, Matter(kind), language);

    public static DecisionDraft Draft(LetterKind kind) => kind switch
    {
        LetterKind.IrregularityUniversity => Drafts.ForUniversity,
        LetterKind.IrregularityForceMajeure => Drafts.ForceMajeure,
        LetterKind.IrregularityOwnRisk => Drafts.OwnRisk,
        LetterKind.ExtraChanceGranted or LetterKind.ExtraChanceRefused or LetterKind.NewTestPlanned => Drafts.ForceMajeure,
        LetterKind.FraudInvalid or LetterKind.FraudProposal or LetterKind.TerminationProposed or LetterKind.EnrolmentHearing or LetterKind.ObjectionInadmissible or LetterKind.ObjectionUnfounded or LetterKind.ObjectionFounded or LetterKind.EnrolmentTerminated or LetterKind.EnrolmentKept or LetterKind.EnrolmentRestored or LetterKind.EnrolmentUpheld => Drafts.Fraud,
        LetterKind.FraudSanction or LetterKind.InterimMeasureOrdered or LetterKind.InterimMeasureEnded => Drafts.FraudWithExclusion,
        _ => Drafts.Valid,
    };

    public static string Text(string key, Language language) => new Texts(typeof(LetterTexts))[key, language];

    public static Section? Section(Document letter, string heading) => letter.Sections.FirstOrDefault(section => section.Heading == Text(heading, letter.Language));

    public static string Of(Section? section) => section is null ? "" : new Document("", Language.Dutch, new DocumentHead([], [], []), null, [section], "").PlainText();

    public static CaseInTheRooms WithHearing(LetterKind kind)
    {
        var @case = Case(kind);
        @case.Hearing = new Hearing { Case = A.CaseId, PlannedAt = A.Start.AddDays(10), Place = "Kamer 1.14", Attendees = "de student en mr. A. Karimi", Minutes = "Het verslag.", CautionGiven = true };
        @case.View!.Form = ViewForm.Oral;
        return @case;
    }

    // Closed after the inquiry: nobody was invited.
    private static CaseInTheRooms Closed(CaseInTheRooms @case)
    {
        (@case.Invitation, @case.Closing) = (null, new() { Case = A.CaseId, ProposedBy = Who.Member.Id, ProposedByName = Who.Member.Name, ProposedAt = Moment.AddDays(-1), Reasons = "Op de opname is niets ongewoons te zien." });
        return @case;
    }

    private static RetakeChance? Chance(LetterKind kind)
    {
        if (kind.Subject() is not (LetterSubject.Chance or LetterSubject.Retake)) return null;
        var chance = RetakeChance.Of(A.CaseId, RetakeRight.OnRequest, Moment.AddDays(-7));
        chance.Ask("Ik kon er niets aan doen; mijn nummer is 123456782.", Moment.AddDays(-4));
        chance.Propose(kind is not LetterKind.ExtraChanceRefused, "U meldde het meteen.", Who.Member, Moment.AddDays(-1));
        chance.Answer(Who.OtherMember, Moment);
        if (kind is LetterKind.NewTestPlanned) (chance.On, chance.Place) = (new(2027, 1, 18), "Educatorium, zaal Gamma, om 9.00 uur");
        return chance;
    }

    private static Objection Objection(LetterKind kind) => new()
    {
        Case = A.CaseId, ReceivedOn = Published.AddDays(-20), FileBy = Published.AddDays(-10), DecideBy = Published.AddDays(60), Grounds = "De straf is te zwaar; mijn nummer is 123456782.", RegisteredByName = "Loket", RegisteredAt = Moment,
        Hearing = kind is LetterKind.ObjectionInadmissible ? "" : "Gehoord op 20 november 2026 in kamer 1.14.",
        Outcome = kind switch { LetterKind.ObjectionFounded => ObjectionOutcome.Founded, LetterKind.ObjectionUnfounded => ObjectionOutcome.Unfounded, _ => ObjectionOutcome.Inadmissible },
        Reasons = "Het College heeft alles nog eens gewogen.", DecidedAt = Moment, DecidedByName = "prof. dr. H. Bestuur",
    };

    private static TerminationProposal? Termination(LetterKind kind) => kind.Subject() is not (LetterSubject.Enrolment or LetterSubject.EnrolmentHearing or LetterSubject.Objection) && !kind.Proposes() ? null : new()
    {
        Case = A.CaseId, ProposedAt = Moment.AddDays(-5), ProposedByName = Who.Chair.Name, Reasons = "Dit is de derde keer binnen een jaar.", Hearing = "Gehoord op 20 november 2026 in kamer 1.14.",
        Terminated = kind is not LetterKind.EnrolmentKept, Restored = kind.Reconsiders() ? kind is LetterKind.EnrolmentRestored : null, ReconsideredReasons = "De vaststelling is opnieuw bezien.", ReconsideredAt = kind.Reconsiders() ? Moment : null, ReconsideredByName = "prof. dr. H. Bestuur", DecisionReasons = "Niets minder volstaat.", DecidedAt = Moment, DecidedByName = "prof. dr. H. Bestuur",
    };

    private static DateTimeOffset Moment => Core.Calendar.Amsterdam.At(Published, new TimeOnly(15, 0));
}
