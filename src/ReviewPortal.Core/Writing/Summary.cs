using System.Collections.Immutable;

namespace ReviewPortal.Core.Writing;

/// <summary>What a letter comes to in plain words (B1), before anything else: what was decided, what that means, what the reader can do and until when (AP-INF-1).</summary>
/// <param name="Answers">A question as label, its answer in short sentences.</param>
public sealed record Summary(string Heading, ImmutableArray<Fact> Answers);
