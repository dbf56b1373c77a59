using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Web.Features.Student;
using ReviewPortal.Web.Tests.Pdf;

namespace ReviewPortal.Web.Tests.Features.Student;

/// <summary>law.md section 4, row 13: the student may comment on the minutes of the own hearing, once.</summary>
public sealed class MinutesTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_draft_of_the_minutes_is_nobodys_but_the_boards_and_the_recorded_minutes_are_the_students_to_read()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.HearingPlanned);
        await using var _ = portal;
        await ACase.DoneAsync(@case.WriteMinutesAsync());
        Assert.Null((await MineAsync(portal, @case)).Minutes);
        await ACase.DoneAsync(@case.RecordHearingAsync());
        var mine = await MineAsync(portal, @case);
        Assert.Equal(("Het verslag.", "", true), (mine.Minutes!.Text, mine.Minutes.Comment, mine.ToCommentOnMinutes));
    }

    [Fact]
    public async Task What_is_being_written_is_kept_and_what_is_handed_in_stands()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Heard);
        await using var _ = portal;
        await ACase.DoneAsync(@case.WriteCommentAsync());
        Assert.Equal(("Ik zei niet", null), ((await MineAsync(portal, @case)).Minutes!.Comment, (await MineAsync(portal, @case)).Minutes!.CommentedAt));
        await ACase.DoneAsync(@case.CommentOnMinutesAsync());
        Assert.False((await @case.WriteCommentAsync(text: "Iets anders.")).IsDone);
        var mine = await MineAsync(portal, @case);
        Assert.Equal(("Ik zei niet dat hij vaker binnenkwam.", false), (mine.Minutes!.Comment, mine.ToCommentOnMinutes));
        Assert.Contains(mine.Timeline, step => step.Action is CaseAction.CommentOnMinutes);
    }

    [Fact]
    public async Task A_comment_can_still_be_given_while_the_board_deliberates_and_stands_in_the_letter()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Heard);
        await using var _ = portal;
        await ACase.DoneAsync(@case.DeliberateAsync());
        await ACase.DoneAsync(@case.CommentOnMinutesAsync());
        await @case.PublishedAsync(Drafts.ForUniversity);
        Assert.Equal(RefusalKind.NotFromThisState, Assert.IsType<Refused>(await @case.CommentOnMinutesAsync()).Kind);

        var sha = await portal.ReadAsync(db => db.Letters.OrderBy(item => item.PublishedAt).Select(item => item.Sha256).LastAsync(Ct));
        using var pdf = new PrintedPdf(await portal.ReadAsync(db => db.Files.Where(item => item.Sha256 == sha).Select(item => item.Content).SingleAsync(Ct)));
        Assert.Contains("op het verslag gereageerd", pdf.ReadOut(), StringComparison.Ordinal);
        Assert.Contains("Ik zei niet dat hij vaker binnenkwam.", pdf.ReadOut(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_wrote_a_view_instead_has_no_minutes_to_comment_on()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.ViewsReceived);
        await using var _ = portal;
        Assert.Equal([Requirement.HearingMinutesKept], Assert.IsType<Refused>(await @case.CommentOnMinutesAsync()).Unmet.Where(need => need is not Requirement.MinutesCommentWritten));
        Assert.Null((await MineAsync(portal, @case)).Minutes);
    }

    private static async Task<MyCase> MineAsync(APortal portal, ACase @case) => (await portal.Get<MyCases>().FindAsync(@case.Id, portal.Who("student").Id, Ct))!;
}
