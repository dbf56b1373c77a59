namespace ReviewPortal.Web.Access;

/// <summary>At every start and every hour: what is not to be kept any more is destroyed (AVG 5 lid 1 onder c and e). A failure is logged, and it is tried again in an hour.</summary>
internal abstract partial class HourlySweep(TimeProvider clock, ILogger log) : BackgroundService
{
    protected static readonly TimeSpan Often = TimeSpan.FromHours(1);

    protected TimeProvider Clock { get; } = clock;

    protected ILogger Log { get; } = log;

    /// <summary>One round.</summary>
    public abstract Task RunAsync(CancellationToken ct);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Often, Clock);
        do await TryAsync(stoppingToken);
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task TryAsync(CancellationToken ct)
    {
        try
        {
            await RunAsync(ct);
        }
        catch (Exception failure) when (!ct.IsCancellationRequested)
        {
            LogFailed(Log, failure, GetType().Name);
        }
    }

    [LoggerMessage(LogLevel.Error, "What had to be destroyed could not be ({Sweep}); it is tried again in an hour")]
    private static partial void LogFailed(ILogger log, Exception failure, string sweep);
}
