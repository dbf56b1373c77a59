using ReviewPortal.Core.Necessity;
using ReviewPortal.Core.Writing;
using ReviewPortal.Web.Features.Student;
using static ReviewPortal.Core.Necessity.FacilityNeed;
using static ReviewPortal.Web.Tests.AFacilityRequest;

namespace ReviewPortal.Web.Tests.Features.Necessity;

/// <summary>One request at a time for one test: a student who wants something else takes the first back (Awb 4:1, 4:2; house rule).</summary>
public sealed class AskedTwiceTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_second_open_request_for_the_same_test_is_referred_to_the_first()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        var first = await FiledAsync(portal);
        var (answer, number) = await portal.Get<RequestFacility>().FileAsync(Draft with { Test = " statistiek  2" }, By(portal, "student1"), Ct);
        Assert.Null(number);
        var refused = Assert.IsType<FacilityRefused>(answer);
        Assert.Equal([NotAskedYet], refused.Unmet);
        Assert.Contains("V-2026-0001", refused.Sentence(Language.Dutch), StringComparison.Ordinal);
        Assert.Contains("V-2026-0001", refused.Of(NotAskedYet, Language.English), StringComparison.Ordinal);

        // Of another student, for another test, or after the first was taken back, it is another request.
        Done((await portal.Get<RequestFacility>().FileAsync(Draft, By(portal, "student2"), Ct)).Answer);
        await FiledAsync(portal, Draft with { Test = "Statistiek 3" });
        Done(await portal.Get<RequestFacility>().WithdrawAsync(first.Latest, By(portal, "student1"), Ct));
        await FiledAsync(portal);
    }

    [Fact]
    public async Task Of_one_test_on_different_days_no_more_than_a_handful_stays_open()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        for (var day = 14; day < 19; day++) await FiledAsync(portal, Draft with { TestOn = new DateOnly(2026, 12, day) });
        var (answer, _) = await portal.Get<RequestFacility>().FileAsync(Draft with { TestOn = new DateOnly(2026, 12, 21) }, By(portal, "student1"), Ct);
        Assert.Equal([NotAskedYet], Unmet(answer));
    }
}
