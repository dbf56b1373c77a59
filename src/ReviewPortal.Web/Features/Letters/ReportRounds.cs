using ReviewPortal.Infrastructure.Mail;

namespace ReviewPortal.Web.Features.Letters;

/// <summary>Beside the pages: looks every few seconds whether something came back.</summary>
internal sealed partial class ReportRounds(ReportIntake intake, ReportFolder folder, ILogger<ReportRounds> log) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        if (!folder.IsThere) return;
        using var rounds = new PeriodicTimer(Look);
        HashSet<UnreadFile> said = [];
        do
        {
            await SteadyRound.RunAsync(() => intake.RunAsync(stoppingToken), failure => LogFailed(log, failure));
            // Said once, and again when it comes back; the page shows what is there now.
            foreach (var file in intake.Unread.Where(file => !said.Contains(file))) LogUnread(log, file.Name, file.Why);
            said = [.. intake.Unread];
        }
        while (await rounds.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(LogLevel.Warning, "{Name} in the folder of returned e-mails (Mail:Reports:Folder) could not be taken in and stays where it is: {Why}")]
    private static partial void LogUnread(ILogger log, string name, string why);

    [LoggerMessage(LogLevel.Error, "A round through the folder of returned e-mails failed; the next one follows shortly")]
    private static partial void LogFailed(ILogger log, Exception failure);
}
