using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Web.Features.Recordings;

/// <summary>Beside the pages: tries what waits when something was registered, and destroys what has waited long enough. At every start, and every hour.</summary>
internal sealed partial class QuarantineRounds(Quarantine quarantine, DeliveryReports reports, GateNews news, TimeProvider clock, ILogger<QuarantineRounds> log) : BackgroundService
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        await TryAsync(() => quarantine.SweepAsync(stoppingToken));
        while (!stoppingToken.IsCancellationRequested)
        {
            await TryAsync(() => quarantine.ExpireAsync(stoppingToken));
            await TryAsync(() => reports.ExpireAsync(stoppingToken));
            await TryAsync(async () => await quarantine.ReleaseAllAsync(stoppingToken));
            await news.WaitAsync(Hour, clock, stoppingToken);
        }
    }

    // A full disk today must not end the rounds for good.
    private async Task TryAsync(Func<Task> step)
    {
        try
        {
            await step();
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            LogFailed(log, failure);
        }
    }

    [LoggerMessage(LogLevel.Error, "A round of the quarantine failed; it is tried again within the hour")]
    private static partial void LogFailed(ILogger log, Exception failure);
}
