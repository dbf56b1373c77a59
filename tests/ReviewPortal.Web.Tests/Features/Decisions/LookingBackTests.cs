using System.Reflection;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Decisions;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.ProcesVerbaal;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Web.Demo;
using ReviewPortal.Web.Features.Decisions;

namespace ReviewPortal.Web.Tests.Features.Decisions;

/// <summary>What members may see of other cases: comparable decisions that tell of nobody, and the student's own history for a sanction only.</summary>
public sealed class LookingBackTests
{
    private const string AnotherNumber = "0412702";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_a_published_decision_there_is_nothing_to_compare_with()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Drafted);
        await using var _ = portal;
        Assert.Empty(await ComparablesAsync(portal, @case));
    }

    [Fact]
    public async Task A_published_decision_on_the_same_ground_is_shown_roughly()
    {
        var (portal, _) = await Stages.AtAsync(Stage.Notified);
        await using var closing = portal;
        var other = await InDeliberationAsync(portal, "C-4702", AnotherNumber);

        var found = Assert.Single(await ComparablesAsync(portal, other));

        Assert.Equal(("OTHER_PERSON", LengthClass.UnderAMinute, Outcome.Irregularity, RetakeRight.Planned, null, 2026, 4), (found.Ground.Code, found.Length, found.Outcome, found.Retake, found.Sanction, found.Year, found.Quarter));
    }

    [Theory]
    [InlineData("UPDATE Cases SET State = 'Annulled' WHERE State = 'Notified'")]
    [InlineData("UPDATE Cases SET State = 'Decided' WHERE State = 'Notified'")]
    [InlineData("UPDATE Observations SET Ground = 'SOUND' WHERE \"Case\" IN (SELECT Id FROM Cases WHERE State = 'Notified')")]
    [InlineData("UPDATE Observations SET Ground = 'NETIQUETTE'")]
    public async Task What_was_not_published_was_annulled_or_is_about_something_else_is_not_compared_with(string tampering)
    {
        var (portal, _) = await Stages.AtAsync(Stage.Notified);
        await using var closing = portal;
        var other = await InDeliberationAsync(portal, "C-4702", AnotherNumber);
        await Sql.RunAsync(portal.DatabaseFile, tampering);
        Assert.Empty(await ComparablesAsync(portal, other));
    }

    /// <summary>The history of a student is not to be read off what is called comparable.</summary>
    [Fact]
    public async Task A_decision_about_the_same_student_is_never_among_the_comparable_ones()
    {
        var (portal, _) = await Stages.AtAsync(Stage.Notified);
        await using var closing = portal;
        var second = await InDeliberationAsync(portal, "C-4799", ADelivery.StudentNumber);
        Assert.Empty(await ComparablesAsync(portal, second));
    }

    /// <summary>Nothing in what is shown can tell whose case it was.</summary>
    [Fact]
    public void What_is_compared_holds_no_number_no_name_no_day_and_no_exact_length()
    {
        Type[] rough = [typeof(Core.Review.Ground), typeof(LengthClass), typeof(Outcome), typeof(RetakeRight?), typeof(string), typeof(int)];
        Assert.All(typeof(Comparable).GetProperties(BindingFlags.Public | BindingFlags.Instance), property => Assert.Contains(property.PropertyType, rough));
        Assert.Equal(10, Comparable.Shown);
    }

    [Theory]
    [InlineData(0, LengthClass.UnderAMinute)]
    [InlineData(59.9, LengthClass.UnderAMinute)]
    [InlineData(60, LengthClass.UnderFiveMinutes)]
    [InlineData(299.9, LengthClass.UnderFiveMinutes)]
    [InlineData(300, LengthClass.UnderHalfAnHour)]
    [InlineData(1800, LengthClass.HalfAnHourOrMore)]
    public void A_length_is_told_in_classes(double seconds, LengthClass length) => Assert.Equal(length, Comparable.ClassOf(seconds));

    [Fact]
    public async Task An_earlier_published_finding_of_fraud_is_shown_to_who_decides_and_the_look_is_written_down()
    {
        var (portal, second) = await FraudTwiceAsync();
        await using var _ = portal;

        var found = await portal.Get<EarlierDecisions>().LookAsync(second.Id, portal.Who("lid1").Id, Ct);

        var earlier = Assert.Single(found.Decisions);
        Assert.Equal((CaseState.Notified, new DateOnly(2026, 11, 20), "EXCLUSION"), (earlier.State, earlier.Published, earlier.Sanction?.Kind));
        Assert.Equal(["THIRD_PARTY_HELP"], earlier.FraudCodes);
        var look = await portal.ReadAsync(db => db.AuditRows.OrderByDescending(row => row.Seq).FirstAsync(Ct));
        Assert.Equal((EarlierDecisions.Looked, $"case/{second.Id}"), (look.Action, look.Subject));
        Assert.Equal(portal.Who("lid1").Name, await portal.ReadAsync(db => db.AuditDetails.Where(detail => detail.Seq == look.Seq).Select(detail => detail.ActorName).SingleAsync(Ct)));
    }

    /// <summary>Awb 3:40, 3:41, 6:19: the finding that stands while the board decides again is the past until the new decision was sent.</summary>
    [Fact]
    public async Task Until_a_new_decision_is_sent_the_one_before_it_is_the_past()
    {
        var (portal, first, second) = await BothAsync();
        await using var _ = portal;
        await portal.WithdrawAsync(MessageKind.BoardDecision);
        await ACase.DoneAsync(portal.On(11, 25).Then(() => first.RedecideAsync("De toets blijkt te beoordelen.", by: "lid1")));
        Assert.Equal((CaseState.ViewsReceived, "EXCLUSION"), await ThePastAsync());
        await ACase.DoneAsync(first.DeliberateAsync());
        await ACase.DoneAsync(first.DraftAsync(Drafts.Valid));
        await ACase.DoneAsync(first.DecideAsync(Outcome.Valid));
        await ACase.DoneAsync(first.CoSignAsync());
        await ACase.DoneAsync(first.PrintAsync());
        Assert.Equal((CaseState.Notified, "EXCLUSION"), await ThePastAsync());
        await ACase.DoneAsync(first.RecordPostingAsync());
        Assert.Empty((await portal.Get<EarlierDecisions>().LookAsync(second.Id, portal.Who("lid1").Id, Ct)).Decisions);

        async Task<(CaseState, string?)> ThePastAsync()
        {
            var earlier = Assert.Single((await portal.Get<EarlierDecisions>().LookAsync(second.Id, portal.Who("lid1").Id, Ct)).Decisions);
            Assert.Equal((new DateOnly(2026, 11, 20), "THIRD_PARTY_HELP"), (earlier.Published, Assert.Single(earlier.FraudCodes)));
            return (earlier.State, earlier.Sanction?.Kind);
        }
    }

    /// <summary>Awb 3:40: what was printed has no effect yet, so nobody leans on it, and what it will replace is on its way out.</summary>
    [Fact]
    public async Task A_decision_that_was_only_printed_is_not_compared_with()
    {
        var (portal, first) = await Stages.AtAsync(Stage.CoSigned);
        await using var _ = portal;
        await ACase.DoneAsync(portal.On(11, 20, 15).Then(() => first.PrintAsync()));
        var other = await InDeliberationAsync(portal, "C-4702", AnotherNumber);
        Assert.Empty(await ComparablesAsync(portal, other));
        await ACase.DoneAsync(first.RecordPostingAsync());
        Assert.Single(await ComparablesAsync(portal, other));
    }

    [Theory]
    [InlineData("secretaris", RefusalKind.NotThisRole)]
    [InlineData("reviewer", RefusalKind.NotThisRole)]
    [InlineData("student", RefusalKind.NotThisRole)]
    public async Task Who_does_not_decide_this_case_looks_at_nobodys_past_and_nothing_is_kept(string who, RefusalKind kind)
    {
        var (portal, second) = await FraudTwiceAsync();
        await using var _ = portal;
        var before = await portal.DumpAsync();

        var found = await portal.Get<EarlierDecisions>().LookAsync(second.Id, portal.Who(who).Id, Ct);

        Assert.Equal(kind, Assert.IsType<Refused>(found.Answer).Kind);
        Assert.Empty(found.Decisions);
        Assert.Equal(before, await portal.DumpAsync());
    }

    /// <summary>The past may weigh in the measure and not in the finding: as long as none is drafted, it stays closed.</summary>
    [Fact]
    public async Task Before_a_form_of_fraud_has_been_chosen_the_past_stays_closed()
    {
        var (portal, second) = await FraudTwiceAsync();
        await using var _ = portal;
        foreach (var draft in new[] { Drafts.ForUniversity, Drafts.Valid, Drafts.Fraud with { FraudCodes = [] } })
        {
            await ACase.DoneAsync(second.DraftAsync(draft));
            Assert.Equal([Requirement.FraudCode], Assert.IsType<Refused>((await portal.Get<EarlierDecisions>().LookAsync(second.Id, portal.Who("lid1").Id, Ct)).Answer).Unmet);
        }

        Assert.DoesNotContain(EarlierDecisions.Looked, await portal.ReadAsync(db => db.AuditRows.Select(row => row.Action).ToListAsync(Ct)));
    }

    [Theory]
    [InlineData("UPDATE Cases SET State = 'Annulled' WHERE State = 'Notified'")]
    [InlineData("UPDATE Cases SET State = 'Decided' WHERE State = 'Notified'")]
    [InlineData("UPDATE Decisions SET Outcome = 'Irregularity', Sanction = NULL WHERE SignedAt IS NOT NULL")]
    [InlineData("UPDATE Sittings SET StudentNumber = '0412703' WHERE Pseudonym = 'C-4701'")]
    public async Task What_was_annulled_not_published_no_fraud_or_somebody_elses_is_no_past(string tampering)
    {
        var (portal, second) = await FraudTwiceAsync();
        await using var _ = portal;
        await Sql.RunAsync(portal.DatabaseFile, tampering);
        var found = await portal.Get<EarlierDecisions>().LookAsync(second.Id, portal.Who("lid1").Id, Ct);
        Assert.True(found.Answer.IsDone);
        Assert.Empty(found.Decisions);
    }

    // One published finding of fraud with an exclusion, and a second case of the same student with fraud drafted.
    private static async Task<(APortal Portal, ACase Second)> FraudTwiceAsync()
    {
        var (portal, _, second) = await BothAsync();
        return (portal, second);
    }

    private static async Task<(APortal Portal, ACase First, ACase Second)> BothAsync()
    {
        var (portal, first) = await Stages.AtAsync(Stage.FraudDrafted);
        await ACase.DoneAsync(first.DecideAsync(Outcome.Fraud));
        await ACase.DoneAsync(first.CoSignAsync());
        await ACase.DoneAsync(portal.On(11, 20, 15).Then(() => first.PublishAsync()));
        var second = await InDeliberationAsync(portal, "C-4799", ADelivery.StudentNumber);
        await ACase.DoneAsync(second.DraftAsync(Drafts.Fraud));
        return (portal, first, second);
    }

    private static async Task<ACase> InDeliberationAsync(APortal portal, string candidate, string student)
    {
        portal.On(11, 23, 9);
        var @case = await portal.ImportedAsync(candidate, student);
        await ACase.DoneAsync(@case.AssignAsync());
        await ACase.DoneAsync(@case.WatchAsync());
        await ACase.DoneAsync(@case.MarkAsync());
        await ACase.DoneAsync(@case.AskSecondReviewAsync());
        await ACase.DoneAsync(@case.TakeSecondReviewAsync());
        await ACase.DoneAsync(@case.WatchAsync("tweede"));
        await ACase.DoneAsync(@case.WriteReasonsAsync());
        await ACase.DoneAsync(@case.GiveOpinionAsync());
        await ACase.DoneAsync(@case.WriteReportAsync(suspicion: Suspicion.Fraud));
        await ACase.DoneAsync(@case.SignReportAsync());
        await ACase.DoneAsync(@case.TakeUpAsync());
        await ACase.DoneAsync(@case.WriteFindingsAsync());
        await ACase.DoneAsync(@case.InviteAsync());
        await ACase.DoneAsync(@case.GiveViewAsync(by: DemoAccounts.StudentEmail(student)));
        await ACase.DoneAsync(@case.DeliberateAsync());
        return @case;
    }

    private static async Task<IReadOnlyCollection<Comparable>> ComparablesAsync(APortal portal, ACase @case) =>
        await portal.Get<CaseFiles>().LookAsync(@case.Id, portal.Who("lid1").Id, async file => (await Comparable.ToAsync(file, Ct)).ToArray(), Ct) ?? [];
}
