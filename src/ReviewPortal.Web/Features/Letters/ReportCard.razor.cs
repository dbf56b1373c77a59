using Microsoft.AspNetCore.Components;
using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Letters;

namespace ReviewPortal.Web.Features.Letters;

/// <summary>One report of a mail server that waits for an answer: recorded as returned, or set aside.</summary>
public sealed partial class ReportCard(RecordBounce bounce, SetReportAside aside)
{
    [Parameter, EditorRequired]
    public required LettersView View { get; set; }

    [Parameter, EditorRequired]
    public required SentLetter Letter { get; set; }

    [Parameter, EditorRequired]
    public required NotificationProgress Mail { get; set; }

    [Parameter, EditorRequired]
    public required MailReport Report { get; set; }

    private string To => Mail.Last?.To ?? "";

    // A student who forwards mail has another; so has somebody who makes a report up.
    private bool IsAnotherAddress => Report.Recipient.Length > 0 && !string.Equals(Report.Recipient, To, StringComparison.OrdinalIgnoreCase);

    // The day on which it was written, within what can be recorded.
    private DateOnly Day
    {
        get
        {
            var (first, last, written) = (Amsterdam.DateOf(Mail.Notification.At), Amsterdam.DateOf(View.Now), Amsterdam.DateOf(Report.WrittenAt ?? Report.TakenAt));
            return written < first ? first : written > last ? last : written;
        }
    }
}
