using System.Collections.Immutable;

namespace ReviewPortal.Infrastructure.Media.Caged;

/// <summary>Copies what can be read of a damaged recording into a sound container, without decoding it. The damaged one stays as it is.</summary>
public sealed class Repairer(Cage cage)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(30);

    /// <param name="keep">Reads the repaired copy; what it kept is worth nothing when the answer is no.</param>
    /// <returns>False when there is no ffmpeg on this machine, or it can read nothing in it.</returns>
    public async Task<bool> RunAsync(MediaSource source, Func<Stream, CancellationToken, Task> keep, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(source);
        // Only a table of contents is added: more than twice as long is no copy.
        var job = new CagedJob(CagedTool.Ffmpeg, ["-err_detect", "ignore_err", .. Cage.Reading(source.Container), "-i", "pipe:0", "-map", "0:v:0?", "-map", "0:a:0?", "-c", "copy", .. Into(source.Container), "pipe:1"])
        {
            Limit = Limit,
            MostOutput = (2 * source.Length) + (1024 * 1024),
            Feed = (to, stop) => CagedFeed.CopyAsync(source, to, stop),
            Output = keep,
        };
        return (await cage.RunAsync(job, ct)).IsDone;
    }

    // What can be written without going back.
    private static ImmutableArray<string> Into(MediaContainer container) =>
        container is MediaContainer.Mp4 ? ["-f", "mp4", "-movflags", "frag_keyframe+empty_moov+default_base_moof"] : ["-f", "matroska"];
}
