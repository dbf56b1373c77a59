using System.Collections.Immutable;

namespace ReviewPortal.Core.Writing;

/// <summary>How whoever holds the document can check that it is real; stands at its end.</summary>
/// <param name="Lines">What to do, and with which code.</param>
/// <param name="Link">Where a camera is sent by a square of dots; null when there is no address to send it to.</param>
public sealed record Verification(string Heading, ImmutableArray<string> Lines, LinkInDots? Link);

/// <param name="Alternative">What the picture says to whoever cannot see it.</param>
public sealed record LinkInDots(Uri Address, string Alternative);
