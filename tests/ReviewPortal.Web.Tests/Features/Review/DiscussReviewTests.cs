using Bunit;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Core.Writing;
using ReviewPortal.Infrastructure.Audit;
using ReviewPortal.Infrastructure.Pdf;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Web.Features.Review;
using ReviewPortal.Web.Tests.Pages;
using ReviewPortal.Web.Tests.Pdf;

namespace ReviewPortal.Web.Tests.Features.Review;

/// <summary>What two reviewers say to each other after the opinion is part of the file.</summary>
public sealed class DiscussReviewTests
{
    private static CancellationToken Ct => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task Both_say_something_about_a_moment_and_the_proces_verbaal_states_it_with_both_names()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.ReportWritten);
        await using var _ = portal;
        await ACase.DoneAsync(@case.DiscussAsync("tweede", "Ik hoorde de deur, maar zag niemand.", whole: false));
        await ACase.DoneAsync(@case.DiscussAsync("reviewer", "Op de telefooncamera is hij te zien."));
        await ACase.DoneAsync(@case.SignReportAsync());
        var text = TextOf(await portal.ReadAsync(db => db.Files.Where(file => db.ProcessenVerbaal.Any(report => report.Sha256 == file.Sha256)).Select(file => file.Content).SingleAsync(Ct)));
        Assert.All(["Noor van Dam", "Sanne de Wit", "van 1 momenten hebben zij er 0", "alleen de eerste", "Ik hoorde de deur", "Op de telefooncamera"], part => Assert.Contains(part, text, StringComparison.Ordinal));
        Assert.Empty(await portal.ReadAsync(db => db.VerifyCasesAsync(Ct)));
    }

    [Fact]
    public async Task Nobody_changes_a_mark_after_the_opinion_so_that_what_is_compared_is_what_each_saw_alone()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Supported);
        await using var _ = portal;
        Assert.IsType<Refused>(await @case.MarkAsync());
        Assert.IsType<Refused>(await @case.MarkAsync("tweede"));
    }

    [Fact]
    public async Task What_was_said_cannot_be_changed_even_in_the_file()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Supported);
        await using var _ = portal;
        await ACase.DoneAsync(@case.DiscussAsync());
        await using var file = new SqliteConnection($"Data Source={portal.DatabaseFile};Pooling=False");
        await file.OpenAsync(Ct);
        foreach (var how in new[] { "UPDATE ReviewRemarks SET Text = 'Anders.'", "DELETE FROM ReviewRemarks" })
        {
            await using var command = file.CreateCommand();
            command.CommandText = how;
            await Assert.ThrowsAsync<SqliteException>(() => command.ExecuteNonQueryAsync(Ct));
        }
    }

    [Fact]
    public async Task A_moment_that_is_not_compared_is_no_moment_to_speak_about()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Supported);
        await using var _ = portal;
        var answer = await portal.Get<DiscussReview>().RunAsync(@case.Latest, new ComparedMoment(Guid.NewGuid(), null), "Hier.", portal.Who("tweede").Id, Ct);
        Assert.Equal([Requirement.RemarkWritten], Assert.IsType<Refused>(answer).Unmet);
    }

    /// <summary>A second review that began anew is not about what was said in the one before.</summary>
    [Fact]
    public async Task What_was_said_before_the_case_was_handed_back_is_not_shown_with_other_marks()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Supported);
        await using var _ = portal;
        await ACase.DoneAsync(@case.DiscussAsync());
        await ACase.DoneAsync(portal.On(11, 7).Then(() => @case.HandBackAsync("coordinator", "Ziek.")));
        await ACase.DoneAsync(@case.AssignAsync("reviewer2"));
        await ACase.DoneAsync(@case.WatchAsync("reviewer2"));
        await ACase.DoneAsync(@case.MarkAsync("reviewer2"));
        await ACase.DoneAsync(@case.AskSecondReviewAsync("reviewer2"));
        await ACase.DoneAsync(@case.TakeSecondReviewAsync());
        await ACase.DoneAsync(@case.WriteReasonsAsync());
        await ACase.DoneAsync(portal.On(11, 8).Then(() => @case.GiveOpinionAsync()));
        var view = await portal.Get<CaseFiles>().LookAsync(@case.Id, portal.Who("tweede").Id, file => ComparisonView.OfAsync(file, Ct), Ct);
        Assert.Empty(view!.General);
        Assert.Single(await portal.ReadAsync(db => db.ReviewRemarks.ToListAsync(Ct)));
    }

    [Fact]
    public async Task The_page_shows_both_sides_says_who_will_read_and_keeps_what_is_written()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Supported);
        await using var _ = portal;
        using var page = APage.For(portal, "reviewer");
        var number = (await @case.NowAsync()).Number.ToString();
        var shown = page.Render<ReviewPage>(parameters => parameters.Add(item => item.Number, number));
        (await shown.WaitForElementAsync("[data-compare]", TimeSpan.FromSeconds(10))).Click();
        await shown.WaitForElementAsync(".pairs", TimeSpan.FromSeconds(10));
        Assert.Contains("Bij 0 van de 1 momenten", shown.Markup, StringComparison.Ordinal);
        Assert.Contains("komt in het proces-verbaal", shown.Markup, StringComparison.Ordinal);
        Assert.NotEmpty(shown.FindAll(".pairs [data-seek]"));
        shown.Find(".pairs textarea").Input("Ik ben het eens.");
        await shown.Find(".pairs .act").ClickAsync(new());
        shown.WaitForAssertion(() => Assert.Contains("Ik ben het eens.", shown.Find(".said").TextContent, StringComparison.Ordinal), TimeSpan.FromSeconds(10));
        Assert.Equal("Noor van Dam", (await portal.ReadAsync(db => db.ReviewRemarks.SingleAsync(Ct))).ByName);
    }

    private static string TextOf(byte[] pdf)
    {
        using var printed = new PrintedPdf(pdf);
        return string.Join(' ', printed.Pages()).ReplaceLineEndings(" ");
    }
}
