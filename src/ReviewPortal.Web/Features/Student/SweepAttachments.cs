using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Committee;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Infrastructure.Vault;

namespace ReviewPortal.Web.Features.Student;

/// <summary>At every start and every hour: files that a student added and never sent are destroyed once they cannot be sent any more (AVG 5 lid 1 onder c and e).</summary>
internal sealed partial class SweepAttachments(PortalDbs dbs, AttachmentFiles files, TimeProvider clock, ILogger<SweepAttachments> log) : BackgroundService
{
    private static readonly TimeSpan Often = TimeSpan.FromHours(1);

    private static readonly CaseState[] Writing = [.. CaseLifecycle.Table.Where(row => row.Action is CaseAction.GiveView).Select(row => row.From!.Value)];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Often, clock);
        do await TryAsync(stoppingToken);
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    public async Task RunAsync(CancellationToken ct)
    {
        Guid[] left = [];
        await dbs.ChangeAsync(
            async db =>
            {
                var gone = await db.Attachments.Where(item => item.SentAt == null && item.Use == AttachmentUse.View && !db.Cases.Any(@case => @case.Id == item.Case && Writing.Contains(@case.State))).ToListAsync(ct);
                left = [.. gone.Select(item => item.Id)];
                db.RemoveRange(gone);
                return await db.SaveChangesAsync(ct);
            },
            ct);
        foreach (var attachment in left) await files.DestroyAsync(attachment, CancellationToken.None);
        if (left.Length > 0) LogGone(log, left.Length);
    }

    private async Task TryAsync(CancellationToken ct)
    {
        try
        {
            await RunAsync(ct);
        }
        catch (Exception failure) when (!ct.IsCancellationRequested)
        {
            LogFailed(log, failure);
        }
    }

    [LoggerMessage(LogLevel.Information, "{Count} files that students added and never sent are destroyed")]
    private static partial void LogGone(ILogger log, int count);

    [LoggerMessage(LogLevel.Error, "Files that students never sent could not be destroyed; it is tried again in an hour")]
    private static partial void LogFailed(ILogger log, Exception failure);
}
