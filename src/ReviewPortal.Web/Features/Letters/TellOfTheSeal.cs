using ReviewPortal.Infrastructure.Pdf;

namespace ReviewPortal.Web.Features.Letters;

/// <summary>Says at the start whether letters will be sealed, and whether they will say where they can be checked. A portal without either goes on: a decision must not wait for it, and a letter holds without.</summary>
internal sealed partial class TellOfTheSeal(SealCertificate certificate, PublicAddress address, TimeProvider clock, ILogger<TellOfTheSeal> log) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (certificate.Problem(clock.GetUtcNow()) is { } problem) Tell(problem);
        if (address.Problem is { } unknown) Tell(unknown);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Problem}")]
    private partial void Tell(string problem);
}
