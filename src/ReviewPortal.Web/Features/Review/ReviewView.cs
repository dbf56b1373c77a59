using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Necessity;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Core.Review;
using ReviewPortal.Core.Writing;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Web.Features.Review;

/// <summary>What a reviewer sees of a case: the test, its allowances, and this person's own work. Of another reviewer's work nothing, until the second opinion has been given.</summary>
public sealed record ReviewView
{
    public required Seat Seat { get; init; }

    /// <summary>Whether this person can still mark, answer and be counted as watching.</summary>
    public required bool CanWork { get; init; }

    /// <summary>The recordings are kept, and neither played nor handed out (AVG 18).</summary>
    public required bool IsRestricted { get; init; }

    /// <summary>A second review is asked for, and nobody has taken it yet.</summary>
    public required bool AwaitsSecond { get; init; }

    public required DateTimeOffset Start { get; init; }

    public required DateTimeOffset End { get; init; }

    public required ImmutableArray<string> Aids { get; init; }

    public required ImmutableArray<Break> Breaks { get; init; }

    public required ImmutableArray<MarkLine> Marks { get; init; }

    /// <summary>The first reviewer's marks, for a second reviewer who has given an opinion; empty before.</summary>
    public required ImmutableArray<MarkLine> FirstMarks { get; init; }

    /// <summary>Whether this person can still mask what stands beside the own marks: until the proces-verbaal is signed.</summary>
    public required bool CanMask { get; init; }

    public required ImmutableArray<MessageLine> Messages { get; init; }

    public required ImmutableArray<TrackCoverage> Watched { get; init; }

    public required ImmutableArray<WatchedSet> Seen { get; init; }

    public required string ViewingNote { get; init; }

    public required string Reasons { get; init; }

    public required SecondOpinion? Opinion { get; init; }

    /// <summary>Both reviews can be laid side by side: the opinion has been given, and this person is one of the two.</summary>
    public bool Compares => Seat is not Seat.None && Opinion is not null;

    public required ImmutableDictionary<CaseAction, Answer> May { get; init; }

    public double Seconds => (End - Start).TotalSeconds;

    /// <summary>From 0 to 1: of the track that was watched least, because that one decides.</summary>
    public double WatchedShare => Watched.IsEmpty ? 1 : Watched.Min(track => track.Watched);

    /// <summary>The breaks that lie in this sitting, in seconds from its start.</summary>
    public IEnumerable<Fragment> BreaksInSitting => Breaks
        .Select(pause => (From: Math.Max(0, (pause.From - Start).TotalSeconds), To: Math.Min(Seconds, (pause.To - Start).TotalSeconds)))
        .Where(pause => pause.To > pause.From)
        .Select(pause => new Fragment(pause.From, pause.To));

    /// <summary>"10:00–10:05", with the seconds when the minutes do not tell beginning and end apart.</summary>
    public IEnumerable<(string From, string To)> BreakTimes(Language language) => Breaks.Select(pause =>
        pause.From.Clock(language) == pause.To.Clock(language)
            ? (pause.From.ClockWithSeconds(language), pause.To.ClockWithSeconds(language))
            : (pause.From.Clock(language), pause.To.Clock(language)));

    public static async Task<ReviewView> OfAsync(CaseFile file, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(file);
        var (me, id) = (file.Actor.Id, file.Case.Id);
        var seat = file.Assignment?.Reviewer == me ? Seat.First : file.Assignment?.SecondReviewer == me ? Seat.Second : Seat.None;
        var seen = file.AllSeen.Where(item => item.Reviewer == me).ToArray();
        var revealed = seat is Seat.Second && file.Assignment?.Opinion is not null;
        var canWork = file.AskToPrepare(CaseAction.AskSecondReview).IsDone || file.AskToPrepare(CaseAction.SupportSuspicion).IsDone;
        var exhibits = await file.Db.Exhibits.AsNoTracking().Where(item => item.Case == id && item.RemovedAt == null).ToListAsync(ct);
        return new ReviewView
        {
            Seat = seat,
            CanWork = canWork,
            CanMask = canWork || file.AskToPrepare(CaseAction.SignProcesVerbaal).IsDone,
            IsRestricted = file.Restriction is not null,
            AwaitsSecond = file.Case.State is CaseState.SecondReview && file.Assignment is { SecondReviewer: null },
            Start = file.Sitting.Start,
            End = file.Sitting.End,
            Aids = file.Exam.AllowedAids,
            Breaks = file.Exam.Breaks,
            Marks = MarkLine.Of(file.AllObservations.Where(mark => mark.By == me), exhibits),
            FirstMarks = revealed ? MarkLine.Of(file.Observations, exhibits) : [],
            Messages = [.. file.Messages.Select(line => new MessageLine(line.Id, line.At, line.From, line.Text))],
            Watched = Coverage.Of(file.Sitting, file.Recordings, seen),
            Seen = [.. seen.Select(item => new WatchedSet(item.Role, item.Speed, item.Fragments))],
            ViewingNote = seat switch { Seat.First => file.Assignment!.ViewingNote, Seat.Second => file.Assignment!.SecondViewingNote, _ => "" },
            Reasons = seat is Seat.Second ? file.Assignment!.OpinionReasons : "",
            Opinion = file.Assignment?.Opinion,
            May = file.AskEach(Enum.GetValues<CaseAction>()),
        };
    }
}

/// <summary>In which capacity somebody sits before the recordings.</summary>
public enum Seat
{
    None,
    First,
    Second,
}

public sealed record MarkLine(Guid Id, Fragment Fragment, Ground Category, string Seen, string Inference, long? FromSignal)
{
    public bool CarriesReport { get; init; }

    public ImmutableArray<long> Signals { get; init; } = [];

    public ImmutableArray<long> Messages { get; init; } = [];

    public ImmutableArray<ExhibitLine> Exhibits { get; init; } = [];

    public static ImmutableArray<MarkLine> Of(IEnumerable<Observation> marks, IReadOnlyCollection<Exhibit> exhibits)
    {
        var all = marks.ToArray();
        var lines = ExhibitLine.Of(all, exhibits);
        return [.. all.Select(mark => new MarkLine(mark.Id, mark.Fragment, mark.Category, mark.Seen, mark.Inference, mark.FromSignal)
        {
            CarriesReport = mark.CarriesReport, Signals = mark.Signals, Messages = mark.Messages, Exhibits = [.. lines[mark.Id]],
        })];
    }
}

public sealed record MessageLine(long Id, double At, MessageFrom From, string Text);

public sealed record WatchedSet(TrackRole Role, SpeedClass Speed, ImmutableArray<Fragment> Fragments);
