using Microsoft.EntityFrameworkCore;
using Radzen;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Infrastructure.Audit;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Web.Access.Pages;

/// <summary>The audit log, newest first, with the check of its chain.</summary>
public sealed partial class AuditPage(PortalDbs dbs, Me me)
{
    private sealed record Line(long Seq, DateTimeOffset At, string Action, string? Who, string? Detail, string Hash);

    private static readonly string[] OfACase = ["case/", "sitting/"];

    private sealed record BsnReport(CaseNumber Number, DateTimeOffset At);

    private IReadOnlyList<BsnReport> _bsn = [];
    private IReadOnlyList<Line>? _lines; // Null until the grid has asked: that is how it knows to ask.
    private int _total;
    private bool _seesCases;
    private bool _verifying;
    private string? _verified;

    protected override async Task OnInitializedAsync()
    {
        _seesCases = (await me.WhoAsync()).Is(Role.DataProtectionOfficer);
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
        _lines = [.. rows.Select(pair => Shown(new Line(pair.Row.Seq, AuditTime.Of(pair.Row.AtMicros), pair.Row.Action, pair.Detail?.ActorName, pair.Detail?.Text, pair.Row.Hash), pair.Row.Subject))];
    }

    // Who keeps the portal running has no task in a case: that something was done in one is theirs to see, what and by whom is not (AP-POL-3).
    private Line Shown(Line line, string subject) => _seesCases || !OfACase.Any(kind => subject.StartsWith(kind, StringComparison.Ordinal))
        ? line
        : line with { Action = subject[..subject.IndexOf('/', StringComparison.Ordinal)], Who = "–", Detail = Texts["Audit.Hidden"] };

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
