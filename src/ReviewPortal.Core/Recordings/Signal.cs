using ReviewPortal.Core.Cases;

namespace ReviewPortal.Core.Recordings;

/// <summary>What a supplier's software noticed. A question for a person to answer; it moves nothing by itself (AP-INBR-3, I11).</summary>
public sealed class Signal
{
    public long Id { get; init; }

    public SittingId Sitting { get; init; }

    /// <summary>Seconds from the sitting's start.</summary>
    public double At { get; init; }

    public SignalSource Source { get; init; }

    public required string Kind { get; init; }

    public required string Text { get; init; }

    /// <summary>The supplier's own weight from 0 to 1, kept as delivered; null when it gave none. This portal computes no score.</summary>
    public double? Weight { get; init; }

    /// <summary>Further details as the supplier gave them, in JSON; null when there are none.</summary>
    public string? Data { get; init; }

    /// <summary>The site it is about, read from <see cref="Data"/> (<see cref="SignalPlace"/>) so that it can be looked for; null when the supplier named none.</summary>
    public string? Site { get; init; }

    /// <summary>The application it is about, read from <see cref="Data"/> like the site.</summary>
    public string? Application { get; init; }

    /// <summary>The <see cref="SignalDelivery"/> that brought it; null when it came with the recordings.</summary>
    public Guid? Delivery { get; init; }

    /// <summary>What makes it the same signal when its supplier sends it again; null when it came with the recordings.</summary>
    public string? SameAs { get; init; }
}

/// <summary>Where a signal comes from (Protocol, Reviewer 2; UU-REV-4).</summary>
public enum SignalSource
{
    Clipboard,
    Mouse,
    Keyboard,
    Browser,
    Tab,
    Screen,
    Website,
    Application,
    Vendor,
}
