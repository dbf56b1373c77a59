using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Writing;

namespace ReviewPortal.Core.Letters;

/// <summary>A published letter: its bytes never change, a correction is a new letter (Awb 2:12, I6).</summary>
public sealed class Letter
{
    public Guid Id { get; init; }

    /// <summary>The case it is about; null for a letter on a request (<see cref="Request"/>). One of the two there always is.</summary>
    public CaseId? Case { get; init; }

    /// <summary>The request for a special facility it answers; null for a letter in a case.</summary>
    public Guid? Request { get; init; }

    /// <summary>Under which the audit log tells of it.</summary>
    public string Subject => Case is { } @case ? $"case/{@case}" : $"facility/{Request}";

    public LetterKind Kind { get; init; }

    public Language Language { get; init; }

    /// <summary>SHA-256 of the PDF, in lower-case hexadecimals.</summary>
    public required string Sha256 { get; init; }

    /// <summary>With which anybody can ask whether the letter was issued; null for a letter from before there were codes.</summary>
    public LetterCode? Code { get; init; }

    /// <summary>The hash that the audit log came to just before this letter, in 64 lower-case hexadecimals; its short form is printed on every page.</summary>
    public string? AuditRoot { get; init; }

    /// <summary>The version of the house texts it was written with; null for those of the configuration.</summary>
    public Guid? HouseTexts { get; init; }

    public PersonId PublishedBy { get; init; }

    public required string PublishedByName { get; init; }

    /// <summary>From this moment the student can open it in the portal: the time of sending (Awb 2:19 under b).</summary>
    public DateTimeOffset PublishedAt { get; init; }

    /// <summary>The last day to appeal, or to object (<see cref="Remedy"/>); null for a letter against which nothing stands.</summary>
    public DateOnly? AppealBy { get; init; }

    /// <summary>When it was made known in the way that counts; null while it was printed and not yet posted, and when no sending of it arrived (Awb 2:11, 2:19, 3:41).</summary>
    /// <param name="ways">Its own sendings, in order; none for a letter that was made known by its publication.</param>
    public DateTimeOffset? MadeKnownAt(IEnumerable<Sending> ways) => Last(ways, way => way.Counts);

    /// <summary>When it was last sent to the student, whether or not it arrived; null while it was printed only.</summary>
    /// <inheritdoc cref="MadeKnownAt"/>
    public DateTimeOffset? LastGone(IEnumerable<Sending> ways) => Last(ways, way => way.Went);

    private DateTimeOffset? Last(IEnumerable<Sending> ways, Func<Sending, bool> which)
    {
        // A copy to whoever speaks for the student makes nothing known (Awb 6:17).
        var all = ways.Where(way => way.Representative is null).ToArray();
        return all.Where(which).Max(way => (DateTimeOffset?)way.At) ?? (all.Length > 0 ? null : PublishedAt);
    }

    /// <summary>The last day of what can be done against it, as it stands today: what was made known anew can be contested from then on (Awb 2:11, 6:8).</summary>
    /// <inheritdoc cref="MadeKnownAt"/>
    public DateOnly? LastDay(IEnumerable<Sending> ways) => AppealBy is null || MadeKnownAt(ways) is not { } at ? null : at > PublishedAt ? Kind.RemedyTerm(Amsterdam.DateOf(at))?.LastDay : AppealBy;

    public DateTimeOffset? FirstOpenedAt { get; private set; }

    /// <summary>The student opened it; the first time is kept as proof (Awb 2:25).</summary>
    public bool Opened(DateTimeOffset now)
    {
        if (FirstOpenedAt is not null) return false;
        FirstOpenedAt = now;
        return true;
    }
}
