using System.Collections.Immutable;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Writing;
using ReviewPortal.Infrastructure.Import.Stills;

namespace ReviewPortal.Web.Features.Recordings;

/// <summary>What became of the screenshots in a delivery.</summary>
public abstract record StillResult : ImportResult
{
    private protected static readonly Texts All = new(typeof(StillsTexts));

    /// <param name="name">What the one who delivered calls the delivery.</param>
    public abstract string Sentence(string name, Language language);

    /// <summary>One for each picture that was left out.</summary>
    public virtual IEnumerable<string> Lines(Language language) => [];
}

/// <param name="Known">How many the sitting had before.</param>
public sealed record StillsTakenIn(CaseNumber Case, int Added, int Known, ImmutableArray<StillRefusal> Refused) : StillResult
{
    public override string Sentence(string name, Language language) => All["TakenIn", language, name, Case, Added, Known, Refused.Length];

    public override IEnumerable<string> Lines(Language language) => Refused.Select(left => left.Sentence(language));
}

/// <summary>Nobody reviews this sitting any more: what was said stays with the delivery, the pictures are not kept (AVG 5 lid 1 onder c).</summary>
public sealed record StillsCameLate(CaseNumber Case) : StillResult
{
    public override string Sentence(string name, Language language) => All["Late", language, name, Case];
}

/// <summary>They name no sitting that is here. Pictures of an unknown person's screen do not wait.</summary>
public sealed record StillsWithoutSitting(ImmutableArray<string> Names) : StillResult
{
    public override string Sentence(string name, Language language) =>
        Names.IsEmpty ? All["NoSittingNameless", language, name] : All["NoSitting", language, name, string.Join(", ", Names)];
}
