using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using ReviewPortal.Core.Letters;
using ReviewPortal.Web.Ui;

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

    private MailReport Shown => Reports.ToShow();
}
