using Microsoft.Playwright;

namespace ReviewPortal.Journeys;

/// <summary>The program dies in the middle of somebody's work. What was acknowledged is there afterwards.</summary>
/// <remarks>A portal of its own: <c>verify</c> sees everything, also the hand with which another journey moved an hour in the database.</remarks>
public sealed class PowerCut(RunningPortal portal) : IClassFixture<RunningPortal>
{
    // Asked of `dotnet run`, the look at what has to be built included; this is the program alone, on a machine that is also running a browser.
    private static readonly TimeSpan LaterStart = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan WithTheDemo = TimeSpan.FromSeconds(60);

    [Fact]
    public void The_first_start_with_the_whole_demo_is_done_within_a_minute() =>
        Assert.True(portal.FirstStart <= WithTheDemo, $"The first start took {portal.FirstStart.TotalSeconds:F1} s");

    [Fact]
    public async Task A_mark_that_was_acknowledged_survives_and_the_reviewer_goes_on_by_reloading_the_page()
    {
        var way = await Way.ImportAsync(portal, "06-out-of-view", "JOURNEY-POWER-CUT");
        await way.AssignAsync();
        var page = await portal.VisitAsync("reviewer@demo.example");
        await ReviewSteps.OpenAsync(page, way.Number);
        await ReviewSteps.MarkAsync(page, new Moment("00:00:10", "00:00:20", "Buiten beeld", "De stoel is leeg."));

        await portal.KillAsync();
        var again = await portal.StartAsync();

        Assert.True(again <= LaterStart, $"The second start took {again.TotalSeconds:F1} s");
        var (exitCode, output, errors) = await portal.CommandAsync("verify");
        Assert.True(exitCode is 0, output + errors);
        await ReviewSteps.OpenAsync(page, way.Number);
        await Assertions.Expect(page.GetByText("De stoel is leeg.")).ToBeVisibleAsync();
        await ReviewSteps.MarkAsync(page, new Moment("00:00:30", "00:00:35", "Buiten beeld", "Zij komt terug."));
        await page.Context.CloseAsync();
    }
}
