using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
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
}
