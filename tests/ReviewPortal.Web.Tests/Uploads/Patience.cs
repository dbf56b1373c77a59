using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Web.Tests.Uploads;

/// <summary>Waits for what happens beside a test.</summary>
internal static class Patience
{
    public static async Task<bool> UntilAsync<T>(this T what, Func<T, bool> holds)
    {
        for (var look = 0; look < 400 && !holds(what); look++) await Task.Delay(50, TestContext.Current.CancellationToken);
        return holds(what);
    }

    public static async Task<bool> UntilAsync(this APortal portal, Func<PortalDb, Task<bool>> holds)
    {
        for (var look = 0; look < 400; look++)
        {
            if (await portal.ReadAsync(holds)) return true;
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        return false;
    }
}
