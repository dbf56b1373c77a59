using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Core.Review;
using ReviewPortal.Web.Access;
using ReviewPortal.Web.Ui;
using ReviewPortal.Web.Ui.Playback;

namespace ReviewPortal.Web.Features.Review;

/// <summary>Everything the stage in the browser starts with; times in seconds from the sitting's start.</summary>
public sealed record StageSetup
{
    public required double Length { get; init; }

    /// <summary>The wall clock at second zero, in milliseconds since 1970.</summary>
    public required long StartsAt { get; init; }

    public required bool CanWork { get; init; }

    /// <summary>Where to begin; null for the first moment that has not been watched.</summary>
    public required double? At { get; init; }

    /// <summary>Under which name the tab keeps what was watched and not yet told.</summary>
    public required string Store { get; init; }

    /// <summary>Where the signals are; empty while they are hidden from this reviewer.</summary>
    public required string Signals { get; init; }

    /// <summary>Where the frames beside the marks are sent.</summary>
    public required string Exhibits { get; init; }
    public required IReadOnlyList<PreviewSetup> Previews { get; init; }

    public required IReadOnlyList<TrackSetup> Tracks { get; init; }

    public required IReadOnlyList<double[]> Breaks { get; init; }

    /// <summary>Stretches that may be played faster, when the reviewer wants that.</summary>
    public required IReadOnlyList<double[]> Quiet { get; init; }

    public required IReadOnlyList<MessageBar> Messages { get; init; }

    public required IReadOnlyList<MarkBar> Marks { get; init; }

    /// <summary>By track, then by class of speed, the stretches that were watched.</summary>
    public required IReadOnlyList<IReadOnlyList<double[][]>> Seen { get; init; }

    public required TrackTexts TrackTexts { get; init; }

    public required StageTexts Texts { get; init; }

    public static StageSetup Of(CaseHead head, OpenedSitting opened, ReviewView view, StageMade made, PersonId by, TrackTexts trackTexts, StageTexts texts, double? at)
    {
        ArgumentNullException.ThrowIfNull(head);
        ArgumentNullException.ThrowIfNull(opened);
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(made);
        return new StageSetup
        {
            Length = opened.Seconds,
            StartsAt = view.Start.ToUnixTimeMilliseconds(),
            CanWork = view.CanWork,
            At = at is { } moment && double.IsFinite(moment) ? Math.Clamp(moment, 0, opened.Seconds) : null,
            Store = $"seen.{head.Id}.{by}",
            Signals = made.HidesSignals ? "" : Links.Signals(head.Number),
            Exhibits = Links.Exhibits(head.Number),
            Previews = made.Previews,
            Tracks = [.. opened.Tracks.Select(track => TrackSetup.Of(track, part => part with { Frames = Links.Frames(head.Number, part.Recording), Loudness = Links.Loudness(head.Number, part.Recording) }))],
            Breaks = [.. view.BreaksInSitting.Select(Pair)],
            Quiet = [.. opened.Quiet.Fragments.Select(Pair)],
            Messages = [.. view.Messages.Select(line => new MessageBar(line.At, line.From is MessageFrom.Candidate, line.Text))],
            Marks = [.. view.Marks.Select(mark => MarkBar.Of(mark, isOpen: false))],
            Seen = [.. Enum.GetValues<TrackRole>().Select(role => Enum.GetValues<SpeedClass>().Select(speed => Stretches(view, role, speed)).ToArray())],
            TrackTexts = trackTexts,
            Texts = texts,
        };
    }

    private static double[][] Stretches(ReviewView view, TrackRole role, SpeedClass speed) =>
        [.. view.Seen.Where(item => item.Role == role && item.Speed == speed).SelectMany(item => item.Fragments).Select(Pair)];

    private static double[] Pair(Fragment fragment) => [fragment.From, fragment.To];
}

/// <summary>A line of the chat as the timeline draws it.</summary>
/// <param name="Mine">From the candidate, whose reports alone open the route of force majeure.</param>
public sealed record MessageBar(double At, bool Mine, string Text);

/// <summary>A mark as the timeline draws it.</summary>
/// <param name="Favour">It speaks for the student, and has a form of its own.</param>
public sealed record MarkBar(Guid Id, double From, double To, string Label, string Text, bool Open, bool Favour, long? Signal)
{
    public static MarkBar Of(MarkLine mark, bool isOpen)
    {
        ArgumentNullException.ThrowIfNull(mark);
        return new(mark.Id, mark.Fragment.From, mark.Fragment.To, LabelOf(mark.Category), mark.Category.Name(Here.Language), isOpen, mark.Category.Kind is GroundKind.Exculpatory, mark.FromSignal);
    }

    public static string LabelOf(Ground? category) => category?.Letter?.ToString() ?? (category?.Kind is GroundKind.Exculpatory ? "+" : "");
}
