using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Decisions;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Necessity;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Core.Writing;

namespace ReviewPortal.Core.Letters;

/// <summary>A letter to nobody, of the board of examiners, with the texts of the house in it: to look at before letters are written with it. No case, no person.</summary>
public static class ExampleLetter
{
    private const int DaysAgo = 28;

    // No board comes as far in a year.
    private const int LastNumber = 9999;

    public static Document Of(Institution house, DateTimeOffset now, Language language)
    {
        ArgumentNullException.ThrowIfNull(house);
        var (today, start) = (Amsterdam.DateOf(now), Amsterdam.At(Amsterdam.DateOf(now).AddDays(-DaysAgo), new TimeOnly(9, 0)));
        var title = LetterTexts.Of("Example.Exam", language);
        var exam = new Exam { Code = "0", Title = title, Course = "ABC-101", Faculty = "", Examiner = "", Start = start, End = start.AddHours(2) };
        var sitting = new Sitting
        {
            Pseudonym = "", StudentNumber = "0000000", Supplier = "", DeliverySha256 = "", Manifest = "", Start = start, End = start.AddHours(2),
        };
        var member = new Actor(new PersonId(Guid.Empty), LetterTexts.Of("Example.Member", language), "", [Role.BoardMember]);
        var decision = new Decision();
        decision.Write(DecisionDraft.Empty with { Reasons = LetterTexts.Of("Example.Reasons", language) });
        decision.Sign(Outcome.Valid, member, now);
        var matter = new LetterMatter(house, new CaseNumber(today.Year, LastNumber), today, new Addressee(LetterTexts.Of("Example.Student", language), sitting.StudentNumber, []), exam, sitting) { Decision = decision };
        return LetterWriter.Write(LetterKind.Valid, matter, language) with { Watermark = LetterTexts.Of("Example", language) };
    }
}
