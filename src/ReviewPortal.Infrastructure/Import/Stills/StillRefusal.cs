using System.Collections.Immutable;
using ReviewPortal.Core.Writing;

namespace ReviewPortal.Infrastructure.Import.Stills;

/// <summary>Why one screenshot was left out; each has its sentence in StillTexts.</summary>
public enum StillFlaw
{
    /// <summary>No file in the delivery is the one that the metadata speaks of.</summary>
    Missing,

    TooLarge,

    NoImage,

    TooManyPoints,

    OutsideTheSitting,

    /// <summary>Its place in the archive is damaged, is a link, or swells beyond measure.</summary>
    Unreadable,

    /// <summary>Files of which the metadata says nothing.</summary>
    Unnamed,
}

/// <param name="Place">What it is about, as the delivery names it.</param>
public sealed record StillRefusal(StillFlaw Why, string Place, ImmutableArray<object> Details)
{
    private static readonly Texts All = new(typeof(StillTexts));

    public static StillRefusal Of(StillFlaw why, string place, params ReadOnlySpan<object> details) => new(why, place, [.. details]);

    /// <summary>What is wrong, with which screenshot, and what to do about it.</summary>
    public string Sentence(Language language) => All[$"Flaw.{Why}", language, [Place, .. Details]];
}

/// <summary>Where the words for screenshots stand.</summary>
internal sealed class StillTexts;
