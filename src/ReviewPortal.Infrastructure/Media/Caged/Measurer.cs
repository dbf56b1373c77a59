using System.Collections.Immutable;
using System.Globalization;
using ReviewPortal.Core.Recordings;

namespace ReviewPortal.Infrastructure.Media.Caged;

/// <summary>What was measured in a recording.</summary>
/// <param name="Waveform">In the format of <see cref="Caged.Waveform"/>; null without sound.</param>
/// <param name="Storyboard">A JPEG; null without a picture.</param>
public sealed record Measured(RecordingFacts Facts, byte[]? Waveform, byte[]? Storyboard);

/// <summary>Measures a recording by decoding it once, and looks at its key frames in a second, quicker reading.</summary>
public sealed class Measurer(Cage cage, TimeProvider clock)
{
    // ffmpeg writes its times in six digits: after three hours that is a tenth of a second, and the index knows the frame.
    private const double Rounding = 0.06;
    private const double PictureShare = 0.15;

    /// <param name="progress">Hears a share from 0 to 1.</param>
    /// <returns>Null when there is no ffmpeg on this machine.</returns>
    /// <exception cref="IOException">The recording itself cannot be read.</exception>
    public async Task<Measured?> RunAsync(Guid recording, MediaSource source, MediaIndex index, Action<double>? progress, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(index);
        var state = await cage.StateAsync();
        if (!state.HasFfmpeg) return null;

        var (sound, picture) = (index.Tracks.FirstOrDefault(track => track is { Kind: MediaTrackKind.Audio, Blocks: > 0 }), index.Video is { Blocks: > 0 } video ? video : null);
        var (log, waveform) = (new MeasureLog(), new Waveform());
        // Slower than it lasts is no machine to review on either.
        var limit = TimeSpan.FromSeconds(Math.Clamp(index.DurationSeconds * 2, 300, 24 * 3600)) + source.Waits;
        var whole = Math.Max(1, source.Length);
        var result = picture is null && sound is null ? new CagedResult(CagedEnd.Failed, "") : await cage.RunAsync(
            new CagedJob(CagedTool.Ffmpeg, Arguments(source, picture, sound))
            {
                Limit = limit,
                MostOutput = (long)(index.DurationSeconds + 60) * Waveform.SampleRate * 2,
                Feed = (to, stop) => CagedFeed.CopyAsync(source, to, stop),
                Output = waveform.ReadAsync,
                Line = log.Hear,
                Fed = fed => progress?.Invoke(Math.Min(1, fed / (double)whole) * (1 - PictureShare)),
            },
            ct);
        var board = result.IsDone && picture is not null
            ? await Storyboard.MakeAsync(cage, source, index, limit, fed => progress?.Invoke(1 - PictureShare + (Math.Min(1, fed / (double)whole) * PictureShare)), ct)
            : null;
        return new Measured(Facts(recording, index, picture, sound, log, result.End, state, board), result.IsDone && sound is not null ? waveform.ToBytes() : null, board?.Sheet);
    }

    private static ImmutableArray<string> Arguments(MediaSource source, MediaTrack? picture, MediaTrack? sound) =>
    [
        "-copyts", "-threads", "1", .. Cage.Reading(source.Container), "-i", "pipe:0",
        .. picture is null ? [] : ImmutableArray.Create("-map", "0:v:0", "-vf", Text($"blackdetect=d={MeasuringThresholds.BlackSeconds}:pic_th={MeasuringThresholds.BlackPercent / 100.0}:pix_th=0.10,freezedetect=n=-{MeasuringThresholds.FrozenDecibels}dB:d={MeasuringThresholds.FrozenSeconds}"), "-f", "null", "-"),
        // Counted and listened to as it is; only then put on the file's clock, with nothing where nothing was.
        .. sound is null ? [] : ImmutableArray.Create("-map", "0:a:0", "-af", Text($"astats=measure_perchannel=none:measure_overall=Number_of_samples,silencedetect=n=-{MeasuringThresholds.SilentDecibels}dB:d={MeasuringThresholds.SilentSeconds}:mono=0,aresample={Waveform.SampleRate}:async=1:first_pts=0,aformat=channel_layouts=mono:sample_fmts=s16"), "-f", "s16le", "pipe:1"),
    ];

    private RecordingFacts Facts(Guid recording, MediaIndex index, MediaTrack? picture, MediaTrack? sound, MeasureLog log, CagedEnd end, CageState state, Storyboard? board)
    {
        var missing = index.Missing.Select(hole => new Fragment(hole.From / 1000.0, hole.To / 1000.0)).ToArray();
        var done = end is CagedEnd.Done;
        return new RecordingFacts
        {
            Recording = recording,
            Version = RecordingFacts.Newest,
            MeasuredAt = clock.GetUtcNow(),
            MeasuredWith = state.With,
            End = end switch { CagedEnd.Done => MeasuringEnd.Measured, CagedEnd.Failed => MeasuringEnd.Unreadable, _ => MeasuringEnd.Stopped },
            Flaws = (RecordingFlaws)(int)index.Flaws,
            Black = done && picture is not null ? Lasting(log.Black.Select(black => OnFrames(black, index, picture)), missing, MeasuringThresholds.BlackSeconds) : [],
            Frozen = done && picture is not null ? Lasting(log.Frozen(picture.EndSeconds).Select(frozen => OnFrames(frozen, index, picture)).Concat(StoodStill(index)), missing, MeasuringThresholds.FrozenSeconds) : [],
            Silent = done && sound is not null ? Lasting(log.Silent(sound.EndSeconds), missing, MeasuringThresholds.SilentSeconds) : [],
            Pictures = board?.Times ?? [],
            PictureFrom = picture?.FirstSeconds,
            PictureTo = picture?.EndSeconds,
            SoundFrom = sound?.FirstSeconds,
            SoundTo = sound?.EndSeconds,
            SoundHeard = done && sound is { SampleRate: > 0 } && log.Samples is { } samples ? samples / (double)Rate(sound) : null,
        };
    }

    // Opus is always decoded at 48 kHz, whatever its header says it was recorded at (RFC 7845, 5.1).
    private static int Rate(MediaTrack sound) => sound.Codec.Contains("opus", StringComparison.OrdinalIgnoreCase) ? 48000 : sound.SampleRate;

    // On the moments of the index; what lasts up to the last frame lasts as long as that frame.
    private static Fragment OnFrames(Fragment stretch, MediaIndex index, MediaTrack picture)
    {
        var (from, to) = (index.Frames.Nearest(stretch.From), index.Frames.Nearest(stretch.To));
        from = Math.Abs(from - stretch.From) <= Rounding ? from : stretch.From;
        to = Math.Abs(to - stretch.To) <= Rounding ? to : stretch.To;
        if (index.Frames.Count > 0 && to >= index.Frames[index.Frames.Count - 1] / 1000.0) to = Math.Max(to, picture.EndSeconds);
        return new Fragment(Math.Min(from, to), to);
    }

    // A recorder writes no frame while nothing changes: that is a picture that stands still too.
    private static IEnumerable<Fragment> StoodStill(MediaIndex index) => Enumerable.Range(1, Math.Max(0, index.Frames.Count - 1))
        .Where(frame => index.Frames[frame] - index.Frames[frame - 1] >= MeasuringThresholds.FrozenSeconds * 1000)
        .Select(frame => new Fragment(index.Frames[frame - 1] / 1000.0, index.Frames[frame] / 1000.0));

    // What is missing is named as missing, and not as black or silent too.
    private static ImmutableArray<Fragment> Lasting(IEnumerable<Fragment> found, Fragment[] missing, double seconds) =>
        [.. FragmentSet.Of(found).Without(missing).Fragments.Where(fragment => fragment.Seconds >= seconds - Rounding)];

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
