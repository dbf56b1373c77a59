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
            foreach (var kind in Enum.GetValues<LetterKind>())
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
            .Reported(kind.IsFraud() ? Suspicion.Fraud : Suspicion.Irregularity);
        @case.Recordings.RemoveAll(recording => recording.Role is TrackRole.Phone);
        @case.Recordings.Add(A.Recording(TrackRole.Phone, 4830));
        if (kind is LetterKind.NoticeOfReport) return @case.At(Moment);
        if (kind is LetterKind.InvitationForView) return @case.Invited().At(Moment);
        return @case.ViewReceived().Decided(Draft(kind)).CoSigned().At(Moment);
    }

    public static LetterMatter Matter(LetterKind kind) => Case(kind).Matter(Published);

    public static Document Letter(LetterKind kind, Language language) => LetterWriter.Write(kind, Matter(kind), language);

    public static DecisionDraft Draft(LetterKind kind) => kind switch
    {
        LetterKind.IrregularityUniversity => Drafts.ForUniversity,
        LetterKind.IrregularityForceMajeure => Drafts.ForceMajeure,
        LetterKind.IrregularityOwnRisk => Drafts.OwnRisk,
        LetterKind.FraudInvalid => Drafts.Fraud,
        LetterKind.FraudSanction => Drafts.FraudWithExclusion,
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

    private static DateTimeOffset Moment => Core.Calendar.Amsterdam.At(Published, new TimeOnly(15, 0));
}
