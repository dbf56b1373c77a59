using ReviewPortal.Web.Tests.Media;

namespace ReviewPortal.Journeys;

/// <summary>
/// What browsers really record, played by a real one: with and without a timeslice, a screen on which nothing moves, a pause, the shape of Firefox, and one that
/// was cut off. Each has a length, and every second of it can be gone to.
/// </summary>
public sealed class EveryShapePlays(RunningPortal portal)
{
    // Of a track as it is served: how long it is, and where it came to for each second it was sent to.
    private const string Tried = """
        async (role) => {
          const video = document.createElement('video');
          video.muted = true;
          video.preload = 'auto';
          const heard = (name) => new Promise((resolve, reject) => {
            video.addEventListener(name, resolve, { once: true });
            video.addEventListener('error', () => reject(new Error(video.error.message)), { once: true });
          });
          const known = heard('loadeddata');
          video.src = document.querySelector(`figure[data-role="${role}"] video`).src;
          await known;
          const came = [];
          for (let second = Math.floor(video.duration - 0.05); second >= 0; second--) {
            const there = heard('seeked');
            video.currentTime = second;
            await there;
            came.push(Math.abs(video.currentTime - second) < 0.001 && video.readyState >= 2 && video.videoWidth > 0 ? 0 : 1);
          }
          return [video.duration, came.length, came.reduce((sum, missed) => sum + missed, 0)];
        }
        """;

    [Fact]
    public async Task Every_second_of_what_a_browser_recorded_can_be_gone_to()
    {
        var (whole, slices) = (Recording("whole.webm"), Recording("slices.webm"));
        var sittings = new[]
        {
            ("SHAPE-1", new Dictionary<string, byte[]>(StringComparer.Ordinal) { ["webcam"] = whole, ["phone"] = Recording("paused.webm"), ["screen"] = Recording("still.webm") }),
            ("SHAPE-2", new Dictionary<string, byte[]>(StringComparer.Ordinal) { ["webcam"] = Firefox.Shaped(whole), ["phone"] = slices, ["screen"] = slices[..(slices.Length * 6 / 10)] }),
        };
        foreach (var (code, recordings) in sittings)
        {
            var delivery = NewSitting.With("01-clean", code, code, recordings);
            var (exitCode, output, errors) = await portal.CommandAsync("import", delivery.FullName);
            Assert.True(exitCode is 0, errors + output);
            delivery.Delete(recursive: true);
        }

        var cases = (await portal.JsonAsync("cases")).Where(item => item.GetProperty("exam").GetString()!.StartsWith("SHAPE-", StringComparison.Ordinal)).ToDictionary(item => item.GetProperty("exam").GetString()!, item => item.GetProperty("number").GetString()!);
        var indexed = (await portal.JsonAsync("sittings")).Where(item => cases.ContainsKey(item.GetProperty("exam").GetString()!)).ToDictionary(item => item.GetProperty("exam").GetString()!, item => item.GetProperty("tracks").EnumerateArray().ToDictionary(track => track.GetProperty("role").GetString()!, track => track.GetProperty("durationSeconds").GetDouble()));
        await CoordinatorSteps.AssignAsync(portal, cases.Values);
        var page = await portal.VisitAsync("reviewer@demo.example");
        foreach (var (code, recordings) in sittings)
        {
            await ReviewSteps.OpenAsync(page, cases[code]);
            foreach (var (number, role) in new[] { "webcam", "phone", "screen" }.Index())
            {
                var tried = await page.EvaluateAsync<double[]>(Tried, number);
                Assert.True(double.IsFinite(tried[0]) && Math.Abs(tried[0] - indexed[code][role]) < 0.1, $"{code} {role} is {tried[0]} s long, indexed as {indexed[code][role]} s");
                Assert.True(tried[1] >= 1 && tried[2] is 0, $"{code} {role}: {tried[2]} of {tried[1]} seconds cannot be gone to");
            }
        }

        await page.Context.CloseAsync();
        // The cut one plays up to its end, which is earlier.
        Assert.InRange(indexed["SHAPE-2"]["screen"], 1, indexed["SHAPE-2"]["phone"] - 0.5);
    }

    private static byte[] Recording(string name) => File.ReadAllBytes(Path.Combine(Places.Root, "tests", "ReviewPortal.Web.Tests", "Media", "Recordings", name));
}
