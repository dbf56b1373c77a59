namespace ReviewPortal.Web.Features.Letters;

/// <summary>Works through the lists as long as the portal serves; what a portal that was stopped left behind, first.</summary>
internal sealed partial class LetterRounds(PublishTogether together, TimeProvider clock, ILogger<LetterRounds> log) : BackgroundService
{
    // So many letters in a row that cannot be made are no fault of the letters: a full disk, say.
    private const int TooMany = 3;

    // Another portal may have been stopped with a list half done: only the database knows.
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(30), AfterFailure = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        var failures = 0;
        while (!stoppingToken.IsCancellationRequested)
        {
            var round = BatchRound.Nothing;
            // The lists themselves cannot be read or kept: what waits, waits on.
            var could = await SteadyRound.RunAsync(async () => round = await together.RunOneAsync(stoppingToken), failed => LogFailed(log, failed));
            failures = round is BatchRound.Failed ? failures + 1 : 0;
            if (!could || failures >= TooMany) await Task.Delay(AfterFailure, clock, stoppingToken);
            else if (round is BatchRound.Nothing) await together.AwaitOrderAsync(Look, stoppingToken);
        }
    }

    [LoggerMessage(LogLevel.Error, "The lists of decisions could not be worked through; they are looked at again in a minute")]
    private static partial void LogFailed(ILogger log, Exception failed);
}
