using System.Collections.Immutable;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Necessity;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Core.Review;

namespace ReviewPortal.Core.ProcesVerbaal;

/// <summary>Everything a proces-verbaal has to say (law.md 3.2).</summary>
public sealed record ProcesVerbaalMatter(CaseNumber Number, Exam Exam, Sitting Sitting, ProcesVerbaalRecord Record, ReviewAssignment Review)
{
    public ImmutableArray<Recording> Recordings { get; init; } = [];

    /// <summary>What was measured in them by then.</summary>
    public ImmutableArray<RecordingFacts> Facts { get; init; } = [];

    public ImmutableArray<Observation> Observations { get; init; } = [];

    /// <summary>The frames that the reviewer put beside the marks, as whoever gets the record may see them.</summary>
    public ImmutableArray<ShownExhibit> Exhibits { get; init; } = [];

    /// <summary>The signals to which marks are linked.</summary>
    public ImmutableArray<Signal> LinkedSignals { get; init; } = [];

    public ImmutableArray<InTestMessage> Messages { get; init; } = [];

    public ImmutableArray<TrackCoverage> Watched { get; init; } = [];

    /// <summary>What the second reviewer watched, apart from the first.</summary>
    public ImmutableArray<TrackCoverage> WatchedSecond { get; init; } = [];

    public ImmutableArray<SignalAnswer> SignalAnswers { get; init; } = [];

    public int Signals { get; init; }

    /// <summary>How many signals of each source were delivered: what the review could rest on (UU-REV-4).</summary>
    public ImmutableSortedDictionary<SignalSource, int> Sources { get; init; } = ImmutableSortedDictionary<SignalSource, int>.Empty;

    /// <summary>The first and the last day on which the reviewer opened the recordings; null when no opening is known.</summary>
    public (DateOnly First, DateOnly Last)? Viewed { get; init; }

    /// <summary>The marks of both reviewers side by side, and what they said to each other about them.</summary>
    public ReviewComparison Comparison { get; init; } = new([]);

    public ImmutableArray<ReviewRemark> Remarks { get; init; } = [];

    /// <summary>Where a citizen service number can be seen, as it was reported to the data protection officer.</summary>
    public ImmutableArray<BsnIncident> BsnIncidents { get; init; } = [];

    /// <summary>The institution as it stands in the head of the document.</summary>
    public required string Institution { get; init; }

    /// <summary>The board to which it goes, beside the examiner; nobody else receives it (UU-REV-5).</summary>
    public required string Board { get; init; }
}

/// <summary>A picture as it leaves the review.</summary>
/// <param name="Png">Painted over where it has masks; null when it cannot be read any more.</param>
/// <param name="Sha256">Of <paramref name="Png"/>, when it is not that of the exhibit itself.</param>
public sealed record ShownExhibit(int Number, Exhibit Exhibit, ImmutableArray<byte>? Png, string? Sha256);
