using System.Collections.Immutable;

namespace ReviewPortal.Core.Necessity;

/// <summary>A proctored exam with what its sheet allows and what candidates were told beforehand.</summary>
public sealed class Exam
{
    public Guid Id { get; init; }

    public required string Code { get; init; }

    public required string Title { get; init; }

    public required string Course { get; init; }

    public required string Faculty { get; init; }

    /// <summary>The examiner's e-mail address: one of the two fixed recipients of a proces-verbaal (UU-REV-5).</summary>
    public required string Examiner { get; init; }

    public DateTimeOffset Start { get; init; }

    public DateTimeOffset End { get; init; }

    /// <summary>Materials expressly allowed on the exam sheet (UU-OWN-f).</summary>
    public ImmutableArray<string> AllowedAids { get; init; } = [];

    public ImmutableArray<Break> Breaks { get; init; } = [];

    public ImmutableArray<Instruction> Instructions { get; init; } = [];

    public Instruction? Instruction(string? id) => Instructions.FirstOrDefault(instruction => string.Equals(instruction.Id, id, StringComparison.Ordinal));

    public bool IsExaminedBy(string email) => string.Equals(Examiner, email, StringComparison.OrdinalIgnoreCase);
}

/// <summary>A built-in break, during which a candidate may be out of view (UU-OWN-c).</summary>
public sealed record Break(DateTimeOffset From, DateTimeOffset To);

/// <summary>An instruction with the proof that it was given: own risk cannot be established without both (UU-IR-12).</summary>
/// <param name="DeliveredAt">Null when there is no proof of delivery.</param>
public sealed record Instruction(string Id, string Dutch, string English, DateTimeOffset? DeliveredAt);
