using ReviewPortal.Core.Letters;
using ReviewPortal.Infrastructure.Pdf;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Web.Ui;

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
        foreach (var (field, language) in (await institutions.OfAsync(HouseTexts.Everybody, ct)).Missing())
            Tell($"Letters that need it do not go out: {(field.IsBilingual() ? $"Institution:{field}:{language}" : $"Institution:{field}")} is not set. Set it, or let the secretary of the board fill it in at {Links.HouseTexts}.");
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Problem}")]
    private partial void Tell(string problem);
}
