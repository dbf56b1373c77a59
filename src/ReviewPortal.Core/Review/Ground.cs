using ReviewPortal.Core.Writing;

namespace ReviewPortal.Core.Review;

/// <summary>One category of the catalogue under which a moment can be marked.</summary>
/// <param name="Code">Stable: a mark keeps it. The signed proces-verbaal keeps the wording of its day as bytes.</param>
/// <param name="Letter">The letter in the protocol's list a to k; null outside that list.</param>
/// <param name="DutchException">When the protocol does not count it; null when it knows no exception.</param>
/// <param name="Source">Protocol, regulation or requirement.</param>
public sealed record Ground(
    string Code,
    GroundKind Kind,
    char? Letter,
    string Dutch,
    string English,
    string? DutchException,
    string? EnglishException,
    string Source)
{
    public string Name(Language language) => language is Language.English ? English : Dutch;

    public string? Exception(Language language) => language is Language.English ? EnglishException : DutchException;

    /// <summary>Netiquette, technical remarks and exculpatory facts can be marked, but nobody can be reported or decided against for them.</summary>
    public bool CanBeReported => Kind is GroundKind.Irregularity or GroundKind.Fraud or GroundKind.Technical;

    /// <summary>The proces-verbaal states it: what can be reported, and what speaks for the student. Netiquette goes nowhere (UU-NET-2).</summary>
    public bool IsStated => CanBeReported || Kind is GroundKind.Exculpatory;
}

public enum GroundKind
{
    /// <summary>The protocol's list a to k: own risk of the student, unless an exception or force majeure applies.</summary>
    Irregularity,

    /// <summary>The open list of OER 5.14.</summary>
    Fraud,

    /// <summary>A failure of systems or recording; never of itself at the student's risk.</summary>
    Technical,

    /// <summary>Speaks for the student.</summary>
    Exculpatory,

    /// <summary>A note on dress or manners; it can never lead to invalidity or a sanction (UU-NET-2).</summary>
    Netiquette,
}
