using System.Collections.Immutable;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Core.Writing;

namespace ReviewPortal.Core.Review;

/// <summary>A marked moment: what a reviewer saw and heard, literally, apart from what may follow from it.</summary>
public sealed class Observation
{
    public Guid Id { get; init; }

    public CaseId Case { get; init; }

    public PersonId By { get; init; }

    /// <summary>Seconds from the sitting's start.</summary>
    public double From { get; set; }

    public double To { get; set; }

    /// <summary>The code of the catalogue.</summary>
    public required string Ground { get; set; }

    /// <summary>The catalogue of the day on which the category was chosen.</summary>
    public string Catalogue { get; set; } = GroundCatalogue.Version;

    /// <summary>What is seen and heard.</summary>
    public string Seen { get; set; } = "";

    /// <summary>What the reviewer thinks it may mean, in terms of "vermoeden van"; empty when nothing is inferred.</summary>
    public string Inference { get; set; } = "";

    /// <summary>The supplier's signal that led here; null when the reviewer came upon it by watching.</summary>
    public long? FromSignal { get; set; }

    /// <summary>Further signals that belong to this moment, beside the one that led here. That answers none of them.</summary>
    public ImmutableArray<long> Signals { get; set; } = [];

    /// <summary>What was written in the chat about this moment.</summary>
    public ImmutableArray<long> Messages { get; set; } = [];

    public DateTimeOffset ChangedAt { get; set; }

    public Fragment Fragment => new(From, To);

    public Ground Category => GroundCatalogue.Find(Ground) ?? throw new InvalidOperationException($"{Ground} is not in the catalogue");

    public bool IsComplete => !Inked.IsEmpty(Seen) && To > From;

    /// <summary>A moment that can carry a report: a ground other than netiquette, described.</summary>
    public bool CarriesReport => Category.CanBeReported && IsComplete;
}
