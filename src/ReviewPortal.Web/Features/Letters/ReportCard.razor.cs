using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Letters;

namespace ReviewPortal.Web.Features.Letters;

/// <summary>What mail servers reported about one e-mail and waits for an answer: recorded as returned, or set aside.</summary>
public sealed partial class ReportCard(RecordBounce bounce, SetReportAside aside)
{
    [Parameter, EditorRequired]
    public required LettersView View { get; set; }

    [Parameter, EditorRequired]
    public required SentLetter Letter { get; set; }

    [Parameter, EditorRequired]
    public required NotificationProgress Mail { get; set; }

    [Parameter, EditorRequired]
    public required ImmutableArray<MailReport> Reports { get; set; }

    // What is typed is about the oldest until it is answered.
    private string About => Reports[0].Id.ToString("N");

    // The newest, and first what says that the e-mail did not arrive: the forms begin with its words.
    private MailReport Shown => Reports.LastOrDefault(report => report.IsFailure) ?? Reports[^1];

    private string To => Mail.Last?.To ?? "";

    // A student who forwards mail has another; so has somebody who makes a report up.
    private bool IsAnotherAddress(MailReport report) => report.Recipient.Length > 0 && !string.Equals(report.Recipient, To, StringComparison.OrdinalIgnoreCase);

    // The day on which it was written, within what can be recorded.
    private DateOnly Day
    {
        get
        {
            var (first, last, written) = (Amsterdam.DateOf(Mail.Notification.At), Amsterdam.DateOf(View.Now), Amsterdam.DateOf(Shown.WrittenAt ?? Shown.TakenAt));
            return written < first ? first : written > last ? last : written;
        }
    }
}
