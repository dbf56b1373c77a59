using Microsoft.Extensions.DependencyInjection;
using ReviewPortal.Web.Access;
using ReviewPortal.Web.Features.Recordings;
using ReviewPortal.Web.Features.Worklist;
using ReviewPortal.Web.Ui;

namespace ReviewPortal.Web.Tests.Features;

/// <summary>What is typed to search for stands for itself: nobody means a wildcard by a percent sign or an underscore.</summary>
public sealed class SearchWordsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("C-4701", 1)]
    [InlineData("c-47", 1)]
    [InlineData("C_4701", 0)]
    [InlineData("C%1", 0)]
    [InlineData("%", 0)]
    [InlineData("_", 0)]
    [InlineData(@"C\-4701", 0)]
    public async Task A_case_is_found_by_its_own_letters(string words, int found)
    {
        var (portal, _) = await Stages.AtAsync(Stage.Marked);
        await using var closing = portal;
        Assert.Equal(found, (await portal.Get<CaseLists>().CasesAsync(portal.Who("coordinator").Id, [], words, new ListPage(0, 50, ""), Ct)).Total);
        Assert.Equal(found, (await portal.Get<DeliveryViews>().SittingsAsync(portal.Who("coordinator").Id, words, Ct)).Length);
    }

    [Theory]
    [InlineData("lid1@", 1)]
    [InlineData("lid_@", 0)]
    [InlineData("%", 0)]
    public async Task A_person_is_found_by_its_own_letters(string words, int found)
    {
        var (portal, _) = await Stages.AtAsync(Stage.Marked);
        await using var closing = portal;
        await using var scope = portal.Services.CreateAsyncScope();
        Assert.Equal(found, (await scope.ServiceProvider.GetRequiredService<Accounts>().ListAsync(words, Ct)).Length);
    }
}
