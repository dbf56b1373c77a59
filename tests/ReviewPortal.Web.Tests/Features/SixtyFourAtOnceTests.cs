using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Writing;
using ReviewPortal.Infrastructure.Audit;

namespace ReviewPortal.Web.Tests.Features;

/// <summary>Many people act on one case at the same moment: one of them did it, and the others are told.</summary>
public sealed class SixtyFourAtOnceTests
{
    private const int People = 64;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Exactly_one_of_sixty_four_secretaries_takes_a_report_up_and_the_chain_verifies()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Reported);
        await using var _ = portal;
        var secretaries = Enumerable.Range(1, People).Select(number => $"secretaris{number}@demo.example").ToArray();
        foreach (var email in secretaries) await portal.AccountAsync(new(email, $"Secretaris {email[10..12]}", [Role.BoardSecretary], null, "nl"));
        @case.AsSeenAt = (await @case.NowAsync()).Version;
        portal.On(11, 9);

        var answers = await Task.WhenAll(secretaries.Select(email => Task.Run(() => @case.TakeUpAsync(email), Ct)));

        Assert.Single(answers, answer => answer.IsDone);
        var told = answers.OfType<Refused>().ToArray();
        Assert.Equal(People - 1, told.Length);
        Assert.All(told, refused =>
        {
            Assert.Equal(RefusalKind.ChangedMeanwhile, refused.Kind);
            Assert.Contains("iemand anders was net eerder", refused.Sentence(Language.Dutch), StringComparison.OrdinalIgnoreCase);
        });
        Assert.Equal(CaseState.UnderInvestigation, (await @case.NowAsync()).State);
        Assert.Equal(1, await portal.ReadAsync(db => db.Letters.CountAsync(Ct)));
        Assert.Null((await portal.ReadAsync(db => db.VerifyAuditAsync(Ct))).Break);
        Assert.Empty(await portal.ReadAsync(db => db.VerifyCasesAsync(Ct)));
    }
}
