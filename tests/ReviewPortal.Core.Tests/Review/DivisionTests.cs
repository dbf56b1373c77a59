using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Review;

namespace ReviewPortal.Core.Tests.Review;

/// <summary>The proposal: every sitting one reviewer who may, and nobody much more than another.</summary>
public sealed class DivisionTests
{
    private static readonly DateOnly Day = new(2026, 11, 16);

    private sealed record Situation(ImmutableArray<WaitingSitting> Waiting, ImmutableArray<ReviewerLoad> Reviewers);

    [Fact]
    public void Any_division_is_complete_allowed_within_limits_fair_and_always_the_same()
    {
        var full = 0;
        Prop.ForAll(Gen.Choose(1, int.MaxValue).ToArbitrary(), seed =>
            {
                var situation = Any(new SmallRandom((uint)seed));
                var division = Division.Of(situation.Waiting, situation.Reviewers);
                full += division.Left.Length;
                var broken = Broken(situation, division);
                return (broken is null).Label(broken ?? "");
            })
            .Check(Config.QuickThrowOnFailure.WithMaxTest(3_000).WithQuietOnSuccess(true));
        Assert.True(full > 100, $"Only {full} sittings were left: the limits were never tried");
    }

    [Fact]
    public void Minutes_count_and_not_numbers()
    {
        var division = Division.Of([Sitting(1, 9000), Sitting(2, 3000), Sitting(3, 3000), Sitting(4, 3000)], [Load(1, "Noor"), Load(2, "Ruben")]);
        Assert.Equal([(1, 9000.0), (3, 9000.0)], division.Loads.Select(load => (load.After.InHand, load.After.Seconds)));
    }

    [Fact]
    public void Who_has_much_in_hand_gets_less()
    {
        var division = Division.Of([Sitting(1, 3600), Sitting(2, 3600)], [Load(1, "Noor") with { Seconds = 7200, InHand = 2 }, Load(2, "Ruben")]);
        Assert.All(division.Given, given => Assert.Equal(Load(2, "").Reviewer, given.Reviewer));
    }

    [Fact]
    public void What_is_due_first_is_given_first_when_there_is_no_room_for_all()
    {
        var division = Division.Of([Sitting(1, 3600, Day.AddDays(3)), Sitting(2, 1800, Day), Sitting(3, 60)], [Load(1, "Noor") with { MostSeconds = 1800 }]);
        Assert.Equal(2, Assert.Single(division.Given).Sitting.Number.Sequence);
        Assert.Equal([(1, LeftBecause.NobodyWithRoom), (3, LeftBecause.NobodyWithRoom)], division.Left.Select(left => (left.Sitting.Number.Sequence, left.Why)));
    }

    [Fact]
    public void It_says_why_nobody_is_proposed()
    {
        var (noor, ruben) = (Load(1, "Noor"), Load(2, "Ruben"));
        var conflicted = Sitting(1, 60) with { Excluded = [new(noor.Reviewer, ExclusionReason.Party), new(ruben.Reviewer, ExclusionReason.HandedBack)] };
        Assert.Equal(LeftBecause.NobodyApart, Assert.Single(Division.Of([conflicted], [noor, ruben]).Left).Why);
        Assert.Equal(LeftBecause.NobodyPresent, Assert.Single(Division.Of([conflicted], [noor with { IsAway = true }]).Left).Why);
        Assert.Equal(LeftBecause.NobodyPresent, Assert.Single(Division.Of([conflicted], []).Left).Why);
        Assert.Equal(ruben.Reviewer, Assert.Single(Division.Of([Sitting(2, 60) with { Excluded = [new(noor.Reviewer, ExclusionReason.HandedBack)] }], [noor, ruben]).Given).Reviewer);
    }

    [Fact]
    public void A_planted_unfairness_is_caught()
    {
        var situation = new Situation([Sitting(1, 60), Sitting(2, 60)], [Load(1, "Noor"), Load(2, "Ruben")]);
        var fair = Division.Of(situation.Waiting, situation.Reviewers);
        var unfair = fair with { Given = [.. fair.Given.Select(given => given with { Reviewer = Load(1, "").Reviewer })] };
        Assert.Null(Broken(situation, fair));
        Assert.Contains("apart", Broken(situation, unfair), StringComparison.Ordinal);
        Assert.Contains("once", Broken(situation, fair with { Given = fair.Given.RemoveAt(0) }), StringComparison.Ordinal);
    }

    private static string? Broken(Situation situation, Division division)
    {
        var all = division.Given.Select(given => given.Sitting.Case).Concat(division.Left.Select(left => left.Sitting.Case)).ToArray();
        if (!all.Order(Comparer<CaseId>.Create((a, b) => a.Value.CompareTo(b.Value))).SequenceEqual(situation.Waiting.Select(item => item.Case).Order(Comparer<CaseId>.Create((a, b) => a.Value.CompareTo(b.Value))))) return "not every sitting exactly once";
        if (division.Given.Any(given => given.Sitting.Excluded.Any(excluded => excluded.Reviewer == given.Reviewer))) return "given to somebody who may not";
        if (division.Given.Any(given => situation.Reviewers.Single(load => load.Reviewer == given.Reviewer).IsAway)) return "given to somebody who is away";

        var after = situation.Reviewers.ToDictionary(load => load.Reviewer, load => load.Seconds + Mine(division, load).Sum(sitting => sitting.Seconds));
        if (situation.Reviewers.Any(load => !Mine(division, load).IsEmpty && after[load.Reviewer] > load.MostSeconds)) return "given beyond a limit";

        // Whoever ended with more than another got, as the last one, no more than the difference.
        foreach (var load in situation.Reviewers.Where(load => !Mine(division, load).IsEmpty))
        {
            var last = Mine(division, load)[^1];
            if (situation.Reviewers.Any(other => !other.IsAway && last.Excluded.All(excluded => excluded.Reviewer != other.Reviewer) && after[other.Reviewer] < after[load.Reviewer] - last.Seconds - 1e-6 && other.MostSeconds is null))
                return "further apart than one sitting";
        }

        var again = Division.Of(situation.Waiting.Reverse(), situation.Reviewers.Reverse());
        return again.Given.SequenceEqual(division.Given) || division.Given.Length < situation.Waiting.Length ? null : "another division of the same";
    }

    private static ImmutableArray<WaitingSitting> Mine(Division division, ReviewerLoad load) => [.. division.Given.Where(given => given.Reviewer == load.Reviewer).Select(given => given.Sitting)];

    private static Situation Any(SmallRandom random)
    {
        ImmutableArray<ReviewerLoad> reviewers = [.. Enumerable.Range(1, random.Below(6)).Select(number => Load(number, "R" + (number % 3)) with
        {
            InHand = random.Below(4), Seconds = random.Below(40_000), IsAway = random.Chance(0.2), MostSeconds = random.Chance(0.3) ? random.Below(60_000) : null,
        })];
        return new(
            [.. Enumerable.Range(1, random.Below(25)).Select(number => Sitting(number, 600 + random.Below(10_000), random.Chance(0.5) ? Day.AddDays(random.Below(4)) : null) with
            {
                Excluded = [.. reviewers.Where(_ => random.Chance(0.15)).Select(load => new Exclusion(load.Reviewer, ExclusionReason.Party))],
            })],
            reviewers);
    }

    private static WaitingSitting Sitting(int number, double seconds, DateOnly? due = null) => new(new CaseId(new Guid(number, 0, 0, new byte[8])), new CaseNumber(2026, number), seconds, due, []);

    private static ReviewerLoad Load(int number, string name) => new(new PersonId(new Guid(number, 1, 0, new byte[8])), name, 0, 0);
}
