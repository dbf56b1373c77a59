using System.Collections.Immutable;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Lifecycle;

namespace ReviewPortal.Core.Letters;

/// <summary>
/// Decisions that one person has made known one after another, as after a session or an incident. An order about cases and no part of them: each letter is a step of
/// its own case, and can be refused by it.
/// </summary>
public sealed class LetterBatch
{
    public Guid Id { get; init; }

    /// <summary>What brought these decisions together, in words.</summary>
    public required string Title { get; init; }

    public PersonId By { get; init; }

    public required string ByName { get; init; }

    public DateTimeOffset At { get; init; }

    /// <summary>How who ordered it proved who that is (Awb 2:18); null for an order from before that was asked.</summary>
    public SigningMethod? SignedWith { get; init; }

    public DateTimeOffset? ProvedAt { get; init; }

    /// <summary>Somebody called a halt; what had not gone out by then stays where it is.</summary>
    public DateTimeOffset? StoppedAt { get; set; }
}

/// <summary>One decision of a batch, and what became of it.</summary>
public sealed class LetterBatchItem
{
    public Guid Batch { get; init; }

    public CaseId Case { get; init; }

    /// <summary>In which order.</summary>
    public int Place { get; init; }

    /// <summary>The case as it stood when it was chosen; what changed since is read again by a person first.</summary>
    public long Version { get; init; }

    /// <summary>When it went out or was refused; null as long as it waits.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>The letter that went out.</summary>
    public Guid? Letter { get; set; }

    public RefusalKind? Refusal { get; set; }

    /// <summary>What kept it back: the requirements that were not met, by name; of a failure of the portal itself, what it met with.</summary>
    public ImmutableArray<string> Unmet { get; set; } = [];

    /// <summary>Why it did not go out; null when it did, or waits.</summary>
    public Refused? Refused => Refusal is { } kind
        ? new Refused(CaseAction.Publish, kind) { Unmet = [.. Unmet.Where(name => Enum.IsDefined(typeof(Requirement), name)).Select(Enum.Parse<Requirement>)] }
        : null;

    /// <summary>What the portal met with; null when the letter did not fail.</summary>
    public string? Why => Refusal is RefusalKind.Failed ? Unmet.FirstOrDefault() : null;

    /// <summary>The portal could not make it, however often it tried.</summary>
    public void Fail(string why, DateTimeOffset at) => (EndedAt, Refusal, Unmet) = (at, RefusalKind.Failed, [why]);

    public void Refuse(Refused refused, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(refused);
        (EndedAt, Refusal, Unmet) = (at, refused.Kind, [.. refused.Unmet.Select(need => need.ToString())]);
    }
}
