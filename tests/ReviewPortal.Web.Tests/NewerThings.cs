using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Decisions;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Infrastructure.Audit;

namespace ReviewPortal.Web.Tests;

/// <summary>What the schema of an earlier version has no place for: taken out before a file is made older, and put back once it is new again, so that the rest can be compared and verified.</summary>
internal sealed class NewerThings(APortal portal)
{
    private readonly List<Func<Task>> _back = [];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Remembers it, and takes away what stands in columns; rows of tables go with their tables.</summary>
    public static async Task<NewerThings> TakeOutAsync(APortal portal)
    {
        var things = new NewerThings(portal);
        await things.RowsAsync();
        await things.ColumnsAsync();
        return things;
    }

    public async Task PutBackAsync()
    {
        await Sql.RunAsync(portal.DatabaseFile, "SELECT 1"); // Takes the triggers away.
        foreach (var put in _back) await put();
    }

    /// <summary>What students agreed to and how mails were tried had no tables; the audit log of the file tells of it all the same.</summary>
    public static async Task<IEnumerable<Damage>> DamageAsync(APortal portal) =>
        (await portal.ReadAsync(db => db.VerifyCasesAsync(Ct))).Where(damage => damage.Kind is not (DamageKind.Consent or DamageKind.MailTry));

    private async Task RowsAsync()
    {
        var ids = await portal.ReadAsync(db => db.ExternalIds.ToListAsync(Ct));
        var mails = await portal.ReadAsync(db => db.Notifications.ToListAsync(Ct));
        var receipts = await portal.ReadAsync(db => db.Receipts.ToListAsync(Ct));
        var versions = await portal.ReadAsync(db => db.DecisionVersions.ToListAsync(Ct));
        var hearings = await portal.ReadAsync(db => db.EnrolmentHearings.ToListAsync(Ct));
        _back.Add(() => portal.Dbs.ChangeAsync(db => { db.AddRange(hearings); db.AddRange(ids); db.AddRange(mails); db.AddRange(receipts); db.AddRange(versions); return db.SaveChangesAsync(Ct); }, Ct));
    }

    private async Task ColumnsAsync()
    {
        foreach (var letter in await portal.ReadAsync(db => db.Letters.Select(item => new { item.Id, item.Code, item.AuditRoot }).ToListAsync(Ct)))
            _back.Add(() => portal.Dbs.ChangeAsync(db => db.Letters.Where(item => item.Id == letter.Id).ExecuteUpdateAsync(set => set.SetProperty(item => item.Code, letter.Code).SetProperty(item => item.AuditRoot, letter.AuditRoot), Ct), Ct));
        foreach (var mail in await portal.ReadAsync(db => db.Notifications.Select(item => new { item.Id, item.Mark }).ToListAsync(Ct)))
            _back.Add(() => portal.Dbs.ChangeAsync(db => db.Notifications.Where(item => item.Id == mail.Id).ExecuteUpdateAsync(set => set.SetProperty(item => item.Mark, mail.Mark), Ct), Ct));
        foreach (var step in await portal.ReadAsync(db => db.CaseEvents.Where(item => item.SignedWith != null).Select(item => new { item.Id, item.SignedWith, item.ProvedAt }).ToListAsync(Ct)))
            _back.Add(() => Sql.RunAsync(portal.DatabaseFile, FormattableString.Invariant($"UPDATE CaseEvents SET SignedWith = '{step.SignedWith}', ProvedAt = {step.ProvedAt!.Value.UtcTicks} WHERE Id = {step.Id}")));
        foreach (var decision in await portal.ReadAsync(db => db.Decisions.Select(item => new { item.Case, item.SignedWith, item.CoSignedWith }).ToListAsync(Ct)))
            _back.Add(() => portal.Dbs.ChangeAsync(db => db.Decisions.Where(item => item.Case == decision.Case).ExecuteUpdateAsync(set => set.SetProperty(item => item.SignedWith, decision.SignedWith).SetProperty(item => item.CoSignedWith, decision.CoSignedWith), Ct), Ct));
        // The second member's signature: the names are put back as they were.
        foreach (var proposal in await portal.ReadAsync(db => db.TerminationProposals.AsNoTracking().ToListAsync(Ct)))
            _back.Add(() => portal.Dbs.ChangeAsync(db => db.TerminationProposals.Where(item => item.Case == proposal.Case).ExecuteUpdateAsync(set => set.SetProperty(item => item.ProposedBy, proposal.ProposedBy).SetProperty(item => item.CoSignedBy, proposal.CoSignedBy).SetProperty(item => item.CoSignedByName, proposal.CoSignedByName).SetProperty(item => item.CoSignedAt, proposal.CoSignedAt), Ct), Ct));
        await Sql.RunAsync(portal.DatabaseFile, "UPDATE Notifications SET Mark = ''; UPDATE Letters SET Code = NULL, AuditRoot = NULL; UPDATE CaseEvents SET SignedWith = NULL, ProvedAt = NULL; UPDATE Decisions SET SignedWith = NULL, CoSignedWith = NULL");
    }
}
