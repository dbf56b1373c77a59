using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Decisions;
using ReviewPortal.Infrastructure.Audit;

namespace ReviewPortal.Web.Tests.Features.Decisions;

/// <summary>The hash of what was signed, which the audit log keeps and the verifier compares.</summary>
public sealed class SignedContentTests
{
    private static readonly Actor Member = new(new PersonId(new Guid(5, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0])), "Aisha Karimi", "lid1@uni.example", []);

    /// <summary>A field that did not exist yet when somebody signed must not make that signature look broken.</summary>
    [Fact]
    public void A_decision_signed_before_departures_were_kept_has_the_hash_it_was_signed_with() =>
        Assert.Equal("d9db8aa38cb8aa10f4bf095fa6ee37bdfa528df022a6f496e04e29b20af3c609", SignedContent.HashOf(Signed("")));

    [Fact]
    public void Why_the_board_departs_from_the_report_is_part_of_what_was_signed()
    {
        Assert.NotEqual(SignedContent.HashOf(Signed("")), SignedContent.HashOf(Signed("Daarom.")));
        Assert.NotEqual(SignedContent.HashOf(Signed("Daarom!")), SignedContent.HashOf(Signed("Daarom.")));
    }

    private static Decision Signed(string departs)
    {
        var decision = Decision.For(new CaseId(Guid.Empty));
        decision.Write(Drafts.Valid with { DeviationReasons = departs });
        decision.Sign(Outcome.Valid, Member, new DateTimeOffset(2026, 11, 17, 10, 0, 0, TimeSpan.Zero));
        return decision;
    }
}
