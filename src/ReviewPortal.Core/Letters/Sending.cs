using ReviewPortal.Core.Cases;

namespace ReviewPortal.Core.Letters;

/// <summary>One sending of a decision letter, with its proof. The letter's bytes never change; sent again, the time of that sending counts (Awb 2:11).</summary>
public sealed class Sending
{
    public Guid Id { get; init; }

    public CaseId Case { get; init; }

    public Guid Letter { get; init; }

    public SendingChannel Channel { get; init; }

    public DateTimeOffset At { get; init; }

    /// <summary>How it can be shown that it was sent: a track number, a receipt (Awb 2:25).</summary>
    public string Proof { get; init; } = "";

    public DateTimeOffset? FailedAt { get; private set; }

    /// <summary>What went wrong; empty while nothing did.</summary>
    public string Problem { get; private set; } = "";

    public void Fail(string problem, DateTimeOffset now) => (Problem, FailedAt) = (problem, now);
}

/// <summary>How a decision reaches the student (Awb 3:41).</summary>
public enum SendingChannel
{
    Portal,
    Post,
    HandedOver,
}
