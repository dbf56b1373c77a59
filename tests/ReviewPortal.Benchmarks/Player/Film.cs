namespace ReviewPortal.Benchmarks.Player;

/// <summary>One recorded track: which frame has which moment. The frames of the footage come round again and again.</summary>
/// <param name="Offset">Seconds from the sitting's start to its time zero.</param>
/// <param name="Moments">Of the frames, in milliseconds of the file.</param>
internal sealed record Film(string Role, Footage Footage, double Offset, int[] Moments, bool HasSound = false)
{
    private const int LongestCluster = 30_000;

    public double Seconds => (Moments[^1] / 1000.0) + (1.0 / Footage.Camera.Rate);

    /// <summary>The frame that is on the screen at this moment of the file.</summary>
    public int At(double seconds)
    {
        var found = Array.BinarySearch(Moments, (int)Math.Floor((seconds * 1000) + 0.01));
        return Math.Max(0, found >= 0 ? found : ~found - 1);
    }

    /// <summary>How many frames the one shown lies behind the one that should be: the strip tells it up to half its round.</summary>
    public int Behind(double seconds, int shown)
    {
        var round = Footage.Frames.Count;
        var behind = (At(seconds) - shown) % round;
        return behind > round / 2 ? behind - round : behind < -round / 2 ? behind + round : behind;
    }

    /// <summary>Frames at an even rate.</summary>
    public static int[] Even(Camera camera, double seconds, double stretch = 1) =>
        [.. Enumerable.Range(0, (int)(seconds * camera.Rate)).Select(frame => (int)Math.Round(frame * 1000.0 / camera.Rate * stretch))];

    /// <summary>As a browser records a screen: a frame when something moves, and now and then nothing for sixteen seconds.</summary>
    public static int[] Uneven(double seconds)
    {
        int[] steps = [200, 40, 120, 400, 67, 1000, 33, 250, 90];
        var moments = new List<int>();
        for (var (at, frame) = (0, 0); at < seconds * 1000; frame++)
        {
            moments.Add(at);
            at += frame % 80 is 79 ? 16_000 : steps[frame % steps.Length];
        }

        return [.. moments];
    }

    /// <summary>The same with nothing between two moments.</summary>
    public static int[] Without(int[] moments, double from, double to) => [.. moments.Where(moment => moment < from * 1000 || moment >= to * 1000)];

    /// <summary>Writes it as a browser does: no duration, no index, nothing with a size that a live recorder could not know.</summary>
    public void Write(string path)
    {
        using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, 1024 * 1024);
        var camera = Footage.Camera;
        file.Write(LongRecording.Head(camera.Width, camera.Height, HasSound));
        var (cluster, packet) = (long.MinValue / 2, 0);
        foreach (var (number, moment) in Moments.Index())
        {
            var frame = Footage.Frames[number % Footage.Frames.Count];
            for (; HasSound && packet * Footage.PacketMilliseconds < moment; packet++) Sound(file, ref cluster, packet);
            if (Footage.IsKey(frame) || moment - cluster > LongestCluster) Begin(file, ref cluster, moment);
            LongRecording.Block(file, 1, (int)(moment - cluster), Footage.IsKey(frame) ? (byte)0x80 : (byte)0, frame.Span);
        }
    }

    private void Sound(FileStream file, ref long cluster, int packet)
    {
        var moment = packet * Footage.PacketMilliseconds;
        if (moment - cluster > LongestCluster) Begin(file, ref cluster, moment);
        LongRecording.Block(file, 2, (int)(moment - cluster), 0x80, Footage.Sound[packet % Footage.Sound.Count].Span);
    }

    private static void Begin(FileStream file, ref long cluster, long moment) => LongRecording.Cluster(file, cluster = moment);
}
