using ReviewPortal.Infrastructure.Mail;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Web.Features.Letters;

/// <summary>Beside the pages: sends what waits, at once after every step and otherwise every few seconds.</summary>
internal sealed partial class OutboxRounds(Outbox outbox, MailCarrier carrier, CaseNews news, IHostEnvironment environment, ILogger<OutboxRounds> log) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        if (!carrier.IsThere)
        {
            LogNotSetUp(log, environment.EnvironmentName);
            return;
        }

        using var moved = new SemaphoreSlim(0);
        using var listening = news.Listen(_ => { if (moved.CurrentCount is 0) moved.Release(); });
        while (!stoppingToken.IsCancellationRequested)
        {
            await SteadyRound.RunAsync(() => outbox.RunAsync(stoppingToken), failure => LogFailed(log, failure));
            await moved.WaitAsync(Look, stoppingToken);
        }
    }

    [LoggerMessage(LogLevel.Error, "No mail server has been set up (Mail:Host) in {Environment}: students are not told that a letter stands in the portal")]
    private static partial void LogNotSetUp(ILogger log, string environment);

    [LoggerMessage(LogLevel.Error, "A round of the outbox failed; the next one follows shortly")]
    private static partial void LogFailed(ILogger log, Exception failure);
}
