using System.Collections.Immutable;
using ReviewPortal.Core.Calendar;

namespace ReviewPortal.Core.Letters;

/// <summary>Where a notification stands.</summary>
public enum NotificationStand
{
    Waiting,
    Accepted,
    Doubtful,
    Failed,
    Bounced,

    /// <summary>Another one went out in its place.</summary>
    Replaced,
}

/// <summary>What became of a notification, as its tries tell.</summary>
/// <param name="Tries">In order.</param>
/// <param name="Bounce">Null when nobody reported that it came back.</param>
/// <param name="IsReplaced">A later one went out in its place.</param>
/// <param name="IsOpened">The student opened the letter: it has reached the student, whatever became of the mail.</param>
public sealed record NotificationProgress(Notification Notification, ImmutableArray<MailTry> Tries, Bounce? Bounce, bool IsReplaced, bool IsOpened)
{
    /// <summary>Half of the 48 hours: somebody can still do something about it (Awb 2:10 lid 1).</summary>
    public static readonly TimeSpan AlarmAfter = TimeSpan.FromHours(24);

    /// <summary>Mail servers give up after four to five days (RFC 5321, 4.5.4.1); so does the portal.</summary>
    public static readonly TimeSpan GiveUpAfter = TimeSpan.FromDays(5);

    // In minutes. A server that asks to come back mostly means minutes; one that is down is not helped by asking often.
    private static readonly ImmutableArray<int> Pauses = [1, 5, 15, 30, 60, 120];
    private const int LongestPause = 240;

    /// <summary>What mail servers reported about it, in order of taking in.</summary>
    public ImmutableArray<ReportAnswer> Reports { get; init; } = [];

    public MailTry? Last => Tries.LastOrDefault();

    /// <summary>When a server took it; null as long as none did.</summary>
    public DateTimeOffset? AcceptedAt => Tries.FirstOrDefault(item => item.End is MailEnd.Accepted)?.EndedAt;

    public NotificationStand StandAt(DateTimeOffset now) =>
        IsReplaced ? NotificationStand.Replaced
        : Bounce is not null ? NotificationStand.Bounced
        : AcceptedAt is not null ? NotificationStand.Accepted
        : Last?.End switch
        {
            MailEnd.Doubtful => NotificationStand.Doubtful,
            MailEnd.Refused or MailEnd.NoAddress => NotificationStand.Failed,
            _ => now >= Notification.At + GiveUpAfter ? NotificationStand.Failed : NotificationStand.Waiting,
        };

    /// <summary>The reports from which it may not have been delivered, as long as nobody has said whether that is so: one answer is for all of them. None when the student opened the letter.</summary>
    public ImmutableArray<MailReport> QuestionsAt(DateTimeOffset now) => IsOpened || !CanComeBack(now) ? [] : [.. Reports.Where(item => item.Report.Asks && item.SetAside is null).Select(item => item.Report)];

    /// <summary>The first of them; null when there is none.</summary>
    public MailReport? QuestionAt(DateTimeOffset now) => QuestionsAt(now).FirstOrDefault();

    /// <summary>Somebody must look at it: a report waits for an answer, or it has not arrived.</summary>
    public bool IsAlarm(DateTimeOffset now) => QuestionAt(now) is not null || HasFailed(now);

    /// <summary>It did not arrive: it failed, it is in doubt, or after a day no server has taken it.</summary>
    public bool HasFailed(DateTimeOffset now) => !IsOpened && StandAt(now) switch
    {
        NotificationStand.Bounced or NotificationStand.Doubtful or NotificationStand.Failed => true,
        NotificationStand.Waiting => now >= Notification.At + AlarmAfter,
        _ => false,
    };

    /// <summary>Another may go out in its place: it did not arrive, and no report on it waits for an answer, which would be lost with it.</summary>
    public bool MayGoAgain(DateTimeOffset now) => HasFailed(now) && QuestionAt(now) is null;

    /// <summary>The 48 hours passed without it: a late appeal cannot be held against the student (Awb 2:10, 2:22). What came back has not arrived; as long as a report waits for an answer, it may not have.</summary>
    public bool IsLate(DateTimeOffset now) => !IsReplaced && ((Bounce is null && QuestionAt(now) is null ? AcceptedAt : null) ?? now) > Notification.DueBy;

    /// <summary>Whether it was in time hangs on a report that waits for an answer: a server had taken it in time.</summary>
    public bool MayBeLate(DateTimeOffset now) => IsLate(now) && QuestionAt(now) is not null && AcceptedAt <= Notification.DueBy;

    /// <summary>Only what a server took, or may have taken, can come back.</summary>
    public bool CanComeBack(DateTimeOffset now) => StandAt(now) is NotificationStand.Accepted or NotificationStand.Doubtful;

    /// <summary>It can have come back on this day, in Amsterdam: not before it was sent, and not in the future.</summary>
    public bool CanComeBackOn(DateOnly day, DateTimeOffset now) => day >= Amsterdam.DateOf(Notification.At) && day <= Amsterdam.DateOf(now);

    /// <summary>The day on which a report on it was written, within what can be recorded.</summary>
    public DateOnly DayOf(MailReport report, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(report);
        var (first, last, written) = (Amsterdam.DateOf(Notification.At), Amsterdam.DateOf(now), Amsterdam.DateOf(report.WrittenAt ?? report.TakenAt));
        return written < first ? first : written > last ? last : written;
    }

    /// <summary>Each of these reports is on this e-mail and waits for an answer.</summary>
    public bool Asks(IReadOnlySet<Guid> reports, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(reports);
        return reports.Count > 0 && reports.IsSubsetOf(QuestionsAt(now).Select(report => report.Id));
    }

    /// <summary>What keeps that it came back.</summary>
    /// <inheritdoc cref="Letters.Bounce"/>
    public Bounce CameBack(DateOnly on, string text, DateTimeOffset now, string byName)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new Bounce { Id = Guid.CreateVersion7(now), Case = Notification.Case, Notification = Notification.Id, On = on, Text = text.Trim(), RecordedAt = now, RecordedByName = byName };
    }

    /// <summary>What keeps that these reports were set aside.</summary>
    public IEnumerable<ReportSetAside> SetAside(IReadOnlySet<Guid> reports, string why, DateTimeOffset now, string byName)
    {
        ArgumentNullException.ThrowIfNull(reports);
        ArgumentNullException.ThrowIfNull(why);
        return reports.Select(report => new ReportSetAside { Id = Guid.CreateVersion7(now), Case = Notification.Case, Report = report, Why = why.Trim(), At = now, ByName = byName });
    }

    /// <summary>When the portal tries by itself; null when it does not, or a try goes on.</summary>
    public DateTimeOffset? NextTryAt(DateTimeOffset now)
    {
        if (StandAt(now) is not NotificationStand.Waiting) return null;
        if (Last is not { } last) return Notification.At;
        return last.EndedAt is { } ended ? ended + PauseAfter(Tries.Length) : null;
    }

    /// <summary>How long the portal waits after this many tries, counted from one.</summary>
    internal static TimeSpan PauseAfter(int tries) => TimeSpan.FromMinutes(tries <= Pauses.Length ? Pauses[tries - 1] : LongestPause);
}
