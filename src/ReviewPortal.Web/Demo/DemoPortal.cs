using Microsoft.EntityFrameworkCore;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Web.Access;

namespace ReviewPortal.Web.Demo;

/// <summary>Fills an empty portal in Development: accounts for every role, the sample sittings, and a past in which people worked on them.</summary>
internal sealed class DemoPortal(PortalDbs dbs, IServiceScopeFactory scopes)
{
    /// <summary>Does nothing when somebody already has an account here.</summary>
    public async Task PrepareAsync(CancellationToken ct)
    {
        await using (var db = await dbs.LookAsync(ct))
        {
            if (await db.Users.AnyAsync(ct)) return;
        }

        await using var scope = scopes.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<Accounts>();
        foreach (var draft in DemoAccounts.Staff.Concat(DemoAccounts.Students)) await accounts.CreateAsync(draft, password: null, isDemo: true);
    }
}
