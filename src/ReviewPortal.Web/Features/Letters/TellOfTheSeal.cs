using ReviewPortal.Infrastructure.Pdf;

namespace ReviewPortal.Web.Features.Letters;

/// <summary>Says at the start whether letters will be sealed. A portal without a certificate goes on: a decision must not wait for one, and a letter holds without it.</summary>
internal sealed partial class TellOfTheSeal(SealCertificate certificate, TimeProvider clock, ILogger<TellOfTheSeal> log) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (certificate.Problem(clock.GetUtcNow()) is { } problem) Tell(problem);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Problem}")]
    private partial void Tell(string problem);
}
