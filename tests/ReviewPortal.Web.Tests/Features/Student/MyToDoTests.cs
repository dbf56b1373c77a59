using Bunit;
using ReviewPortal.Core.Decisions;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Web.Features.Student;
using ReviewPortal.Web.Tests.Pages;

namespace ReviewPortal.Web.Tests.Features.Student;

/// <summary>What a student can do and until when: on the list and on the page of the test the same, and nothing that cannot be done (Awb 3:45; WHW 7.59a, 7.63a, 7.66).</summary>
public sealed class MyToDoTests
{
    private static CancellationToken Ct => Xunit.TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Stage.Reported, "")]
    [InlineData(Stage.Investigated, "")]
    [InlineData(Stage.ViewsInvited, "GiveView 2026-11-17")]
    [InlineData(Stage.HearingPlanned, "Hearing 2026-11-19")]
    [InlineData(Stage.Deliberation, "")]
    [InlineData(Stage.CoSigned, "")]
    [InlineData(Stage.Notified, "Appeal 2027-01-04")]
    [InlineData(Stage.ChanceOpen, "Appeal 2027-01-04, AskChance")]
    [InlineData(Stage.AppealLodged, "")]
    [InlineData(Stage.TerminationProposed, "EnrolmentHearing 2026-11-30, Appeal 2027-01-04")]
    [InlineData(Stage.EnrolmentEnded, "Appeal 2027-01-04, Objection 2027-01-11")]
    [InlineData(Stage.ObjectionLodged, "EnrolmentHearing 2026-12-28, Appeal 2027-01-04")]
    public async Task Each_stage_has_its_own_and_the_first_to_end_comes_first(Stage stage, string expected)
    {
        var (portal, @case) = await Stages.AtAsync(stage);
        await using var _ = portal;
        var student = portal.Who("student").Id;

        var mine = await portal.Get<MyCases>().FindAsync(@case.Id, student, Ct);
        var line = Assert.Single(await portal.Get<MyCases>().ListAsync(student, Ct));

        Assert.Equal(expected, string.Join(", ", mine!.ToDo.Select(item => $"{item.Turn} {item.Until:yyyy-MM-dd}".TrimEnd())));
        Assert.Equal(mine.ToDo, line.ToDo);
        Assert.Equal(stage is Stage.Reported ? null : mine.Timeline[^1], line.Last);
    }

    [Fact]
    public async Task A_term_that_is_over_is_no_longer_something_to_do()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.EnrolmentEnded);
        await using var _ = portal;
        portal.Clock.Set(Core.Calendar.Amsterdam.At(new DateOnly(2027, 1, 11), new TimeOnly(23, 59)));
        Assert.Equal([MyTurn.Objection], (await MineAsync(portal, @case)).ToDo.Select(item => item.Turn));
        portal.Clock.Set(Core.Calendar.Amsterdam.At(new DateOnly(2027, 1, 12), new TimeOnly(0, 0)));
        Assert.Empty((await MineAsync(portal, @case)).ToDo);
    }

    /// <summary>WHW 7.12b lid 2, 7.63a, 7.63b, 7.66: proposed, ended, objected to and decided on, each with its own remedy.</summary>
    [Fact]
    public async Task What_became_of_the_enrolment_is_told_step_by_step()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.TerminationProposed);
        await using var _ = portal;
        var proposed = (await MineAsync(portal, @case)).Enrolment!;
        Assert.Equal((true, false, Remedy.None), (proposed.IsProposed, proposed.IsEnded, proposed.Remedy));

        portal.On(11, 30);
        await ACase.DoneAsync(@case.DecideTerminationAsync());
        var ended = (await MineAsync(portal, @case)).Enrolment!;
        Assert.Equal((false, true, Remedy.Objection, LetterKind.EnrolmentTerminated), (ended.IsProposed, ended.IsEnded, ended.Remedy, ended.Letter.Kind));

        portal.On(12, 14);
        await ACase.DoneAsync(@case.LodgeObjectionAsync());
        var objected = (await MineAsync(portal, @case)).Enrolment!;
        Assert.Equal((new DateOnly(2026, 12, 14), new DateOnly(2027, 3, 22)), (objected.ObjectionReceived, objected.DecideBy));

        await ACase.DoneAsync(@case.InviteToHearingAsync());
        await ACase.DoneAsync(@case.DecideObjectionAsync(ObjectionOutcome.Unfounded));
        var kept = await MineAsync(portal, @case);
        Assert.Equal((Remedy.CourtAppeal, LetterKind.ObjectionUnfounded, null), (kept.Enrolment!.Remedy, kept.Enrolment.Letter.Kind, kept.Enrolment.ObjectionReceived));
        Assert.Contains(new MyToDo(MyTurn.CourtAppeal, new DateOnly(2027, 2, 8)), kept.ToDo);
    }

    [Fact]
    public async Task An_enrolment_that_was_restored_has_nothing_to_object_to()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.ObjectionLodged);
        await using var _ = portal;
        await ACase.DoneAsync(@case.DecideObjectionAsync(ObjectionOutcome.Founded));
        var mine = await MineAsync(portal, @case);
        Assert.Equal((false, Remedy.None), (mine.Enrolment!.IsEnded, mine.Enrolment.Remedy));
        Assert.DoesNotContain(mine.ToDo, item => item.Turn is MyTurn.Objection or MyTurn.CourtAppeal);
    }

    /// <summary>WHW 7.59a: a refused chance has an appeal of its own, whatever became of the term of the decision.</summary>
    [Fact]
    public async Task A_refused_chance_can_be_appealed_against_with_how_and_where()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.ChanceRequested);
        await using var _ = portal;
        portal.On(12, 14);
        await @case.RefusedAsync();
        portal.Clock.Set(Core.Calendar.Amsterdam.At(new DateOnly(2027, 1, 11), new TimeOnly(10, 0)));
        Assert.Equal([new MyToDo(MyTurn.ChanceAppeal, new DateOnly(2027, 1, 25))], (await MineAsync(portal, @case)).ToDo);

        await using var page = APage.For(portal, "student");
        var number = (await @case.NowAsync()).Number.ToString();
        var shown = page.Render<MyCasePage>(parameters => parameters.Add(item => item.Number, number)).Find($"#{Web.Ui.Places.Named(nameof(MyTurn.ChanceAppeal))}").TextContent.ToLowerInvariant();
        Assert.Contains("25 januari 2027", shown, StringComparison.Ordinal);
        Assert.Contains("loket", shown, StringComparison.Ordinal);
    }

    /// <summary>Awb 4:8: the hearing of the executive board is the student's to know as long as it is to come.</summary>
    [Fact]
    public async Task The_executive_boards_hearing_stands_in_the_list_until_it_has_been()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.TerminationProposed);
        await using var _ = portal;
        var at = portal.Clock.GetUtcNow().AddDays(8);
        portal.Clock.Set(portal.Clock.GetUtcNow().AddMinutes(1));
        await ACase.DoneAsync(@case.InviteToHearingAsync(at));
        Assert.Contains(new MyToDo(MyTurn.EnrolmentHearing, Core.Calendar.Amsterdam.DateOf(at)), (await MineAsync(portal, @case)).ToDo);
        portal.Clock.Set(at);
        Assert.DoesNotContain((await MineAsync(portal, @case)).ToDo, item => item.Turn is MyTurn.EnrolmentHearing);
    }

    [Fact]
    public async Task A_test_with_something_to_do_stands_above_one_without()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Imported);
        await using var _ = portal;
        var other = await portal.ImportedAsync("C-4799");
        var last = (await ListAsync())[1].Number;

        await Stages.BringAsync(portal, last == (await other.NowAsync()).Number ? other : @case, Stage.ViewsInvited);

        var lines = await ListAsync();
        Assert.Equal((last, false, true), (lines[0].Number, lines[0].ToDo.IsEmpty, lines[1].ToDo.IsEmpty));

        async Task<IReadOnlyList<MyTest>> ListAsync() => await portal.Get<MyCases>().ListAsync(portal.Who("student").Id, Ct);
    }

    private static async Task<MyCase> MineAsync(APortal portal, ACase @case) => (await portal.Get<MyCases>().FindAsync(@case.Id, portal.Who("student").Id, Ct))!;
}
