using System.Collections.Immutable;
using ReviewPortal.Core.Recordings;

namespace ReviewPortal.Core.Review;

/// <summary>What two reviewers, who did not know of each other's marks, made of one moment (AP-DPIA-3).</summary>
public enum MarkAgreement
{
    /// <summary>The same moment under the same category.</summary>
    Same,

    OtherCategory,
    OnlyFirst,
    OnlySecond,
}

/// <summary>A mark of the first reviewer and one of the second about the same moment, or a mark that has no counterpart.</summary>
public sealed record ComparedMarks(Observation? First, Observation? Second)
{
    public MarkAgreement Agreement => (First, Second) switch
    {
        (not null, null) => MarkAgreement.OnlyFirst,
        (null, not null) => MarkAgreement.OnlySecond,
        _ => First!.Ground == Second!.Ground ? MarkAgreement.Same : MarkAgreement.OtherCategory,
    };

    /// <summary>Where it begins, on either side.</summary>
    public double From => Math.Min(First?.From ?? double.MaxValue, Second?.From ?? double.MaxValue);

    public bool Is(Guid? first, Guid? second) => First?.Id == first && Second?.Id == second;
}

/// <summary>
/// Lays the marks of both reviewers side by side. It counts what agrees and says nothing about the student: two reviewers can agree on
/// something that is no irregularity. Netiquette is left out, as from everything that follows a review (UU-NET-2).
/// </summary>
public sealed record ReviewComparison(ImmutableArray<ComparedMarks> Moments)
{
    /// <summary>Two marks are about the same moment when they overlap or lie no further apart than this, in seconds: nobody marks to the second.</summary>
    public const double Near = 5;

    public int Agreed => Moments.Count(moment => moment.Agreement is MarkAgreement.Same);

    public IEnumerable<ComparedMarks> Deviating => Moments.Where(moment => moment.Agreement is not MarkAgreement.Same);

    /// <summary>Every mark is used once. The same category goes before another one, and what overlaps most before what overlaps less.</summary>
    public static ReviewComparison Of(IEnumerable<Observation> first, IEnumerable<Observation> second)
    {
        Observation[] own = [.. first.Where(Counts)], other = [.. second.Where(Counts)];
        var candidates =
            from mine in own
            from theirs in other
            let common = Common(mine.Fragment, theirs.Fragment)
            where common >= -Near
            orderby mine.Ground == theirs.Ground descending, common descending, mine.From, theirs.From, mine.Id, theirs.Id
            select new ComparedMarks(mine, theirs);

        var (used, moments) = (new HashSet<Guid>(), new List<ComparedMarks>());
        foreach (var pair in candidates)
        {
            if (used.Contains(pair.First!.Id) || used.Contains(pair.Second!.Id)) continue;
            used.Add(pair.First.Id);
            used.Add(pair.Second.Id);
            moments.Add(pair);
        }

        moments.AddRange(own.Where(mark => !used.Contains(mark.Id)).Select(mark => new ComparedMarks(mark, null)));
        moments.AddRange(other.Where(mark => !used.Contains(mark.Id)).Select(mark => new ComparedMarks(null, mark)));
        return new([.. moments.OrderBy(moment => moment.From).ThenBy(moment => moment.Agreement)]);
    }

    private static bool Counts(Observation mark) => mark.Category.Kind is not GroundKind.Netiquette;

    // Seconds in common; what lies apart has less than none.
    private static double Common(Fragment one, Fragment other) => Math.Min(one.To, other.To) - Math.Max(one.From, other.From);
}
