using Microsoft.EntityFrameworkCore;
using Radzen;
using ReviewPortal.Core.Cases;
using ReviewPortal.Infrastructure.Audit;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Web.Access.Pages;

/// <summary>The audit log, newest first, with the check of its chain.</summary>
public sealed partial class AuditPage(PortalDbs dbs)
{
    private sealed record Line(long Seq, DateTimeOffset At, string Action, string? Who, string? Detail, string Hash);

    private sealed record BsnReport(CaseNumber Number, DateTimeOffset At);

    private IReadOnlyList<BsnReport> _bsn = [];
    private IReadOnlyList<Line>? _lines; // Null until the grid has asked: that is how it knows to ask.
    private int _total;
    private bool _verifying;
    private string? _verified;

    protected override async Task OnInitializedAsync()
    {
        await using var db = await dbs.LookAsync(CancellationToken.None);
        _bsn = await db.ProcessenVerbaal.Where(report => report.BsnVisible && report.SignedAt != null)
            .Join(db.Cases, report => report.Case, item => item.Id, (report, item) => new BsnReport(item.Number, report.SignedAt!.Value))
            .ToListAsync();
    }

    private async Task LoadAsync(LoadDataArgs args)
    {
        await using var db = await dbs.LookAsync(CancellationToken.None);
        _total = await db.AuditRows.CountAsync();
        var rows = await db.AuditRows.OrderByDescending(row => row.Seq).Skip(args.Skip ?? 0).Take(args.Top ?? 50)
            .Select(row => new { Row = row, Detail = db.AuditDetails.FirstOrDefault(detail => detail.Seq == row.Seq) })
            .ToListAsync();
        _lines = [.. rows.Select(pair => new Line(pair.Row.Seq, AuditTime.Of(pair.Row.AtMicros), pair.Row.Action, pair.Detail?.ActorName, pair.Detail?.Text, pair.Row.Hash))];
    }

    private async Task VerifyAsync()
    {
        _verifying = true;
        await using (var db = await dbs.LookAsync(CancellationToken.None))
        {
            var (rows, head, at) = await db.VerifyAuditAsync(CancellationToken.None);
            _verified = at is null ? Texts["Audit.Holds", rows, head[..12]] : Texts["Audit.Broken", at.Seq, at.Kind];
        }

        _verifying = false;
    }
}
