using System.Collections.Immutable;

namespace ReviewPortal.Core.Recordings;

/// <summary>Stretches of time that do not overlap, in order. Adding one that touches another joins them.</summary>
public sealed class FragmentSet
{
    public static readonly FragmentSet Empty = new([]);

    private FragmentSet(ImmutableArray<Fragment> fragments) => Fragments = fragments;

    public ImmutableArray<Fragment> Fragments { get; }

    public double Seconds => Fragments.Sum(fragment => fragment.Seconds);

    public static FragmentSet Of(IEnumerable<Fragment> fragments)
    {
        var joined = ImmutableArray.CreateBuilder<Fragment>();
        foreach (var next in fragments.Where(fragment => fragment.Seconds > 0).OrderBy(fragment => fragment.From))
        {
            if (joined.Count > 0 && next.From <= joined[^1].To)
                joined[^1] = new Fragment(joined[^1].From, Math.Max(joined[^1].To, next.To));
            else
                joined.Add(next);
        }

        return new FragmentSet(joined.ToImmutable());
    }

    public FragmentSet With(IEnumerable<Fragment> others) => Of(Fragments.Concat(others));

    /// <summary>What remains of these stretches outside the others.</summary>
    public FragmentSet Without(IEnumerable<Fragment> others)
    {
        var rest = Fragments.AsEnumerable();
        foreach (var other in others) rest = rest.SelectMany(fragment => Cut(fragment, other)).ToArray();
        return Of(rest);
    }

    public FragmentSet Within(double length) =>
        Of(Fragments.Where(fragment => fragment.From < length).Select(fragment => new Fragment(fragment.From, Math.Min(fragment.To, length))));

    private static IEnumerable<Fragment> Cut(Fragment fragment, Fragment away)
    {
        if (!fragment.Overlaps(away))
        {
            yield return fragment;
            yield break;
        }

        if (fragment.From < away.From) yield return new Fragment(fragment.From, away.From);
        if (away.To < fragment.To) yield return new Fragment(away.To, fragment.To);
    }
}
