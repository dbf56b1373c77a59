using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace ReviewPortal.Core.Necessity;

/// <summary>
/// Somebody is enrolled for a test, with what the institution's administration allows this person in it. Of a provision only what may be seen or heard
/// in a recording is kept; why it was granted never is (AVG 5 lid 1 onder c, AVG 9, UU-R1-13), and neither is a result (UU-REV-3).
/// </summary>
public sealed class Enrolment
{
    public Guid Id { get; init; }

    /// <summary>The code of the test, as its deliveries name it.</summary>
    public required string Exam { get; init; }

    /// <summary>Leading zeros matter; with it the candidate of a sitting is found.</summary>
    public required string StudentNumber { get; init; }

    public string Name { get; set; } = "";

    public string Email { get; set; } = "";

    /// <summary>Zero when there is none.</summary>
    public int ExtraMinutes { get; set; }

    public ImmutableArray<Allowance> Allowances { get; set; } = [];

    /// <summary>What the administration noted about being there; null when it noted nothing.</summary>
    public Attendance? Attendance { get; set; }

    /// <summary>When a roster last said something new about this person in this test.</summary>
    public DateTimeOffset ChangedAt { get; set; }
}

/// <summary>What one candidate is allowed beyond the exam sheet, as a reviewer meets it in the recording (UU-OWN-c, UU-OWN-f). No reasons.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Allowance>))]
public enum Allowance
{
    ExtraBreaks,
    Earplugs,
    ReadAloud,
    Dictation,
    Magnification,
    Calculator,
    Dictionary,
    FoodAndDrink,
    Assistant,
}

public enum Attendance
{
    Present,
    Absent,
}
