using System.Collections.Immutable;
using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Decisions;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Necessity;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Core.Writing;

namespace ReviewPortal.Core.Letters;

/// <summary>A letter to nobody with the texts of the house in it, in the name of each body that writes: to look at before letters are written with it. No case, no person.</summary>
public static class ExampleLetter
{
    private const int DaysAgo = 28;

    // No board comes as far in a year.
    private const int LastNumber = 9999;

    /// <summary>The bodies in whose name letters go out, each under a letterhead of its own.</summary>
    public static readonly ImmutableArray<HouseField> Senders = [.. Enum.GetValues<LetterKind>().Select(kind => kind.Sender().Organ).Distinct()];

    /// <param name="sender">One of <see cref="Senders"/>.</param>
    public static Document Of(Institution house, DateTimeOffset now, Language language, HouseField sender = HouseField.Board)
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
        var (kind, about) = sender switch
        {
            HouseField.ExecutiveBoard => (LetterKind.EnrolmentHearing, matter with { Termination = TerminationProposal.Of(default, "", member, now), Invited = new() { PlannedAt = now.AddDays(DaysAgo), Place = LetterTexts.Of("Example.Place", language), InvitedAt = now, InvitedByName = "" } }),
            HouseField.AppealsBoard => (LetterKind.InterimMeasureOrdered, matter with { Measure = new(LetterTexts.Of("Example.Measure", language), today, null, null) }),
            _ => (LetterKind.Valid, matter),
        };
        return LetterWriter.Write(kind, about, language) with { Watermark = LetterTexts.Of("Example", language) };
    }
}
