using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Web.Access;

namespace ReviewPortal.Web.Tests.Features.Recordings;

public sealed class AssignTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("secretaris")]
    [InlineData("tweede")]
    [InlineData("student")]
    public async Task Only_somebody_who_reviews_can_be_given_a_case(string who)
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Imported);
        await using var _ = portal;
        Assert.Equal([Requirement.ReviewerWithoutConflict], Assert.IsType<Refused>(await portal.On(11, 3).Then(() => @case.AssignAsync(who))).Unmet);
    }

    [Fact]
    public async Task Nobody_reviews_the_own_test()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Imported);
        await using var _ = portal;
        await Sql.RunAsync(portal.DatabaseFile, "UPDATE AspNetUsers SET StudentNumber = NULL WHERE Email LIKE 's0412701@%'");
        await portal.AccountAsync(new AccountDraft("both@demo.example", "Lotte Smit", [Role.Student, Role.Reviewer], ADelivery.StudentNumber, "nl"));
        Assert.Equal([Requirement.ReviewerWithoutConflict], Assert.IsType<Refused>(await portal.On(11, 3).Then(() => @case.AssignAsync("both@demo.example"))).Unmet);
    }

    [Fact]
    public async Task A_case_that_was_handed_back_begins_anew_with_another_reviewer()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Marked);
        await using var _ = portal;
        await ACase.DoneAsync(@case.NoteViewingAsync());
        await ACase.DoneAsync(@case.HandBackAsync());
        await ACase.DoneAsync(@case.AssignAsync("reviewer2"));

        // Neither what the first one watched nor why a part was skipped speaks for the second; the marks stay with whoever made them.
        var refused = Assert.IsType<Refused>(await @case.FinishAsync("reviewer2"));
        Assert.Equal([Requirement.ViewingDocumented], refused.Unmet);
        Assert.Equal("Ruben Achterberg", await portal.ReadAsync(db => db.Assignments.Select(item => item.ReviewerName).SingleAsync(Ct)));
        await ACase.DoneAsync(@case.WatchAsync("reviewer2"));
        await ACase.DoneAsync(@case.FinishAsync("reviewer2"));
    }
}
