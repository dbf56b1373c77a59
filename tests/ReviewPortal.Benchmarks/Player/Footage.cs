using System.Diagnostics;

namespace ReviewPortal.Benchmarks.Player;

/// <summary>What a camera sees for a while, coded once by ffmpeg; a recording of any length repeats it.</summary>
/// <param name="Frames">How many; the number of each stands in its upper edge, so that the pixels say which one is shown.</param>
/// <param name="Key">Every how many frames a key frame comes.</param>
internal sealed record Camera(string Name, int Width, int Height, int Rate, int Kilobits, int Frames, int Key)
{
    /// <summary>Cells of the strip of numbers: black for 0, white for 1, the lowest bit first.</summary>
    public const int Cells = 14;

    /// <summary>The width and height of a cell, in pixels.</summary>
    public const int Cell = 32;

    public static Camera Webcam { get; } = new("webcam", 640, 480, 20, 470, 2400, 100);

    public static Camera Phone { get; } = new("phone", 1280, 720, 15, 700, 1800, 100);

    public static Camera Screen { get; } = new("screen", 1920, 1080, 5, 500, 600, 100);

    /// <summary>The same with a key frame every two seconds, as a recorder makes that is asked for it.</summary>
    public Camera Fine => this with { Name = Name + "-fine", Frames = 40 * Rate, Key = 2 * Rate };

    public double Seconds => Frames / (double)Rate;
}

/// <summary>The frames and the sound of a camera, one by one.</summary>
internal sealed record Footage(Camera Camera, IReadOnlyList<ReadOnlyMemory<byte>> Frames, IReadOnlyList<ReadOnlyMemory<byte>> Sound)
{
    /// <summary>A packet of sound lasts so long.</summary>
    public const int PacketMilliseconds = 20;

    private const int PacketBytes = 60;
    private const int IvfHead = 32;
    private const int IvfFrameHead = 12;

    public static bool IsKey(ReadOnlyMemory<byte> frame) => (frame.Span[0] & 1) is 0;

    /// <summary>Takes what an earlier run has left in the folder.</summary>
    public static async Task<Footage> OfAsync(Camera camera, string folder)
    {
        var (film, sound) = (Path.Combine(folder, camera.Name + ".ivf"), Path.Combine(folder, "sound.opus"));
        var numbers = $"color=black:s={Camera.Cells * Camera.Cell}x{Camera.Cell}:r={camera.Rate},geq=lum='16+219*mod(floor(N/pow(2,floor(X/{Camera.Cell}))),2)':cb=128:cr=128";
        await MakeAsync(
            film,
            "-f", "lavfi", "-i", $"testsrc2=s={camera.Width}x{camera.Height}:r={camera.Rate}", "-f", "lavfi", "-i", numbers, "-filter_complex", "overlay=0:0", "-frames:v", $"{camera.Frames}",
            "-c:v", "libvpx", "-deadline", "realtime", "-cpu-used", "8", "-b:v", $"{camera.Kilobits}k", "-g", $"{camera.Key}", "-keyint_min", $"{camera.Key}", "-f", "ivf");
        // Of a constant rate, so that every packet has the same size and no container has to be read.
        await MakeAsync(sound, "-f", "lavfi", "-i", "sine=frequency=300:sample_rate=48000:duration=60", "-map", "0:a", "-c:a", "libopus", "-b:a", "24k", "-vbr", "off", "-frame_duration", $"{PacketMilliseconds}", "-f", "data");
        var packets = await File.ReadAllBytesAsync(sound);
        return new(camera, Split(await File.ReadAllBytesAsync(film)), [.. Enumerable.Range(0, packets.Length / PacketBytes).Select(packet => (ReadOnlyMemory<byte>)packets.AsMemory(packet * PacketBytes, PacketBytes))]);
    }

    private static List<ReadOnlyMemory<byte>> Split(byte[] ivf)
    {
        var frames = new List<ReadOnlyMemory<byte>>();
        for (var at = IvfHead; at + IvfFrameHead < ivf.Length;)
        {
            var size = BitConverter.ToInt32(ivf, at);
            frames.Add(ivf.AsMemory(at + IvfFrameHead, size));
            at += IvfFrameHead + size;
        }

        return frames;
    }

    private static async Task MakeAsync(string path, params string[] arguments)
    {
        if (File.Exists(path)) return;
        var half = path + ".half";
        using var ffmpeg = Process.Start(new ProcessStartInfo("ffmpeg", ["-v", "error", "-y", .. arguments, half]) { UseShellExecute = false, RedirectStandardError = true })!;
        var said = await ffmpeg.StandardError.ReadToEndAsync();
        await ffmpeg.WaitForExitAsync();
        if (ffmpeg.ExitCode is not 0) throw new InvalidOperationException($"ffmpeg: {said}");
        File.Move(half, path, overwrite: true);
    }
}
