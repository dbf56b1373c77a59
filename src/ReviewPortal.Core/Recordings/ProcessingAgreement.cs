using ReviewPortal.Core.Cases;

namespace ReviewPortal.Core.Recordings;

/// <summary>
/// The contract with a processor (AVG 28 lid 3). Without one that is in force nothing of the supplier is taken in (AP-VWO-1). Rows are only added and
/// ended: what held on a day can always be read back.
/// </summary>
public sealed class ProcessingAgreement
{
    /// <summary>So many days before its end an agreement asks for a successor: about as long as a new contract takes.</summary>
    public const int SoonDays = 60;

    public Guid Id { get; init; }

    /// <summary>The <see cref="Recordings.Supplier"/>.</summary>
    public Guid Supplier { get; init; }

    /// <summary>Where the signed text can be found: a number in the contract register.</summary>
    public required string Reference { get; init; }

    public DateOnly From { get; init; }

    /// <summary>The last day; null when it has no fixed end.</summary>
    public DateOnly? Until { get; init; }

    public DateTimeOffset RegisteredAt { get; init; }

    public required string RegisteredByName { get; init; }

    public DateTimeOffset? EndedAt { get; private set; }

    public string? EndedByName { get; private set; }

    public string? EndReason { get; private set; }

    public AgreementState On(DateOnly day) =>
        EndedAt is not null || Until < day ? AgreementState.Ended
        : From > day ? AgreementState.NotYet
        : Until <= day.AddDays(SoonDays) ? AgreementState.EndingSoon
        : AgreementState.InForce;

    public bool IsInForceOn(DateOnly day) => On(day) is AgreementState.InForce or AgreementState.EndingSoon;

    /// <summary>Before its time: terminated, or registered by mistake.</summary>
    public void End(string reason, Actor by, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(by);
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        if (EndedAt is not null) throw new InvalidOperationException("This agreement has been ended already");
        (EndedAt, EndedByName, EndReason) = (now, by.Name, reason.Trim());
    }
}

public enum AgreementState
{
    InForce,

    /// <summary>In force, and over within <see cref="ProcessingAgreement.SoonDays"/>.</summary>
    EndingSoon,
    NotYet,
    Ended,
}
