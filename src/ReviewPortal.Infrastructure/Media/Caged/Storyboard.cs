using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace ReviewPortal.Infrastructure.Media.Caged;

/// <summary>Small pictures of key frames on one sheet, row by row, each with the exact time that the index knows of it.</summary>
public sealed partial class Storyboard
{
    public const int Columns = 10, MostPictures = 60, PictureWidth = 160;
    private const int MostBytes = 8 * 1024 * 1024;

    private readonly List<double> _times = [];
    private readonly FrameTimes _frames;
    private double _tick;

    private Storyboard(FrameTimes frames) => _frames = frames;

    /// <summary>JPEG.</summary>
    public byte[] Sheet { get; private set; } = [];

    /// <summary>In seconds from the file's time zero.</summary>
    public ImmutableArray<double> Times => [.. _times.Take(MostPictures)];

    /// <returns>Null when there are no key frames, or it cannot be made.</returns>
    internal static async Task<Storyboard?> MakeAsync(Cage cage, MediaSource source, MediaIndex index, TimeSpan limit, Action<long>? fed, CancellationToken ct)
    {
        var keys = Enumerable.Range(0, index.Frames.Count).Count(index.Frames.IsKey);
        if (keys is 0) return null;
        var each = (keys + MostPictures - 1) / MostPictures;
        var rows = (((keys + each - 1) / each) + Columns - 1) / Columns;
        var board = new Storyboard(index.Frames);
        var filter = string.Create(CultureInfo.InvariantCulture, $"select='not(mod(n\\,{each}))',scale={PictureWidth}:-2,showinfo=checksum=0,tile={Columns}x{rows}");
        var result = await cage.RunAsync(
            new CagedJob(CagedTool.Ffmpeg, ["-copyts", "-threads", "1", "-skip_frame", "nokey", .. Cage.Reading(source.Container), "-i", "pipe:0", "-map", "0:v:0", "-vf", filter, "-frames:v", "1", "-vsync", "0", "-f", "image2pipe", "-c:v", "mjpeg", "-q:v", "5", "pipe:1"])
            {
                Limit = limit,
                MostOutput = MostBytes,
                Feed = (to, stop) => CagedFeed.CopyAsync(source, to, stop),
                Output = board.ReadAsync,
                Line = board.Hear,
                Fed = fed,
            },
            ct);
        return result.IsDone && board.Sheet is [0xFF, 0xD8, ..] && board._times.Count > 0 ? board : null;
    }

    private async Task ReadAsync(Stream output, CancellationToken ct)
    {
        using var sheet = new MemoryStream();
        await output.CopyToAsync(sheet, ct);
        Sheet = sheet.ToArray();
    }

    private void Hear(string line)
    {
        if (TimeBase().Match(line) is { Success: true } b) _tick = Number(b, "one") / Math.Max(1, Number(b, "of"));
        else if (Picture().Match(line) is { Success: true } picture) _times.Add(_frames.Nearest(Math.Max(0, Number(picture, "pts") * _tick)));
    }

    private static double Number(Match match, string name) => double.Parse(match.Groups[name].ValueSpan, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\[Parsed_showinfo_\d+ @ 0x[0-9a-f]+\] config in time_base: (?<one>\d{1,9})/(?<of>\d{1,9}),", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TimeBase();

    [GeneratedRegex(@"^\[Parsed_showinfo_\d+ @ 0x[0-9a-f]+\] n: *\d+ pts: *(?<pts>-?\d{1,18}) ", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Picture();
}
