using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Review;
using ReviewPortal.Infrastructure.Audit;
using ReviewPortal.Web.Access;

namespace ReviewPortal.Web.Tests.Features.Review;

public sealed class TakeSecondReviewTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>"reviewer2" holds both roles: what tells the reviews apart is the person (AP-DPIA-3).</summary>
    [Fact]
    public async Task Nobody_is_first_and_second_reviewer_of_one_case()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Imported);
        await using var _ = portal;
        await ACase.DoneAsync(portal.On(11, 3).Then(() => @case.AssignAsync("reviewer2")));
        await ACase.DoneAsync(@case.WatchAsync("reviewer2"));
        await ACase.DoneAsync(@case.MarkAsync("reviewer2"));
        await ACase.DoneAsync(@case.AskSecondReviewAsync("reviewer2"));
        var before = await portal.DumpAsync();

        Assert.Equal([Requirement.SecondReviewerIsAnother], Assert.IsType<Refused>(await @case.TakeSecondReviewAsync("reviewer2")).Unmet);

        Assert.Equal(before, await portal.DumpAsync());
        await ACase.DoneAsync(@case.TakeSecondReviewAsync());
    }

    [Fact]
    public async Task The_database_itself_refuses_one_person_for_both_reviews()
    {
        var (portal, _) = await Stages.AtAsync(Stage.SecondReview);
        await using var closing = portal;
        var refused = await Assert.ThrowsAsync<SqliteException>(() => Sql.RunAsync(portal.DatabaseFile, "UPDATE Assignments SET SecondReviewer = Reviewer"));
        Assert.Contains("CK_SecondReviewerIsAnother", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_examiner_of_the_exam_gives_no_second_opinion()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.SecondReview);
        await using var _ = portal;
        await Sql.RunAsync(portal.DatabaseFile, "UPDATE Exams SET Examiner = 'TWEEDE@demo.example'");
        Assert.Equal([Requirement.SecondReviewerIsAnother], Assert.IsType<Refused>(await @case.TakeSecondReviewAsync()).Unmet);
    }

    /// <summary>Awb 2:4: neither the student concerned nor who withdrew gives the independent opinion.</summary>
    [Fact]
    public async Task The_student_of_the_test_and_who_handed_the_case_back_give_no_second_opinion()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.InReview);
        await using var _ = portal;
        await portal.AccountAsync(new AccountDraft("both@demo.example", "Lotte Smit", [Role.Student, Role.SecondReviewer], null, "nl"));
        await Sql.RunAsync(portal.DatabaseFile, $"UPDATE AspNetUsers SET StudentNumber = NULL WHERE Email LIKE 's0412701@%'; UPDATE AspNetUsers SET StudentNumber = '{ADelivery.StudentNumber}' WHERE Email = 'both@demo.example'");
        await ACase.DoneAsync(@case.HandBackAsync());
        await ACase.DoneAsync(@case.AssignAsync("reviewer2"));
        await ACase.DoneAsync(@case.WatchAsync("reviewer2"));
        await ACase.DoneAsync(@case.MarkAsync("reviewer2"));
        await ACase.DoneAsync(@case.AskSecondReviewAsync("reviewer2"));
        await Sql.RunAsync(portal.DatabaseFile, "INSERT INTO AspNetUserRoles (UserId, RoleId) SELECT u.Id, r.Id FROM AspNetUsers u, AspNetRoles r WHERE u.Email = 'reviewer@demo.example' AND r.Name = 'SecondReviewer'");

        foreach (var who in new[] { "both@demo.example", "reviewer@demo.example" })
            Assert.Equal([Requirement.SecondReviewerIsAnother], Assert.IsType<Refused>(await @case.TakeSecondReviewAsync(who)).Unmet);
        await ACase.DoneAsync(@case.TakeSecondReviewAsync());
    }

    [Fact]
    public async Task Of_sixteen_who_take_it_at_once_one_has_it_and_the_others_are_told()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.SecondReview);
        await using var _ = portal;
        var second = new List<string>();
        for (var number = 0; number < 16; number++) second.Add((await portal.AccountAsync(new AccountDraft($"second{number}@demo.example", $"Tweede {number}", [Role.SecondReviewer], null, "nl"))).Email);
        foreach (var email in second) portal.Who(email);

        var answers = await Task.WhenAll(second.Select(email => Task.Run(() => @case.TakeSecondReviewAsync(email), Ct)));

        Assert.Single(answers, answer => answer.IsDone);
        Assert.All(answers.OfType<Refused>(), refused => Assert.Equal([Requirement.SecondReviewerIsAnother], refused.Unmet));
        var assigned = await portal.ReadAsync(db => db.Assignments.SingleAsync(Ct));
        Assert.Equal(portal.Who(second[Array.FindIndex(answers, answer => answer.IsDone)]).Id, assigned.SecondReviewer);
        Assert.Null((await portal.ReadAsync(db => db.VerifyAuditAsync(Ct))).Break);
    }

    [Fact]
    public async Task A_suspicion_that_is_not_supported_ends_in_a_cleared_case()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.ReasonsWritten);
        await using var _ = portal;
        await ACase.DoneAsync(@case.GiveOpinionAsync(SecondOpinion.DoesNotSupport));
        var kept = await portal.ReadAsync(db => db.Assignments.SingleAsync(Ct));
        Assert.Equal((CaseState.Cleared, SecondOpinion.DoesNotSupport, "Ik zie hetzelfde."), ((await @case.NowAsync()).State, kept.Opinion, kept.OpinionReasons));
        Assert.Null((await @case.NowAsync()).Due);
    }
}
