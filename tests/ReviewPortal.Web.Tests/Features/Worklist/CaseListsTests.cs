using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Web.Access;
using ReviewPortal.Web.Features.Recordings;
using ReviewPortal.Web.Features.Worklist;

namespace ReviewPortal.Web.Tests.Features.Worklist;

public sealed class CaseListsTests
{
    private static readonly ListPage Page = new(0, 50, "");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<CaseState> ReachedStates => [.. TriedActions.ReachedStates];

    /// <summary>What a list shows and what a door opens come from one table: neither may know more than the other.</summary>
    [Theory]
    [MemberData(nameof(ReachedStates))]
    public async Task A_list_has_a_case_for_exactly_those_for_whom_a_door_of_it_opens(CaseState state)
    {
        var (portal, @case) = await Stages.AtAsync(Stages.ReadyIn(state));
        await using var _ = portal;
        var number = (await @case.NowAsync()).Number.ToString();
        foreach (var who in TriedActions.Everybody)
        {
            var by = portal.Who(who).Id;
            var open = new List<Room>();
            foreach (var room in Enum.GetValues<Room>())
            {
                if (await portal.Get<CaseDoor>().OpenAsync(number, room, by, Ct) is not null) open.Add(room);
            }

            var listed = await portal.Get<CaseLists>().CasesAsync(by, [], null, Page, Ct);
            Assert.True(listed.Total == (open.Count > 0 ? 1 : 0), $"{who} in {state}: listed {listed.Total}, open {string.Join(", ", open)}");
            Assert.Equal(listed.Total, (await portal.Get<SittingList>().RowsAsync(by, SittingFilter.Everything, Ct)).Total);
            Assert.All(listed.Rows, row => Assert.Contains(row.Room, open));
        }
    }

    [Theory]
    [InlineData(Stage.Imported, "coordinator", CaseAction.Assign)]
    [InlineData(Stage.Watched, "reviewer", CaseAction.FinishWithoutRemarks)]
    [InlineData(Stage.SecondReview, "tweede", CaseAction.TakeSecondReview)]
    [InlineData(Stage.SecondReviewTaken, "tweede", CaseAction.SupportSuspicion)]
    [InlineData(Stage.Supported, "reviewer", CaseAction.SignProcesVerbaal)]
    [InlineData(Stage.Reported, "secretaris", CaseAction.TakeUp)]
    [InlineData(Stage.Investigated, "secretaris", CaseAction.InviteView)]
    [InlineData(Stage.InformationAsked, "examinator", CaseAction.AnswerInformation)]
    [InlineData(Stage.ViewsReceived, "secretaris", CaseAction.Deliberate)]
    [InlineData(Stage.HearingPlanned, "secretaris", CaseAction.RecordHearing)]
    [InlineData(Stage.Drafted, "lid2", CaseAction.DecideValid)]
    [InlineData(Stage.Drafted, "voorzitter", CaseAction.DecideValid)]
    [InlineData(Stage.Decided, "voorzitter", CaseAction.CoSign)]
    [InlineData(Stage.CoSigned, "secretaris", CaseAction.Publish)]
    [InlineData(Stage.ClosingProposed, "voorzitter", CaseAction.CloseNoGrounds)]
    [InlineData(Stage.Notified, "secretaris", CaseAction.PlanRetake)]
    [InlineData(Stage.ChanceRequested, "lid1", CaseAction.GrantRetake)]
    [InlineData(Stage.ChanceToGrant, "lid1", CaseAction.GrantRetake)]
    [InlineData(Stage.TerminationToCoSign, "lid1", CaseAction.CoSignTermination)]
    [InlineData(Stage.TerminationProposed, "cvb", CaseAction.TerminateEnrolment)]
    [InlineData(Stage.AppealLodged, "beroep", CaseAction.OpenSettlement)]
    [InlineData(Stage.Settlement, "lid1", CaseAction.SettleByDecision)]
    [InlineData(Stage.Settlement, "voorzitter", CaseAction.SettleByDecision)]
    [InlineData(Stage.Settlement, "beroep", CaseAction.EndSettlement)]
    [InlineData(Stage.Annulled, "secretaris", CaseAction.Redecide)]
    [InlineData(Stage.HoldLiftAsked, "fg", CaseAction.LiftHold)]
    public async Task What_waits_for_somebody_stands_on_their_list(Stage stage, string who, CaseAction toDo)
    {
        var (portal, @case) = await Stages.AtAsync(stage);
        await using var _ = portal;
        var row = Assert.Single((await portal.Get<CaseLists>().WorkAsync(portal.Who(who).Id, null, Page, Ct)).Rows);
        Assert.Equal((toDo, (await @case.NowAsync()).Number), (row.ToDo!.Value, row.Number));
        Assert.Equal([(toDo, 1)], await portal.Get<CaseLists>().CountWorkAsync(portal.Who(who).Id, Ct));
        Assert.Empty((await portal.Get<CaseLists>().WorkAsync(portal.Who(who).Id, CaseAction.HandBack, Page, Ct)).Rows);
    }

    /// <summary>A request for an extra chance is answered in its own term; the case itself waits for the term to appeal.</summary>
    [Theory]
    [InlineData(Stage.ChanceRequested, "lid1", "2026-12-07")]
    [InlineData(Stage.Notified, "secretaris", "2026-12-18")]
    public async Task What_runs_beside_the_procedure_is_due_on_its_own_day(Stage stage, string who, string due)
    {
        var (portal, @case) = await Stages.AtAsync(stage);
        await using var _ = portal;
        var row = Assert.Single((await portal.Get<CaseLists>().WorkAsync(portal.Who(who).Id, null, Page, Ct)).Rows);
        Assert.Equal(due, row.Due?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(new DateOnly(2027, 1, 4), (await @case.NowAsync()).Due);
    }

    /// <summary>A letter that was printed has a day of its own by which it ought to be on its way: the next working day.</summary>
    [Fact]
    public async Task A_letter_to_post_is_due_on_the_next_working_day()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.LetterToPost);
        await using var _ = portal;
        var row = Assert.Single((await portal.Get<CaseLists>().WorkAsync(portal.Who("secretaris").Id, CaseAction.RecordPosting, Page, Ct)).Rows);
        Assert.Equal((new DateOnly(2026, 11, 10), false), (row.Due, row.Due == (await @case.NowAsync()).Due));
    }

    /// <summary>The student's term to appeal is no deadline of somebody who decides on an enrolment.</summary>
    [Theory]
    [InlineData(Stage.TerminationProposed, "cvb", CaseAction.TerminateEnrolment)]
    [InlineData(Stage.TerminationFell, "cvb", CaseAction.ReconsiderTermination)]
    [InlineData(Stage.AppealReopened, "beroep", CaseAction.ResumeAppeal)]
    [InlineData(Stage.BsnReported, "fg", CaseAction.HandleBsn)]
    public async Task A_deadline_of_another_task_is_not_shown_with_work_that_has_none(Stage stage, string who, CaseAction toDo)
    {
        var (portal, @case) = await Stages.AtAsync(stage);
        await using var _ = portal;
        Assert.NotNull((await @case.NowAsync()).Due);
        var row = Assert.Single((await portal.Get<CaseLists>().WorkAsync(portal.Who(who).Id, null, Page, Ct)).Rows, row => row.ToDo == toDo);
        Assert.Null(row.Due);
    }

    /// <summary>I1: a person declares it, in no term; that the student's has passed makes nobody late.</summary>
    [Fact]
    public async Task Declaring_a_decision_irrevocable_is_never_overdue()
    {
        var (portal, _) = await Stages.AtAsync(Stage.Notified);
        await using var closing = portal;
        portal.Clock.Set(Core.Calendar.Amsterdam.At(new DateOnly(2027, 1, 20), new TimeOnly(9, 0)));
        var row = Assert.Single((await portal.Get<CaseLists>().WorkAsync(portal.Who("secretaris").Id, CaseAction.ConfirmIrrevocable, Page, Ct)).Rows);
        Assert.Null(row.Due);
    }

    [Theory]
    [InlineData(Stage.Decided, "lid1")]
    [InlineData(Stage.CoSigned, "voorzitter")]
    [InlineData(Stage.SecondReview, "reviewer")]
    [InlineData(Stage.Watched, "reviewer2")]
    [InlineData(Stage.ViewsInvited, "secretaris")]
    [InlineData(Stage.ChanceOpen, "secretaris")]
    [InlineData(Stage.ClosingProposed, "lid1")]
    [InlineData(Stage.HoldLiftAsked, "archief")]
    [InlineData(Stage.Notified, "beroep")]
    public async Task What_waits_for_somebody_else_does_not(Stage stage, string who)
    {
        var (portal, _) = await Stages.AtAsync(stage);
        await using var closing = portal;
        Assert.Equal(0, (await portal.Get<CaseLists>().WorkAsync(portal.Who(who).Id, null, Page, Ct)).Total);
    }

    [Fact]
    public async Task The_end_of_the_students_term_brings_the_case_back_to_the_secretary()
    {
        var (portal, _) = await Stages.AtAsync(Stage.ViewsInvited);
        await using var closing = portal;
        portal.On(11, 18);
        Assert.Equal(CaseAction.RecordNoReaction, Assert.Single((await portal.Get<CaseLists>().WorkAsync(portal.Who("secretaris").Id, null, Page, Ct)).Rows).ToDo);
    }

    [Fact]
    public async Task A_search_finds_by_number_candidate_and_exam_and_treats_a_percent_sign_as_nothing()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Imported);
        await using var _ = portal;
        var by = portal.Who("coordinator").Id;
        foreach (var words in new[] { (await @case.NowAsync()).Number.ToString(), ADelivery.Candidate, "c-47", "programmeren", "INFOB1PICA" })
            Assert.Equal(1, (await portal.Get<CaseLists>().CasesAsync(by, [], words, Page, Ct)).Total);
        foreach (var words in new[] { "2026-9999", "Lotte", "0412701", "%zzz%" })
            Assert.Equal(0, (await portal.Get<CaseLists>().CasesAsync(by, [], words, Page, Ct)).Total);
    }

    [Theory]
    [InlineData("Number")]
    [InlineData("Number desc")]
    [InlineData("Exam")]
    [InlineData("Pseudonym desc")]
    [InlineData("State")]
    [InlineData("Start desc")]
    [InlineData("Due")]
    [InlineData("Due desc")]
    [InlineData("Password; DROP TABLE Cases")]
    public async Task A_list_is_sorted_by_its_columns_and_by_nothing_else(string orderBy)
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        for (var number = 1; number <= 3; number++)
        {
            portal.Clock.Advance(TimeSpan.FromDays(7));
            await portal.ImportedAsync($"C-{number}", $"041270{number}");
        }

        var rows = (await portal.Get<CaseLists>().CasesAsync(portal.Who("coordinator").Id, [], null, new ListPage(0, 50, orderBy), Ct)).Rows.Select(row => row.Pseudonym);
        var page = (await portal.Get<CaseLists>().CasesAsync(portal.Who("coordinator").Id, [], null, new ListPage(1, 1, orderBy), Ct)).Rows.Select(row => row.Pseudonym);
        string[] expected = orderBy is "Number desc" or "Pseudonym desc" or "Due desc" ? ["C-3", "C-2", "C-1"] : ["C-1", "C-2", "C-3"];
        Assert.Equal(expected, rows);
        Assert.Equal(["C-2"], page);
    }
}
