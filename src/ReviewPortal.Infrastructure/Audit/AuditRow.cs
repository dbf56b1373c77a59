namespace ReviewPortal.Infrastructure.Audit;

/// <summary>One link of the audit chain. It holds no personal data: who and what stand beside it, bound by salted commitments.</summary>
public sealed class AuditRow
{
    /// <summary>From one, without gaps.</summary>
    public long Seq { get; init; }

    /// <summary>Microseconds since 1 January 1970 UTC: what every database keeps without rounding.</summary>
    public long AtMicros { get; init; }

    /// <summary>What was done, such as "case.TakeUp" or "recording.open".</summary>
    public required string Action { get; init; }

    /// <summary>What it was done to, such as "case/…" or "sitting/…".</summary>
    public required string Subject { get; init; }

    /// <summary>SHA-256 over the salt, the person and the detail; the person can be erased and the chain stays valid.</summary>
    public required string Commitment { get; init; }

    /// <summary>The hash of the row before this one; 64 zeros for the first.</summary>
    public required string PrevHash { get; init; }

    public required string Hash { get; init; }
}

/// <summary>Who did it and the particulars, outside the hashed bytes.</summary>
public sealed class AuditDetail
{
    public long Seq { get; init; }

    public required byte[] Salt { get; init; }

    public Guid Actor { get; init; }

    public required string ActorName { get; init; }

    public required string Text { get; init; }
}
