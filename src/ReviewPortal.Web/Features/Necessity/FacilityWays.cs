using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Necessity;
using ReviewPortal.Core.Writing;
using ReviewPortal.Infrastructure.Mail;
using ReviewPortal.Infrastructure.Pdf;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Web.Features.Necessity;

/// <summary>May the letter on a request go out in this way?</summary>
internal static class FacilityWays
{
    /// <summary>Through the portal only to a student who agrees to that, and by post to a whole address (Awb 2:8, 3:41). What shows that it was sent is asked afterwards (<see cref="FacilityDelivery.RecordPostingAsync"/>).</summary>
    public static async Task StateWayAsync(this FacilityFile file, SendingChannel channel, string address, CancellationToken ct)
    {
        var (throughPortal, check) = (channel is SendingChannel.Portal, AddressCheck.Of(channel, address));
        file.State(FacilityNeed.DeliveryAgreed, !throughPortal || await file.Db.AgreesAsync(file.Student, LetterKind.FacilityGranted, ct));
        file.State(FacilityNeed.PostalAddressKnown, channel is not SendingChannel.Post || AddressLines.IsWhole(address));
        file.State(FacilityNeed.AddressWithinBounds, check.IsWithinBounds);
        file.State(FacilityNeed.AddressPrintable, check.IsPrintable);
        file.State(FacilityNeed.NoCitizenNumber, check.HasNoCitizenNumber);
    }
}
