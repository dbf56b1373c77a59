using ReviewPortal.Core.Retention;

namespace ReviewPortal.Core.Tests.Retention;

/// <summary>For which exams a retention rule holds (KV-BEW-1).</summary>
public sealed class RetentionCoverageTests
{
    private static readonly DateOnly From = new(2026, 9, 1);

    [Theory]
    [InlineData(CoverageScope.Faculty, "bètawetenschappen ", 0, true)]
    [InlineData(CoverageScope.Course, "INFOB1PICA", 0, true)]
    [InlineData(CoverageScope.Exam, "infob1pica-2026-t1", 30, true)]
    [InlineData(CoverageScope.Exam, "INFOB1PICA-2026-T1", -1, false)]
    [InlineData(CoverageScope.Exam, "INFOB1PICA", 0, false)]
    [InlineData(CoverageScope.Faculty, "Geneeskunde", 0, false)]
    public void It_covers_the_exams_it_names_from_its_day_on_whatever_the_capitals(CoverageScope scope, string named, int days, bool covers) =>
        Assert.Equal(covers, Row(scope, named).Covers("Bètawetenschappen", "INFOB1PICA", "INFOB1PICA-2026-T1", From.AddDays(days)));

    [Fact]
    public void Once_ended_it_covers_nothing_that_is_still_to_come_in()
    {
        var row = Row(CoverageScope.Course, "INFOB1PICA");
        Assert.Throws<ArgumentException>(() => row.End("", Who.Chair, A.End));
        row.End("schema ingetrokken", Who.Chair, A.End);
        Assert.False(row.Covers("Bètawetenschappen", "INFOB1PICA", "x", From));
        Assert.Throws<InvalidOperationException>(() => row.End("nog eens", Who.Chair, A.End));
    }

    private static RetentionCoverage Row(CoverageScope scope, string named) => new() { Scope = scope, Named = named, Key = RetentionCoverage.KeyOf(named), From = From, Basis = "besluit", RegisteredByName = "archief" };
}
