using System.Collections.Immutable;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Core.Review;
using ReviewPortal.Core.Writing;

namespace ReviewPortal.Core.ProcesVerbaal;

/// <summary>On what the record rests: who watched what and how completely, the files with their hashes and gaps, the supplier's signals.</summary>
internal static class SourceSections
{
    public static Section WhoWatchedWhat(ProcesVerbaalMatter matter, Language language)
    {
        var blocks = ImmutableArray.CreateBuilder<Block>();
        blocks.Add(Text("Watched.By", language, matter.Review.ReviewerName));
        if (matter.Viewed is { } viewed)
        {
            blocks.Add(viewed.First == viewed.Last
                ? Text("Watched.On", language, matter.Institution, viewed.First.InWords(language))
                : Text("Watched.Between", language, matter.Institution, viewed.First.InWords(language), viewed.Last.InWords(language)));
        }

        if (!matter.Watched.IsEmpty)
        {
            blocks.Add(new Table(
                ProcesVerbaalTexts.Columns(language, "Track", "Watched", "UpTo2", "Heard", "Unseen"),
                [2, 1.4, 1.7, 1.7, 2.4],
                [.. matter.Watched.Select(track => Row(track, language))]));
        }

        if (matter.Review.ViewingNote.Length > 0) blocks.Add(Text("Watched.Note", language, matter.Review.ViewingNote));
        return new Section(ProcesVerbaalTexts.Of("Heading.Watched", language), blocks.ToImmutable());
    }

    /// <summary>How completely the second reviewer watched, before the opinion.</summary>
    public static IEnumerable<Block> SecondViewing(ProcesVerbaalMatter matter, Language language)
    {
        if (matter.WatchedSecond.IsEmpty) yield break;
        if (Coverage.AreWhole(matter.WatchedSecond)) yield return Text("Watched.Second", language, matter.WatchedSecond.Shares(language));
        if (matter.Review.SecondViewingNote.Length > 0) yield return Text("Watched.Note", language, matter.Review.SecondViewingNote);
    }

    public static Section Sources(ProcesVerbaalMatter matter, Language language)
    {
        var gaps = TrackFacts.Of(matter.Sitting, matter.Recordings).Where(track => !track.Missing.IsEmpty)
            .Select(track => ProcesVerbaalTexts.Of("Sources.Gap", language, RecordingTexts.Of(track.Role, language), string.Join(", ", track.Missing), track.Covered.Percent(language)))
            .ToImmutableArray();
        return ProcesVerbaalWriter.Section("Heading.Sources", language,
        [
            Text("Sources.Supplier", language, matter.Sitting.Supplier),
            Text("Sources.Used", language, Used(matter, language)),
            new Table(
                ProcesVerbaalTexts.Columns(language, "File", "Length", "Sha256"),
                [2.4, 1.4, 5.2],
                [.. matter.Recordings.Select(file => Row(file, language))]),
            .. gaps.IsEmpty ? ImmutableArray.Create<Block>(Text("Sources.NoGaps", language)) : [Text("Sources.Gaps", language), new BulletList(gaps)],
            .. MeasuredBlocks.Of(matter, language),
        ]);
    }

    public static Section Signals(ProcesVerbaalMatter matter, Language language)
    {
        var unanswered = matter.Signals - matter.SignalAnswers.Length;
        return ProcesVerbaalWriter.Section("Heading.Signals", language,
        [
            Text("Signals.NoVerdict", language),
            Text("Signals.Count", language, matter.Signals, matter.SignalAnswers.Count(answer => answer.Confirmed), matter.SignalAnswers.Count(answer => !answer.Confirmed)),
            .. unanswered > 0 ? ImmutableArray.Create<Block>(Text("Signals.Unanswered", language, unanswered)) : [],
        ]);
    }

    // Pictures and sound first, then the kinds of events, each by the name the protocol gives it (UU-REV-4).
    private static string Used(ProcesVerbaalMatter matter, Language language)
    {
        var tracks = matter.Recordings.Select(file => file.Role).Distinct().Order().Select(role => RecordingTexts.Of(role, language));
        var sound = matter.Recordings.Any(file => file.HasSound) ? [ProcesVerbaalTexts.Of("Sources.Sound", language)] : Array.Empty<string>();
        var events = matter.Sources.Select(source => $"{RecordingTexts.Of(source.Key, language)} ({source.Value})");
        return tracks.Concat(sound).Concat(events).Enumerate(language);
    }

    private static ImmutableArray<string> Row(TrackCoverage track, Language language) =>
    [
        RecordingTexts.Of(track.Role, language),
        track.Watched.Percent(language),
        track.UpTo2.Percent(language),
        track.Heard?.Percent(language) ?? "–",
        track.Unseen.IsEmpty ? "–" : string.Join(", ", track.Unseen),
    ];

    private static ImmutableArray<string> Row(Recording file, Language language) =>
        [$"{RecordingTexts.Of(file.Role, language)}: {file.File}", Timecode.Of(file.DurationSeconds), file.Sha256];

    private static Paragraph Text(string key, Language language, params object?[] fill) => new(ProcesVerbaalTexts.Of(key, language, fill));
}
