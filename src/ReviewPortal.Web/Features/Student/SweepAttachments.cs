using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Committee;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Infrastructure.Vault;
using ReviewPortal.Web.Access;

namespace ReviewPortal.Web.Features.Student;

/// <summary>At every start and every hour: files that a student added and never sent are destroyed once they cannot be sent any more (AVG 5 lid 1 onder c and e).</summary>
internal sealed partial class SweepAttachments(PortalDbs dbs, AttachmentFiles files, TimeProvider clock, ILogger<SweepAttachments> log) : HourlySweep(clock, log)
{
    private static readonly CaseState[] Writing = From(CaseAction.GiveView);
    private static readonly CaseState[] Adding = From(CaseAction.SupplementView);

    public override async Task RunAsync(CancellationToken ct)
    {
        Guid[] left;
        var today = Amsterdam.DateOf(Clock.GetUtcNow());
        await using (var look = await dbs.LookAsync(ct)) left = [.. await Unsent(look, today).Select(item => item.Id).ToListAsync(ct)];
        if (left.Length is 0) return;

        // The bytes first: cut off in between, the row says what is still to be done.
        foreach (var attachment in left) await files.DestroyAsync(attachment, CancellationToken.None);
        await dbs.ChangeAsync(db => Unsent(db, today).Where(item => left.Contains(item.Id)).ExecuteDeleteAsync(ct), ct);
        LogGone(Log, left.Length);
    }

    // A view that was not given has no last day by itself; what is added to one has (Awb 4:8).
    private static IQueryable<Attachment> Unsent(PortalDb db, DateOnly today) => db.Attachments.Where(item => item.SentAt == null && item.Use == AttachmentUse.View && !db.Cases.Any(@case => @case.Id == item.Case
        && ((Writing.Contains(@case.State) && !db.Views.Any(view => view.Case == @case.Id && view.ReceivedAt != null))
            || (Adding.Contains(@case.State) && db.Invitations.Any(invitation => invitation.Case == @case.Id && invitation.ReactBy >= today)))));

    private static CaseState[] From(CaseAction action) => [.. CaseLifecycle.Table.Where(row => row.Action == action).Select(row => row.From!.Value)];

    [LoggerMessage(LogLevel.Information, "{Count} files that students added and never sent are destroyed")]
    private static partial void LogGone(ILogger log, int count);
}
