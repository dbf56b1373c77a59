using ReviewPortal.Core.Appeals;
using ReviewPortal.Core.Decisions;

namespace ReviewPortal.Core.Tests.Appeals;

public sealed class SanctionRunTests
{
    private static readonly Sanction Exclusion = new("EXCLUSION", ["Hertentamen"], new DateOnly(2026, 12, 1), new DateOnly(2027, 2, 28));

    [Theory]
    [InlineData("2026-11-30", SanctionRun.NotYet)]
    [InlineData("2026-12-01", SanctionRun.Running)]
    [InlineData("2027-02-28", SanctionRun.Running)]
    [InlineData("2027-03-01", SanctionRun.Ended)]
    public void A_sanction_runs_from_its_first_to_its_last_day_whoever_appeals(string day, SanctionRun expected) =>
        Assert.Equal(expected, SanctionRuns.On(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), Exclusion, [AnAppeal()]));

    /// <summary>WHW 7.61 lid 6: the chair's measure, and nothing else, suspends.</summary>
    [Theory]
    [InlineData("2026-12-09", SanctionRun.Running)]
    [InlineData("2026-12-10", SanctionRun.Suspended)]
    [InlineData("2026-12-20", SanctionRun.Suspended)]
    [InlineData("2026-12-21", SanctionRun.Running)]
    public void An_interim_measure_suspends_it_while_it_runs(string day, SanctionRun expected) =>
        Assert.Equal(expected, SanctionRuns.On(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), Exclusion, [AnAppeal(new(2026, 12, 10), new(2026, 12, 20))]));

    [Fact]
    public void A_measure_without_an_end_suspends_until_the_sanction_would_have_ended() =>
        Assert.Equal(SanctionRun.Ended, SanctionRuns.On(new DateOnly(2027, 3, 1), Exclusion, [AnAppeal(new(2026, 12, 10), null)]));

    [Fact]
    public void A_reprimand_does_not_run() => Assert.Null(SanctionRuns.On(new DateOnly(2026, 12, 1), new Sanction("REPRIMAND", [], null, null), []));

    /// <summary>A second measure leaves the first as it was; each ends on its own day, and the sanction waits as long as one of them runs.</summary>
    [Fact]
    public void A_second_measure_does_not_write_over_the_first()
    {
        var appeal = AnAppeal(new(2026, 12, 10));
        appeal.Grant(new("U mag het hertentamen maken.", new(2026, 12, 15), null));
        appeal.EndMeasure(0, new(2026, 12, 20));

        Assert.Equal([new("Geschorst.", new(2026, 12, 10), new(2026, 12, 20)), new("U mag het hertentamen maken.", new(2026, 12, 15), null)], appeal.Measures);
        Assert.Equal(SanctionRun.Suspended, SanctionRuns.On(new(2026, 12, 21), Exclusion, [appeal]));
        appeal.EndMeasures(new(2026, 12, 22));
        Assert.Equal([new(2026, 12, 20), new(2026, 12, 22)], appeal.Measures.Select(measure => measure.Until!.Value));
        Assert.Equal(SanctionRun.Running, SanctionRuns.On(new(2026, 12, 23), Exclusion, [appeal]));
    }

    private static Appeal AnAppeal(DateOnly? from = null, DateOnly? until = null)
    {
        var appeal = new Appeal { RegisteredByName = "" };
        if (from is { } begins) appeal.Grant(new("Geschorst.", begins, until));
        return appeal;
    }
}
