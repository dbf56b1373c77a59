using ReviewPortal.Journeys;

namespace ReviewPortal.Benchmarks.Player;

/// <summary>The goals of the player, G1 to G12, each against three videos that are told to play: on the real review page of the real portal in a real Chromium.</summary>
internal static class PlayerLine
{
    public static async Task<string> RunAsync(Asked asked)
    {
        foreach (var tool in new[] { "chromium", "ffmpeg" })
        {
            if (Places.Find(tool) is null) return $"player: left out, because {tool} is not installed.";
        }

        var parts = new Part[]
        {
            new(["G1", "G2", "G3"], Sitting.LongAsync, SyncGoals.RunAsync),
            new(["G1", "real"], RealRecording.MakeAsync, ShapeGoals.RunRealAsync),
            new(["G1", "gap"], Sitting.GapAsync, ShapeGoals.RunGapAsync),
            new(["G1", "skewed"], Sitting.SkewedAsync, ShapeGoals.RunSkewedAsync),
            new(["G4"], Sitting.LongAsync, SeekGoals.RunAsync),
            new(["G4"], Sitting.FineAsync, SeekGoals.RunFineAsync),
            new(["G5"], Sitting.LongAsync, OpeningGoal.RunAsync),
            new(["G6"], () => Sitting.LargeAsync((asked.Megabytes ?? 1024) * 1024 * 1024), LargeGoal.RunAsync),
            new(["G7"], Sitting.SignalsAsync, SignalGoals.RunAsync),
            new(["G7"], Sitting.MillionAsync, SignalGoals.RunMillionAsync),
            new(["G8"], Sitting.LongAsync, ServingGoal.RunAsync),
            new(["G9"], Sitting.WatchedAsync, CoverageGoal.RunAsync),
            new(["G10"], Sitting.SignalsAsync, AccessGoal.RunAsync),
            new(["G11"], Sitting.UnevenAsync, StepGoal.RunAsync),
            new(["G12"], Sitting.FineAsync, QuietGoal.RunAsync),
        };
        Part[] wanted = [.. parts.Where(part => part.Goals.Any(asked.WantsGoal))];
        var sittings = new Dictionary<string, Sitting>(StringComparer.Ordinal);
        foreach (var part in wanted)
        {
            part.Sitting = await part.SittingAsync();
            sittings.TryAdd(part.Sitting.Name, part.Sitting);
        }

        await Console.Error.WriteLineAsync($"  {sittings.Count} sittings in {Sitting.Cache}");
        await using var stage = await Stage.OpenAsync(sittings.Values);
        var rows = new List<GoalRow>();
        foreach (var part in wanted) rows.AddRange(await MeasureAsync(part, stage, asked));
        return GoalTable.Of(rows);
    }

    // What breaks in one part must not cost the figures of the others.
    private static async Task<IReadOnlyList<GoalRow>> MeasureAsync(Part part, Stage stage, Asked asked)
    {
        await Console.Error.WriteLineAsync($"  {string.Join(", ", part.Goals)} ...");
        try
        {
            var rows = await part.RunAsync(stage, part.Sitting!, asked);
            foreach (var row in rows) await Console.Error.WriteAsync("    " + row.Line());
            return rows;
        }
        catch (Exception failure) when (failure is TimeoutException or InvalidOperationException or Microsoft.Playwright.PlaywrightException)
        {
            await Console.Error.WriteLineAsync(failure.ToString());
            return [new(string.Join(", ", part.Goals), "could not be measured", "", [double.NaN], null, null, failure.Message.ReplaceLineEndings(" "))];
        }
    }

    private sealed record Part(string[] Goals, Func<Task<Sitting>> SittingAsync, Func<Stage, Sitting, Asked, Task<IReadOnlyList<GoalRow>>> RunAsync)
    {
        public Sitting? Sitting { get; set; }
    }
}
