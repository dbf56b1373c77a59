using ReviewPortal.Core.Letters;
using ReviewPortal.Infrastructure.Pdf;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Web.Features.Letters;

/// <summary>
/// Says at the start whether letters will be sealed, whether they will say where they can be checked, and what they cannot say of their sender. A portal without a seal or an address goes on: a decision must not wait
/// for it, and a letter holds without. What is missing of the sender keeps letters back, until it is set or a secretary fills it in.
/// </summary>
internal sealed partial class TellOfTheLetters(SealCertificate certificate, PublicAddress address, Institutions institutions, TimeProvider clock, ILogger<TellOfTheLetters> log)
{
    public async Task TellAsync(CancellationToken ct)
    {
        if (certificate.Problem(clock.GetUtcNow()) is { } problem) Tell(problem);
        if (address.Problem is { } unknown) Tell(unknown);
        foreach (var unset in UnsetSender.Problems(await institutions.OfAsync(HouseTexts.Everybody, ct))) Tell(unset);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Problem}")]
    private partial void Tell(string problem);
}
