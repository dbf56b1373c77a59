namespace ReviewPortal.Web.Tests.Mail;

/// <summary>The data of a portal where a decision was published just now: a program goes by the clock of the machine.</summary>
internal static class JustPublished
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<DirectoryInfo> DataAsync()
    {
        var (portal, _) = await Stages.AtAsync(Stage.Notified);
        var data = await portal.CloseAsync();
        await Sql.RunAsync(Path.Combine(data.FullName, "portal.db"), $"UPDATE Notifications SET At = {TimeProvider.System.GetUtcNow().UtcTicks} WHERE At = (SELECT MAX(At) FROM Notifications); UPDATE Notifications SET At = 0 WHERE At < (SELECT MAX(At) FROM Notifications); UPDATE Sendings SET At = 0");
        return data;
    }

    public static Task<string> AskAsync(DirectoryInfo data, string query) => Sql.AskAsync(Path.Combine(data.FullName, "portal.db"), query);

    public static Task UntilAsync(Func<bool> so) => UntilAsync(() => Task.FromResult(so()));

    public static async Task UntilAsync(Func<Task<bool>> so)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        patience.CancelAfter(Patience);
        while (!await so()) await Task.Delay(100, patience.Token);
    }
}
