using System.Collections.Immutable;
using ReviewPortal.Core.Necessity;

namespace ReviewPortal.Infrastructure.Import.Rosters;

/// <summary>One line as it stands in the file, before it has been looked at.</summary>
internal sealed record RawCandidate(long? Line, string Place)
{
    public string Exam { get; init; } = "";

    public string StudentNumber { get; init; } = "";

    public string Name { get; init; } = "";

    public string Email { get; init; } = "";

    public string ExtraTime { get; init; } = "";

    public ImmutableArray<string> Needs { get; init; } = [];

    public string Attendance { get; init; } = "";

    public bool HasIrregularity { get; init; }
}

/// <summary>Gathers the lines of a roster: the good ones as candidates, the others with what is wrong, and nothing twice.</summary>
internal sealed class RosterLines(RosterLimits limits)
{
    private const int LongestNumber = 32, LongestName = 200, LongestEmail = 254, LongestExam = 200;

    private static readonly string[] PresentWords = ["present", "aanwezig", "ja", "yes", "true", "1", "j", "y"];

    private static readonly string[] AbsentWords = ["absent", "afwezig", "nee", "no", "false", "0", "n", "no_show", "no-show", "niet verschenen"];

    private readonly Dictionary<(string Exam, string Number), EnrolledCandidate> _candidates = [];
    private readonly ImmutableArray<RosterProblem>.Builder _told = ImmutableArray.CreateBuilder<RosterProblem>();
    private int _problems;
    private int _leftOut;
    private int _irregularities;

    public void Add(RawCandidate raw)
    {
        if (raw.HasIrregularity) _irregularities++;
        if (Checked(raw) is not { } candidate) return;
        var key = (candidate.Exam, candidate.StudentNumber);
        if (!_candidates.TryGetValue(key, out var before)) _candidates[key] = candidate;
        else if (before != candidate) Fault(RosterFault.SaidTwice, raw, raw.StudentNumber);
    }

    public void Fault(RosterFault fault, RawCandidate raw, string value = "") => Fault(fault, raw.Line, raw.Place, value);

    public void Fault(RosterFault fault, long? line, string place, string value = "")
    {
        _problems++;
        if (_told.Count < limits.Problems) _told.Add(new RosterProblem(fault, line, place, Short(value)));
    }

    public Roster ToRoster(RosterFormat format, string sha256, string file) => _candidates.Count > limits.Candidates
        ? throw RefusedDeliveryException.In(file, RefusalReason.TooManyLines, limits.Candidates)
        : new(format, sha256, [.. _candidates.Values], new RosterProblems(_told.ToImmutable(), _problems), _leftOut, _irregularities);

    private EnrolledCandidate? Checked(RawCandidate raw)
    {
        var (number, exam, email, name) = (raw.StudentNumber.Trim(), raw.Exam.Trim(), raw.Email.Trim(), OnOneLine(raw.Name));
        RosterFault? fault =
            number.Length is 0 ? RosterFault.NoStudentNumber
            : !IsNumber(number) ? RosterFault.BadStudentNumber
            : exam.Length is 0 or > LongestExam || exam.Any(char.IsControl) ? RosterFault.NoExam
            : name.Length > LongestName || name.Any(char.IsControl) ? RosterFault.BadName
            : email.Length > 0 && !IsEmail(email) ? RosterFault.BadEmail
            : null;
        var minutes = Provision.Minutes(raw.ExtraTime);
        fault ??= minutes is null ? RosterFault.BadDuration : null;
        var attendance = AttendanceOf(raw.Attendance);
        fault ??= attendance is null && raw.Attendance.Trim().Length > 0 && !IsUnknown(raw.Attendance) ? RosterFault.BadAttendance : null;
        if (fault is { } wrong)
        {
            Fault(wrong, raw, wrong switch
            {
                RosterFault.BadStudentNumber => number,
                RosterFault.BadEmail => email,
                RosterFault.BadDuration => raw.ExtraTime,
                RosterFault.BadAttendance => raw.Attendance,
                _ => "",
            });
            return null;
        }

        var allowances = Provision.Of(raw.Needs, out var leftOut);
        _leftOut += leftOut;
        return new EnrolledCandidate(exam, number) { Name = name, Email = email, ExtraMinutes = minutes!.Value, Allowances = allowances, Attendance = attendance };
    }

    // As the institution writes it: digits, or letters and digits. What a spreadsheet made of it (4,127E+06) is no number any more.
    private static bool IsNumber(string text) => text.Length <= LongestNumber && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '.' or '_') && text.Any(char.IsAsciiDigit);

    // RFC 5321 allows nearly anything before the last @ when it is quoted.
    private static bool IsEmail(string text)
    {
        var at = text.LastIndexOf('@');
        return text.Length <= LongestEmail && at > 0 && at < text.Length - 1 && !text.Any(char.IsControl) && (text[0] is '"' ? at > 1 && text[at - 1] is '"' : !text.Contains(' ', StringComparison.Ordinal) && text.IndexOf('@', StringComparison.Ordinal) == at)
            && !text[(at + 1)..].Contains(' ', StringComparison.Ordinal);
    }

    private static Attendance? AttendanceOf(string text) =>
        PresentWords.Contains(text.Trim(), StringComparer.OrdinalIgnoreCase) ? Attendance.Present
        : AbsentWords.Contains(text.Trim(), StringComparer.OrdinalIgnoreCase) ? Attendance.Absent
        : null;

    private static bool IsUnknown(string text) => text.Trim().ToLowerInvariant() is "unknown" or "onbekend" or "-" or "?";

    private static string OnOneLine(string name) => string.Join(' ', name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Short(string value) => value.Length <= 80 ? value : value[..79] + "…";
}
