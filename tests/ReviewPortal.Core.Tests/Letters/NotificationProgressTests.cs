using System.Collections.Immutable;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Letters;

namespace ReviewPortal.Core.Tests.Letters;

/// <summary>When a notification is tried, when it is an alarm and when it is too late (Awb 2:10, 2:11).</summary>
public sealed class NotificationProgressTests
{
    private static readonly DateTimeOffset Published = new(2026, 11, 20, 14, 0, 0, TimeSpan.Zero);

    private static readonly Notification Mail = new() { Id = new Guid(1, 0, 0, new byte[8]), Case = new CaseId(new Guid(2, 0, 0, new byte[8])), At = Published };

    [Fact]
    public void Pauses_grow_from_a_minute_to_four_hours()
    {
        var tries = ImmutableArray<MailTry>.Empty;
        var minutes = new List<double>();
        for (var number = 1; number <= 8; number++)
        {
            tries = tries.Add(Tried(number, MailEnd.Deferred, Published));
            minutes.Add((Of(tries).NextTryAt(Published)!.Value - Published).TotalMinutes);
        }

        Assert.Equal([1, 5, 15, 30, 60, 120, 240, 240], minutes);
    }

    [Theory]
    [InlineData(MailEnd.Accepted, NotificationStand.Accepted, false)]
    [InlineData(MailEnd.Deferred, NotificationStand.Waiting, false)]
    [InlineData(MailEnd.Unreachable, NotificationStand.Waiting, false)]
    [InlineData(MailEnd.CutOff, NotificationStand.Waiting, false)]
    [InlineData(MailEnd.Refused, NotificationStand.Failed, true)]
    [InlineData(MailEnd.NoAddress, NotificationStand.Failed, true)]
    [InlineData(MailEnd.Doubtful, NotificationStand.Doubtful, true)]
    public void How_a_try_ended_says_whether_it_goes_again_or_somebody_is_called(MailEnd end, NotificationStand stand, bool alarm)
    {
        var progress = Of([Tried(1, end, Published)]);
        Assert.Equal((stand, alarm, end.MayTryAgain()), (progress.StandAt(Published), progress.IsAlarm(Published), progress.NextTryAt(Published) is not null));
    }

    /// <summary>The alarm is at half of the term, so that something can still be done (Awb 2:10 lid 1).</summary>
    [Theory]
    [InlineData(23.9, false, false)]
    [InlineData(24, true, false)]
    [InlineData(48, true, false)]
    [InlineData(48.1, true, true)]
    public void What_no_server_took_is_an_alarm_after_a_day_and_late_after_two(double hours, bool alarm, bool late)
    {
        var now = Published.AddHours(hours);
        Assert.Equal((alarm, late), (Of([]).IsAlarm(now), Of([]).IsLate(now)));
        Assert.False((Of([]) with { IsOpened = true }).IsAlarm(now));
        Assert.False((Of([]) with { IsReplaced = true }).IsAlarm(now));
    }

    [Fact]
    public void After_five_days_the_portal_gives_up_and_says_so()
    {
        var progress = Of([Tried(1, MailEnd.Unreachable, Published)]);
        Assert.NotNull(progress.NextTryAt(Published.AddDays(5).AddSeconds(-1)));
        Assert.Equal((NotificationStand.Failed, null), (progress.StandAt(Published.AddDays(5)), progress.NextTryAt(Published.AddDays(5))));
    }

    /// <summary>Awb 2:10 lid 1: the day in Amsterdam, in summer and in winter, and over the night in which the clock is turned.</summary>
    [Theory]
    [InlineData("2026-07-20T21:59:00Z", "2026-07-22")]
    [InlineData("2026-07-20T22:00:00Z", "2026-07-23")]
    [InlineData("2026-11-20T22:59:00Z", "2026-11-22")]
    [InlineData("2026-11-20T23:00:00Z", "2026-11-23")]
    [InlineData("2026-10-23T22:30:00Z", "2026-10-25")]
    public void The_48_hours_end_on_a_day(string at, string day) =>
        Assert.Equal(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), Notification.LastDay(DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void Only_what_a_server_has_or_may_have_can_come_back()
    {
        Assert.False(Of([]).CanComeBack(Published));
        Assert.True(Of([Tried(1, MailEnd.Accepted, Published)]).CanComeBack(Published));
        Assert.True(Of([Tried(1, MailEnd.Doubtful, Published)]).CanComeBack(Published));
        var bounced = Of([Tried(1, MailEnd.Accepted, Published)]) with { Bounce = new Bounce { Text = "550", RecordedByName = "x" } };
        Assert.Equal((NotificationStand.Bounced, true, false), (bounced.StandAt(Published), bounced.IsAlarm(Published), bounced.CanComeBack(Published)));
    }

    /// <summary>A report asks, and changes nothing: the mail has been taken, is an alarm until somebody answers, and does not go again by itself (Awb 2:10, 2:11).</summary>
    [Theory]
    [InlineData(ReportStand.Read, ReportResult.Failed, true)]
    [InlineData(ReportStand.Read, ReportResult.Delayed, false)]
    [InlineData(ReportStand.Read, ReportResult.Delivered, false)]
    [InlineData(ReportStand.Repeated, ReportResult.Failed, false)]
    [InlineData(ReportStand.Incomplete, null, true)]
    [InlineData(ReportStand.Prose, null, true)]
    [InlineData(ReportStand.NoReport, null, false)]
    public void What_may_be_a_failure_and_nobody_answered_is_a_question_and_nothing_else_is(ReportStand stand, ReportResult? result, bool asks)
    {
        var report = new MailReport { Name = "1.mx1", Sha256 = "", Stand = stand, Result = result };
        var taken = Of([Tried(1, MailEnd.Accepted, Published)]) with { Reports = [new ReportAnswer(report, null)] };
        Assert.Equal((asks, asks, false, NotificationStand.Accepted, null), (taken.QuestionAt(Published) is not null, taken.IsAlarm(Published), taken.HasFailed(Published), taken.StandAt(Published), taken.NextTryAt(Published)));
        Assert.Equal((false, asks), (taken.IsLate(Published.AddHours(48)), taken.IsLate(Published.AddHours(48.1))));
        // What is not known is not said: a server had taken it in time.
        Assert.Equal(asks, taken.MayBeLate(Published.AddHours(48.1)));
        Assert.False((taken with { Tries = [Tried(1, MailEnd.Accepted, Published.AddHours(48.1))] }).MayBeLate(Published.AddHours(49)));
        Assert.Null((taken with { IsOpened = true }).QuestionAt(Published));
        Assert.Null((taken with { IsReplaced = true }).QuestionAt(Published));
        Assert.Null((taken with { Reports = [new ReportAnswer(report, new ReportSetAside { Why = "It came.", ByName = "x" })] }).QuestionAt(Published));
        Assert.Null((taken with { Tries = [Tried(1, MailEnd.Refused, Published)] }).QuestionAt(Published));
        // What came back has not arrived in time, whatever a server took.
        var bounced = taken with { Bounce = new Bounce { Text = "550", RecordedByName = "x" } };
        Assert.Equal((null, true), (bounced.QuestionAt(Published), bounced.IsLate(Published.AddHours(48.1))));
    }

    /// <summary>Awb 2:11: what a server may have failed, and goes again when somebody asks, but not over a report that nobody answered.</summary>
    [Fact]
    public void What_is_in_doubt_goes_again_once_every_report_on_it_was_answered()
    {
        var doubtful = Of([Tried(1, MailEnd.Doubtful, Published)]);
        Assert.True(doubtful.MayGoAgain(Published));
        ReportAnswer[] reports = [.. Enumerable.Range(1, 2).Select(number => new ReportAnswer(new MailReport { Id = new Guid(number, 0, 0, new byte[8]), Name = "", Sha256 = "", Stand = ReportStand.Read, Result = ReportResult.Failed }, null))];
        var asked = doubtful with { Reports = [.. reports] };
        Assert.Equal((false, true), (asked.MayGoAgain(Published), asked.IsAlarm(Published)));
        Assert.Equal(reports.Select(item => item.Report), asked.QuestionsAt(Published));
        var aside = new ReportSetAside { Why = "It came.", ByName = "x" };
        Assert.False((asked with { Reports = [reports[0] with { SetAside = aside }, reports[1]] }).MayGoAgain(Published));
        Assert.True((asked with { Reports = [.. reports.Select(item => item with { SetAside = aside })] }).MayGoAgain(Published));
        Assert.True((asked with { Bounce = new Bounce { Text = "550", RecordedByName = "x" } }).MayGoAgain(Published));
    }

    [Fact]
    public void Every_letter_belongs_to_one_kind_of_messages()
    {
        Assert.Equal(MessageKind.EnrolmentDecision, MessageKinds.Of(LetterKind.EnrolmentTerminated));
        Assert.Equal(MessageKind.BoardDecision, MessageKinds.Of(LetterKind.SentAgain));
        Assert.Equal(MessageKind.BoardDecision, MessageKinds.Of(LetterKind.ExtraChanceRefused));
        Assert.Equal(MessageKind.Procedure, MessageKinds.Of(LetterKind.InvitationForView));
    }

    private static NotificationProgress Of(ImmutableArray<MailTry> tries) => new(Mail, tries, null, IsReplaced: false, IsOpened: false);

    private static MailTry Tried(int number, MailEnd end, DateTimeOffset at)
    {
        var made = new MailTry { Number = number, StartedAt = at, To = "s@uni.example" };
        made.Finish(end, "", at);
        return made;
    }
}
