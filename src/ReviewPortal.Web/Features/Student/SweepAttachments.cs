using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Committee;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Infrastructure.Vault;
using ReviewPortal.Web.Access;

namespace ReviewPortal.Web.Features.Student;

/// <summary>At every start and every hour: files that a student added and never sent are destroyed once they cannot be sent any more (AVG 5 lid 1 onder c and e).</summary>
internal sealed partial class SweepAttachments(PortalDbs dbs, AttachmentFiles files, TimeProvider clock, ILogger<SweepAttachments> log) : HourlySweep(clock, log)
{
    private static readonly CaseState[] Writing = [.. CaseLifecycle.Table.Where(row => row.Action is CaseAction.GiveView).Select(row => row.From!.Value)];

    public override async Task RunAsync(CancellationToken ct)
    {
        Guid[] left;
        await using (var look = await dbs.LookAsync(ct)) left = [.. await Unsent(look).Select(item => item.Id).ToListAsync(ct)];
        if (left.Length is 0) return;

        // The bytes first: cut off in between, the row says what is still to be done.
        foreach (var attachment in left) await files.DestroyAsync(attachment, CancellationToken.None);
        await dbs.ChangeAsync(db => Unsent(db).Where(item => left.Contains(item.Id)).ExecuteDeleteAsync(ct), ct);
        LogGone(Log, left.Length);
    }

    private static IQueryable<Attachment> Unsent(PortalDb db) =>
        db.Attachments.Where(item => item.SentAt == null && item.Use == AttachmentUse.View && !db.Cases.Any(@case => @case.Id == item.Case && Writing.Contains(@case.State)));

    [LoggerMessage(LogLevel.Information, "{Count} files that students added and never sent are destroyed")]
    private static partial void LogGone(ILogger log, int count);
}
