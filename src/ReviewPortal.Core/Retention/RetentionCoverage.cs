using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Recordings;

namespace ReviewPortal.Core.Retention;

/// <summary>How many exams a row of coverage is about.</summary>
public enum CoverageScope
{
    Faculty,
    Course,
    Exam,
}

/// <summary>
/// Says that the retention schedule was adopted for these exams. Recordings of an exam for which no row holds are not taken in: no rule, no import
/// (KV-BEW-1; AVG 5 lid 1 onder e). Rows are only added and ended.
/// </summary>
public sealed class RetentionCoverage
{
    public Guid Id { get; init; }

    public CoverageScope Scope { get; init; }

    /// <summary>The faculty, or the code of the course or exam, as people write it.</summary>
    public required string Named { get; init; }

    /// <summary>The same as it is compared.</summary>
    public required string Key { get; init; }

    /// <summary>For exams that were sat on this day or later.</summary>
    public DateOnly From { get; init; }

    /// <summary>On what the rule rests: the decision that adopted the schedule.</summary>
    public required string Basis { get; init; }

    public DateTimeOffset RegisteredAt { get; init; }

    public required string RegisteredByName { get; init; }

    public DateTimeOffset? EndedAt { get; private set; }

    public string? EndedByName { get; private set; }

    public string? EndReason { get; private set; }

    /// <param name="sat">The day of the sitting, in Amsterdam.</param>
    public bool Covers(string faculty, string course, string exam, DateOnly sat) => EndedAt is null && From <= sat && Key == KeyOf(Scope switch
    {
        CoverageScope.Faculty => faculty,
        CoverageScope.Course => course,
        _ => exam,
    });

    /// <summary>What is here already stays under the schedule; nothing more comes in under this row.</summary>
    public void End(string reason, Actor by, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(by);
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        if (EndedAt is not null) throw new InvalidOperationException("This row has been ended already");
        (EndedAt, EndedByName, EndReason) = (now, by.Name, reason.Trim());
    }

    public static string KeyOf(string named) => ExternalId.Small(named);
}
