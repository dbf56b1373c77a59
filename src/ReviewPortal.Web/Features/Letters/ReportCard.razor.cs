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

    // The forms begin with the words of the oldest, and are about it until it is answered.
    private MailReport First => Reports[0];

    private string About => First.Id.ToString("N");

    private string To => Mail.Last?.To ?? "";

    // A student who forwards mail has another; so has somebody who makes a report up.
    private bool IsAnotherAddress(MailReport report) => report.Recipient.Length > 0 && !string.Equals(report.Recipient, To, StringComparison.OrdinalIgnoreCase);

    // The day on which it was written, within what can be recorded.
    private DateOnly Day
    {
        get
        {
            var (first, last, written) = (Amsterdam.DateOf(Mail.Notification.At), Amsterdam.DateOf(View.Now), Amsterdam.DateOf(First.WrittenAt ?? First.TakenAt));
            return written < first ? first : written > last ? last : written;
        }
    }
}
