using ReviewPortal.Core.Recordings;

namespace ReviewPortal.Core.Tests.Recordings;

/// <summary>UU-IR-9, UU-IR-10: only what the candidate reported inside the sitting opens the way of force majeure.</summary>
public sealed class InTestMessageTests
{
    [Theory]
    [InlineData(-0.1, MessageFrom.Candidate, false)]
    [InlineData(0, MessageFrom.Candidate, true)]
    [InlineData(2632, MessageFrom.Candidate, true)]
    [InlineData(7200, MessageFrom.Candidate, true)]
    [InlineData(7200.1, MessageFrom.Candidate, false)]
    [InlineData(2632, MessageFrom.Support, false)]
    public void A_report_counts_when_the_candidate_made_it_during_the_test(double at, MessageFrom from, bool counts) =>
        Assert.Equal(counts, A.Message(1, at, from: from).IsReportDuring(A.Sitting()));
}
