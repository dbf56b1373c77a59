using System.Globalization;
using System.Text.Json;
using Microsoft.Playwright;

namespace ReviewPortal.Journeys;

/// <summary>Recordings as a browser makes them have no duration and no index; here they get both.</summary>
public sealed class EverySamplePlays(RunningPortal portal)
{
    private const double Close = 0.1;
    private static readonly double[] Fractions = [0.9, 0.1, 0.5, 0.7, 0.3];

    [Fact]
    public async Task Every_track_of_every_sample_shows_its_true_length_and_can_be_searched_everywhere()
    {
        var cases = await TakeInAsync();
        await CoordinatorSteps.AssignAsync(portal, cases.Keys);
        var page = await portal.VisitAsync("reviewer@demo.example");
        var pictures = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var (number, (sample, sitting)) in cases)
        {
            await ReviewSteps.OpenAsync(page, number);
            await AssertLengthsAsync(page, sample, sitting);
            foreach (var fraction in Fractions) pictures.TryAdd(sample, []);
            foreach (var fraction in Fractions) pictures[sample].Add(await SeekAsync(page, sample, fraction, Seconds(sitting)));
        }

        await page.Context.CloseAsync();
        // The supplier failed in that one: in the middle of the hole there is nothing to be seen, and the page says so.
        Assert.Contains("gap gap gap", pictures["05-supplier-outage"]);
        Assert.Contains("picture picture picture", pictures["05-supplier-outage"]);
    }

    private async Task<Dictionary<string, (string Sample, JsonElement Sitting)>> TakeInAsync()
    {
        var samples = Directory.GetDirectories(Places.Sample("")).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal).ToArray();
        Assert.True(samples.Length >= 8);
        var deliveries = samples.Select(sample => NewSitting.From(sample, CodeOf(sample), $"Afspelen {sample}")).ToArray();
        var (exitCode, output, errors) = await portal.CommandAsync(["import", .. deliveries.Select(folder => folder.FullName)]);
        Assert.True(exitCode is 0, errors + output);
        foreach (var delivery in deliveries) delivery.Delete(recursive: true);

        var sittings = await portal.JsonAsync("sittings");
        var cases = await portal.JsonAsync("cases");
        return samples.ToDictionary(
            sample => cases.Single(item => item.GetProperty("exam").GetString() == CodeOf(sample)).GetProperty("number").GetString()!,
            sample => (sample, sittings.Single(item => item.GetProperty("exam").GetString() == CodeOf(sample))),
            StringComparer.Ordinal);
    }

    private static async Task AssertLengthsAsync(IPage page, string sample, JsonElement sitting)
    {
        foreach (var role in new[] { "webcam", "phone", "screen" })
        {
            var parts = sitting.GetProperty("tracks").EnumerateArray().Where(track => track.GetProperty("role").GetString() == role).Select(track => track.GetProperty("durationSeconds").GetDouble()).ToArray();
            var shown = await page.EvaluateAsync<double>($"document.querySelector('figure[data-role=\"{RoleNumber(role)}\"] video').duration");
            Assert.True(parts.Any(seconds => Math.Abs(seconds - shown) < Close), $"{sample}: {role} plays as {shown} s, recorded were {string.Join(", ", parts)} s");
        }
    }

    /// <returns>What the three tracks show, as "picture" or "gap".</returns>
    private static async Task<string> SeekAsync(IPage page, string sample, double fraction, double length)
    {
        var surface = page.Locator("[data-timeline] [role=slider]");
        var box = (await surface.BoundingBoxAsync())!;
        await page.Mouse.ClickAsync(box.X + (float)(box.Width * fraction), box.Y + 6);
        await ReviewSteps.UntilAsync(page, "Array.from(document.querySelectorAll('figure[data-role]')).every(figure => figure.dataset.state == 'gap' || (figure.dataset.state == 'picture' && !figure.querySelector('video').seeking))");
        var clock = await page.Locator("[data-clock]").InnerTextAsync();
        var at = TimeSpan.ParseExact(clock, @"hh\:mm\:ss\.f", CultureInfo.InvariantCulture).TotalSeconds;
        Assert.True(Math.Abs(at - (length * fraction)) < 0.01 * length, $"{sample}: a click at {fraction:P0} of {length} s went to {clock}");
        return await page.EvaluateAsync<string>("Array.from(document.querySelectorAll('figure[data-role]')).map(figure => figure.dataset.state).join(' ')");
    }

    private static double Seconds(JsonElement sitting) => (sitting.GetProperty("end").GetDateTimeOffset() - sitting.GetProperty("start").GetDateTimeOffset()).TotalSeconds;

    private static int RoleNumber(string role) => Array.IndexOf(["webcam", "phone", "screen"], role);

    private static string CodeOf(string sample) => $"PLAY-{sample[..2]}";
}
