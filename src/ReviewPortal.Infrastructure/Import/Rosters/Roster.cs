using System.Collections.Immutable;
using ReviewPortal.Core.Necessity;
using ReviewPortal.Core.Writing;

namespace ReviewPortal.Infrastructure.Import.Rosters;

/// <summary>A roster, read: who is enrolled for what, and which lines say something else.</summary>
/// <param name="Sha256">Of the bytes, in lower-case hexadecimals; the bytes themselves are not kept, for there may be grades in them (UU-REV-3).</param>
/// <param name="LeftOut">Provisions that a reviewer does not meet in a recording, and that could tell of somebody's health.</param>
/// <param name="Irregularities">Lines that note an irregularity. The examiner reports those, with grounds (UU-EXR-1); they are not taken over.</param>
public sealed record Roster(RosterFormat Format, string Sha256, ImmutableArray<EnrolledCandidate> Candidates, RosterProblems Problems, int LeftOut, int Irregularities) : DeliveryResult;

/// <summary>One line of a roster.</summary>
public sealed record EnrolledCandidate(string Exam, string StudentNumber)
{
    public string Name { get; init; } = "";

    public string Email { get; init; } = "";

    public int ExtraMinutes { get; init; }

    public ImmutableArray<Allowance> Allowances { get; init; } = [];

    public Attendance? Attendance { get; init; }

    public bool Equals(EnrolledCandidate? other) => other is not null
        && (Exam, StudentNumber, Name, Email, ExtraMinutes, Attendance) == (other.Exam, other.StudentNumber, other.Name, other.Email, other.ExtraMinutes, other.Attendance)
        && Allowances.SequenceEqual(other.Allowances);

    public override int GetHashCode() => HashCode.Combine(Exam, StudentNumber);
}

/// <summary>The lines that were not taken over, in their order.</summary>
/// <param name="Count">All of them; only the first are told one by one.</param>
public sealed record RosterProblems(ImmutableArray<RosterProblem> Told, int Count);

/// <summary>What is wrong with one line of a roster.</summary>
/// <param name="Line">In a file of lines, from 1.</param>
/// <param name="Place">In JSON: "items[3].person".</param>
/// <param name="Value">What stands there, where that helps.</param>
public sealed record RosterProblem(RosterFault Fault, long? Line, string Place, string Value)
{
    private static readonly Texts All = new(typeof(RosterTexts));

    public string Sentence(Language language) =>
        $"{(Line is { } line ? All["Place.Line", language, line] : Place)}: {All[$"Fault.{Fault}", language, Value]}";
}

/// <summary>Each has its sentence in RosterTexts.</summary>
public enum RosterFault
{
    NoColumns,
    NoStudentNumber,
    BadStudentNumber,
    NoExam,
    BadName,
    BadEmail,
    BadDuration,
    BadAttendance,
    NotAnObject,
    NoPerson,
    SaidTwice,
    OpenQuotation,
}

/// <summary>Where the words for rosters stand.</summary>
internal sealed class RosterTexts;
