using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Web.Access;
using ReviewPortal.Web.Features.Worklist;

namespace ReviewPortal.Web.Tests.Features.Worklist;

/// <summary>A reviewer takes what must be looked at first, without choosing; two at once get two.</summary>
public sealed class TakeReviewTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_one_that_is_due_first_is_taken_and_is_the_reviewers_own_from_then_on()
    {
        await using var portal = await WaitingAsync(2);
        await Sql.RunAsync(portal.DatabaseFile, "UPDATE Cases SET Due = '2026-11-04' WHERE Number = (SELECT MAX(Number) FROM Cases)");
        var (take, by) = (portal.Get<TakeReview>(), portal.Who("reviewer").Id);
        Assert.Equal(2, await take.CountAsync(by, Ct));
        var taken = await take.NextAsync(by, Ct);
        Assert.Equal(2, taken.Number!.Value.Sequence);
        var @case = await portal.ReadAsync(db => db.Cases.SingleAsync(item => item.State == CaseState.InReview, Ct));
        Assert.Equal(taken.Number, @case.Number);
        Assert.Equal(by, await portal.ReadAsync(db => db.Assignments.Select(item => item.Reviewer).SingleAsync(Ct)));
        Assert.Equal(1, await portal.ReadAsync(db => db.AuditRows.CountAsync(row => row.Action == "case.TakeReview", Ct)));
        // It waits for this reviewer now, as if it had been assigned.
        Assert.Contains((CaseAction.FinishWithoutRemarks, 1), await portal.Get<CaseLists>().CountWorkAsync(by, Ct));
    }

    [Fact]
    public async Task Twelve_reviewers_at_once_get_the_six_that_wait_one_each()
    {
        await using var portal = await WaitingAsync(6);
        var emails = Enumerable.Range(1, 12).Select(number => $"r{number}@demo.example").ToArray();
        foreach (var email in emails) await portal.AccountAsync(new AccountDraft(email, $"Reviewer {email}", [Role.Reviewer], null, "nl"));
        var people = emails.Select(email => portal.Who(email).Id).ToArray();

        var taken = await Task.WhenAll(people.Select(by => Task.Run(() => portal.Get<TakeReview>().NextAsync(by, Ct), Ct)));

        Assert.Equal(6, taken.Where(one => one.Number is not null).Select(one => one.Number).Distinct().Count());
        Assert.Equal(6, taken.Count(one => one is { Number: null, Refused: null }));
        Assert.Equal(6, await portal.ReadAsync(db => db.Assignments.Select(item => item.Reviewer).Distinct().CountAsync(Ct)));
    }

    /// <summary>Awb 2:4.</summary>
    [Fact]
    public async Task Nobody_takes_the_own_test_or_what_was_handed_back_or_lies_under_restriction()
    {
        await using var portal = await WaitingAsync(1);
        var (take, by) = (portal.Get<TakeReview>(), portal.Who("reviewer").Id);
        await Sql.RunAsync(portal.DatabaseFile, "UPDATE Exams SET Examiner = 'REVIEWER@demo.example'");
        Assert.Equal((0, new TakenReview(null, null)), (await take.CountAsync(by, Ct), await take.NextAsync(by, Ct)));
        await Sql.RunAsync(portal.DatabaseFile, "UPDATE Exams SET Examiner = 'iemand@uni.example'");

        var @case = await portal.CaseOfAsync(await portal.ReadAsync(db => db.Sittings.Select(item => item.Id).SingleAsync(Ct)));
        await ACase.DoneAsync(@case.RestrictAsync());
        Assert.Equal(0, await take.CountAsync(by, Ct));
        await ACase.DoneAsync(@case.EndRestrictionAsync());

        Assert.NotNull((await take.NextAsync(by, Ct)).Number);
        await ACase.DoneAsync(@case.HandBackAsync());
        Assert.Equal((0, new TakenReview(null, null)), (await take.CountAsync(by, Ct), await take.NextAsync(by, Ct)));
        Assert.Equal([Requirement.NotYourOwnTest], Assert.IsType<Refused>(await @case.TakeReviewAsync()).Unmet);
        Assert.Equal(1, await take.CountAsync(portal.Who("reviewer2").Id, Ct));
    }

    [Theory]
    [InlineData("tweede")]
    [InlineData("coordinator")]
    [InlineData("student")]
    public async Task Who_reviews_nothing_takes_nothing(string who)
    {
        await using var portal = await WaitingAsync(1);
        Assert.Equal(0, await portal.Get<TakeReview>().CountAsync(portal.Who(who).Id, Ct));
        Assert.Equal(new TakenReview(null, null), await portal.Get<TakeReview>().NextAsync(portal.Who(who).Id, Ct));
    }

    [Fact]
    public async Task Where_the_house_does_not_want_it_only_the_coordinator_assigns()
    {
        var (data, now) = (await (await WaitingAsync(1)).CloseAsync(), new DateTimeOffset(2026, 11, 3, 9, 0, 0, TimeSpan.Zero));
        await using var portal = APortal.CopyOf(data, now, "Development", "--Review:Taking=false");
        Assert.Equal(0, await portal.Get<TakeReview>().CountAsync(portal.Who("reviewer").Id, Ct));
        var taken = await portal.Get<TakeReview>().NextAsync(portal.Who("reviewer").Id, Ct);
        Assert.Equal([Requirement.TakingAllowed], taken.Refused!.Unmet);
    }

    private static async Task<APortal> WaitingAsync(int count)
    {
        var portal = await APortal.WithDemoPeopleAsync();
        for (var at = 0; at < count; at++) await portal.ImportedAsync($"C-47{at + 1:D2}", $"04127{at + 1:D2}");
        return portal.On(11, 3);
    }
}
