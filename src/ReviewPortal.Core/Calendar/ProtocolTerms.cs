using System.Collections.Immutable;

namespace ReviewPortal.Core.Calendar;

/// <summary>
/// The terms of the protocol. No law sets them. Those before a test are counted back from it, so that no weekend and no holiday moves them
/// (law.md 0.1, point 7).
/// </summary>
public static class ProtocolTerms
{
    private static readonly TermStart Test = new(DeadlineStepKind.Test, "UU-protocol online proctoring");

    private static readonly Term FacilityRequestTerm = Before(TermName.FacilityRequest, 3, TermUnit.Weeks, "Protocol, route 1, 3; UU-R1-4");
    private static readonly Term StudentNoticeTerm = Before(TermName.StudentNotice, 2, TermUnit.Weeks, "Protocol, route 2; UU-R2-9");
    private static readonly Term ObjectionTerm = Before(TermName.Objection, 5, TermUnit.WorkingDays, "Protocol, route 2; UU-R2-11");

    // Art. 4.3a lid 2 lets a student ask and gives no term for the answer; this is a house term, well within the eight weeks of Awb 4:13.
    private static readonly Term ChanceAnswerTerm = new(TermName.ChanceAnswer, 10, TermUnit.WorkingDays, new(DeadlineStepKind.Requested, "Awb 4:13"), "huisregel; Awb 4:13") { Nature = TermNature.House };

    public static readonly ImmutableArray<Term> All = [ChanceAnswerTerm, FacilityRequestTerm, StudentNoticeTerm, ObjectionTerm];

    /// <summary>The last day to ask for a special facility: three weeks before the test (UU-R1-4). A later request is late, never refused for it (UU-R1-5).</summary>
    public static Deadline FacilityRequest(DateOnly test) => FacilityRequestTerm.From(test);

    /// <summary>The last day to tell the students of proctoring: two weeks before the test (UU-R2-9).</summary>
    public static Deadline StudentNotice(DateOnly test) => StudentNoticeTerm.From(test);

    /// <summary>The last day to object with the course coordinator: five working days before the test (UU-R2-11). A later objection is still one (AVG 21).</summary>
    public static Deadline Objection(DateOnly test) => ObjectionTerm.From(test);

    /// <summary>The last day for the board to answer a request for an extra chance: ten working days.</summary>
    /// <param name="requested">The day of the request.</param>
    public static Deadline ChanceAnswer(DateOnly requested) => ChanceAnswerTerm.From(requested);

    private static Term Before(TermName name, int length, TermUnit unit, string basis) =>
        new(name, length, unit, Test, basis) { Direction = TermDirection.Back, Nature = TermNature.House };
}
