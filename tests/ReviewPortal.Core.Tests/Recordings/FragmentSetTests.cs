using ReviewPortal.Core.Recordings;

namespace ReviewPortal.Core.Tests.Recordings;

public sealed class FragmentSetTests
{
    private const int Length = 60;

    [Fact]
    public void Stretches_that_touch_are_joined_and_empty_ones_vanish() => Assert.Equal(
        [new Fragment(0, 7), new Fragment(8, 9)],
        FragmentSet.Of([new Fragment(8, 9), new Fragment(2, 5), new Fragment(0, 3), new Fragment(5, 7), new Fragment(20, 20)]).Fragments);

    [Fact]
    public void What_is_cut_out_of_the_middle_leaves_two() =>
        Assert.Equal([new Fragment(0, 3), new Fragment(4, 10)], FragmentSet.Of([new Fragment(0, 10)]).Without([new Fragment(3, 4)]).Fragments);

    [Fact]
    public void What_lies_past_the_end_is_cut_off() =>
        Assert.Equal([new Fragment(2, 5)], FragmentSet.Of([new Fragment(2, 9), new Fragment(5.5, 6), new Fragment(12, 13)]).Within(5).Fragments);

    /// <summary>The arithmetic of stretches against a list of sixty seconds, each there or not.</summary>
    [Fact]
    public void Random_sets_are_what_counting_second_by_second_says()
    {
        var random = new SmallRandom(4302);
        for (var round = 0; round < 2_000; round++)
        {
            var (some, others) = (Any(random), Any(random));
            var (end, set) = (random.Below(Length + 5), FragmentSet.Of(some));

            Agrees(Seconds(some), set);
            Agrees(Seconds(some.Concat(others)), set.With(others));
            Agrees(Seconds(some).Except(Seconds(others)), set.Without(others));
            Agrees(Seconds(some).Where(second => second < end), set.Within(end));
            Assert.Equal(set.Fragments, set.With(set.Fragments).Fragments);
            Assert.Empty(set.Without(set.Fragments).Fragments);
            Assert.Equal(set.With(others).Seconds, set.Without(others).Seconds + FragmentSet.Of(others).Seconds, 9);
        }
    }

    [Fact]
    public void Sets_of_any_fractions_are_in_order_apart_and_never_longer_than_what_they_were_made_of()
    {
        var random = new SmallRandom(7201);
        for (var round = 0; round < 2_000; round++)
        {
            var some = Enumerable.Range(0, 1 + random.Below(8)).Select(_ => Fraction(random)).ToArray();
            var set = FragmentSet.Of(some);
            Assert.All(set.Fragments.Zip(set.Fragments.Skip(1)), pair => Assert.True(pair.First.To < pair.Second.From));
            Assert.True(set.Seconds <= some.Sum(fragment => fragment.Seconds) + 1e-9);
            Assert.True(set.Seconds >= some.Max(fragment => fragment.Seconds) - 1e-9);
            Assert.Equal(set.Fragments, FragmentSet.Of(some.Reverse()).Fragments);
        }
    }

    private static void Agrees(IEnumerable<int> seconds, FragmentSet set)
    {
        Assert.Equal(seconds.Distinct().Order(), Seconds(set.Fragments).Order());
        Assert.All(set.Fragments.Zip(set.Fragments.Skip(1)), pair => Assert.True(pair.First.To < pair.Second.From));
    }

    private static Fragment[] Any(SmallRandom random) => [.. Enumerable.Range(0, random.Below(6)).Select(_ => Whole(random))];

    private static Fragment Whole(SmallRandom random)
    {
        var from = random.Below(Length);
        return new Fragment(from, from + random.Below(Length - from + 1));
    }

    private static Fragment Fraction(SmallRandom random)
    {
        var from = random.Between(0, Length);
        return new Fragment(from, random.Between(from, Length));
    }

    private static IEnumerable<int> Seconds(IEnumerable<Fragment> fragments) =>
        fragments.SelectMany(fragment => Enumerable.Range((int)fragment.From, (int)fragment.Seconds)).Distinct();
}
