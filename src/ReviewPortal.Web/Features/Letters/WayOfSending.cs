using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Infrastructure.Mail;
using ReviewPortal.Infrastructure.Pdf;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Core.Writing;

namespace ReviewPortal.Web.Features.Letters;

/// <summary>May a decision go out in this way?</summary>
internal static class WayOfSending
{
    /// <summary>Through the portal only as long as the student agrees to that (Awb 2:8). What shows that it was posted or handed over is asked afterwards (<see cref="RecordPosting"/>).</summary>
    /// <param name="address">Where a letter by post goes, line by line below the name; null for where the last one went.</param>
    public static async Task StateWayAsync(this CaseFile file, SendingChannel channel, string? address, CancellationToken ct)
    {
        var check = AddressCheck.Of(channel, address);
        file.State(Requirement.AddressWithinBounds, check.IsWithinBounds);
        file.State(Requirement.AddressPrintable, check.IsPrintable);
        file.State(Requirement.NoCitizenNumber, check.HasNoCitizenNumber);
        var throughPortal = channel is SendingChannel.Portal;
        // Whatever the decision says, it is of the board.
        file.State(Requirement.DeliveryAgreed, !throughPortal || await file.AgreesAsync(LetterKind.SentAgain, ct));
        file.State(Requirement.PostalAddressKnown, channel is not SendingChannel.Post || AddressLines.IsWhole(address ?? await DocumentPress.LastAddressAsync(file, ct)));
    }
}
