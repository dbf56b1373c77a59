using System.Collections.Immutable;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Infrastructure.Import.Stills;

namespace ReviewPortal.Infrastructure.Import.Suppliers;

/// <summary>A file of a supplier, read: what it says, sitting by sitting.</summary>
public sealed record SupplierDelivery(ImmutableArray<SupplierReport> Reports) : DeliveryResult
{
    /// <summary>The file as it came.</summary>
    public required ReadOnlyMemory<byte> Content { get; init; }
}

/// <summary>What a supplier says about one sitting.</summary>
public sealed record SupplierReport
{
    public required SupplierFormat Format { get; init; }

    /// <summary>The system and the version of its format, as people call it.</summary>
    public required string Supplier { get; init; }

    /// <summary>The bytes as they came; when a file tells of several sittings, its part about this one, which can be read again by itself.</summary>
    public required ReadOnlyMemory<byte> Content { get; init; }

    /// <summary>Of those bytes, in lower-case hexadecimals.</summary>
    public required string Sha256 { get; init; }

    /// <summary>What the supplier calls the sitting.</summary>
    public required ImmutableArray<SupplierId> Ids { get; init; }

    public required ImmutableArray<SupplierSignal> Signals { get; init; }

    /// <summary>Signals that cannot belong to the session of which the report itself speaks, one by one.</summary>
    public ImmutableArray<DeliveryRefusal> Refused { get; init; } = [];
}

public sealed record SupplierId(string System, string Value)
{
    public override string ToString() => $"{System}: {Value}";
}

/// <summary>One thing the supplier's system noticed.</summary>
public sealed record SupplierSignal
{
    /// <summary>Where in the delivery it stands, for a refusal.</summary>
    public required string Place { get; init; }

    /// <summary>The line in the file, for a file of lines.</summary>
    public long? Line { get; init; }

    /// <summary>Seconds from the sitting's start; null when it has a moment, or is about the sitting as a whole.</summary>
    public double? Seconds { get; init; }

    public DateTimeOffset? Moment { get; init; }

    public SignalSource Source { get; init; } = SignalSource.Vendor;

    public required string Kind { get; init; }

    public required string Text { get; init; }

    public double? Weight { get; init; }

    /// <summary>In JSON: supplier, version, and what came, as it came.</summary>
    public required string Data { get; init; }

    /// <summary>For a screenshot: which picture it is, and what its recorder said beside it.</summary>
    public StillSaid? Still { get; init; }

    /// <summary>What tells it from another at the same moment, besides kind, text and weight.</summary>
    public string Particulars { get; init; } = "";

    /// <summary>Seconds from the sitting's start; what has no moment is about the whole and stands at its beginning.</summary>
    public double At(Sitting sitting)
    {
        ArgumentNullException.ThrowIfNull(sitting);
        return Moment is { } moment ? (moment - sitting.Start).TotalSeconds : Seconds ?? 0;
    }
}
